package store

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// AddOutsiderLink keeps the link by which somebody outside can be referred.
func (t *Tx) AddOutsiderLink(ctx context.Context, token, referral string) error {
	return t.q.AddOutsiderLink(ctx, db.AddOutsiderLinkParams{Token: token, ReferralID: referral})
}

// ReferralOfLink is the referral that a link leads to, whatever became of it.
func (t *Tx) ReferralOfLink(ctx context.Context, token string) (kith.Referral, error) {
	row, err := t.q.ReferralOfLink(ctx, token)
	return referralOf(row), found(err)
}

// LinkOfReferral is the link of a referral that has one.
func (t *Tx) LinkOfReferral(ctx context.Context, referral string) (string, error) {
	token, err := t.q.LinkOfReferral(ctx, referral)
	return token, found(err)
}
