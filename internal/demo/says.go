package demo

import (
	"context"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
)

// The sentences that scenes are told in. Each is one act by one person.

func (s *story) by(who string, at time.Time) act.By { return act.By{Person: s.people[who], Now: at} }

// does adds an act that makes nothing to go on with.
func (s *story) does(at time.Time, who, what string, do func(ctx context.Context, by act.By) error) {
	s.add(at, who+" "+what, func(ctx context.Context, at time.Time) error { return do(ctx, s.by(who, at)) })
}

// makes adds an act that makes something to go on with.
func (s *story) makes(at time.Time, who, what string, t *thing, do func(ctx context.Context, by act.By) (string, error)) *thing {
	s.does(at, who, what, func(ctx context.Context, by act.By) (err error) {
		t.id, err = do(ctx, by)
		return err
	})
	return t
}

func (s *story) posts(at time.Time, who string, j kith.Job) *thing {
	return s.makes(at, who, "posts "+j.Title, &thing{client: who}, func(ctx context.Context, by act.By) (string, error) {
		return s.house.PostJob(ctx, by, j)
	})
}

func (s *story) edits(at time.Time, job *thing, j kith.Job) {
	s.does(at, job.client, "edits "+j.Title, func(ctx context.Context, by act.By) error { return s.house.EditJob(ctx, by, job.id, j) })
}

func (s *story) closes(at time.Time, job *thing) {
	s.does(at, job.client, "closes a job", func(ctx context.Context, by act.By) error { return s.house.CloseJob(ctx, by, job.id) })
}

func (s *story) invites(at time.Time, job *thing, whom, message string) *thing {
	t := &thing{client: job.client, freelancer: whom}
	return s.makes(at, job.client, "invites "+whom, t, func(ctx context.Context, by act.By) (string, error) {
		return s.house.Invite(ctx, by, job.id, s.people[whom], message)
	})
}

func (s *story) accepts(at time.Time, invitation *thing, o act.Offer) *thing {
	t := &thing{client: invitation.client, freelancer: invitation.freelancer}
	return s.makes(at, t.freelancer, "accepts", t, func(ctx context.Context, by act.By) (string, error) {
		return s.house.AcceptInvitation(ctx, by, invitation.id, o)
	})
}

func (s *story) passes(at time.Time, invitation *thing, no act.No) {
	s.does(at, invitation.freelancer, "passes", func(ctx context.Context, by act.By) error {
		return s.house.DeclineInvitation(ctx, by, invitation.id, no)
	})
}

func (s *story) takesBack(at time.Time, invitation *thing) {
	s.does(at, invitation.client, "takes an invitation back", func(ctx context.Context, by act.By) error {
		return s.house.WithdrawInvitation(ctx, by, invitation.id)
	})
}

// outside is whom a referral by a link puts forward.
const outside = "somebody outside"

// refers puts somebody forward, by handle, by an address, or by a link.
func (s *story) refers(at time.Time, invitation *thing, whom string, w act.Words) *thing {
	t := &thing{client: invitation.client, by: invitation.freelancer, colleague: whom, vouch: w.Vouch}
	return s.makes(at, t.by, "refers "+whom, t, func(ctx context.Context, by act.By) (string, error) {
		answers := act.Answers{Vouch: &w.Vouch, Note: &w.Note, HandOver: &w.HandOver}
		id, member := s.people[whom]
		switch {
		case whom == outside:
			answers.Outside = true
		case member:
			answers.Candidate = &id
		default:
			answers.Email = &whom
		}
		if err := s.house.Draft(ctx, by, invitation.id, answers); err != nil {
			return "", err
		}
		return s.house.Refer(ctx, by, invitation.id)
	})
}

// benches puts somebody behind the one who is asked.
func (s *story) benches(at time.Time, referral *thing, whom string, vouch kith.Vouch, note string) {
	s.does(at, referral.by, "benches "+whom, func(ctx context.Context, by act.By) error {
		return s.house.AddToBench(ctx, by, referral.id, act.OnBench{Candidate: s.people[whom], Vouch: vouch, Note: note})
	})
}

func (s *story) undoes(at time.Time, referral *thing) {
	s.does(at, referral.by, "undoes", func(ctx context.Context, by act.By) error { return s.house.UndoReferral(ctx, by, referral.id) })
}

