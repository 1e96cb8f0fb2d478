package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Taker takes what an export gives, each kind in the order of ids: people
// first, then jobs, then invitations, which know job and freelancer by id only.
type Taker interface {
	Person(p kith.Person) error
	Job(j kith.Job) error
	Invitation(i kith.Invitation) error
}

// Export gives everything, as it is at one moment. It is for the operator, who
// has the database anyway.
func (d *Desk) Export(ctx context.Context, to Taker) error {
	return d.Store.Read(ctx, func(tx *store.Tx) error {
		if err := tx.EachPerson(ctx, to.Person); err != nil {
			return err
		}
		if err := tx.EachJob(ctx, to.Job); err != nil {
			return err
		}
		return tx.EachInvitation(ctx, to.Invitation)
	})
}
