package store

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// PutTo are the newest referrals that came to a client with a candidate's yes
// and have ended, newest first.
func (t *Tx) PutTo(ctx context.Context, client string) ([]kith.Put, error) {
	rows, err := t.q.PutToClient(ctx, client)
	return each(rows, err, func(p db.PutToClientRow) kith.Put {
		return kith.Put{
			State: kith.ReferralState(p.State), Yes: moment(p.SaidYesAt), Ended: moment(p.EndedAt), Wrote: moment(p.SentAt),
			Status: kith.ProposalStatus(textOf(p.Status)), Decided: moment(p.DecidedAt),
		}
	})
}
