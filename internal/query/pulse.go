package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Pulse is how responsive the client of a referral is, for its candidate (R6).
func (d *Desk) Pulse(ctx context.Context, by Reader, referral string) (p kith.Pulse, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		r, err := tx.Referral(ctx, referral)
		if err != nil {
			return err
		}
		if r.PartyOf(by.Person) != kith.Candidate || r.Sees(kith.Candidate, kith.TheReferral) == kith.Absent {
			return kith.Refuse(kith.NotFound)
		}
		all, err := tx.PutTo(ctx, r.Client.ID)
		p = kith.PulseOf(all, by.Now)
		return err
	})
	return p, err
}
