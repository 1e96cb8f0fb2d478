package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// Colleague is what there is between somebody and another, with what a list
// shows of the other.
type Colleague struct {
	kith.Tie
	Handle, Headline string
}

// tieOf is a row as one of the two looks at it.
func tieOf(r db.Circle, me string) kith.Tie {
	t := kith.Tie{
		Me: kith.Someone{ID: r.OneID}, Other: kith.Someone{ID: r.OtherID}, Asker: r.AskerID, AskedAt: r.AskedAt.UTC(),
		ConfirmedAt: moment(r.ConfirmedAt), Declined: r.Declined, TakenBack: r.TakenBack, Agrees: r.OneAgrees, OtherAgrees: r.OtherAgrees,
	}
	if me != r.OneID {
		t.Me, t.Other, t.Agrees, t.OtherAgrees = t.Other, t.Me, t.OtherAgrees, t.Agrees
	}
	return t
}

// Tie is what there is between two people, as the first looks at it. Where
// there is nothing, nobody asked.
func (t *Tx) Tie(ctx context.Context, me, other string) (kith.Tie, error) {
	row, err := t.q.Tie(ctx, db.TieParams{OneID: min(me, other), OtherID: max(me, other)})
	if err = found(err); IsNone(err) {
		return kith.Tie{Me: kith.Someone{ID: me}, Other: kith.Someone{ID: other}}, nil
	}
	return tieOf(row, me), err
}

// SaveTie keeps it, or forgets it where nothing is left of it.
func (t *Tx) SaveTie(ctx context.Context, tie kith.Tie) error {
	if tie.Me.ID > tie.Other.ID {
		tie.Me, tie.Other, tie.Agrees, tie.OtherAgrees = tie.Other, tie.Me, tie.OtherAgrees, tie.Agrees
	}
	if tie.Asker == "" {
		return t.q.DeleteTie(ctx, db.DeleteTieParams{OneID: tie.Me.ID, OtherID: tie.Other.ID})
	}
	return t.q.SaveTie(ctx, db.SaveTieParams{
		OneID: tie.Me.ID, OtherID: tie.Other.ID, AskerID: tie.Asker, AskedAt: tie.AskedAt, ConfirmedAt: orNone(tie.ConfirmedAt),
		OneAgrees: tie.Agrees, OtherAgrees: tie.OtherAgrees, Declined: tie.Declined, TakenBack: tie.TakenBack,
		Till: orNone(tie.Until()),
	})
}

// CountCircleAsks is how many people somebody has asked since, who have not
// confirmed.
func (t *Tx) CountCircleAsks(ctx context.Context, person string, since time.Time) (int, error) {
	n, err := t.q.CountCircleAsks(ctx, db.CountCircleAsksParams{AskerID: person, AskedAt: since})
	return int(n), err
}

// TiesOf are all that somebody has, by the other's name, those that are over
// too.
func (t *Tx) TiesOf(ctx context.Context, person string) ([]Colleague, error) {
	rows, err := t.q.TiesOf(ctx, person)
	return each(rows, err, func(r db.TiesOfRow) Colleague {
		tie := tieOf(db.Circle{
			OneID: r.OneID, OtherID: r.OtherID, AskerID: r.AskerID, AskedAt: r.AskedAt, ConfirmedAt: r.ConfirmedAt,
			OneAgrees: r.OneAgrees, OtherAgrees: r.OtherAgrees, Declined: r.Declined, TakenBack: r.TakenBack,
		}, person)
		tie.Other.Name, tie.Other.TimeZone = r.Name, r.TimeZone
		return Colleague{tie, r.Handle, r.Headline}
	})
}

// CircleOf are those who are in somebody's circle, by their ids.
func (t *Tx) CircleOf(ctx context.Context, person string) ([]string, error) {
	rows, err := t.q.CircleOf(ctx, person)
	return each(rows, err, func(r db.CircleOfRow) string {
		if r.OneID == person {
			return r.OtherID
		}
		return r.OneID
	})
}

// Circles is everybody's circle: who is in it, by their ids.
func (t *Tx) Circles(ctx context.Context) (map[string][]string, error) {
	rows, err := t.q.Circles(ctx)
	all := map[string][]string{}
	for _, r := range rows {
		all[r.OneID] = append(all[r.OneID], r.OtherID)
		all[r.OtherID] = append(all[r.OtherID], r.OneID)
	}
	return all, err
}

// PassedOnBy are the invitations that somebody passed on since, though they were
// in their field; private jobs stay out.
func (t *Tx) PassedOnBy(ctx context.Context, person string, since time.Time) (all []kith.PassedOn, err error) {
	rows, err := t.q.PassedOnBy(ctx, db.PassedOnByParams{FreelancerID: person, EndedAt: &since})
	last := ""
	for _, r := range rows {
		if !kith.DeclineReason(r.Reason).CountsForBuddies() {
			continue
		}
		if r.ID != last {
			all, last = append(all, kith.PassedOn{}), r.ID
		}
		at := &all[len(all)-1]
		at.Skills = append(at.Skills, r.Skill)
	}
	return all, err
}

// EventsBy is what somebody did, of one kind, oldest first.
func (t *Tx) EventsBy(ctx context.Context, actor string, kind kith.EventKind) ([]kith.Event, error) {
	rows, err := t.q.EventsBy(ctx, db.EventsByParams{ActorID: actor, Kind: string(kind)})
	return each(rows, err, eventOf)
}
