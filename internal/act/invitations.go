package act

import (
	"context"
	"time"

	"kith/internal/kith"
)

// Invite asks a freelancer to propose for a job. The invitation's id comes back.
func (h *House) Invite(ctx context.Context, by By, job, freelancer, message string) (id string, err error) {
	message = kith.Clean(message)
	if kith.Length(message) > kith.NoteMax {
		return "", kith.Problems{{Field: "message", Key: "too_long", Args: []any{"max", kith.NoteMax}}}
	}
	return h.do(ctx, by, func(t *turn) error {
		j, err := t.myJob(job)
		if err != nil {
			return err
		}
		who, err := t.Person(t.ctx, freelancer)
		if err != nil {
			return err
		}
		if err := t.mayInvite(j, who); err != nil {
			return err
		}
		state, within, err := kith.InvitationState("").Move(kith.Invite, kith.Client)
		if err != nil {
			return err
		}
		i := kith.Invitation{ID: t.house.IDs.New(), Job: j, Freelancer: who.Someone(), Message: message, State: state, InvitedAt: t.by.Now}
		i.ExpiresAt = kith.DueBy(t.by.Now, within, t.zone(i.Freelancer))
		t.ledTo = i.ID
		if err := t.AddInvitation(t.ctx, i); err != nil {
			return err
		}
		return t.invited(i, t.by.Person, true)
	})
}

// invited says that an invitation is out, and sets its clocks.
func (t *turn) invited(i kith.Invitation, actor string, mail bool) error {
	e, err := t.happened(kith.Event{Kind: kith.FreelancerInvited, At: i.InvitedAt, Actor: actor, Job: i.Job.ID, Invitation: i.ID, Till: i.ExpiresAt})
	if err != nil {
		return err
	}
	if mail {
		if err := t.tell(e, i.ID, i.Who, anybody); err != nil {
			return err
		}
	}
	return t.invitationClocks(i) // an imported one may be older than its reminder, which is then left out
}

func (t *turn) mayInvite(j kith.Job, who kith.Person) error {
	pending, err := t.CountPending(t.ctx, j.ID)
	if err != nil {
		return err
	}
	invited, err := t.invitedAsClientSees(j.ID, who.ID)
	if err != nil {
		return err
	}
	_, proposedErr := t.ProposalOf(t.ctx, j.ID, who.ID)
	switch {
	case !j.Open():
		return kith.Refuse(j.NotOpenFor())
	case who.ID == j.Client.ID:
		return kith.Refuse(kith.OwnJob)
	case invited:
		return kith.Refuse(kith.AlreadyInvited)
	case proposedErr == nil:
		return kith.Refuse(kith.AlreadyInJob)
	}
	return t.house.Limits.MayInvite(pending)
}

// invitedAsClientSees says whether somebody has a pending or accepted invitation
// to a job. One that was declined by a referral which is still sending is among
// them: the client must not learn of it yet, and undo brings it back.
func (t *turn) invitedAsClientSees(job, person string) (bool, error) {
	all, err := t.InvitationsFor(t.ctx, job)
	for _, i := range all {
		if i.Freelancer.ID == person && i.ToClient(t.by.Now).Alive() {
			return true, err
		}
	}
	return false, err
}

// AcceptInvitation makes an invitation a proposal, whose id comes back.
func (h *House) AcceptInvitation(ctx context.Context, by By, id string, offer Offer) (proposal string, err error) {
	offer = offer.clean()
	if err := offer.check(true).Err(); err != nil {
		return "", err
	}
	return h.do(ctx, by, func(t *turn) error {
		i, err := t.myInvitation(id)
		if err != nil {
			return err
		}
		if i.Job.Status == kith.JobHeld {
			return kith.Refuse(kith.JobIsHeld)
		}
		if _, err := t.ProposalOf(t.ctx, i.Job.ID, t.by.Person); err == nil {
			return kith.Refuse(kith.AlreadyInJob)
		}
		p := kith.Proposal{
			ID: t.house.IDs.New(), Job: i.Job, Freelancer: i.Freelancer, Source: kith.Invited, Rate: offer.Rate, Letter: offer.Letter,
			Invitation: i.ID, MadeAt: t.by.Now,
		}
		if err := t.addProposal(p); err != nil {
			return err
		}
		t.ledTo = p.ID
		i.Proposal = p.ID
		return t.moveInvitation(i, kith.Accept, kith.Freelancer, kith.InvitationYes, t.by.Now, nil)
	})
}

// DeclineInvitation says no, with a reason; "not now" with a date.
func (h *House) DeclineInvitation(ctx context.Context, by By, id string, no No) error {
	if err := no.check(by.Now).Err(); err != nil {
		return err
	}
	_, err := h.do(ctx, by, func(t *turn) error {
		i, err := t.myInvitation(id)
		if err != nil {
			return err
		}
		return t.moveInvitation(i, kith.Decline, kith.Freelancer, kith.InvitationNo, t.by.Now, func(i *kith.Invitation) {
			i.Reason, i.NotNowTill, i.Advice = no.Reason, no.Till, no.Advice
		})
	})
	return err
}

