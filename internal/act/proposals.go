package act

import (
	"context"
	"fmt"

	"kith/internal/kith"
	"kith/internal/store"
)

// Apply offers to do a job that takes applications. The proposal's id comes
// back.
func (h *House) Apply(ctx context.Context, by By, job string, offer Offer) (proposal string, err error) {
	offer = offer.clean()
	if err := offer.check(true).Err(); err != nil {
		return "", err
	}
	return h.do(ctx, by, func(t *turn) error {
		if err := t.LockJob(t.ctx, job); err != nil {
			return err
		}
		j, err := t.Job(t.ctx, job)
		if err != nil {
			return err
		}
		who, err := t.Person(t.ctx, t.by.Person)
		if err != nil {
			return err
		}
		if err := t.mayApply(j, who.ID); err != nil {
			return err
		}
		p := kith.Proposal{
			ID: t.house.IDs.New(), Job: j, Freelancer: who.Someone(), Source: kith.Applied, Rate: offer.Rate, Letter: offer.Letter, MadeAt: t.by.Now,
		}
		t.ledTo = p.ID
		if err := t.addProposal(p); err != nil {
			return err
		}
		if err := t.Chose(t.ctx, t.by.Person, store.RankedJobs, "", j.ID, t.by.Now); err != nil {
			return err
		}
		return t.proposalEvent(p, kith.ProposalMade)
	})
}

func (t *turn) mayApply(j kith.Job, person string) error {
	_, invited := t.AliveInvitation(t.ctx, j.ID, person)
	_, proposed := t.ProposalOf(t.ctx, j.ID, person)
	received, err := t.ReferralsOfCandidate(t.ctx, j.ID, person)
	if err != nil {
		return err
	}
	switch {
	case j.Visibility == kith.Private:
		return kith.Refuse(kith.NotFound)
	case j.Client.ID == person:
		return kith.Refuse(kith.OwnJob)
	case !j.Open():
		return kith.Refuse(j.NotOpenFor())
	case invited == nil:
		return kith.Refuse(kith.AlreadyInvited)
	case proposed == nil:
		return kith.Refuse(kith.AlreadyInJob)
	}
	return kith.MayApplyBeside(received, t.by.Now)
}

func (t *turn) addProposal(p kith.Proposal) error {
	var err error
	if p.Status, err = p.Status.Move(kith.Submit, kith.Freelancer); err != nil {
		return err
	}
	return t.AddProposal(t.ctx, p)
}

// CompleteProposal adds or changes rate and letter while the client hasn't
// decided.
func (h *House) CompleteProposal(ctx context.Context, by By, id string, offer Offer) error {
	offer = offer.clean()
	if err := offer.check(true).Err(); err != nil {
		return err
	}
	return h.onProposal(ctx, by, id, kith.Freelancer, func(t *turn, p kith.Proposal) error {
		if err := t.unchanged(p.Edition()); err != nil {
			return err
		}
		p.Rate, p.Letter = offer.Rate, offer.Letter
		return t.moveProposal(p, kith.Complete, kith.Freelancer, kith.ProposalCompleted)
	})
}

// WithdrawProposal takes a proposal back.
func (h *House) WithdrawProposal(ctx context.Context, by By, id string) error {
	return h.onProposal(ctx, by, id, kith.Freelancer, func(t *turn, p kith.Proposal) error {
		return t.moveProposal(p, kith.Withdraw, kith.Freelancer, kith.ProposalBack)
	})
}

// Shortlist keeps a proposal in mind; Unshortlist changes that.
func (h *House) Shortlist(ctx context.Context, by By, id string) error {
	return h.onProposal(ctx, by, id, kith.Client, func(t *turn, p kith.Proposal) error {
		return t.moveProposal(p, kith.Shortlist, kith.Client, kith.ProposalShortlisted)
	})
}

// Unshortlist takes a proposal off the shortlist.
func (h *House) Unshortlist(ctx context.Context, by By, id string) error {
	return h.onProposal(ctx, by, id, kith.Client, func(t *turn, p kith.Proposal) error {
		return t.moveProposal(p, kith.Unshortlist, kith.Client, kith.ProposalUnlisted)
	})
}

