package rank

import "slices"

// row is the score of one person.
func (s *sheet) row(at int) Row {
	p := s.person(at)
	r := Row{ID: p.ID, hash: order(s.job.ID, p.ID), isNew: p.done < s.m.weights.NewcomerDone}
	for _, l := range [...]int{lNear, lFive, lAlike, lSet30, lSet7, lTags, lBareTags, lBareAsked, lBareSet, lPath, lWeek, lFromNear, lFromSet, lBack} {
		r.Lines[l] = rising(s.signs[at][l])
	}
	for i := range s.needs {
		r.Lines[lSkills] += s.match(&s.needs[i], p).Points
	}
	if at < len(s.words) {
		r.Lines[lWords] = rising(s.words[at])
	}
	s.circle(p, &r)
	s.clientsYes(p, &r)
	if s.q.Kind != Client {
		s.freelancersYes(p, &r)
		r.Lines[lLoad] = -load(p.shown, s.q.Day, s.m.weights.Slots)
	}
	r.Lines[lTrack], r.Lines[lUnknown] = s.m.track(p, s.q.Day)
	r.Lines[lVouch] = p.vouched()
	for i := range r.Lines {
		if i != lSkills {
			r.Lines[i] = times(r.Lines[i], s.weight[i])
		}
		r.S += r.Lines[i]
	}
	r.F = r.Lines[lSkills]
	return r
}

// told is a row with the job's skills one by one.
func (s *sheet) told(at int) Row {
	r := s.row(at)
	r.Skills = s.matches(at)
	return r
}

func (s *sheet) matches(at int) (out []Match) {
	for i := range s.needs {
		out = append(out, s.match(&s.needs[i], s.person(at)))
	}
	return out
}

// need is a skill that the job asks for.
type need struct {
	skill  string
	nice   bool
	weight Points
	helps  map[string]int // m of the skills that were looked up
}

// wants are the job's skills: what it must have counts whole, what would be
// nice counts 0.4, and rare ones more, up to three times.
func (s *sheet) wants() []need {
	var out []need
	for _, k := range s.job.must {
		out = append(out, need{k, false, s.skillRarity(k), map[string]int{}})
	}
	for _, k := range s.job.nice {
		out = append(out, need{k, true, s.skillRarity(k) * 4 / 10, map[string]int{}})
	}
	return out
}

func (s *sheet) skillRarity(skill string) Points {
	return Points(min(max(rarity(s.m.had, s.m.having[skill]+s.lens.more(skill)), 200), 3000))
}

// match is how far a person has a skill, and what the lack of it costs:
// weight × (m − 1000)/1000.
func (s *sheet) match(n *need, p *person) Match {
	out := Match{Skill: n.skill, Nice: n.nice}
	for _, has := range p.skills {
		helps, known := n.helps[has]
		if !known {
			helps = s.kinship(n.skill, has)
			n.helps[has] = helps
		}
		if helps > out.M {
			out.M, out.By = helps, has
		}
	}
	out.Points = times(n.weight*Points(out.M-1000)/1000, s.weight[lSkills])
	return out
}

func (s *sheet) circle(p *person, r *Row) {
	if i, known := s.m.at[s.q.From]; known && s.q.Kind == Refer {
		if _, is := slices.BinarySearch(s.m.people[i].circle, p.ID); is {
			r.Lines[lCircle] = 1000
		}
	}
}

// clientsYes are the lines of part C.
func (s *sheet) clientsYes(p *person, r *Row) {
	j := s.job
	if p.Level > 0 && j.Level > p.Level {
		r.Lines[lLevel] = Points(-300 * (j.Level - p.Level))
	}
	if j.Language != "" && len(p.Languages) > 0 && !slices.Contains(p.Languages, j.Language) {
		r.Lines[lLanguage] = -1000
	}
	if p.HasZone && j.HasZone {
		apart := min((p.Zone-j.Zone+2880)%1440, (j.Zone-p.Zone+2880)%1440)
		r.Lines[lZone] = -Points(max(apart-240, 0))
	}
	if j.Budget > 0 && p.Rate > j.Budget {
		r.Lines[lRate] = -Points(millionths(p.Rate, j.Budget) / 500)
	}
}

// freelancersYes are the lines of part A.
func (s *sheet) freelancersYes(p *person, r *Row) {
	j := s.job
	if p.Hours > 0 && j.Hours > p.Hours {
		r.Lines[lHours] = -Points(millionths(int64(j.Hours), int64(p.Hours)) / 1000)
	}
	if slices.ContainsFunc(p.Interests, s.isAbout) {
		r.Lines[lInterests] = 1000
	}
	if j.Budget > 0 && p.Floor > j.Budget {
		r.Lines[lFloor] = -Points(millionths(p.Floor, j.Budget) / 500)
	}
	r.Lines[lWaiting] = -Points(lnOf(int64(1+max(p.Waiting, 0))) / 1000)
}

func (s *sheet) isAbout(interest string) bool {
	return slices.Contains(s.job.Tags, interest) || slices.Contains(s.job.must, Skill(interest)) || slices.Contains(s.job.nice, Skill(interest))
}

// load is ln(1 + exposure/slots); being shown at place x is an exposure of 1/x,
// which fades with 14 days' half-life.
func load(shown []Shown, day, slots int) Points {
	var sum int64
	for _, s := range shown {
		if s.Day <= day && s.Place > 0 {
			sum += fade(day-s.Day, 14) / int64(s.Place)
		}
	}
	return Points(millionths(int64(max(slots, 1))*One+sum, int64(max(slots, 1))*One) / 1000)
}

// track gives T and U: the mean of a Beta distribution that begins with the
// prior, and one standard deviation above it, capped at certainty.
func (m *Market) track(p *person, day int) (t, u Points) {
	mean, sd := m.Posterior(p.good, day)
	if mean == 0 {
		return 0, 0
	}
	t = Points(millionths(mean, int64(m.weights.PriorMean)*1000) / 1000)
	top := min(mean+sd*int64(m.weights.Spread)/1000, 1_000_000)
	// What is rounded off is rounded off once, so that a good outcome never lowers both together.
	return t, Points(millionths(top, int64(m.weights.PriorMean)*1000)/1000) - t
}

// Posterior is the mean of "would work together again" and its standard
// deviation, in millionths. Outcomes fade with a half-life of 730 days.
func (m *Market) Posterior(outcomes []Event, day int) (mean, sd int64) {
	n := int64(m.weights.PriorWeight) * One
	yes := n * int64(m.weights.PriorMean) / 1000
	for _, e := range outcomes {
		left := fade(day-e.Day, 730)
		n += left
		if e.Again == Yes {
			yes += left
		}
	}
	if n == 0 {
		return 0, 0
	}
	mean = yes * 1_000_000 / n
	return mean, root(mean * (1_000_000 - mean) / (n + One) * One)
}

// vouched is the strongest word, never the sum: thirty accounts that vouch for
// each other gain no more than one.
func (p *person) vouched() (best Points) {
	for _, v := range p.vouches {
		if v.From == p.ID || v.Level < 0 || v.Level > 3 {
			continue
		}
		word := []Points{0, 50, 150, 300}[v.Level]
		if !v.Confirmed {
			word /= 2
		}
		best = max(best, word)
	}
	return best
}
