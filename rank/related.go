package rank

import (
	"cmp"
	"slices"
)

// learnSkills counts which skills stand together in a profile or a job.
func (m *Market) learnSkills(list []string, n int) {
	for _, a := range list {
		m.having[a] += n
		i := m.skillPlace(a)
		for _, b := range list {
			if a != b {
				m.pairs.add(b, i, 0, n)
			}
		}
	}
}

func (m *Market) skillPlace(skill string) int {
	i, known := m.skillAt[skill]
	if !known {
		i = len(m.skillNames)
		m.skillAt[skill] = i
		m.skillNames = append(m.skillNames, skill)
	}
	return i
}

// together is how often two skills stand together.
func (m *Market) together(a, b string) int {
	i, known := m.skillAt[b]
	if c := m.pairs[a]; c != nil && known {
		if at, found := slices.BinarySearchFunc(c.rows, i, func(r row, p int) int { return r.person - p }); found && len(c.rows[at].days) > 0 {
			return c.rows[at].days[0].n
		}
	}
	return 0
}

// kinship is how much one skill helps where another is wanted, in thousandths:
// 1000 for the skill itself; else what share of those who have the rarer have the
// other too, from two on; ours from the seed list counts until more is known. At
// most 700.
func (s *sheet) kinship(wanted, has string) int {
	if wanted == has {
		return 1000
	}
	best := 0
	for _, k := range kin {
		if k.a == wanted && k.b == has || k.a == has && k.b == wanted {
			best = k.m
		}
	}
	if n := s.m.together(wanted, has) + s.lens.more(wanted, has); n >= 2 {
		rarer := min(s.m.having[wanted]+s.lens.more(wanted), s.m.having[has]+s.lens.more(has))
		best = max(best, 1000*n/(rarer+5))
	}
	return min(best, 700)
}

// Guess is a skill that goes with others.
type Guess struct {
	Skill  string
	Points Points
}

// GoesWith are the skills that most often stand with those given: for each that
// is given, the chance that the other stands there too, smoothed.
func (m *Market) GoesWith(given []string, limit int) []Guess {
	given = skills(given)
	sum := make([]Points, len(m.skillNames))
	for _, g := range given {
		if c := m.pairs[g]; c != nil {
			for _, r := range c.rows {
				if len(r.days) > 0 && r.days[0].n >= 2 {
					share := int64(r.days[0].n) * One / int64(m.having[g]+5)
					sum[r.person] += rising(share)
				}
			}
		}
	}
	var out []Guess
	for i, s := range m.skillNames {
		if sum[i] > 0 && !slices.Contains(given, s) {
			out = append(out, Guess{s, sum[i]})
		}
	}
	slices.SortFunc(out, func(a, b Guess) int { return cmp.Or(cmp.Compare(b.Points, a.Points), cmp.Compare(a.Skill, b.Skill)) })
	return out[:min(limit, len(out))]
}
