package rank

import (
	"cmp"
	"slices"
)

// WhatIf is something that a person could change, and what the engine would say
// then: computed anew, not estimated.
type WhatIf struct {
	Key    string // what changes, see the constants; for words
	Of     string // which skill, language or interest
	Number int64  // hours, level, minutes east of Greenwich, or money, as it would be then
	Points Points // how much S would change
	Place  int    // the place then; 0 = not among those that are ordered
	S      Points // S then
}

// What somebody could change.
const (
	IfSkill     = "skill"     // they had a skill that the job asks for
	IfSkills    = "skills"    // they had all of those that they lack
	IfHours     = "hours"     // they had as many hours free as the job needs
	IfLanguage  = "language"  // they stated the job's language
	IfZone      = "zone"      // they worked in the job's hours
	IfLevel     = "level"     // they stated the level that the job asks for
	IfInterest  = "interest"  // they named jobs of this kind among what they would like
	IfRate      = "rate"      // they asked no more than the budget
	IfFloor     = "floor"     // they worked for the budget
	IfAnswered  = "answered"  // no invitation waited for their answer
	IfOutcome   = "outcome"   // one more client would work with them again
	IfRateLower = "low_rate"  // they asked for half of the budget, or of their rate
	IfNeverNo   = "never_no"  // they had never declined, and never been declined: it isn't looked at
	half        = int64(2)    // of a rate: any rate inside the budget does nothing
	agains      = "one more." // no job has this id: an outcome that hasn't happened
)

// change is a what-if and the person as they would be.
type change struct {
	WhatIf
	person person
}

// changes are those that could matter for the job.
func (s *sheet) changes(p *person) (out []change) {
	add := func(key, of string, number int64, as func(*person)) {
		c := change{WhatIf{Key: key, Of: of, Number: number}, *p}
		as(&c.person)
		out = append(out, c)
	}
	s.skillChanges(p, add)
	s.clientChanges(p, add)
	s.ownChanges(p, add)
	add(IfOutcome, "", 0, func(p *person) {
		p.good = append(slices.Clone(p.good), Event{Day: s.q.Day, Job: agains, To: p.ID, Kind: Done, Again: Yes})
		p.done++
	})
	rate := s.job.Budget
	if p.Rate > 0 && (rate == 0 || p.Rate < rate) {
		rate = p.Rate
	}
	if rate > 1 && (s.job.Budget == 0 || p.Rate <= s.job.Budget) {
		add(IfRateLower, "", rate/half, func(p *person) { p.Rate = rate / half })
	}
	add(IfNeverNo, "", 0, func(*person) {})
	return out
}

type adder func(key, of string, number int64, as func(*person))

func (s *sheet) skillChanges(p *person, add adder) {
	var lacks []string
	for _, k := range merged(s.job.must, s.job.nice) {
		if !slices.Contains(p.skills, k) {
			lacks = append(lacks, k)
			add(IfSkill, k, 0, func(p *person) { p.skills = merged(p.skills, []string{k}) })
		}
	}
	if len(lacks) > 1 {
		add(IfSkills, "", int64(len(lacks)), func(p *person) { p.skills = merged(p.skills, lacks) })
	}
}

// clientChanges are about the client's yes.
func (s *sheet) clientChanges(p *person, add adder) {
	j := s.job
	if p.Level > 0 && j.Level > p.Level {
		add(IfLevel, "", int64(j.Level), func(p *person) { p.Level = j.Level })
	}
	if j.Language != "" && !slices.Contains(p.Languages, j.Language) {
		add(IfLanguage, j.Language, 0, func(p *person) { p.Languages = append(slices.Clone(p.Languages), j.Language) })
	}
	if p.HasZone && j.HasZone && p.Zone != j.Zone {
		add(IfZone, "", int64(j.Zone), func(p *person) { p.Zone = j.Zone })
	}
	if j.Budget > 0 && p.Rate > j.Budget {
		add(IfRate, "", j.Budget, func(p *person) { p.Rate = j.Budget })
	}
}

// ownChanges are about the person's own yes.
func (s *sheet) ownChanges(p *person, add adder) {
	j := s.job
	if p.Hours > 0 && j.Hours > p.Hours {
		add(IfHours, "", int64(j.Hours), func(p *person) { p.Hours = j.Hours })
	}
	if about := slices.Concat(j.must, j.nice, j.Tags); len(about) > 0 && !slices.ContainsFunc(p.Interests, s.isAbout) {
		add(IfInterest, about[0], 0, func(p *person) { p.Interests = append(slices.Clone(p.Interests), about[0]) })
	}
	if j.Budget > 0 && p.Floor > j.Budget {
		add(IfFloor, "", j.Budget, func(p *person) { p.Floor = j.Budget })
	}
	if p.Waiting > 0 {
		add(IfAnswered, "", 0, func(p *person) { p.Waiting = 0 })
	}
}

// what asks anew with the person as they would be.
func (s *sheet) what(at int, c change, is Why) WhatIf {
	then := s.as(at, &c.person)
	c.S = then.row(at).S
	c.Points = c.S - is.Row.S
	c.Place = is.Place
	if is.Place > 0 && c.Key != IfRateLower && c.Key != IfNeverNo {
		c.Place = slices.IndexFunc(then.order(0), func(r placed) bool { return int(r.at) == at }) + 1
	}
	return c.WhatIf
}

func better2(a, b WhatIf) int {
	return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(b.Points, a.Points), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Of, b.Of))
}

// lens shows somebody as they would be, and with it what would be known of
// skills if they were so: one more who has the skill makes it less rare.
type lens struct {
	at  int
	was []string
	now *person
}

// as is the sheet as it would be.
func (s *sheet) as(at int, now *person) *sheet {
	then := *s
	then.lens = &lens{at, s.m.people[at].skills, now}
	then.wants()
	return &then
}

// facts are those of the person as they would be.
func (l *lens) facts(s *sheet, f facts, d daily) (facts, daily) {
	p := l.now
	f.rate, f.floor, f.hours, f.waiting = p.Rate, p.Floor, int32(p.Hours), int32(max(p.Waiting, 0))
	f.zone, f.level, f.done, f.languages = int16(p.Zone), int8(min(max(p.Level, 0), 100)), int32(p.done), 0
	for _, language := range p.Languages {
		if i, known := s.m.languages[language]; known {
			f.languages |= 1 << min(i, last)
		} else {
			f.languages |= 1 << last
		}
	}
	t, u := s.m.track(p, s.q.Day)
	d.track, d.unknown = int32(t), int32(u)
	return f, d
}

func (s *sheet) person(at int) *person {
	if s.lens != nil && s.lens.at == at {
		return s.lens.now
	}
	p := s.m.people[at]
	if rate, said := s.q.Asks[p.ID]; said {
		asks := *p
		asks.Rate = rate
		return &asks
	}
	return p
}

// more is how many more have all of these skills than without the lens.
func (l *lens) more(skills ...string) (n int) {
	if l == nil {
		return 0
	}
	n = 1
	for _, k := range skills {
		if _, has := slices.BinarySearch(l.now.skills, k); !has {
			n = 0
		}
	}
	for _, k := range skills {
		if _, had := slices.BinarySearch(l.was, k); !had {
			return n
		}
	}
	return n - 1
}
