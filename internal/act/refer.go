package act

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// Refer sends the referral that the draft of an invitation describes. It leaves
// in ten minutes; until then it can be undone or edited. A pending invitation
// is declined in the same act (R1). The referral's id comes back.
func (h *House) Refer(ctx context.Context, by By, invitation string) (id string, err error) {
	return h.ReferWithAdvice(ctx, by, invitation, "")
}

// ReferWithAdvice is Refer with what the referrer taps for the client, who
// passes with it (R20). Where they declined before, nothing tapped leaves what
// they said then.
func (h *House) ReferWithAdvice(ctx context.Context, by By, invitation string, advice kith.Advice) (id string, err error) {
	if !advice.Valid() {
		return "", kith.Problems{{Field: "advice", Key: "choice_missing"}}
	}
	return h.do(ctx, by, func(t *turn) error {
		if err := t.LockJobOfInvitation(t.ctx, invitation); err != nil {
			return err
		}
		if err := t.LockPerson(t.ctx, t.by.Person); err != nil {
			return err
		}
		i, err := t.currentInvitation(invitation)
		if err != nil {
			return err
		}
		if err := t.mayRefer(i, kith.Referral{}); err != nil {
			return err
		}
		r, err := t.drafted(i)
		if err != nil {
			return err
		}
		if i.State != kith.Expired && advice != "" {
			i.Advice = advice
		}
		return t.send(i, r)
	})
}

// currentInvitation loads the actor's own invitation, lapsed if its time is
// over.
func (t *turn) currentInvitation(id string) (kith.Invitation, error) {
	i, err := t.Invitation(t.ctx, id)
	if err != nil {
		return i, err
	}
	if i.Freelancer.ID != t.by.Person {
		return i, kith.Refuse(kith.NotFound)
	}
	if i.Late(t.by.Now) {
		if err := t.lapseInvitation(i); err != nil {
			return i, err
		}
		return t.Invitation(t.ctx, id)
	}
	return i, nil
}

// mayRefer asks the rules. When they are asked again as a referral leaves, that
// one doesn't count against itself.
func (t *turn) mayRefer(i kith.Invitation, leaving kith.Referral) error {
	live, err := t.CountLive(t.ctx, i.Freelancer.ID)
	if err != nil {
		return err
	}
	q := kith.HandOnQuestion{Invitation: i, LiveReferrer: live, Limits: t.house.Limits, Now: t.by.Now}
	if leaving.ID == "" { // what was sent goes on, whatever the operator changes meanwhile
		if q.NotYet, err = t.notYet(i.Freelancer.ID); err != nil {
			return err
		}
	} else {
		q.Invitation.HandOn, q.LiveReferrer, q.Now = kith.HandOn{}, live-1, leaving.SentAt
	}
	return kith.MayRefer(q)
}

// notYet says whether handing on isn't switched on for somebody yet.
func (t *turn) notYet(person string) (bool, error) {
	if !t.house.RollOut.Gradual {
		return false, nil
	}
	p, err := t.Person(t.ctx, person)
	return !t.house.RollOut.Includes(p), err
}

// drafted is the referral that the draft describes, or what is missing in it.
func (t *turn) drafted(i kith.Invitation) (kith.Referral, error) {
	d, err := t.Tx.Draft(t.ctx, i.ID, t.by.Person)
	if err != nil {
		return kith.Referral{}, err
	}
	wrong := CheckWords(Words{d.Vouch, d.Shared, d.Note, d.HandOver}, i.Job.MinVouch)
	wrong.Add(d.Candidate == "" && d.Email == "" && !d.Outside, "who", "candidate_missing")
	if err := wrong.Err(); err != nil {
		return kith.Referral{}, err
	}
	ref, err := t.freeReference(d.Ref)
	if err != nil {
		return kith.Referral{}, err
	}
	r, err := t.candidate(i, d)
	if err != nil {
		return r, err
	}
	r.ID, r.Ref, r.Vouch, r.Note, r.HandOver = t.house.IDs.New(), ref, d.Vouch, d.Note, d.HandOver
	r.Shared, r.MinVouch, r.Chain = d.Shared, i.Job.MinVouch, r.ID
	return r, t.checkBench(i, d)
}