// NotSelect says that the client doesn't choose a proposal, and why.
func (h *House) NotSelect(ctx context.Context, by By, id string, reason kith.NotSelectedReason) error {
	if !reason.Valid() {
		return kith.Problems{{Field: "reason", Key: "reason_missing"}}
	}
	return h.onProposal(ctx, by, id, kith.Client, func(t *turn, p kith.Proposal) error {
		p.Reason = reason
		return t.moveProposal(p, kith.NotSelect, kith.Client, kith.FreelancerNot)
	})
}

// Hire takes a freelancer. The hire for the last opening fills the job.
func (h *House) Hire(ctx context.Context, by By, id string) error {
	return h.onProposal(ctx, by, id, kith.Client, func(t *turn, p kith.Proposal) error {
		j, err := t.Job(t.ctx, p.Job.ID)
		if err != nil {
			return err
		}
		switch {
		case j.Status == kith.JobHeld:
			return kith.Refuse(kith.JobIsHeld)
		case !j.Live():
			return kith.Refuse(kith.JobNotOpen)
		}
		if err := t.moveProposal(p, kith.Hire, kith.Client, kith.FreelancerHired); err != nil {
			return err
		}
		if err := t.beginWork(p); err != nil {
			return err
		}
		if err := t.Chose(t.ctx, t.by.Person, store.RankedClient, j.ID, p.Freelancer.ID, t.by.Now); err != nil {
			return err
		}
		j.Hired++
		if j.Hired >= j.Openings {
			return t.endJob(j, kith.Fill, kith.House, kith.JobWasFilled, kith.BecauseHiredAnother)
		}
		return t.SaveJob(t.ctx, j)
	})
}

// onProposal runs an act on a proposal by the person who stands on that side.
func (h *House) onProposal(ctx context.Context, by By, id string, party kith.Party, change func(t *turn, p kith.Proposal) error) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		p, err := t.lockedProposal(id)
		if err != nil {
			return err
		}
		if p.Who(party).ID != t.by.Person {
			return kith.Refuse(kith.NotFound)
		}
		t.ledTo = p.ID
		return change(t, p)
	})
	return err
}

func (t *turn) lockedProposal(id string) (kith.Proposal, error) {
	if err := t.LockJobOfProposal(t.ctx, id); err != nil {
		return kith.Proposal{}, err
	}
	return t.Proposal(t.ctx, id)
}

// moveProposal takes a proposal where act leads, saves it and tells.
func (t *turn) moveProposal(p kith.Proposal, act kith.Act, party kith.Party, kind kith.EventKind) error {
	was := p.Status
	var err error
	if p.Status, err = p.Status.Move(act, party); err != nil {
		return err
	}
	if p.Status != was && !p.Status.Alive() {
		p.DecidedAt = t.by.Now
	}
	if err := t.SaveProposal(t.ctx, p, was); err != nil {
		return err
	}
	return t.proposalEvent(p, kind)
}

// proposalEvent tells the two of a proposal, and everybody whose referral led
// to it or was added to it (R11).
func (t *turn) proposalEvent(p kith.Proposal, kind kith.EventKind) error {
	e, err := t.happened(kith.Event{Kind: kind, Actor: t.by.Person, Job: p.Job.ID, Invitation: p.Invitation, Referral: p.Referral, Proposal: p.ID})
	if err != nil {
		return err
	}
	if err := t.tell(e, p.ID, p.Who, anybody); err != nil {
		return err
	}
	vouching, err := t.Vouching(t.ctx, p)
	if err != nil {
		return err
	}
	for _, r := range vouching {
		if err := t.tellReferrer(e, p, r.Referrer); err != nil {
			return err
		}
	}
	return nil
}

// tellReferrer is tell for one of the referrers of a proposal, of whom there may
// be several.
func (t *turn) tellReferrer(e kith.Event, p kith.Proposal, who kith.Someone) error {
	for _, n := range kith.Notices(e.Kind) {
		if n.Party != kith.Referrer || t.quiet || who.ID == e.Actor {
			continue
		}
		err := t.AddTask(t.ctx, store.Task{
			Once: fmt.Sprintf("letter:%s:%s:%s:%s", e.Kind, e.ID, n.Party, who.ID), Kind: store.TaskLetter, Subject: p.ID, Event: e.ID,
			Party: n.Party, Person: who.ID, Letter: n.Letter, Only: n.Only, Due: e.At,
		})
		if err != nil {
			return err
		}
	}
	return nil
}
