package act

import (
	"context"

	"kith/internal/kith"
)

// AskIntoCircle asks a colleague to be in the circle of the one who acts, and
// the other way round. Where the other asked before, it confirms them. Whoever
// can't be asked for anything right now can't be asked for this either, with the
// one sentence that tells nothing of why (R11).
func (h *House) AskIntoCircle(ctx context.Context, by By, person string) error {
	if person == by.Person {
		return kith.Refuse(kith.BlockSelf)
	}
	return h.onTie(ctx, by, person, kith.AskIn)
}

// ConfirmColleague is the yes of who was asked.
func (h *House) ConfirmColleague(ctx context.Context, by By, person string) error {
	return h.onTie(ctx, by, person, kith.Accept)
}

// DeclineColleague is the no. The one who asked isn't told, and sees what they
// saw before.
func (h *House) DeclineColleague(ctx context.Context, by By, person string) error {
	return h.onTie(ctx, by, person, kith.Decline)
}

// TakeCircleAskBack takes back having asked somebody.
func (h *House) TakeCircleAskBack(ctx context.Context, by By, person string) error {
	return h.onTie(ctx, by, person, kith.Withdraw)
}

// LeaveCircle takes two people out of each other's circle. Nobody is told.
func (h *House) LeaveCircle(ctx context.Context, by By, person string) error {
	return h.onTie(ctx, by, person, kith.Part)
}

// StandIn says that the one who acts would stand in for a colleague. The other
// sees nothing of it before they say so too.
func (h *House) StandIn(ctx context.Context, by By, person string) error {
	return h.onTie(ctx, by, person, kith.StandIn)
}

// StopStandingIn takes that back; of buddies it ends it for both. Nobody is told.
func (h *House) StopStandingIn(ctx context.Context, by By, person string) error {
	return h.onTie(ctx, by, person, kith.StandDown)
}

func (h *House) onTie(ctx context.Context, by By, person string, act kith.Act) error {
	_, err := h.keep(ctx, by, func(t *turn) error {
		if err := t.lockBoth(t.by.Person, person); err != nil {
			return err
		}
		tie, err := t.Tie(t.ctx, t.by.Person, person)
		if err != nil {
			return err
		}
		was := tie.State(t.by.Now)
		if err := tie.Do(act, t.by.Now); err != nil {
			return err
		}
		if act == kith.AskIn && was == kith.NoTie {
			if err := t.mayAskIn(person); err != nil {
				return err
			}
		}
		if err := t.SaveTie(t.ctx, tie); err != nil || !asksNow(tie, t.by) {
			return err
		}
		return t.tellColleague(person)
	})
	return err
}

// asksNow says whether the tie was begun by this very act, so that the other
// gets a letter.
func asksNow(tie kith.Tie, by By) bool {
	return tie.Asker == by.Person && tie.AskedAt.Equal(by.Now) && tie.ConfirmedAt.IsZero() && !tie.TakenBack
}

// mayAskIn asks the same rule as for a referral, but that the two needn't be in
// one circle yet.
func (t *turn) mayAskIn(person string) error {
	who, err := t.Person(t.ctx, person)
	if err != nil {
		return err
	}
	q, err := t.Asking(t.ctx, kith.Referral{Candidate: who.Someone(), Referrer: kith.Someone{ID: t.by.Person}}, t.by.Now)
	if err != nil {
		return err
	}
	q.Limits, q.Zone, q.Colleagues = t.house.Limits, t.zone(who.Someone()), true
	if err := kith.CanBeAsked(q); err != nil {
		return err
	}
	n, err := t.CountCircleAsks(t.ctx, t.by.Person, t.by.Now.Add(-kith.CircleAskTime))
	if err == nil && n >= kith.CircleAsksMost {
		err = kith.Refusal{Code: kith.CircleAsksFull, Limit: kith.CircleAsksMost}
	}
	return err
}

func (t *turn) tellColleague(person string) error {
	e, err := t.happened(kith.Event{Kind: kith.CircleAsked, Actor: t.by.Person})
	if err != nil {
		return err
	}
	return t.tell(e, t.by.Person, func(kith.Party) kith.Someone { return kith.Someone{ID: person} }, anybody)
}

// untie ends what there was between two people when one of them keeps the other
// away.
func (t *turn) untie(person string) error {
	tie, err := t.Tie(t.ctx, t.by.Person, person)
	if err != nil || tie.Asker == "" {
		return err
	}
	return t.SaveTie(t.ctx, tie.KeptApart())
}