func (t *turn) send(i kith.Invitation, r kith.Referral) error {
	var err error
	if r.State, _, err = kith.ReferralState("").Move(kith.Refer, kith.Referrer, r.Job.Policy()); err != nil {
		return err
	}
	r.SentAt, r.LeavesAt = t.by.Now, t.by.Now.Add(kith.UndoTime)
	r.Restores = i.State == kith.Pending
	review, err := t.addChecked(&r)
	if err != nil {
		return err
	}
	was := i.State
	if i.State, _, err = i.State.Move(kith.Refer, kith.Freelancer); err != nil {
		return err
	}
	if r.Restores {
		i.Reason, i.EndedAt = kith.HandedOn, t.by.Now
	}
	i.HandOn = kith.HandOn{Referral: r.ID, State: r.State}
	if err := t.SaveInvitation(t.ctx, i, was); err != nil {
		return err
	}
	d, err := t.Tx.Draft(t.ctx, i.ID, t.by.Person)
	if err != nil {
		return err
	}
	if err := t.sendBench(i, r, d.Bench); err != nil {
		return err
	}
	if err := t.DropDraft(t.ctx, i.ID); err != nil {
		return err
	}
	t.ledTo = r.ID
	if err := t.later(store.TaskLeave, r.ID, r.LeavesAt); err != nil {
		return err
	}
	if err := t.referralEvent(r, kith.ReferralSent, t.by.Person, t.by.Now); err != nil {
		return err
	}
	return t.heldForReview(r, review)
}

// EditReferral changes the words of a referral that has not left. The ten
// minutes don't start anew. The words are checked again.
func (h *House) EditReferral(ctx context.Context, by By, id string, w Words) error {
	w.Note, w.HandOver = kith.Clean(w.Note), kith.Clean(w.HandOver)
	_, err := h.do(ctx, by, func(t *turn) error {
		r, party, err := t.lockedReferral(id)
		if err != nil {
			return err
		}
		if _, _, err := r.State.Move(kith.Edit, party, r.Job.Policy()); err != nil {
			return err
		}
		if err := t.unchanged(r.Edition()); err != nil {
			return err
		}
		if err := r.MayNow(kith.Edit, party); err != nil {
			return err
		}
		if err := CheckWords(w, r.MinVouch).Err(); err != nil {
			return err
		}
		r.Vouch, r.Shared, r.Note, r.HandOver = w.Vouch, w.Shared, w.Note, w.HandOver
		return t.edited(r)
	})
	return err
}

// UndoReferral takes a referral back as if it had not been, and the decline
// with it, where the referral brought that along.
func (h *House) UndoReferral(ctx context.Context, by By, id string) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		r, party, err := t.lockedReferral(id)
		if err != nil {
			return err
		}
		if r.State == kith.Queued { // who is on the bench goes back with the first
			if r, _, err = t.activeOf(r.Chain); err != nil {
				return err
			}
		}
		was := r.State
		if err := t.moveReferral(&r, kith.Undo, party, t.by.Now); err != nil {
			return err
		}
		if err := t.saveReferral(r, was, kith.ReferralUndone, t.by.Person, t.by.Now); err != nil {
			return err
		}
		bench, err := t.undoBench(r.Chain, t.by.Now)
		if err != nil {
			return err
		}
		if err := t.backToDraft(r, bench); err != nil {
			return err
		}
		return t.restore(r)
	})
	return err
}

// backToDraft keeps the words of an undone referral for another try.
func (t *turn) backToDraft(r kith.Referral, bench []store.Benched) error {
	ref, err := t.freeReference("")
	if err != nil {
		return err
	}
	d := store.Draft{
		Invitation: r.Invitation, Referrer: r.Referrer.ID, Candidate: r.Candidate.ID, Email: r.Email, Outside: r.Outside, Vouch: r.Vouch, Shared: r.Shared, Note: r.Note,
		HandOver: r.HandOver, Ref: ref, Bench: bench,
	}
	if r.ByAddress() {
		d.Candidate = ""
	}
	return t.SaveDraft(t.ctx, d, t.by.Now)
}

// restore brings the invitation back to where it was before the referral.
func (t *turn) restore(r kith.Referral) error {
	i, err := t.Invitation(t.ctx, r.Invitation)
	if err != nil {
		return err
	}
	was := i.State
	i.HandOn = kith.HandOn{}
	if r.Restores {
		if i.State, _, err = i.State.Move(kith.Undo, kith.Freelancer); err != nil {
			return err
		}
		i.Reason, i.Advice, i.EndedAt = "", "", time.Time{}
	}
	if err := t.SaveInvitation(t.ctx, i, was); err != nil || i.State != kith.Pending {
		return err
	}
	if i.Late(t.by.Now) { // the sweep has passed its deadline by
		return t.lapseInvitation(i)
	}
	return nil
}

// WithdrawReferral takes a referral back until the candidate's yes.
func (h *House) WithdrawReferral(ctx context.Context, by By, id string) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		r, party, err := t.lockedReferral(id)
		if err != nil {
			return err
		}
		was := r.State
		if err := t.moveReferral(&r, kith.Withdraw, party, t.by.Now); err != nil {
			return err
		}
		if err := t.saveReferral(r, was, kith.ReferralTakenBack, t.by.Person, t.by.Now); err != nil {
			return err
		}
		if was == kith.AwaitingOutsider {
			r.State = was
			if err := t.declineStands(r); err != nil {
				return err
			}
		}
		return t.endBench(r.Chain, t.by.Now)
	})
	return err
}
