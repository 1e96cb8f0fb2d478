package act

import (
	"context"

	"kith/internal/kith"
)

// Block keeps somebody away from the one who acts: neither can be put forward
// to or by the other any more. Nobody is told. What is under way between the
// two as candidate and client ends neutrally.
func (h *House) Block(ctx context.Context, by By, person string) error {
	if person == by.Person {
		return kith.Refuse(kith.BlockSelf)
	}
	_, err := h.keep(ctx, by, func(t *turn) error {
		// Whoever is about to ask one of the two counts after this, or before.
		if err := t.lockBoth(t.by.Person, person); err != nil {
			return err
		}
		if err := t.Tx.Block(t.ctx, t.by.Person, person, t.by.Now); err != nil {
			return err
		}
		if err := t.untie(person); err != nil {
			return err
		}
		return t.endBetween(person)
	})
	return err
}

// Unblock lets somebody in again.
func (h *House) Unblock(ctx context.Context, by By, person string) error {
	_, err := h.keep(ctx, by, func(t *turn) error { return t.Tx.Unblock(t.ctx, t.by.Person, person) })
	return err
}

// lockBoth locks two people in the order of their ids, so that two who lock
// each other don't wait for ever.
func (t *turn) lockBoth(a, b string) error {
	if err := t.LockPerson(t.ctx, min(a, b)); err != nil {
		return err
	}
	return t.LockPerson(t.ctx, max(a, b))
}

func (t *turn) endBetween(other string) error {
	ids, err := t.ReferralsBetween(t.ctx, t.by.Person, other)
	if err != nil {
		return err
	}
	for _, id := range ids {
		r, err := t.dueReferral(id)
		if err != nil {
			return err
		}
		if r.State != kith.AwaitingCandidate && r.State != kith.AwaitingClient {
			continue // its time was over
		}
		if r.HoldsEnds() {
			if !r.Held.Over() {
				err = t.holdEnd(r, kith.CantGoOn, kith.EndHeld)
			}
			if err != nil {
				return err
			}
			continue
		}
		was := r.State
		if err := t.moveReferral(&r, kith.Cancel, kith.House, t.by.Now); err != nil {
			return err
		}
		r.How = kith.CantGoOn
		if err := t.endTurn(r, was, kith.ReferralCancelled, t.by.Person, t.by.Now); err != nil {
			return err
		}
	}
	return nil
}
