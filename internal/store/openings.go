package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// Opening is one time that the operator opened the whole story of a referral.
type Opening struct {
	ID       string
	Referral string
	By       kith.Someone
	Reason   string
	// HandOver says that the hand-over note was asked for too.
	HandOver bool
	At       time.Time
}

// AddOpening keeps an opening.
func (t *Tx) AddOpening(ctx context.Context, o Opening) error {
	return t.q.InsertOpening(ctx, db.InsertOpeningParams{
		ID: o.ID, ReferralID: o.Referral, PersonID: o.By.ID, Reason: o.Reason, HandOver: o.HandOver, At: o.At,
	})
}

// Opening is the opening with this id.
func (t *Tx) Opening(ctx context.Context, id string) (Opening, error) {
	o, err := t.q.Opening(ctx, id)
	return openingOf(db.OpeningsOfReferralRow(o)), found(err)
}

// OpeningsOf are all openings of a referral, oldest first.
func (t *Tx) OpeningsOf(ctx context.Context, referral string) ([]Opening, error) {
	rows, err := t.q.OpeningsOfReferral(ctx, referral)
	return each(rows, err, openingOf)
}

func openingOf(o db.OpeningsOfReferralRow) Opening {
	return Opening{o.ID, o.ReferralID, kith.Someone{ID: o.PersonID, Name: o.PersonName}, o.Reason, o.HandOver, o.At.UTC()}
}

// TasksAbout are all tasks about a thing, done or not, in the order in which
// they are due.
func (t *Tx) TasksAbout(ctx context.Context, subject string) ([]Task, error) {
	rows, err := t.q.TasksAbout(ctx, subject)
	return each(rows, err, taskOf)
}
