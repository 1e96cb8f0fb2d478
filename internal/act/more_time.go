package act

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// TakeMoreTime is "I need more time", by whoever's turn it is; each person can
// say it once (R10).
func (h *House) TakeMoreTime(ctx context.Context, by By, id string) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		r, party, err := t.lockedReferral(id)
		if err != nil {
			return err
		}
		if err := r.MayNow(kith.MoreTimeAct, party); err != nil {
			return err
		}
		zone := t.zone(r.Who(party))
		if err := r.TakeMoreTime(party, zone); err != nil {
			return err
		}
		if err := t.later(store.TaskRemind, r.ID, r.ReminderFor(zone)); err != nil {
			return err
		}
		if err := t.later(store.TaskLapse, r.ID, r.Deadline); err != nil {
			return err
		}
		kind := kith.CandidateMoreTime
		if party == kith.Client {
			kind = kith.ClientMoreTime
		}
		return t.saveReferral(r, r.State, kind, t.by.Person, t.by.Now)
	})
	return err
}
