package rank

import "testing"

// TestWhatSomebodyAsksForTheJob counts in the place of their rate: above the
// budget it takes points off, inside it changes nothing.
func TestWhatSomebodyAsksForTheJob(t *testing.T) {
	m := New(Defaults())
	m.PutJob(Job{ID: "shop", Must: []string{"go"}, Budget: 6000})
	m.PutPerson(Person{ID: "ann", Skills: []string{"go"}})
	m.PutPerson(Person{ID: "bo", Skills: []string{"go"}})
	q := Question{Kind: Client, Job: "shop"}
	s := func(asks map[string]int64, id string) Points {
		q.Asks = asks
		why, _ := m.Why(q, id)
		for _, r := range m.Ask(q).Rows {
			if r.ID == id && r.S != why.Row.S {
				t.Errorf("asked of all %d, of one %d", r.S, why.Row.S)
			}
		}
		return why.Row.S
	}
	none := s(nil, "bo")
	if within := s(map[string]int64{"bo": 6000}, "bo"); within != none {
		t.Errorf("inside the budget it changes S from %d to %d", none, within)
	}
	if above := s(map[string]int64{"bo": 9000}, "bo"); above >= none {
		t.Errorf("above the budget S is %d, before it was %d", above, none)
	}
	q.Asks = map[string]int64{"bo": 9000}
	why, _ := m.Why(q, "bo")
	if len(why.Would) == 0 || why.Would[0].Key != IfRate || why.Would[0].Place != 1 && why.Would[0].Place != 2 {
		t.Errorf("%+v", why.Would)
	}
}

// TestPutVouchesTakesTheirPlace: what was known before is gone.
func TestPutVouchesTakesTheirPlace(t *testing.T) {
	m := New(Defaults())
	m.PutJob(Job{ID: "shop"})
	m.PutPerson(Person{ID: "bo"})
	s := func() Points { return m.Ask(Question{Kind: Client, Job: "shop"}).Rows[0].S }
	none := s()
	m.PutVouches("bo", []Vouch{{From: "ann", To: "bo", Level: 3, Confirmed: true}})
	if s() <= none {
		t.Error("a vouch adds nothing")
	}
	m.PutVouches("bo", nil)
	if s() != none {
		t.Error("a vouch that is gone still adds")
	}
}

// TestOtherWeightsOnTheSameMarket: put in or looked through, they say the same
// as in a market that had them from the beginning.
func TestOtherWeightsOnTheSameMarket(t *testing.T) {
	w := invented(21, 80, 60)
	other := Defaults()
	other.Refer["skills"], other.Other["track"], other.PriorMean, other.Slots = 400, 2500, 600, 3
	m := w.market()
	was := w.answers(m, 20)
	fresh := New(other)
	w.into(fresh)
	want := w.answers(fresh, 20)
	if got := w.answers(m.With(other), 20); got != want || got == was {
		t.Error("looked through other weights, the market says something else")
	}
	if w.answers(m, 20) != was {
		t.Error("looking through other weights changed the market")
	}
	m.PutWeights(other)
	if w.answers(m, 20) != want {
		t.Error("with other weights put in, the market says something else")
	}
}

// TestManyAskAtOnce: questions don't disturb each other, on different days too.
func TestManyAskAtOnce(t *testing.T) {
	w := invented(22, 60, 40)
	m := w.market()
	want := w.answers(m, 20)
	got := make(chan string)
	for i := range 8 {
		go func() {
			if i%2 == 0 {
				m.Ask(Question{Kind: Refer, Job: "job1", Day: 700 + i})
			}
			got <- w.answers(m, 20)
		}()
	}
	for range 8 {
		if <-got != want {
			t.Error("asked at once with others, an answer is another")
		}
	}
}
