package rank

import "slices"

// lines are the score of one person, whose facts are given, line by line, and
// its sum. What the lack of skills costs is given too.
func (s *sheet) lines(at int, f *facts, d daily, lost Points, about bool, l *[nLines]Points) (sum Points) {
	*l = [nLines]Points{}
	if i := s.room.slot[at]; i > 0 {
		for k, share := range s.room.signs[i-1] {
			l[lNear+k] = rising(share)
		}
		l[lCircle] = Points(1000 * s.room.signs[i-1][lCircle-lNear])
	}
	l[lWords] = rising(s.room.words[at])
	s.clientsYes(at, f, l)
	if s.q.Kind != Client {
		s.freelancersYes(f, about, l)
		l[lLoad] = -Points(d.load)
	}
	l[lTrack], l[lUnknown], l[lVouch] = Points(d.track), Points(d.unknown), Points(f.vouched)
	for i, points := range l {
		if points != 0 {
			l[i] = times(points, s.weight[i])
			sum += l[i]
		}
	}
	l[lSkills] = lost
	return sum + lost
}

// clientsYes are the lines of part C.
func (s *sheet) clientsYes(at int, f *facts, l *[nLines]Points) {
	j := s.job
	if f.level > 0 && j.Level > int(f.level) {
		l[lLevel] = Points(-300 * (j.Level - int(f.level)))
	}
	if j.Language != "" && f.languages != 0 && !s.speaks(at, f) {
		l[lLanguage] = -1000
	}
	if f.hasZone && j.HasZone {
		apart := min((int(f.zone)-j.Zone+2880)%1440, (j.Zone-int(f.zone)+2880)%1440)
		l[lZone] = -Points(max(apart-240, 0))
	}
	if j.Budget > 0 && f.rate > j.Budget {
		l[lRate] = -Points(millionths(f.rate, j.Budget) / 500)
	}
}

func (s *sheet) speaks(at int, f *facts) bool {
	if f.languages&s.lang == 0 {
		return false
	}
	return s.lang != 1<<last || slices.Contains(s.person(at).Languages, s.job.Language)
}

// freelancersYes are the lines of part A.
func (s *sheet) freelancersYes(f *facts, about bool, l *[nLines]Points) {
	j := s.job
	if f.hours > 0 && j.Hours > int(f.hours) {
		l[lHours] = -Points(millionths(int64(j.Hours), int64(f.hours)) / 1000)
	}
	if about {
		l[lInterests] = 1000
	}
	if j.Budget > 0 && f.floor > j.Budget {
		l[lFloor] = -Points(millionths(f.floor, j.Budget) / 500)
	}
	if f.waiting > 0 {
		l[lWaiting] = -Points(lnOf(int64(1+f.waiting)) / 1000)
	}
}

// row is the score of one person, with the skills one by one.
func (s *sheet) row(at int) Row {
	p := s.person(at)
	r := Row{ID: p.ID, Skills: s.matches(p), hash: order(s.job.ID, p.ID)}
	for _, m := range r.Skills {
		r.F += m.Points
	}
	f, d := s.m.facts[at], s.today.people[at]
	if s.q.Kind == Jobs {
		d.load = int32(load(s.job.shown, s.q.Day, s.m.weights.JobSlots))
	}
	about := slices.ContainsFunc(p.Interests, s.isAbout)
	if s.lens != nil && s.lens.at == at {
		f, d = s.lens.facts(s, f, d)
	} else {
		f.rate = p.Rate
	}
	r.isNew = int(f.done) < s.m.weights.NewcomerDone
	r.S = s.lines(at, &f, d, r.F, about, &r.Lines)
	return r
}

// load is ln(1 + exposure/slots); being shown at place x is an exposure of 1/x,
// which fades with 14 days' half-life. What is shown today counts from tomorrow
// on, so that looking twice shows the same.
func load(shown []showings, day, slots int) Points {
	if len(shown) == 0 {
		return 0
	}
	var sum int64
	for _, s := range shown {
		if int(s.day) < day {
			sum += s.exposure * fade(day-int(s.day), 14) / One
		}
	}
	return Points(millionths(int64(max(slots, 1))*One+sum, int64(max(slots, 1))*One) / 1000)
}

// track gives T and U: the mean of a Beta distribution that begins with the
// prior, and one standard deviation above it, capped at certainty.
func (m *Market) track(p *person, day int) (t, u Points) {
	if len(p.good) == 0 && m.fresh != nil {
		return m.fresh[0], m.fresh[1]
	}
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
