package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/store"
	"kith/internal/work"
)

// story is the village's month as it is being told. Scenes add what people do
// and when; happen lets it happen.
type story struct {
	house  *act.House
	worker *work.Worker
	now    time.Time
	people map[string]string // handle → id, once they have joined
	steps  []step
}

type step struct {
	at   time.Time
	what string
	do   func(ctx context.Context, at time.Time) error
}

// thing is a job, an invitation, a referral or a proposal that the story goes
// on with; its id is there once it has happened. The others are handles.
type thing struct {
	id                                string
	client, freelancer, by, colleague string
	vouch                             kith.Vouch
}

// day is a moment some days before the present, at a time of the clock (UTC).
// It takes four days at least: what is nearer depends on the hour at which the
// village is built, and is said with ago.
func (s *story) day(before int, clock string) time.Time {
	hour, err := time.Parse("15:04", clock)
	if err != nil || before < 4 {
		panic(fmt.Sprintf("demo: day %d at %q", before, clock))
	}
	y, m, d := s.now.Date()
	return time.Date(y, m, d-before, hour.Hour(), hour.Minute(), 0, 0, time.UTC)
}

// ago is a moment before the present, three days at most.
func (s *story) ago(d time.Duration) time.Time {
	if d > 72*time.Hour {
		panic("demo: ago " + d.String())
	}
	return s.now.Add(-d)
}

// date is a day after the present, as typed into a form.
func (s *story) date(after int) string { return s.now.AddDate(0, 0, after).Format(time.DateOnly) }

func (s *story) add(at time.Time, what string, do func(ctx context.Context, at time.Time) error) {
	s.steps = append(s.steps, step{at, what, do})
}

// happen lets everything happen in the order of time, and the worker do what
// becomes due in between, each at its own time.
func (s *story) happen(ctx context.Context) error {
	slices.SortStableFunc(s.steps, func(a, b step) int { return a.at.Compare(b.at) })
	for _, step := range s.steps {
		if err := s.pass(ctx, step.at); err != nil {
			return err
		}
		if err := step.do(ctx, step.at); err != nil {
			return fmt.Errorf("the village, %s, %s: %w", step.at.Format("2 January 15:04"), step.what, err)
		}
	}
	return s.pass(ctx, s.now)
}

// pass sweeps at each moment until then at which something is due.
func (s *story) pass(ctx context.Context, until time.Time) error {
	for {
		due, err := nextDue(ctx, s.house.Store)
		if err != nil || due.IsZero() || due.After(until) {
			return err
		}
		if _, err := s.worker.Sweep(ctx, due); err != nil {
			return err
		}
		again, err := nextDue(ctx, s.house.Store)
		if err == nil && again.Equal(due) {
			err = fmt.Errorf("the village stands still at %s", due)
		}
		if err != nil {
			return err
		}
	}
}

func nextDue(ctx context.Context, s *store.Store) (due time.Time, err error) {
	err = s.Read(ctx, func(tx *store.Tx) error {
		due, err = tx.NextDue(ctx)
		return err
	})
	return due, err
}
