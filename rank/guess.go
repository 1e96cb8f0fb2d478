package rank

import (
	"cmp"
	"slices"
)

// Guess is a skill that goes with what was given; the more points, the likelier.
type Guess struct {
	Skill  string
	Points Points
}

// guessFrom is how many of the most similar lists of skills a guess rests on.
const guessFrom = 100

// alike is a list of skills that has some of those given.
type alike struct {
	skills []string
	sim    int64
}

// GoesWith are the skills that go best with those given: those of the profiles
// and jobs whose lists are most alike, by the cosine of skills weighted by how
// rare they are; its cube is how much each counts.
func (m *Market) GoesWith(given []string, limit int) []Guess {
	given = skills(given)
	var lists []alike
	see := func(list []string) {
		if sim := m.alike(given, list); sim > 0 {
			lists = append(lists, alike{list, sim})
		}
	}
	for _, p := range m.people {
		if p.present {
			see(p.skills)
		}
	}
	for _, j := range m.jobs {
		if j.known && !j.Private {
			see(merged(j.must, j.nice))
		}
	}
	slices.SortFunc(lists, func(a, b alike) int { return cmp.Or(cmp.Compare(b.sim, a.sim), slices.Compare(a.skills, b.skills)) })
	sum := make([]int64, len(m.skillNames))
	whole := int64(1)
	for _, l := range lists[:min(guessFrom, len(lists))] {
		cube := l.sim * l.sim / One * l.sim / One
		for _, s := range l.skills {
			sum[m.skillAt[s]] += cube
		}
		whole += cube
	}
	var out []Guess
	for i, s := range m.skillNames {
		if sum[i] > 0 && m.having[s] > 1 && !slices.Contains(given, s) {
			out = append(out, Guess{s, rising(sum[i] * One / whole)})
		}
	}
	return firstOf(out, limit)
}

// alike is the cosine of two lists, in 65536ths.
func (m *Market) alike(given, list []string) int64 {
	var both, one, other int64
	for _, s := range list {
		rare := rarity(m.had, m.having[s])
		other += rare * rare
		if slices.Contains(given, s) {
			both += rare * rare
		}
	}
	if both == 0 {
		return 0
	}
	for _, s := range given {
		rare := rarity(m.had, m.having[s])
		one += rare * rare
	}
	return min(both*256/max(root(one), 1)*256/max(root(other), 1), One)
}

// SkillsOf are the skills that a job with this title or text most likely asks
// for: those of the jobs with the most similar words, the more similar the more
// they count, those that stand in the text by name first among them.
func (m *Market) SkillsOf(text string, limit int) []Guess {
	words := m.names.known(wordsOf(text))
	room := m.enter()
	defer m.rooms.Put(room)
	sum := make([]int64, len(m.skillNames))
	whole := int64(1)
	for _, n := range m.nearest(words, room, 50, func(int) bool { return true }) {
		for _, s := range merged(n.job.must, n.job.nice) {
			sum[m.skillAt[s]] += n.sim * n.sim / One
			whole += n.sim * n.sim / One
		}
	}
	var out []Guess
	for i, s := range m.skillNames {
		if share := sum[i] * One / whole; share > 0 || m.named(s, words) {
			points := rising(share)
			if m.named(s, words) {
				points += 1000
			}
			out = append(out, Guess{s, points})
		}
	}
	return firstOf(out, limit)
}

// named says whether all words of a skill's name stand in a text.
func (m *Market) named(skill string, words []term) bool {
	name := wordsOf(skill)
	for _, w := range name {
		n, known := m.names.number[w]
		if !known || !slices.ContainsFunc(words, func(t term) bool { return t.word == n }) {
			return false
		}
	}
	return len(name) > 0 && m.having[skill] > 0
}

func firstOf(all []Guess, limit int) []Guess {
	slices.SortFunc(all, func(a, b Guess) int { return cmp.Or(cmp.Compare(b.Points, a.Points), cmp.Compare(a.Skill, b.Skill)) })
	return all[:min(limit, len(all))]
}
