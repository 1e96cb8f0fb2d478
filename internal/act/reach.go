package act

import (
	"context"
	"time"

	"kith/internal/kith"
)

// SaveReach keeps from whom somebody takes referrals, and their pause.
func (h *House) SaveReach(ctx context.Context, by By, r kith.Reach) error {
	if r.Away {
		r.AwayTill = ""
	}
	if err := checkReach(r, by.Now).Err(); err != nil {
		return err
	}
	_, err := h.keep(ctx, by, func(t *turn) error {
		if err := t.LockPerson(t.ctx, t.by.Person); err != nil {
			return err
		}
		return t.Tx.SaveReach(t.ctx, t.by.Person, r)
	})
	return err
}

func checkReach(r kith.Reach, now time.Time) kith.Problems {
	var wrong kith.Problems
	wrong.Add(!r.Takes.Valid(), "takes", "takes_missing")
	wrong.Add(r.AwayTill != "" && !futureDate(r.AwayTill, now.Add(48*time.Hour)), "till", "date_future")
	return wrong
}

// awayUntil is the tick beside "not now": nobody can ask this person before the
// day. A pause that lasts longer stays.
func (t *turn) awayUntil(till string) error {
	r, err := t.Reach(t.ctx, t.by.Person)
	if err != nil {
		return err
	}
	r.AwayTill = max(r.AwayTill, till)
	if r.Away {
		r.AwayTill = ""
	}
	return t.Tx.SaveReach(t.ctx, t.by.Person, r)
}
