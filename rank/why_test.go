package rank

import (
	"slices"
	"testing"
)

// TestReasonsSumToS: what is told in words sums to S, skill by skill.
func TestReasonsSumToS(t *testing.T) {
	w := invented(11, 80, 60)
	m := w.market()
	for _, q := range w.questions(30) {
		for _, r := range m.Ask(q).Rows {
			var sum Points
			for _, why := range r.Reasons() {
				sum += why.Points
			}
			if sum != r.S {
				t.Fatalf("%s for %s: the reasons sum to %d, S is %d", r.ID, q.Job, sum, r.S)
			}
		}
	}
}

// TestWhatIfIsWhatWouldBe: the engine says the same after the change was made.
func TestWhatIfIsWhatWouldBe(t *testing.T) {
	w := invented(12, 60, 50)
	m := w.market()
	tried := map[string]int{}
	d := dice(31337)
	for _, q := range w.questions(60) {
		p := w.people[d.n(len(w.people))]
		if p.ID == q.From || slices.Contains(q.Path, p.ID) {
			continue
		}
		why, ok := m.Why(q, p.ID)
		if !ok || why.Place == 0 {
			t.Fatalf("%s for %s isn't there", p.ID, q.Job)
		}
		for _, x := range slices.Concat(why.Would, why.WouldNot) {
			if x.Key == IfOutcome {
				continue // there is no such outcome to put in
			}
			tried[x.Key]++
			m.PutPerson(changed(p, w.jobs[slices.IndexFunc(w.jobs, func(j Job) bool { return j.ID == q.Job })], x))
			is := m.score(q, p.ID)
			q.Limit = 0
			place := slices.IndexFunc(m.Ask(q).Rows, func(r Row) bool { return r.ID == p.ID }) + 1
			if is.S != x.S || place != x.Place || is.S-why.Row.S != x.Points {
				t.Errorf("%s for %s, %s %s: foretold %d at place %d, came %d at %d", p.ID, q.Job, x.Key, x.Of, x.S, x.Place, is.S, place)
			}
			m.PutPerson(p)
		}
	}
	for _, key := range []string{IfSkill, IfSkills, IfHours, IfLanguage, IfLevel, IfInterest, IfRate, IfAnswered, IfRateLower, IfNeverNo} {
		if tried[key] == 0 {
			t.Errorf("%s was never tried", key)
		}
	}
}

func changed(p Person, j Job, x WhatIf) Person {
	switch x.Key {
	case IfSkill:
		p.Skills = append(slices.Clone(p.Skills), x.Of)
	case IfSkills:
		p.Skills = slices.Concat(p.Skills, j.Must, j.Nice)
	case IfHours:
		p.Hours = int(x.Number)
	case IfLanguage:
		p.Languages = append(slices.Clone(p.Languages), x.Of)
	case IfZone:
		p.Zone = int(x.Number)
	case IfLevel:
		p.Level = int(x.Number)
	case IfInterest:
		p.Interests = append(slices.Clone(p.Interests), x.Of)
	case IfRate, IfRateLower:
		p.Rate = x.Number
	case IfFloor:
		p.Floor = x.Number
	case IfAnswered:
		p.Waiting = 0
	}
	return p
}

func TestWhatWouldNotHelp(t *testing.T) {
	m := New(Defaults())
	m.PutJob(Job{ID: "shop", Must: []string{"go", "figma"}, Budget: 6000})
	for _, id := range []string{"ann", "bo", "cy", "dee", "eve"} {
		m.PutPerson(Person{ID: id, Skills: []string{"go", "figma"}, Rate: 5000})
	}
	m.PutPerson(Person{ID: "me", Skills: []string{"go"}, Rate: 5900})
	q := Question{Kind: Client, Job: "shop"}
	why, _ := m.Why(q, "me")
	if why.Place != 6 || why.Of != 6 || len(why.Compared) != len(Parts) {
		t.Fatalf("%+v", why)
	}
	if c := why.Compared[0]; c.Part != 'F' || c.Median != 0 || c.Own >= 0 {
		t.Errorf("skills beside the median: %+v", c)
	}
	if x := why.Would[0]; x.Key != IfSkill || x.Of != "figma" || x.Place > 6 || x.Points <= 0 {
		t.Errorf("first of what would help: %+v", x)
	}
	for _, key := range []string{IfRateLower, IfNeverNo} {
		i := slices.IndexFunc(why.WouldNot, func(x WhatIf) bool { return x.Key == key })
		if i < 0 || why.WouldNot[i].Points != 0 || why.WouldNot[i].Place != 6 {
			t.Errorf("%s isn't among what would not help: %+v", key, why.WouldNot)
		}
	}
}

// TestOfFewNothingIsTold: a median of four would tell about somebody.
func TestOfFewNothingIsTold(t *testing.T) {
	m := New(Defaults())
	m.PutJob(Job{ID: "shop", Must: []string{"go"}})
	for _, id := range []string{"ann", "bo", "cy", "dee", "me"} {
		m.PutPerson(Person{ID: id})
	}
	q := Question{Kind: Client, Job: "shop"}
	if why, _ := m.Why(q, "me"); why.Compared != nil {
		t.Error("a median of four is told")
	}
	m.PutPerson(Person{ID: "eve"})
	if why, _ := m.Why(q, "me"); why.Compared == nil {
		t.Error("a median of five isn't told")
	}
	q.Limit = 4
	if why, _ := m.Why(q, "me"); why.Compared != nil {
		t.Error("a median of the four shown is told")
	}
	if _, ok := m.Why(q, "nobody"); ok {
		t.Error("there is an answer for nobody")
	}
}

func TestRecordHasItsLimits(t *testing.T) {
	m := New(Defaults())
	m.PutJob(Job{ID: "shop"})
	m.PutPerson(Person{ID: "ann"})
	first := m.Record("ann", 100)
	for range 20 {
		m.Add(Event{Day: 90, Job: "shop", To: "ann", Kind: Done, Again: Yes})
	}
	then := m.Record("ann", 100)
	if first.Mean != 800 || first.Low >= 800 || first.High <= 800 || then.Mean <= first.Mean || then.High-then.Low >= first.High-first.Low || then.Outcomes != 20 {
		t.Errorf("first %+v, then %+v", first, then)
	}
}
