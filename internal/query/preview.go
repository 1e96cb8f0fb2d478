package query

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// Preview is the referral that a draft would make, at the two moments when
// letters leave, for the page on which the referrer reads them (R4).
type Preview struct {
	Left kith.Referral // as it leaves: letters to candidate and client
	Yes  kith.Referral // as the candidate says yes: letter to the client
}

// Preview asks for the reader's own draft. A draft with something missing is a
// refusal.
func (d *Desk) Preview(ctx context.Context, by Reader, invitation string) (p Preview, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		i, err := tx.Invitation(ctx, invitation)
		if err != nil {
			return err
		}
		if i.Freelancer.ID != by.Person {
			return kith.Refuse(kith.NotFound)
		}
		draft, err := tx.Draft(ctx, invitation, by.Person)
		if err != nil {
			return err
		}
		r := kith.Referral{
			ID: "preview", Ref: draft.Ref, Invitation: i.ID, Job: i.Job, Client: i.Job.Client, Referrer: i.Freelancer, Email: draft.Email, Outside: draft.Outside,
			Vouch: draft.Vouch, Shared: draft.Shared, MinVouch: i.Job.MinVouch, Note: draft.Note, HandOver: draft.HandOver, State: kith.Sending,
			SentAt: by.Now, LeavesAt: by.Now.Add(kith.UndoTime),
		}
		if r.Candidate, err = d.previewCandidate(ctx, tx, draft); err != nil {
			return err
		}
		p, err = d.asIf(ctx, tx, r, people(draft.Bench))
		return err
	})
	return p, err
}

func people(bench []store.Benched) (ids []string) {
	for _, b := range bench {
		ids = append(ids, b.Candidate)
	}
	return ids
}

// previewCandidate names who was chosen. For an address it is the address,
// whether or not it has an account.
func (d *Desk) previewCandidate(ctx context.Context, tx *store.Tx, draft store.Draft) (kith.Someone, error) {
	if draft.Outside {
		return kith.Someone{ID: "preview"}, nil
	}
	if draft.Email != "" {
		return kith.Someone{ID: "preview", Name: draft.Email}, nil
	}
	who, err := tx.Person(ctx, draft.Candidate)
	return who.Someone(), err
}

func (d *Desk) asIf(ctx context.Context, tx *store.Tx, r kith.Referral, bench []string) (Preview, error) {
	zones := []*time.Location{kith.Zone(r.Candidate.TimeZone, d.Zone)}
	for _, id := range bench {
		who, err := tx.Person(ctx, id)
		if err != nil {
			return Preview{}, err
		}
		zones = append(zones, kith.Zone(who.TimeZone, d.Zone))
	}
	left := r.AsIfLeft(r.LeavesAt, zones...)
	return Preview{left, left.AsIfYes(left.AskedAt, kith.Zone(r.Client.TimeZone, d.Zone))}, nil
}

// Outgoing is the same for a referral that has been sent and not left yet.
func (d *Desk) Outgoing(ctx context.Context, by Reader, id string) (p Preview, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		r, err := tx.Referral(ctx, id)
		if err != nil {
			return err
		}
		if r.Referrer.ID != by.Person || r.State != kith.Sending {
			return kith.Refuse(kith.NotFound)
		}
		if r.ByAddress() {
			r.Candidate = kith.Someone{ID: "preview", Name: r.Email}
		}
		if r.Outside {
			r.Candidate = kith.Someone{ID: "preview"}
		}
		chain, err := tx.Chain(ctx, r.Chain)
		if err != nil {
			return err
		}
		var bench []string
		for _, q := range chain {
			if q.State == kith.Queued {
				bench = append(bench, q.Candidate.ID)
			}
		}
		p, err = d.asIf(ctx, tx, r, bench)
		return err
	})
	return p, err
}
