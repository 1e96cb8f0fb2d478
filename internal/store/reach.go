package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// Reach is what somebody says about being asked; whoever has said nothing takes
// referrals from everyone.
func (t *Tx) Reach(ctx context.Context, person string) (kith.Reach, error) {
	r, err := t.q.Reach(ctx, person)
	if err = found(err); IsNone(err) {
		return kith.Reach{Takes: kith.FromEveryone}, nil
	}
	return kith.Reach{Takes: kith.Takes(r.Takes), Away: r.Away, AwayTill: r.AwayTill}, err
}

// SaveReach keeps it.
func (t *Tx) SaveReach(ctx context.Context, person string, r kith.Reach) error {
	return t.q.SaveReach(ctx, db.SaveReachParams{PersonID: person, Takes: string(r.Takes), Away: r.Away, AwayTill: r.AwayTill})
}

// Asking is everything that decides whether a referral's candidate can be asked,
// in one statement: which of it stands in the way must not show in the work.
func (t *Tx) Asking(ctx context.Context, r kith.Referral, now time.Time) (kith.AskQuestion, error) {
	a, err := t.q.Asking(ctx, db.AskingParams{
		ID: r.Candidate.ID, OtherID: r.Referrer.ID, BlockedID: r.Client.ID, Deadline: &now, JobID: r.Job.ID,
	})
	return kith.AskQuestion{
		Candidate: r.Candidate, Reach: kith.Reach{Takes: kith.Takes(a.Takes), Away: a.Away, AwayTill: a.AwayTill},
		Colleagues: a.Colleagues > 0, Blocked: a.Blocks > 0, Hired: a.Hired > 0, Waiting: int(a.Waiting), Now: now,
	}, found(err)
}

// Block keeps two people apart until the first lets the other in again.
func (t *Tx) Block(ctx context.Context, person, blocked string, now time.Time) error {
	return t.q.Block(ctx, db.BlockParams{PersonID: person, BlockedID: blocked, At: now})
}

// Unblock lets somebody in again.
func (t *Tx) Unblock(ctx context.Context, person, blocked string) error {
	return t.q.Unblock(ctx, db.UnblockParams{PersonID: person, BlockedID: blocked})
}

// BlockedBy are those whom somebody keeps away, the first one first.
func (t *Tx) BlockedBy(ctx context.Context, person string) ([]kith.Someone, error) {
	rows, err := t.q.BlockedBy(ctx, person)
	return each(rows, err, func(r db.BlockedByRow) kith.Someone {
		return kith.Someone{ID: r.ID, Name: r.Name, TimeZone: r.TimeZone}
	})
}

// BlockBetween says whether one of two people keeps the other away.
func (t *Tx) BlockBetween(ctx context.Context, a, b string) (bool, error) {
	n, err := t.q.CountBlocks(ctx, db.CountBlocksParams{PersonID: a, BlockedID: b})
	return n > 0, err
}

// ReferralsBetween are those, by id, that wait for the candidate or for the
// client, where the two are these two people.
func (t *Tx) ReferralsBetween(ctx context.Context, a, b string) ([]string, error) {
	return t.q.ReferralsBetween(ctx, db.ReferralsBetweenParams{CandidateID: &a, ClientID: b})
}

// SomeoneByEmail is who has this address, with the same work whether or not
// anybody has it.
func (t *Tx) SomeoneByEmail(ctx context.Context, email string) (kith.Someone, error) {
	row, err := t.q.PersonByEmail(ctx, email)
	return kith.Someone{ID: row.ID, Name: row.Name, TimeZone: row.TimeZone}, found(err)
}
