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
		return view.referredBy(ctx, tx)
	})
	return view, err
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
