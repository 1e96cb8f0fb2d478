package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Proposal is a proposal as one of its two sides sees it.
type Proposal struct {
	kith.Proposal
	Party    kith.Party
	Referral *Referral  // who referred, where somebody did
	Vouches  []Referral // of further people for the same freelancer
	Messages []kith.Message
	// Work is what a hire led to, as this side may see it; nil before a hire.
	Work *kith.Contract
}

// Proposal is one proposal with its thread.
func (d *Desk) Proposal(ctx context.Context, by Reader, id string) (view Proposal, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		p, err := tx.Proposal(ctx, id)
		if err != nil {
			return err
		}
		view = Proposal{Proposal: p, Party: p.PartyOf(by.Person)}
		if view.Party == kith.Stranger {
			view = Proposal{}
			return kith.Refuse(kith.NotFound)
		}
		if view.Messages, err = tx.Messages(ctx, id); err != nil {
			return err
		}
		if err := view.referredBy(ctx, tx); err != nil {
			return err
		}
		return view.work(ctx, tx, by)
	})
	return view, err
}

// work adds what the hire led to.
func (v *Proposal) work(ctx context.Context, tx *store.Tx, by Reader) error {
	c, err := tx.Contract(ctx, v.ID)
	if store.IsNone(err) {
		return nil
	}
	c = c.SeenBy(v.Party, by.Now)
	v.Work = &c
	return err
}

// Records are what is known of somebody's finished work here, as freelancer and
// as client.
func (d *Desk) Records(ctx context.Context, by Reader, person string) (asFreelancer, asClient kith.Record, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		asFreelancer, asClient, err = tx.Records(ctx, person, by.Now)
		return err
	})
	return asFreelancer, asClient, err
}

// referredBy adds who referred the freelancer, and who else vouches for them.
func (v *Proposal) referredBy(ctx context.Context, tx *store.Tx) error {
	vouching, err := tx.Vouching(ctx, v.Proposal)
	if err != nil {
		return err
	}
	party := v.Party
	if party == kith.Freelancer {
		party = kith.Candidate
	}
	for _, r := range vouching {
		masked, may := r.SeenBy(party)
		switch seen := (Referral{Referral: masked, Party: party}); {
		case !may:
		case v.Referral == nil:
			v.Referral = &seen
		default:
			v.Vouches = append(v.Vouches, seen)
		}
	}
	return nil
}

// Proposals are the reader's own, newest first.
func (d *Desk) Proposals(ctx context.Context, by Reader) (mine []kith.Proposal, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		mine, err = tx.ProposalsBy(ctx, by.Person)
		return err
	})
	return mine, err
}

// Threads are the reader's open conversations, newest message first.
func (d *Desk) Threads(ctx context.Context, by Reader) (threads []store.Thread, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		threads, err = tx.Threads(ctx, by.Person)
		return err
	})
	return threads, err
}
