package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Benched is somebody on a bench, as the referrer sees it. ID names the person
// in a draft, and the referral of one that is under way.
type Benched struct {
	ID, Name string
	Vouch    kith.Vouch
}

// DraftBench is the bench of the reader's own draft.
func (d *Desk) DraftBench(ctx context.Context, by Reader, invitation string) (on []Benched, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		draft, err := tx.Draft(ctx, invitation, by.Person)
		if err != nil {
			return err
		}
		for _, b := range draft.Bench {
			who, err := tx.Person(ctx, b.Candidate)
			if err != nil {
				return err
			}
			on = append(on, Benched{who.ID, who.Name, b.Vouch})
		}
		return nil
	})
	return on, err
}

// Bench are those who wait behind a referral of the reader's own, and how many
// of the places behind the first are taken, by them and by those asked already.
func (d *Desk) Bench(ctx context.Context, by Reader, id string) (on []Benched, taken int, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		r, err := tx.Referral(ctx, id)
		if err != nil {
			return err
		}
		if r.Referrer.ID != by.Person {
			return kith.Refuse(kith.NotFound)
		}
		chain, err := tx.Chain(ctx, r.Chain)
		taken = kith.Further(chain)
		for _, q := range chain {
			if q.State == kith.Queued {
				on = append(on, Benched{q.ID, q.Candidate.Name, q.Vouch})
			}
		}
		return err
	})
	return on, taken, err
}
