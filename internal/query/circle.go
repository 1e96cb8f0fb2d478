package query

import (
	"cmp"
	"context"
	"slices"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// Circle is what there is between the reader and colleagues, as they see it: no
// answer that wasn't told, and no yes of the other's.
type Circle struct {
	Waits []Colleague // who asked the reader
	In    []Colleague // confirmed: buddies first, then whom Kith proposes, then by name
	Asked []Colleague // by the reader, and not confirmed
}

// Colleague is one of them.
type Colleague struct {
	kith.Someone
	Handle, Headline string
	State            kith.TieState
	Until            time.Time // when the time to answer is over
	// Proposed says that the two pass on the same kind of work, so that Kith
	// proposes them to stand in for each other; only of who isn't asked yet.
	Proposed bool
}

// Circle asks for the reader's own.
func (d *Desk) Circle(ctx context.Context, by Reader) (c Circle, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if c, err = circleOf(ctx, tx, by); err != nil {
			return err
		}
		return propose(ctx, tx, by, c.In)
	})
	slices.SortStableFunc(c.In, func(a, b Colleague) int { return cmp.Compare(a.far(), b.far()) })
	return c, err
}

// far is how near somebody stands in the list, nearest first.
func (c Colleague) far() int {
	switch {
	case c.State == kith.Buddies:
		return 0
	case c.Proposed || c.State == kith.WouldStandIn:
		return 1
	}
	return 2
}

func circleOf(ctx context.Context, tx *store.Tx, by Reader) (c Circle, err error) {
	ties, err := tx.TiesOf(ctx, by.Person)
	for _, t := range ties {
		one := Colleague{Someone: t.Other, Handle: t.Handle, Headline: t.Headline, State: t.State(by.Now), Until: t.Until()}
		switch {
		case one.State == kith.TieWaits:
			c.Waits = append(c.Waits, one)
		case one.State == kith.TieAsked:
			c.Asked = append(c.Asked, one)
		case one.State.Confirmed():
			c.In = append(c.In, one)
		}
	}
	return c, err
}

// propose marks those who could be the reader's buddies, from what both pass on.
func propose(ctx context.Context, tx *store.Tx, by Reader, in []Colleague) error {
	since := by.Now.Add(-kith.BuddyTime)
	mine, err := tx.PassedOnBy(ctx, by.Person, since)
	if err != nil {
		return err
	}
	for n := range in {
		if in[n].State != kith.InCircle {
			continue
		}
		theirs, err := tx.PassedOnBy(ctx, in[n].ID, since)
		if err != nil {
			return err
		}
		in[n].Proposed = kith.CouldStandIn(mine, theirs)
	}
	return nil
}
