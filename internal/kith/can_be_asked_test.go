package kith_test

import (
	"slices"
	"testing"
	"time"

	"kith/internal/kith"
	"kith/internal/kithtest/situations"
)

// hindered is each thing that keeps a candidate from being asked, with what
// brings it about.
var hindered = []struct {
	name string
	put  func(q *kith.AskQuestion)
}{
	{"takes none", func(q *kith.AskQuestion) { q.Reach.Takes = kith.FromNobody }},
	{"takes them from the circle", func(q *kith.AskQuestion) { q.Reach.Takes = kith.FromCircle }},
	{"paused", func(q *kith.AskQuestion) { q.Reach.Away = true }},
	{"blocked", func(q *kith.AskQuestion) { q.Blocked = true }},
	{"hired", func(q *kith.AskQuestion) { q.Hired = true }},
	{"at the limit", func(q *kith.AskQuestion) { q.Waiting = 3 }},
}

func askable() kith.AskQuestion {
	return kith.AskQuestion{
		Candidate: kith.Someone{ID: "ben", Name: "Ben Ode"}, Waiting: 2, Limits: kith.DefaultLimits, Now: situations.Noon, Zone: time.UTC,
	}
}

// TestCanBeAskedSaysTheSame tries every hindrance, alone and with every other:
// the answer is the same to the letter.
func TestCanBeAskedSaysTheSame(t *testing.T) {
	if err := kith.CanBeAsked(askable()); err != nil {
		t.Fatalf("nothing stands in the way: %v", err)
	}
	var names []string
	for _, first := range hindered {
		names = append(names, first.name)
		for _, second := range hindered {
			q := askable()
			first.put(&q)
			second.put(&q)
			if err := kith.CanBeAsked(q); err != (kith.Refusal{Code: kith.CantBeAskedNow, Name: "Ben"}) {
				t.Errorf("%s and %s: %v", first.name, second.name, err)
			}
		}
	}
	if !slices.Equal(names, kith.Hindrances()) {
		t.Errorf("the table has %v, tried are %v", kith.Hindrances(), names)
	}
}

// TestTheCircleMayAsk lets colleagues ask who takes referrals from their circle
// only.
func TestTheCircleMayAsk(t *testing.T) {
	q := askable()
	q.Reach.Takes, q.Colleagues = kith.FromCircle, true
	if err := kith.CanBeAsked(q); err != nil {
		t.Error(err)
	}
}

// TestAPauseEndsWhereOneLives holds a pause to the candidate's own calendar.
func TestAPauseEndsWhereOneLives(t *testing.T) {
	auckland, err := time.LoadLocation("Pacific/Auckland")
	if err != nil {
		t.Fatal(err)
	}
	r := kith.Reach{AwayTill: "2026-05-03"}
	midnight := time.Date(2026, 5, 3, 0, 0, 0, 0, auckland)
	for _, row := range []struct {
		now  time.Time
		zone *time.Location
		want bool
	}{
		{midnight.Add(-time.Microsecond), auckland, true},
		{midnight, auckland, false},
		{midnight, time.UTC, true},
		{time.Date(2026, 5, 3, 0, 0, 0, 0, time.UTC), time.UTC, false},
	} {
		if got := r.AwayAt(row.now, row.zone); got != row.want {
			t.Errorf("%v in %v: away is %v", row.now, row.zone, got)
		}
	}
}
