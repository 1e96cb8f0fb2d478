package act

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// AcceptReferral is the candidate's yes. Under an open policy it makes a
// proposal at once, under ask_me the client says yes too. The proposal's id
// comes back, or nothing while the client decides.
func (h *House) AcceptReferral(ctx context.Context, by By, id string, yes Yes) (proposal string, err error) {
	offer := yes.Offer.clean()
	if err := append(yes.check(), offer.check(true)...).Err(); err != nil {
		return "", err
	}
	return h.do(ctx, by, func(t *turn) error {
		r, party, err := t.lockedReferral(id)
		if err != nil {
			return err
		}
		was := r.State
		r.OwnVouch, r.OwnShared = yes.Vouch, yes.Shared
		if err := t.moveReferral(&r, kith.Accept, party, t.by.Now); err != nil {
			return err
		}
		r.SaidYesAt, r.Rate, r.Letter = t.by.Now, offer.Rate, offer.Letter
		if r.State == kith.AwaitingClient {
			return t.saveReferral(r, was, kith.CandidateYesAskMe, t.by.Person, t.by.Now)
		}
		return t.introduce(r, was, kith.CandidateYes)
	})
}

// DeclineReferral is the candidate's no, or "not now" with a date. They may
// still say it while the client decides.
func (h *House) DeclineReferral(ctx context.Context, by By, id string, no No) error {
	if err := no.check(by.Now).Err(); err != nil {
		return err
	}
	_, err := h.do(ctx, by, func(t *turn) error {
		if err := t.decline(id, no); err != nil || !no.NobodyBefore || no.Till == "" {
			return err
		}
		return t.awayUntil(no.Till)
	})
	return err
}

func (t *turn) decline(id string, no No) error {
	r, party, err := t.lockedReferral(id)
	if err != nil {
		return err
	}
	was, kind, how := r.State, kith.CandidateNo, kith.SaidNo
	if no.Reason == kith.ReasonNotNow {
		how = kith.SaidNotNow
	}
	if r.HoldsEnds() && party == kith.Candidate && !r.Held.Over() {
		r.Reason, r.NotNowTill = no.Reason, no.Till
		return t.holdEnd(r, how, kith.NoHeld)
	}
	r.How = how
	if was == kith.AwaitingClient {
		r.How, kind = kith.NoAfterYes, kith.CandidateNoLater
	}
	if err := t.moveReferral(&r, kith.Decline, party, t.by.Now); err != nil {
		return err
	}
	r.Reason, r.NotNowTill = no.Reason, no.Till
	return t.endTurn(r, was, kind, t.by.Person, t.by.Now)
}

// ApproveReferral is the client's yes under ask_me. The proposal's id comes
// back.
func (h *House) ApproveReferral(ctx context.Context, by By, id string) (proposal string, err error) {
	return h.do(ctx, by, func(t *turn) error {
		r, party, err := t.lockedReferral(id)
		if err != nil {
			return err
		}
		was := r.State
		if err := t.moveReferral(&r, kith.Approve, party, t.by.Now); err != nil {
			return err
		}
		return t.introduce(r, was, kith.ClientYes)
	})
}

// DisapproveReferral is the client's no under ask_me.
func (h *House) DisapproveReferral(ctx context.Context, by By, id string) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		r, party, err := t.lockedReferral(id)
		if err != nil {
			return err
		}
		was := r.State
		if err := t.moveReferral(&r, kith.Disapprove, party, t.by.Now); err != nil {
			return err
		}
		if err := t.saveReferral(r, was, kith.ClientNo, t.by.Person, t.by.Now); err != nil {
			return err
		}
		return t.endBench(r.Chain, t.by.Now)
	})
	return err
}

// introduce makes the proposal of a referral that has all the yeses it needs.
// A candidate who was in the job already keeps what they have; its source never
// changes (R11).
func (t *turn) introduce(r kith.Referral, was kith.ReferralState, kind kith.EventKind) error {
	p, err := t.ProposalOf(t.ctx, r.Job.ID, r.Candidate.ID)
	if store.IsNone(err) {
		p, err = t.referred(r)
	}
	if err != nil {
		return err
	}
	r.Proposal, t.ledTo = p.ID, p.ID
	if err := t.saveReferral(r, was, kind, t.by.Person, t.by.Now); err != nil {
		return err
	}
	return t.endBench(r.Chain, t.by.Now)
}

func (t *turn) referred(r kith.Referral) (kith.Proposal, error) {
	p := kith.Proposal{
		ID: t.house.IDs.New(), Job: r.Job, Freelancer: r.Candidate, Source: kith.Referred, Rate: r.Rate, Letter: r.Letter,
		Referral: r.ID, MadeAt: t.by.Now,
	}
	i, err := t.AliveInvitation(t.ctx, r.Job.ID, r.Candidate.ID)
	if store.IsNone(err) || err == nil && i.State != kith.Pending {
		return p, t.addProposal(p)
	}
	if err != nil {
		return p, err
	}
	p.Source, p.Invitation = kith.Invited, i.ID
	if err := t.addProposal(p); err != nil {
		return p, err
	}
	i.Proposal, i.EndedAt = p.ID, t.by.Now
	if i.State, _, err = i.State.Move(kith.Accept, kith.Freelancer); err != nil {
		return p, err
	}
	return p, t.SaveInvitation(t.ctx, i, kith.Pending)
}
