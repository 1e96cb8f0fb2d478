package history

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kith/rank"
)

// Skills is a folder of people and jobs with skills, to see how well the engine
// learns which go together: people.csv and job-titles.csv, with columns id,
// skills (with | between them) and, for jobs, title.
type Skills struct{ People, Jobs []skilled }

type skilled struct {
	ID, Title string
	Skills    []string
}

// IsSkills says whether a folder is one of skills.
func IsSkills(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "job-titles.csv"))
	return err == nil
}

// ReadSkills reads such a folder.
func ReadSkills(dir string) (s Skills, err error) {
	if s.People, err = readSkilled(dir, "people.csv"); err == nil {
		s.Jobs, err = readSkilled(dir, "job-titles.csv")
	}
	return s, err
}

func readSkilled(dir, name string) ([]skilled, error) {
	file, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	out, err := skilledLines(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file.Name(), err)
	}
	return out, nil
}

func skilledLines(in io.Reader) (out []skilled, err error) {
	lines := csv.NewReader(in)
	head, err := lines.Read()
	if err != nil {
		return nil, err
	}
	id, title, list := slices.Index(head, "id"), slices.Index(head, "title"), slices.Index(head, "skills")
	if id < 0 || list < 0 {
		return nil, fmt.Errorf("the first line names no id or no skills")
	}
	for {
		line, err := lines.Read()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		s := skilled{ID: line[id]}
		if title >= 0 {
			s.Title = line[title]
		}
		for _, k := range strings.Split(line[list], "|") {
			if k = rank.Skill(k); k != "" && !slices.Contains(s.Skills, k) {
				s.Skills = append(s.Skills, k)
			}
		}
		slices.Sort(s.Skills)
		out = append(out, s)
	}
}

// folds is into how many parts a folder is cut: each is asked of the engine that
// knows only the others.
const folds = 5

// Guessed is how well skills were guessed, ten guesses each.
type Guessed struct {
	People, Hits int     // people of whose skills one was hidden, and how often it was among the guesses
	Jobs         int     // jobs of which only the title was told
	Recall       float64 // what share of their skills was among the guesses, on average
}

func (g Guessed) String() string {
	return fmt.Sprintf("%-28s n %5d  hit@10 %.3f\n%-28s n %5d  R@10 %.3f\n",
		"hidden skill of a profile", g.People, float64(g.Hits)/float64(max(g.People, 1)), "title to skills", g.Jobs, g.Recall)
}

// Guess hides skills and asks for them. give is told each answer.
func (s Skills) Guess(done func(int), give func(id string, guesses []rank.Guess) error) (g Guessed, err error) {
	n, recall := 0, 0.0
	for fold := range folds {
		people, jobs := rank.New(rank.Defaults()), rank.New(rank.Defaults())
		for i, p := range s.People {
			if i%folds != fold {
				people.PutPerson(rank.Person{ID: p.ID, Skills: p.Skills})
			}
		}
		for i, j := range s.Jobs {
			if i%folds != fold {
				jobs.PutJob(rank.Job{ID: j.ID, Title: j.Title, Must: j.Skills})
			}
		}
		for i := fold; i < len(s.People) && err == nil; i += folds {
			if p := s.People[i]; len(p.Skills) > 1 {
				hidden := i * 7919 % len(p.Skills)
				guesses := people.GoesWith(slices.Delete(slices.Clone(p.Skills), hidden, hidden+1), 10)
				g.People++
				g.Hits += among(p.Skills[hidden:hidden+1], guesses)
				err = give(p.ID, guesses)
			}
			n++
			done(n)
		}
		for i := fold; i < len(s.Jobs) && err == nil; i += folds {
			if j := s.Jobs[i]; len(j.Skills) > 0 {
				guesses := jobs.SkillsOf(j.Title, 10)
				g.Jobs++
				recall += float64(among(j.Skills, guesses)) / float64(len(j.Skills))
				err = give(j.ID, guesses)
			}
			n++
			done(n)
		}
	}
	g.Recall = recall / float64(max(g.Jobs, 1))
	return g, err
}

func among(skills []string, guesses []rank.Guess) (n int) {
	for _, g := range guesses {
		if slices.Contains(skills, g.Skill) {
			n++
		}
	}
	return n
}