// WithdrawInvitation takes an invitation back. A referral from it that is still
// sending is cancelled, one that has left goes on.
func (h *House) WithdrawInvitation(ctx context.Context, by By, id string) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		i, err := t.lockedInvitation(id)
		if err != nil {
			return err
		}
		if i.Job.Client.ID != t.by.Person {
			return kith.Refuse(kith.NotFound)
		}
		if i.HandOn.State == kith.Sending && i.ToClient(t.by.Now).State == kith.Pending {
			r, err := t.dueReferral(i.HandOn.Referral)
			if err != nil {
				return err
			}
			if r.State == kith.Sending {
				return t.takeBackWhileSending(i, r)
			}
		}
		if i.Late(t.by.Now) {
			return kith.Refuse(kith.InvitationExpired)
		}
		if i.State == kith.Declined && i.Reason != kith.HandedOn && i.ToClient(t.by.Now).State == kith.Pending {
			return t.takeBackDeclined(i)
		}
		switch i.State {
		case kith.Accepted, kith.Declined:
			return kith.Refuse(kith.AlreadyAnswered)
		case kith.Withdrawn, kith.Expired:
			return kith.Refuse(kith.AlreadyEnded)
		}
		return t.moveInvitation(i, kith.Withdraw, kith.Client, kith.InvitationBack, t.by.Now, nil)
	})
	return err
}

// takeBackDeclined takes back what the client sees as pending still, because a
// decline can be undone. Whoever declined has nothing to answer and is not told.
func (t *turn) takeBackDeclined(i kith.Invitation) error {
	var err error
	if i.State, _, err = i.State.Move(kith.Withdraw, kith.Client); err != nil {
		return err
	}
	i.EndedAt = t.by.Now
	if err := t.SaveInvitation(t.ctx, i, kith.Declined); err != nil {
		return err
	}
	_, err = t.happened(kith.Event{Kind: kith.InvitationBack, Actor: t.by.Person, Job: i.Job.ID, Invitation: i.ID})
	return err
}

func (t *turn) takeBackWhileSending(i kith.Invitation, r kith.Referral) error {
	was := i.State
	var err error
	if i.State, _, err = i.State.Move(kith.Withdraw, kith.Client); err != nil {
		return err
	}
	i.EndedAt = t.by.Now
	if err := t.SaveInvitation(t.ctx, i, was); err != nil {
		return err
	}
	return t.cancel(r, kith.TakenBack, t.by.Now)
}

// RemindInvitation and LapseInvitation are the clock's acts.

// RemindInvitation remembers a pending invitation.
func (h *House) RemindInvitation(ctx context.Context, id string, now time.Time) error {
	return h.clock(ctx, now, func(t *turn) error {
		i, err := t.lockedInvitation(id)
		if err != nil || i.State != kith.Pending || i.Stand.Stands() || i.Late(now) || now.Before(i.RemindAt(t.zone(i.Freelancer))) {
			return err
		}
		events, err := t.EventsOfInvitation(t.ctx, i.ID)
		if err != nil || told(events, kith.InvitationReminded, time.Time{}) {
			return err
		}
		return t.invitationEvent(i, kith.InvitationReminded, now)
	})
}

// LapseInvitation ends a pending invitation whose time is over.
func (h *House) LapseInvitation(ctx context.Context, id string, now time.Time) error {
	return h.clock(ctx, now, func(t *turn) error {
		i, err := t.lockedInvitation(id)
		if err != nil || !i.Late(now) {
			return err
		}
		return t.lapseInvitation(i)
	})
}

func (t *turn) lapseInvitation(i kith.Invitation) error {
	return t.moveInvitation(i, kith.Lapse, kith.Clock, kith.InvitationLapsed, i.RunsOut(), nil)
}

// myInvitation locks and loads an invitation of the one who acts. One whose
// time is over has lapsed, whether or not the sweep has run.
func (t *turn) myInvitation(id string) (kith.Invitation, error) {
	i, err := t.lockedInvitation(id)
	if err == nil && i.Freelancer.ID != t.by.Person {
		return i, kith.Refuse(kith.NotFound)
	}
	if err == nil && i.Late(t.by.Now) {
		return i, kith.Refuse(kith.InvitationExpired)
	}
	return i, err
}

func (t *turn) lockedInvitation(id string) (kith.Invitation, error) {
	if err := t.LockJobOfInvitation(t.ctx, id); err != nil {
		return kith.Invitation{}, err
	}
	return t.Invitation(t.ctx, id)
}

// moveInvitation takes an invitation where act leads, saves it and tells.
func (t *turn) moveInvitation(i kith.Invitation, act kith.Act, party kith.Party, kind kith.EventKind, at time.Time, with func(*kith.Invitation)) error {
	was := i.State
	var err error
	if i.State, _, err = i.State.Move(act, party); err != nil {
		return err
	}
	i.EndedAt = at
	if with != nil {
		with(&i)
	}
	if err := t.SaveInvitation(t.ctx, i, was); err != nil {
		return err
	}
	return t.invitationEvent(i, kind, at)
}

func (t *turn) invitationEvent(i kith.Invitation, kind kith.EventKind, at time.Time) error {
	actor := t.by.Person
	if kind == kith.InvitationLapsed {
		actor = "" // time ended it, whoever came upon it
	}
	e, err := t.happened(kith.Event{Kind: kind, At: at, Actor: actor, Job: i.Job.ID, Invitation: i.ID, Proposal: i.Proposal})
	if err != nil {
		return err
	}
	due := e.At
	if kind == kith.InvitationNo { // until then it can be taken back
		due = due.Add(kith.UndoTime)
	}
	return t.tellLater(e, due, i.ID, i.Who, anybody)
}
