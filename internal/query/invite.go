package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// NotToInvite says of those who can't be invited to the reader's own job why:
// the client, who has an invitation that waits or was accepted, and who has a
// proposal. An invitation stands as its client sees it.
func (d *Desk) NotToInvite(ctx context.Context, by Reader, job string) (why map[string]kith.Code, err error) {
	why = map[string]kith.Code{}
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		j, err := tx.Job(ctx, job)
		if err != nil {
			return err
		}
		if j.Client.ID != by.Person {
			return kith.Refuse(kith.NotFound)
		}
		proposals, err := tx.ProposalsFor(ctx, job)
		if err != nil {
			return err
		}
		for _, p := range proposals {
			why[p.Freelancer.ID] = kith.AlreadyInJob
		}
		invitations, err := tx.InvitationsFor(ctx, job)
		for _, i := range invitations {
			if i.ToClient(by.Now).Alive() {
				why[i.Freelancer.ID] = kith.AlreadyInvited
			}
		}
		why[j.Client.ID] = kith.OwnJob
		return err
	})
	return why, err
}
