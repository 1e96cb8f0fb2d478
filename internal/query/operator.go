package query

import (
	"context"
	"time"

	"kith/internal/store"
)

// Overview is the operator's first look: how much there is, how many dead
// invitations were rescued, and what is stuck and why.
type Overview struct {
	People, OpenTasks, Letters int
	Referrals, Invitations     []store.Tally
	Rescued, Dead              int
	Trouble                    []store.Task
}

// rescueTime is how long after a decline or an expiry an introduction counts as
// a rescue.
const rescueTime = 7 * 24 * time.Hour

// Overview is for the operator; whoever asks must have been let in as one.
func (d *Desk) Overview(ctx context.Context) (o Overview, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if o.People, err = tx.CountPeople(ctx); err != nil {
			return err
		}
		if o.OpenTasks, err = tx.CountOpenTasks(ctx); err != nil {
			return err
		}
		if o.Letters, err = tx.CountLetters(ctx); err != nil {
			return err
		}
		if o.Referrals, err = tx.ReferralTally(ctx); err != nil {
			return err
		}
		if o.Invitations, err = tx.InvitationTally(ctx); err != nil {
			return err
		}
		if o.Rescued, o.Dead, err = tx.Rescued(ctx, rescueTime); err != nil {
			return err
		}
		o.Trouble, err = tx.TasksInTrouble(ctx)
		return err
	})
	return o, err
}
