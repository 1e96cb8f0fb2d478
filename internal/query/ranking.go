package query

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"kith/internal/memory"
	"kith/internal/store"
	"kith/rank"
)

// Ranked is somebody in an order, or a job: where they stand, and why.
type Ranked struct {
	ID, Name, Handle, Headline string
	Place                      int
	Points                     int
	Lines                      []PointsOf // they sum to Points, exactly
	Moved                      string     // by which rule, see rank.Row
	By                         int        // places up, or below 0 down
	Says                       []Said
}

// PointsOf is a line of the score that says something.
type PointsOf struct {
	Key       string // of the line
	Skill, By string // with Key "skills": which, and which of theirs makes up for a part
	Points    int
}

// Said is a reason in words: a key of the catalogue and what it takes.
type Said struct {
	For   bool
	Near  bool // says that they are in the circle
	Key   string
	Names []string // skills
	Count int
}

// Order is what the engine answered, and what is to be kept of it in the log.
type Order struct {
	Rows     []Ranked
	Compared int
	Log      store.Ranking
}

// asked is a question with what its answer is told with.
type asked struct {
	v      memory.View
	kind   rank.Kindred
	job    memory.Job
	reader string
}

// told is a row in words and numbers.
func (a asked) told(r rank.Row, place int) Ranked {
	p, _ := a.v.Person(r.ID)
	return Ranked{
		ID: r.ID, Name: p.Name, Handle: p.Handle, Headline: p.Headline, Place: place, Points: int(r.S), Moved: r.Move, By: r.By,
		Lines: lines(r, a.job, p), Says: a.says(r, a.job, p),
	}
}

// lines are the points one by one, with skills as they are written.
func lines(r rank.Row, j memory.Job, p memory.Person) (all []PointsOf) {
	for _, why := range r.Reasons() {
		l := PointsOf{Key: why.Key, Points: int(why.Points)}
		if why.Skill != "" {
			l.Skill = j.Named(why.Skill)
		}
		if why.By != "" {
			l.By = p.Named(why.By)
		}
		all = append(all, l)
	}
	return all
}

// lineAt is where a line stands in a score.
func lineAt(key string) int {
	return slices.IndexFunc(rank.All[:], func(l rank.Line) bool { return l.Key == key })
}

// says are the reasons in words, those for first.
func (a asked) says(r rank.Row, j memory.Job, p memory.Person) []Said {
	var all []Said
	add := func(so, good bool, s Said) {
		if s.For = good; so {
			all = append(all, s)
		}
	}
	has, nearly, lacks := skillsOf(r, j)
	line := func(key string) rank.Points { return r.Lines[lineAt(key)] }
	person := r.ID
	if a.kind == rank.Jobs {
		person = a.reader
	}
	colleague, buddy := a.circle(person)
	add(buddy, true, Said{Key: "buddy", Near: true})
	add(colleague && !buddy, true, Said{Key: "circle", Near: true})
	add(len(has) > 0, true, Said{Key: "knows", Names: has, Count: len(has)})
	alike := a.v.Alike(person, j.ID)
	add(alike > 0, true, Said{Key: "alike", Count: alike})
	handed := a.v.HandedOn(a.reader, person)
	add(a.kind == rank.Refer && handed > 0, true, Said{Key: "handed", Count: handed})
	add(line("vouch") > 0, true, Said{Key: "vouched"})
	add(len(all) == 0 && line("words") > 0, true, Said{Key: "words"})
	for _, n := range nearly {
		add(true, false, Said{Key: "nearly", Names: []string{n[0], p.Named(n[1])}})
	}
	add(len(lacks) > 0, false, Said{Key: "lacks", Names: lacks, Count: len(lacks)})
	add(line("rate") < 0, false, Said{Key: "rate"})
	add(line("zone") < 0, false, Said{Key: "zone"})
	add(line("load") < -100, false, Said{Key: "load"})
	return all
}

// skillsOf are the skills that a job asks for: those that the person has, those
// that another makes up for, and those that are missing.
func skillsOf(r rank.Row, j memory.Job) (has []string, nearly [][2]string, lacks []string) {
	for _, m := range r.Skills {
		name := j.Named(m.Skill)
		switch {
		case m.M >= 1000:
			has = append(has, name)
		case m.M > 0:
			nearly = append(nearly, [2]string{name, m.By})
		default:
			lacks = append(lacks, name)
		}
	}
	return has, nearly, lacks
}

// circle says whether the reader, who refers, has somebody in their circle.
func (a asked) circle(person string) (colleague, buddy bool) {
	if a.kind != rank.Refer {
		return false, false
	}
	me, _ := a.v.Person(a.reader)
	for _, c := range me.Circle {
		if c.ID == person {
			return true, c.Buddy
		}
	}
	return false, false
}

// log is what is kept of an order. Its id says what was shown, to whom and on
// which day, so that looking twice is kept once.
func (a asked) log(rows []Ranked, compared int, by Reader) store.Ranking {
	r := store.Ranking{At: by.Now, Kind: string(a.kind), Job: a.job.ID, Reader: by.Person, Compared: compared}
	r.Engine, r.Weights, r.Inputs = a.v.Versions()
	h := sha256.New()
	fmt.Fprintln(h, r.Kind, r.Job, r.Reader, a.v.Day, r.Engine, r.Weights, compared)
	for _, one := range rows {
		row := store.RankingRow{Place: one.Place, Subject: one.ID, Points: one.Points, Parts: partsText(one.Lines), Moved: one.Moved, By: one.By}
		fmt.Fprintln(h, row)
		r.Rows = append(r.Rows, row)
	}
	r.ID = hex.EncodeToString(h.Sum(nil)[:16])
	return r
}

// partsText are lines as they are kept: "skills -210 Figma|Sketch; near 31".
func partsText(all []PointsOf) string {
	var out []string
	for _, l := range all {
		one := fmt.Sprintf("%s %d", l.Key, l.Points)
		if l.Skill != "" {
			one += " " + plainName(l.Skill)
		}
		if l.By != "" {
			one += "|" + plainName(l.By)
		}
		out = append(out, one)
	}
	return strings.Join(out, "; ")
}

// plainName is a skill without the signs that part what is kept.
func plainName(skill string) string { return strings.NewReplacer(";", ",", "|", "/").Replace(skill) }

// readParts reads what partsText wrote.
func readParts(text string) (all []PointsOf) {
	for _, one := range strings.Split(text, "; ") {
		var l PointsOf
		key, rest, _ := strings.Cut(one, " ")
		number, skill, _ := strings.Cut(rest, " ")
		if _, err := fmt.Sscan(number, &l.Points); err != nil {
			continue
		}
		l.Key = key
		l.Skill, l.By, _ = strings.Cut(skill, "|")
		all = append(all, l)
	}
	return all
}
