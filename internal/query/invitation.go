package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Invitation is an invitation as one of its two sides sees it.
type Invitation struct {
	kith.Invitation
	Party kith.Party
	// MayRefer is nil where the freelancer can hand it on, else the refusal
	// whose sentence stands in the place of the offer (R12).
	MayRefer error
	// Given are the referrals made from it, newest first; the freelancer's.
	Given []Referral
	// Draft holds what the freelancer has answered on the way to a referral.
	Draft store.Draft
}

// Invitation is one invitation.
func (d *Desk) Invitation(ctx context.Context, by Reader, id string) (view Invitation, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		i, err := tx.Invitation(ctx, id)
		if err != nil {
			return err
		}
		job, err := tx.Job(ctx, i.Job.ID)
		if err != nil {
			return err
		}
		i.Job.Skills = job.Skills
		view, err = d.seenInvitation(ctx, tx, by, i)
		return err
	})
	return view, err
}

func (d *Desk) seenInvitation(ctx context.Context, tx *store.Tx, by Reader, i kith.Invitation) (Invitation, error) {
	switch by.Person {
	case i.Job.Client.ID:
		return Invitation{Invitation: i.ToClient(by.Now), Party: kith.Client}, nil
	case i.Freelancer.ID:
	default:
		return Invitation{}, kith.Refuse(kith.NotFound)
	}
	view := Invitation{Invitation: d.lapsed(i, by), Party: kith.Freelancer}
	by, err := d.rolledOut(ctx, tx, by)
	if err != nil {
		return view, err
	}
	live, err := tx.CountLive(ctx, by.Person)
	if err != nil {
		return view, err
	}
	view.MayRefer = d.mayRefer(view.Invitation, live, by)
	if view.Draft, err = tx.Draft(ctx, i.ID, by.Person); err != nil {
		return view, err
	}
	given, err := seen(by, kith.Referrer)(tx.ReferralsGiven(ctx, by.Person))
	for _, r := range given {
		if r.Invitation == i.ID {
			view.Given = append(view.Given, r)
		}
	}
	return view, err
}

func (d *Desk) mayRefer(i kith.Invitation, live int, by Reader) error {
	return kith.MayRefer(kith.HandOnQuestion{Invitation: i, LiveReferrer: live, Limits: d.Limits, NotYet: by.notYet, Now: by.Now})
}

// lapsed is the invitation as it stands now, whether or not the sweep has run.
func (d *Desk) lapsed(i kith.Invitation, by Reader) kith.Invitation {
	if i.Late(by.Now) {
		i.State, i.EndedAt = kith.Expired, i.RunsOut()
	}
	return i
}

// Invitations are the reader's own, newest first, each with why it can't be
// handed on, if it can't.
func (d *Desk) Invitations(ctx context.Context, by Reader) (mine []Invitation, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		all, err := tx.InvitationsTo(ctx, by.Person)
		if err != nil {
			return err
		}
		by, err := d.rolledOut(ctx, tx, by)
		if err != nil {
			return err
		}
		live, err := tx.CountLive(ctx, by.Person)
		if err != nil {
			return err
		}
		for _, i := range all {
			view := Invitation{Invitation: d.lapsed(i, by), Party: kith.Freelancer}
			view.MayRefer = d.mayRefer(view.Invitation, live, by)
			mine = append(mine, view)
		}
		return nil
	})
	return mine, err
}
