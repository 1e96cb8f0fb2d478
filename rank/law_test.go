package rank

import (
	"fmt"
	"slices"
	"testing"
)

func TestMoreNeverLowers(t *testing.T) {
	w := invented(5, 80, 60)
	m := w.market()
	d := dice(4242)
	for _, q := range w.questions(60) {
		p := w.people[d.n(len(w.people))]
		was := m.score(q, p.ID).S
		more := p
		more.Skills = append(slices.Clone(p.Skills), crafts[d.n(len(crafts))])
		m.PutPerson(more)
		if now := m.score(q, p.ID).S; now < was {
			t.Errorf("%s: with one skill more %d became %d", q.Job, was, now)
		}
		more = p
		if more.Hours > 0 {
			more.Hours += 5
		}
		m.PutPerson(more)
		if now := m.score(q, p.ID).S; now < was {
			t.Errorf("%s: with more free hours %d became %d", q.Job, was, now)
		}
		m.PutPerson(p)
	}
}

func TestAGoodOutcomeNeverLowers(t *testing.T) {
	m := New(Defaults())
	for yes := range 40 {
		for no := range 20 {
			var all []Event
			for i := range yes + no {
				all = append(all, Event{Day: i * 13 % 700, Again: []Again{Yes, No}[min(i/max(yes, 1), 1)]})
			}
			p := &person{good: all}
			t1, u1 := m.track(p, 700)
			p.good = append(slices.Clone(all), Event{Day: 700, Again: Yes})
			if t2, u2 := m.track(p, 700); t2+u2 < t1+u1 {
				t.Errorf("%d yes and %d no: one yes more made %d of %d", yes, no, t2+u2, t1+u1)
			}
		}
	}
}

// TestNoAnswerIsHeldAgainstAnybody: there is no event for how an invitation
// ended, so that two histories that differ in it are the same to the engine. A
// kind that comes in must say that it isn't one.
func TestNoAnswerIsHeldAgainstAnybody(t *testing.T) {
	w := invented(6, 60, 60)
	want := w.answers(w.market(), 20)
	for _, ending := range []Kind{"declined", "expired", "not selected", "withdrawn"} {
		with := w
		with.events = slices.Clone(w.events)
		for i := range 60 {
			with.events = append(with.events, Event{Day: i * 10, Job: w.jobs[i].ID, From: w.people[i].ID, To: w.people[59-i].ID, Kind: ending})
		}
		if w.answers(with.market(), 20) != want {
			t.Errorf("that something was %s changes the order", ending)
		}
	}
}

func TestRateInsideTheBudgetChangesNothing(t *testing.T) {
	m := New(Defaults())
	m.PutJob(Job{ID: "shop", Must: []string{"go"}, Budget: 6000})
	last := Points(1)
	for _, rate := range []int64{1, 1000, 3000, 6000} {
		m.PutPerson(Person{ID: "ann", Skills: []string{"go"}, Rate: rate})
		s := m.score(Question{Kind: Client, Job: "shop"}, "ann").S
		if last != 1 && s != last {
			t.Errorf("at %d, S is %d instead of %d", rate, s, last)
		}
		last = s
	}
	m.PutPerson(Person{ID: "ann", Skills: []string{"go"}, Rate: 9000})
	if s := m.score(Question{Kind: Client, Job: "shop"}, "ann").S; s >= last {
		t.Error("a rate above the budget changes nothing")
	}
}

// TestTwins: name, place and photo are not among what the engine is told; only
// the id differs, and S doesn't depend on it.
func TestTwins(t *testing.T) {
	w := invented(7, 60, 40)
	twin := w.people[7]
	twin.ID = "twin"
	w.people[8] = twin
	w.events, w.vouches, w.shown = nil, nil, nil
	m := w.market()
	for _, q := range w.questions(60) {
		if a, b := m.score(q, "twin").S, m.score(q, "person7").S; a != b {
			t.Errorf("%s: twins have %d and %d", q.Job, a, b)
		}
	}
}

func TestThirtyWhoVouchForEachOther(t *testing.T) {
	q := Question{Kind: Refer, Job: "shop", From: "someone"}
	m := New(Defaults())
	m.PutJob(Job{ID: "shop", Must: []string{"go"}})
	for i := range 30 {
		m.PutPerson(Person{ID: fmt.Sprint("ring", i), Skills: []string{"go"}})
	}
	m.PutPerson(Person{ID: "ann", Skills: []string{"go"}})
	m.AddVouch(Vouch{"real", "ann", 3, true})
	for i := range 30 {
		for j := range 30 {
			m.AddVouch(Vouch{fmt.Sprint("ring", i), fmt.Sprint("ring", j), 3, true})
		}
	}
	if ring, one := m.score(q, "ring1"), m.score(q, "ann"); ring.S > one.S || one.Part('V') <= 0 {
		t.Errorf("thirty who vouch for each other gain %d, one real vouch %d", ring.Part('V'), one.Part('V'))
	}
}

func TestNewcomersAreMovedUpByName(t *testing.T) {
	m := New(Defaults())
	s := &sheet{m: m, room: &room{}}
	var rows []ranked
	for i := range 12 {
		rows = append(rows, ranked{S: Points(-i), isNew: i >= 8, at: int32(m.place(fmt.Sprint(i)))})
	}
	rows[8].F = -500 // lacks skills that the others have
	s.room.all = rows
	s.job = &job{}
	for limit := 10; limit <= 12; limit++ {
		got := s.newcomers(s.best(limit), limit)
		if r := got[4]; r.at != 9 || r.move != "newcomer" || r.by != 5 {
			t.Errorf("at the fifth place is %d, moved %q by %d", r.at, r.move, r.by)
		}
		if got[9].at != 8 && got[9].at != 10 {
			t.Errorf("the tenth place is %d's", got[9].at)
		}
		seen := map[int32]bool{}
		for _, r := range got {
			seen[r.at] = true
		}
		if len(got) != limit || len(seen) != limit {
			t.Error("somebody was lost or stands there twice")
		}
	}
	m.weights.NewcomerOf = 0
	if again := s.newcomers(s.best(12), 12); again[4].at != 4 {
		t.Error("the rule can't be switched off")
	}
}

func TestTheCapMovesBehind(t *testing.T) {
	w := invented(9, 30, 10)
	m := w.market()
	q := Question{Kind: Refer, Job: "job1", From: "nobody", Day: 2000}
	first := m.Ask(q).Rows[0].ID
	for range Defaults().Cap {
		m.AddShown(Shown{Day: 2000, Person: first, Place: 50})
	}
	rows := m.Ask(q).Rows
	if last := rows[len(rows)-1]; last.ID != first || last.Move != "cap" || last.By >= 0 {
		t.Errorf("the last is %s, moved %q by %d", last.ID, last.Move, last.By)
	}
	q.Kind = Client
	if rows := m.Ask(q).Rows; rows[len(rows)-1].Move == "cap" {
		t.Error("the client's order has a cap")
	}
}
