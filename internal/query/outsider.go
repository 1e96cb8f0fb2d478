package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// BehindLink is what whoever opens an outsider's link may read of the referral
// behind it. Where the reader stands on one of its sides already, the referral's
// own id comes along, and nothing else. Looking changes nothing (R16).
func (d *Desk) BehindLink(ctx context.Context, by Reader, token string) (view kith.Referral, mine string, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		r, err := tx.ReferralOfLink(ctx, token)
		if store.IsNone(err) {
			return kith.Refuse(kith.LinkOver)
		}
		if err != nil {
			return err
		}
		if by.SignedIn() && (r.Referrer.ID == by.Person || r.Candidate.ID == by.Person) {
			mine = r.ID
			return nil
		}
		view, err = r.BehindLink(r.Late(by.Now))
		return err
	})
	return view, mine, err
}

// LinkToPassOn is the link of the reader's own referral, while it can be used;
// nobody else sees it.
func (d *Desk) LinkToPassOn(ctx context.Context, by Reader, id string) (token string, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		r, err := tx.Referral(ctx, id)
		if err != nil {
			return err
		}
		if r.Referrer.ID != by.Person || r.State != kith.AwaitingOutsider {
			return kith.Refuse(kith.NotFound)
		}
		token, err = tx.LinkOfReferral(ctx, id)
		return err
	})
	return token, err
}
