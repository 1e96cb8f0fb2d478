package store

import (
	"context"
	"time"

	"kith/internal/store/db"
)

// Tally is how many things are in a state.
type Tally struct {
	State string
	Count int
}

// ReferralTally counts the referrals by state.
func (t *Tx) ReferralTally(ctx context.Context) ([]Tally, error) {
	rows, err := t.q.StatesOfReferrals(ctx)
	return each(rows, err, func(r db.StatesOfReferralsRow) Tally { return Tally{r.State, int(r.N)} })
}

// InvitationTally counts the invitations by state.
func (t *Tx) InvitationTally(ctx context.Context) ([]Tally, error) {
	rows, err := t.q.StatesOfInvitations(ctx)
	return each(rows, err, func(r db.StatesOfInvitationsRow) Tally { return Tally{r.State, int(r.N)} })
}

// Rescued counts the dead invitations (declined or expired), and those of them
// that led to an introduction within a time after they died.
func (t *Tx) Rescued(ctx context.Context, within time.Duration) (rescued, dead int, err error) {
	n, err := t.q.CountDeadInvitations(ctx)
	if err != nil {
		return 0, 0, err
	}
	pairs, err := t.q.DeadAndIntroduced(ctx)
	for _, p := range pairs {
		if met := moment(p.MetAt); met.Sub(moment(p.DiedAt)) <= within {
			rescued++
		}
	}
	return rescued, int(n), err
}
