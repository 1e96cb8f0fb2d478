package rank

import "slices"

// need is a skill that the job asks for.
type need struct {
	skill  string
	nice   bool
	weight Points
}

// wants are the job's skills: what it must have counts whole, what would be
// nice counts 0.4, and rare ones more, up to three times.
func (s *sheet) wants() {
	s.needs = nil
	for _, k := range s.job.must {
		s.needs = append(s.needs, need{k, false, s.skillRarity(k)})
	}
	for _, k := range s.job.nice {
		s.needs = append(s.needs, need{k, true, s.skillRarity(k) * 4 / 10})
	}
	s.helpers()
}

// helpers fills the table of how much each skill helps with each need.
func (s *sheet) helpers() {
	n := len(s.needs)
	grow(&s.room.helps, n*len(s.m.skillNames))
	s.helps = s.room.helps[:n*len(s.m.skillNames)]
	clear(s.helps)
	for i, need := range s.needs {
		set := func(skill string) {
			if at, known := s.m.skillAt[skill]; known {
				s.helps[at*n+i] = int16(s.kinship(need.skill, skill))
			}
		}
		set(need.skill)
		for _, k := range kin {
			set(k.a)
			set(k.b)
		}
		if c := s.m.pairs[need.skill]; c != nil {
			for _, r := range c.rows {
				set(s.m.skillNames[r.person])
			}
		}
	}
}

func (s *sheet) skillRarity(skill string) Points {
	return Points(min(max(rarity(s.m.had, s.m.having[skill]+s.lens.more(skill)), 200), 3000))
}

// match is how far a person has a skill, and what the lack of it costs.
func (s *sheet) match(n need, p *person) Match {
	out := Match{Skill: n.skill, Nice: n.nice}
	for _, has := range p.skills {
		if helps := s.kinship(n.skill, has); helps > out.M {
			out.M, out.By = helps, has
		}
	}
	out.Points = s.cost(n, out.M)
	return out
}

// cost is weight × (m − 1000)/1000.
func (s *sheet) cost(n need, m int) Points {
	return times(n.weight*Points(m-1000)/1000, s.weight[lSkills])
}

func (s *sheet) matches(p *person) (out []Match) {
	for _, n := range s.needs {
		out = append(out, s.match(n, p))
	}
	return out
}

// lost is what matches sum to, from the table.
func (s *sheet) lost(skills []int32) (sum Points) {
	n := len(s.needs)
	for i := range n {
		best := int16(0)
		for _, has := range skills {
			best = max(best, s.helps[int(has)*n+i])
		}
		sum += s.cost(s.needs[i], int(best))
	}
	return sum
}

func (s *sheet) isAbout(interest string) bool {
	return slices.Contains(s.job.Tags, interest) || slices.Contains(s.job.must, Skill(interest)) || slices.Contains(s.job.nice, Skill(interest))
}