func (s *story) withdraws(at time.Time, referral *thing) {
	s.does(at, referral.by, "withdraws", func(ctx context.Context, by act.By) error { return s.house.WithdrawReferral(ctx, by, referral.id) })
}

// saysYes is the candidate's yes. The proposal has its id at once where the
// policy is open, else after the client's yes.
func (s *story) saysYes(at time.Time, referral *thing, o act.Offer) *thing {
	t := &thing{client: referral.client, freelancer: referral.colleague}
	return s.makes(at, t.freelancer, "says yes", t, func(ctx context.Context, by act.By) (string, error) {
		return s.house.AcceptReferral(ctx, by, referral.id, act.Yes{Offer: o, Vouch: referral.vouch})
	})
}

func (s *story) saysNo(at time.Time, referral *thing, no act.No) {
	s.does(at, referral.colleague, "says no", func(ctx context.Context, by act.By) error {
		return s.house.DeclineReferral(ctx, by, referral.id, no)
	})
}

func (s *story) approves(at time.Time, referral, proposal *thing) {
	s.makes(at, referral.client, "approves", proposal, func(ctx context.Context, by act.By) (string, error) {
		return s.house.ApproveReferral(ctx, by, referral.id)
	})
}

func (s *story) disapproves(at time.Time, referral *thing) {
	s.does(at, referral.client, "says no", func(ctx context.Context, by act.By) error { return s.house.DisapproveReferral(ctx, by, referral.id) })
}

func (s *story) applies(at time.Time, job *thing, who string, o act.Offer) *thing {
	t := &thing{client: job.client, freelancer: who}
	return s.makes(at, who, "applies", t, func(ctx context.Context, by act.By) (string, error) {
		return s.house.Apply(ctx, by, job.id, o)
	})
}

func (s *story) completes(at time.Time, p *thing, o act.Offer) {
	s.does(at, p.freelancer, "completes", func(ctx context.Context, by act.By) error { return s.house.CompleteProposal(ctx, by, p.id, o) })
}

func (s *story) takesProposalBack(at time.Time, p *thing) {
	s.does(at, p.freelancer, "takes a proposal back", func(ctx context.Context, by act.By) error { return s.house.WithdrawProposal(ctx, by, p.id) })
}

func (s *story) shortlists(at time.Time, p *thing) {
	s.does(at, p.client, "shortlists "+p.freelancer, func(ctx context.Context, by act.By) error { return s.house.Shortlist(ctx, by, p.id) })
}

// workEnds says from the client's side that the work is done, and what both say
// of it, as far as they do; a zero outcome isn't given.
func (s *story) workEnds(at time.Time, p *thing, byClient, byFreelancer kith.Outcome) {
	s.does(at, p.client, "is done with "+p.freelancer, func(ctx context.Context, by act.By) error {
		return s.house.FinishWork(ctx, by, p.id)
	})
	for _, one := range []struct {
		who     string
		outcome kith.Outcome
		after   time.Duration
	}{{p.client, byClient, 20 * time.Minute}, {p.freelancer, byFreelancer, 26 * time.Hour}} {
		if one.outcome.Rating > 0 {
			s.does(at.Add(one.after), one.who, "says how it was", func(ctx context.Context, by act.By) error {
				return s.house.SayOutcome(ctx, by, p.id, one.outcome)
			})
		}
	}
}

func (s *story) hires(at time.Time, p *thing) {
	s.does(at, p.client, "hires "+p.freelancer, func(ctx context.Context, by act.By) error { return s.house.Hire(ctx, by, p.id) })
}

func (s *story) doesNotSelect(at time.Time, p *thing, why kith.NotSelectedReason) {
	s.does(at, p.client, "doesn’t select "+p.freelancer, func(ctx context.Context, by act.By) error { return s.house.NotSelect(ctx, by, p.id, why) })
}

func (s *story) writes(at time.Time, who string, p *thing, text string) {
	s.does(at, who, "writes", func(ctx context.Context, by act.By) error { return s.house.Write(ctx, by, p.id, text) })
}

// offer is a rate for the whole job, in whole units, and a letter.
func offer(rate int64, currency, letter string) act.Offer {
	return act.Offer{Rate: kith.Money{Amount: rate * 100, Currency: currency}, Letter: letter}
}

var profileOnly = act.Offer{ProfileOnly: true}

func budget(lower, upper int64, currency string) kith.Range {
	return kith.Range{Lower: lower * 100, Upper: upper * 100, Currency: currency}
}
