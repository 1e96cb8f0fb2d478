package query

import (
	"cmp"
	"context"
	"slices"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// Turn is one thing that waits for the reader: one of the two is set.
type Turn struct {
	Until      time.Time
	Invitation *kith.Invitation
	Referral   *Referral
}

// Home is what a person finds first: what waits for them, nearest deadline
// first; the invitations that they can hand on; what became of referrals they
// had a part in.
type Home struct {
	Turns  []Turn
	HandOn []kith.Invitation
	Ends   []Referral
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
		if err := d.invitationTurns(ctx, tx, by, invitations, &h); err != nil {
			return err
		}
		return d.referralTurns(ctx, tx, by, &h)
	})
	slices.SortStableFunc(h.Turns, func(a, b Turn) int { return a.Until.Compare(b.Until) })
	return h, err
}

func (d *Desk) invitationTurns(ctx context.Context, tx *store.Tx, by Reader, all []kith.Invitation, h *Home) error {
	by, err := d.rolledOut(ctx, tx, by)
	if err != nil {
		return err
	}
	live, err := tx.CountLive(ctx, by.Person)
	if err != nil {
		return err
	}
	for _, i := range all {
		if i.State == kith.Pending && by.Now.Before(i.ExpiresAt) {
			h.Turns = append(h.Turns, Turn{Until: i.ExpiresAt, Invitation: &i})
		}
		i = d.lapsed(i, by)
		if (i.State == kith.Declined || i.State == kith.Expired) && d.mayRefer(i, live, by) == nil {
			h.HandOn = append(h.HandOn, i)
		}
	}
	return nil
}

func (d *Desk) referralTurns(ctx context.Context, tx *store.Tx, by Reader, h *Home) error {
	given, received, deciding, err := threeSides(ctx, tx, by)
	if err != nil {
		return err
	}
	for _, r := range slices.Concat(received, deciding) {
		if turn := r.Says(r.Party).Turn; turn == r.Party && by.Now.Before(r.Deadline) {
			h.Turns = append(h.Turns, Turn{Until: r.Deadline, Referral: &r})
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

func threeSides(ctx context.Context, tx *store.Tx, by Reader) (given, received, deciding []Referral, err error) {
	if given, err = seen(by, kith.Referrer)(tx.ReferralsGiven(ctx, by.Person)); err != nil {
		return
	}
	if received, err = seen(by, kith.Candidate)(tx.ReferralsReceived(ctx, by.Person)); err != nil {
		return
	}
	deciding, err = seen(by, kith.Client)(tx.ReferralsAwaitingClient(ctx, by.Person))
	return
}
