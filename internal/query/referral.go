package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Referral is a referral as one reader may see it: everything else is taken
// out already.
type Referral struct {
	kith.Referral
	Party kith.Party // the side on which the reader stands
	Story []Line     // what happened, oldest first; only on the referral's own page
	// Review is the last review of the words, for who wrote them; without an ID
	// where there was none.
	Review kith.Review
	// Questions and Thanks are those that the reader wrote or got; only there too.
	Questions []kith.Question
	Thanks    []kith.Thanks
	// AskWhom are those whom the reader may ask a question now, and MayThank is
	// nil where they may thank the referrer.
	AskWhom  []kith.Party
	MayThank error
}

// Line is one entry of a timeline: a message key and what happened.
type Line struct {
	Key string
	kith.Event
}

// seen masks a list of referrals for the reader on one side, and leaves out
// those they may not know of.
func seen(by Reader, party kith.Party) func([]kith.Referral, error) ([]Referral, error) {
	return func(all []kith.Referral, err error) ([]Referral, error) {
		var mine []Referral
		for _, r := range all {
			if masked, may := r.SeenBy(party); may && r.Who(party).ID == by.Person {
				mine = append(mine, Referral{Referral: masked, Party: party})
			}
		}
		return mine, err
	}
}

// Referral is one referral with its timeline.
func (d *Desk) Referral(ctx context.Context, by Reader, id string) (view Referral, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		r, err := tx.Referral(ctx, id)
		if err != nil {
			return err
		}
		view, err = d.seenReferral(ctx, tx, r, r.PartyOf(by.Person))
		return err
	})
	return view, err
}

func (d *Desk) seenReferral(ctx context.Context, tx *store.Tx, r kith.Referral, party kith.Party) (Referral, error) {
	masked, may := r.SeenBy(party)
	if !may {
		return Referral{}, kith.Refuse(kith.NotFound)
	}
	view := Referral{Referral: masked, Party: party}
	before, err := tx.EventsOfInvitation(ctx, r.Invitation)
	if err != nil {
		return view, err
	}
	proposal, err := d.proposalEvents(ctx, tx, r)
	if err != nil {
		return view, err
	}
	view.Story = story(masked, party, before, proposal)
	if party == kith.Referrer {
		view.Review, err = newest(tx.ReviewsOf(ctx, r.ID))
	}
	if err != nil {
		return view, err
	}
	return view, view.fillWords(ctx, tx, r)
}

// proposalEvents are those of the proposal that the referral led to and that
// came after the introduction.
func (d *Desk) proposalEvents(ctx context.Context, tx *store.Tx, r kith.Referral) ([]kith.Event, error) {
	if r.State != kith.Introduced || r.Proposal == "" {
		return nil, nil
	}
	return tx.EventsOfProposal(ctx, r.Proposal)
}

// story is what the reader is told, oldest first and each thing once: of the
// invitation what came before this referral, then the referral's own events,
// then what became of its proposal.
func story(r kith.Referral, party kith.Party, invitation, proposal []kith.Event) []Line {
	var lines []Line
	told := map[string]bool{}
	tell := func(e kith.Event) {
		if key := r.StoryLine(e.Kind, party); key != "" && !told[e.ID] {
			told[e.ID] = true
			lines = append(lines, Line{key, e})
		}
	}
	for _, e := range withoutUndone(invitation) {
		if e.Referral == r.ID || e.Referral == "" && !e.At.After(r.SentAt) {
			tell(e)
		}
	}
	for _, e := range proposal {
		tell(e)
	}
	return lines
}

// withoutUndone leaves out the declines that were taken back: they are as if they
// had not been.
func withoutUndone(events []kith.Event) []kith.Event {
	var left []kith.Event
	for _, e := range events {
		if last := len(left) - 1; e.Kind == kith.DeclineUndone && last >= 0 && left[last].Kind == kith.InvitationNo {
			left = left[:last]
			continue
		}
		left = append(left, e)
	}
	return left
}

// Referrals are a reader's own, given and received, newest first.
func (d *Desk) Referrals(ctx context.Context, by Reader) (given, received []Referral, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		given, received, err = twoSides(ctx, tx, by)
		return err
	})
	return given, received, err
}

// ReferralBehind is the referral that an action link leads to, as somebody sees
// it who is not signed in: the hand-over note and what came later stay hidden.
// It is refused where the link is unknown, used or old.
func (d *Desk) ReferralBehind(ctx context.Context, now Reader, tokenHash string) (view Referral, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		link, err := tx.ActionLink(ctx, tokenHash)
		if err != nil {
			return err
		}
		r, err := tx.Referral(ctx, link.Referral)
		if err != nil {
			return err
		}
		if view, err = d.seenReferral(ctx, tx, r, kith.Candidate); err != nil {
			return err
		}
		view.HandOver, view.Story, view.Questions = "", nil, nil
		switch {
		case !link.UsedAt.IsZero():
			return kith.Refuse(kith.LinkUsed)
		case r.LinkIsOld(link.ExpiresAt, now.Now):
			return kith.Refuse(kith.LinkOld)
		}
		return nil
	})
	return view, err
}
