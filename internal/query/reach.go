package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Reach is what the reader says about being asked, and whom they keep away.
// Nobody else sees either.
func (d *Desk) Reach(ctx context.Context, by Reader) (r kith.Reach, blocked []kith.Someone, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if r, err = tx.Reach(ctx, by.Person); err != nil {
			return err
		}
		blocked, err = tx.BlockedBy(ctx, by.Person)
		return err
	})
	return r, blocked, err
}
