package rank

import "slices"

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
