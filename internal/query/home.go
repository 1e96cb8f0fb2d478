package query

import (
	"cmp"
	"context"
	"slices"

	"kith/internal/kith"
	"kith/internal/store"
)

// Home is what a person finds beside what waits for them: the invitations that
// they can hand on, and what became of referrals they had a part in.
type Home struct {
	HandOn []kith.Invitation
	Ends   []Referral
	Held   []Referral // whose words wait for a reviewer
}

// endsShown is how many ended referrals the home page shows.
const endsShown = 5

// Home asks for the reader's own.
func (d *Desk) Home(ctx context.Context, by Reader) (h Home, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		invitations, err := tx.InvitationsTo(ctx, by.Person)
		if err != nil {
			return err
		}
		if err := d.handOn(ctx, tx, by, invitations, &h); err != nil {
			return err
		}
		return ends(ctx, tx, by, &h)
	})
	return h, err
}

func (d *Desk) handOn(ctx context.Context, tx *store.Tx, by Reader, all []kith.Invitation, h *Home) error {
	by, err := d.rolledOut(ctx, tx, by)
	if err != nil {
		return err
	}
	live, err := tx.CountLive(ctx, by.Person)
	if err != nil {
		return err
	}
	for _, i := range all {
		i = d.lapsed(i, by)
		if (i.State == kith.Declined || i.State == kith.Expired) && d.mayRefer(i, live, by) == nil {
			h.HandOn = append(h.HandOn, i)
		}
	}
	return nil
}

func ends(ctx context.Context, tx *store.Tx, by Reader, h *Home) error {
	given, received, err := twoSides(ctx, tx, by)
	if err != nil {
		return err
	}
	for _, r := range given {
		if r.Checked() {
			h.Held = append(h.Held, r)
		}
	}
	for _, r := range slices.Concat(given, received) {
		if !r.State.Live() {
			h.Ends = append(h.Ends, r)
		}
	}
	slices.SortStableFunc(h.Ends, func(a, b Referral) int { return cmp.Or(b.Until().Compare(a.Until()), cmp.Compare(a.ID, b.ID)) })
	h.Ends = h.Ends[:min(len(h.Ends), endsShown)]
	return nil
}

// twoSides are the referrals that the reader gave and received.
func twoSides(ctx context.Context, tx *store.Tx, by Reader) (given, received []Referral, err error) {
	if given, err = seen(by, kith.Referrer)(tx.ReferralsGiven(ctx, by.Person)); err != nil {
		return
	}
	received, err = seen(by, kith.Candidate)(tx.ReferralsReceived(ctx, by.Person))
	return
}
