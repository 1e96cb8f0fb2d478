package act

import (
	"context"
	"slices"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// Answers are the referrer's answers on the way to a referral, one question a
// page. What a page doesn't ask for stays as it is.
type Answers struct {
	Candidate, Email *string
	Outside          bool // whoever gets a link
	Vouch            *kith.Vouch
	Shared           *bool
	Note, HandOver   *string
}

// Draft keeps answers, so that Back and a closed window lose nothing.
func (h *House) Draft(ctx context.Context, by By, invitation string, a Answers) error {
	_, err := h.keep(ctx, by, func(t *turn) error {
		i, err := t.myInvitation(invitation)
		if err != nil && !refusedWith(err, kith.InvitationExpired) {
			return err
		}
		d, err := t.Tx.Draft(t.ctx, i.ID, t.by.Person)
		if err != nil {
			return err
		}
		d = a.onto(d)
		if err := t.checkCandidate(i, d); err != nil {
			return err
		}
		if d.Ref, err = t.freeReference(d.Ref); err != nil {
			return err
		}
		if err := t.choseWho(i, a); err != nil {
			return err
		}
		return t.SaveDraft(t.ctx, d, t.by.Now)
	})
	return err
}

func (a Answers) onto(d store.Draft) store.Draft {
	if a.Candidate != nil {
		d.Candidate, d.Email, d.Outside = *a.Candidate, "", false
	}
	if a.Email != nil {
		d.Candidate, d.Email, d.Outside = "", *a.Email, false
	}
	if a.Outside {
		d.Candidate, d.Email, d.Outside = "", "", true
	}
	if a.Vouch != nil {
		d.Vouch = *a.Vouch
	}
	if a.Shared != nil {
		d.Shared = *a.Shared
	}
	if a.Note != nil {
		d.Note = kith.Clean(*a.Note)
	}
	if a.HandOver != nil {
		d.HandOver = kith.Clean(*a.HandOver)
	}
	return d
}

// checkCandidate refuses, in plain words, a candidate who can't be one.
func (t *turn) checkCandidate(i kith.Invitation, d store.Draft) error {
	if d.Candidate == "" && d.Email == "" && !d.Outside {
		return nil
	}
	_, err := t.candidate(i, d)
	return err
}

// candidate is the referral that a draft would make, as far as who is in it.
func (t *turn) candidate(i kith.Invitation, d store.Draft) (kith.Referral, error) {
	r := kith.Referral{Invitation: i.ID, Job: i.Job, Client: i.Job.Client, Referrer: i.Freelancer, Email: d.Email, Title: i.Job.Title}
	before, err := t.CandidatesBefore(t.ctx, i.Job.ID, i.Freelancer.ID)
	if err != nil {
		return r, err
	}
	if d.Outside {
		r.Outside = true
		return r, i.Job.MayReferOutside()
	}
	if d.Email != "" {
		return r, t.byAddress(&r, before)
	}
	who, err := t.Person(t.ctx, d.Candidate)
	if err != nil {
		return r, err
	}
	r.Candidate = who.Someone()
	if err := kith.MayAsk(r, before); err != nil {
		return r, err
	}
	return r, t.mayBeAsked(r)
}

// byAddress finds the account of an address, if there is one. Whoever can't be
// asked is dealt with like an address without an account: nobody is asked and
// nothing tells (R2). What the referrer knows themselves is refused openly:
// their own address, and one they gave before.
func (t *turn) byAddress(r *kith.Referral, before []string) error {
	me, err := t.Person(t.ctx, r.Referrer.ID)
	if err != nil {
		return err
	}
	who, err := t.SomeoneByEmail(t.ctx, r.Email)
	if err != nil && !store.IsNone(err) {
		return err
	}
	if slices.Contains(before, r.Email) {
		return kith.Refuse(kith.ReferredBefore)
	}
	if r.Email == me.Email {
		return kith.Refuse(kith.ReferSelf)
	}
	if who.ID != "" && who.ID != r.Client.ID && !slices.Contains(before, who.ID) {
		r.Candidate = who
	}
	return nil
}

// freeReference is a reference number that no referral has: the wanted one, if
// there is one and it is free.
func (t *turn) freeReference(wanted string) (string, error) {
	for {
		if wanted != "" {
			_, err := t.ReferralByRef(t.ctx, wanted)
			if store.IsNone(err) {
				return wanted, nil
			}
			if err != nil {
				return "", err
			}
		}
		wanted = t.house.IDs.Reference()
	}
}

// Words are what the referrer writes.
type Words struct {
	Vouch          kith.Vouch
	Shared         bool // a business or household
	Note, HandOver string
}

// CheckWords is what is missing or too long in them, cleaned already, or what
// is less than the job asks for.
func CheckWords(w Words, least kith.Vouch) kith.Problems {
	wrong := CheckVouch(w.Vouch, least)
	wrong.Add(w.Note == "", "note", "note_missing")
	wrong.Add(kith.Length(w.Note) > kith.NoteMax, "note", "too_long", "max", kith.NoteMax)
	wrong.Add(kith.Length(w.HandOver) > kith.NoteMax, "hand_over", "too_long", "max", kith.NoteMax)
	return wrong
}

// CheckVouch is what is wrong with the referrer's answer how they know the
// colleague.
func CheckVouch(v, least kith.Vouch) kith.Problems {
	var wrong kith.Problems
	wrong.Add(!v.Valid(), "vouch", "vouch_missing")
	wrong.Add(v.Valid() && !v.AtLeast(least), "vouch", "vouch_below."+string(least))
	return wrong
}

// lockedReferral locks and loads a referral on which the one who acts has a
// side, and lets first happen what is due on it, whether or not the sweep has
// run. Somebody without a part in it, or who may not know of it yet, finds
// nothing.
func (t *turn) lockedReferral(id string) (kith.Referral, kith.Party, error) {
	r, err := t.dueReferral(id)
	if err != nil {
		return r, kith.Stranger, err
	}
	party := r.PartyOf(t.by.Person)
	if r.Sees(party, kith.TheReferral) == kith.Absent {
		return r, kith.Stranger, kith.Refuse(kith.NotFound)
	}
	return r, party, nil
}

func (t *turn) dueReferral(id string) (kith.Referral, error) {
	if err := t.LockJobOfReferral(t.ctx, id); err != nil {
		return kith.Referral{}, err
	}
	r, err := t.Referral(t.ctx, id)
	if err != nil || !r.State.Live() && r.State != kith.Queued && r.FollowedBy == "" {
		return r, err
	}
	if err := t.settleChain(r.Chain); err != nil {
		return r, err
	}
	return t.Referral(t.ctx, id)
}

// settleChain lets happen what is due on whoever of a chain is asked now, and
// on those who are asked after that.
func (t *turn) settleChain(chain string) error {
	for {
		if err := t.benchUnchecked(chain); err != nil {
			return err
		}
		r, live, err := t.activeOf(chain)
		if err != nil || !live {
			return err
		}
		if q := r.Stand.QuestionTill; !q.IsZero() && !t.by.Now.Before(q) && q.Before(r.Stand.TooLongAt()) {
			if err := t.questionIsOver(r); err != nil {
				return err
			}
			continue
		}
		if !r.Late(t.by.Now) {
			return nil
		}
		switch {
		case r.Stand.Stands():
			err = t.cancel(r, kith.StoodTooLong, r.Stand.TooLongAt())
			if err == nil {
				err = t.declineStands(r)
			}
		case r.Checked():
			err = t.unchecked(r)
		case r.State == kith.Sending:
			_, err = t.leave(r)
		default:
			_, err = t.lapse(r)
		}
		if err != nil {
			return err
		}
	}
}

// moveReferral takes a referral where act leads at a time. Whoever is given
// time gets a deadline, reminder and lapse; what ends gets its end.
func (t *turn) moveReferral(r *kith.Referral, act kith.Act, party kith.Party, at time.Time) error {
	if err := r.MayNow(act, party); err != nil {
		return err
	}
	next, within, err := r.State.Move(act, party, r.Policy())
	if err != nil {
		return err
	}
	was := r.State
	if r.Checked() && next != was {
		if err := t.reviewIsGone(*r, at); err != nil {
			return err
		}
		r.How = ""
	}
	r.State, r.Deadline = next, time.Time{}
	if !next.Live() {
		r.EndedAt = at
		return nil
	}
	if next == kith.AwaitingClient {
		r.SaidYesAt = at
	}
	if was != next && r.Stand.Stands() { // the new deadline begins now, and an act closes the question
		*r = r.Restarted(at)
	}
	waits := r.Who(turnOf(next))
	r.Deadline = kith.DueBy(at, within, t.zone(waits))
	if next == kith.AwaitingOutsider { // quiet hours don't hold for links
		r.Deadline = at.Add(within)
	}
	if err := t.later(store.TaskRemind, r.ID, t.reminderOf(*r)); err != nil {
		return err
	}
	return t.later(store.TaskLapse, r.ID, r.Deadline)
}

func turnOf(s kith.ReferralState) kith.Party {
	if s == kith.AwaitingClient {
		return kith.Client
	}
	return kith.Candidate
}

// saveReferral saves a referral that was in state was and tells those who may
// know.
func (t *turn) saveReferral(r kith.Referral, was kith.ReferralState, kind kith.EventKind, actor string, at time.Time) error {
	if err := t.SaveReferral(t.ctx, r, was); err != nil {
		return err
	}
	return t.referralEvent(r, kind, actor, at)
}

func (t *turn) referralEvent(r kith.Referral, kind kith.EventKind, actor string, at time.Time) error {
	e, err := t.happened(kith.Event{
		Kind: kind, At: at, Actor: actor, Job: r.Job.ID, Invitation: r.Invitation, Referral: r.ID, Proposal: r.Proposal, Till: r.Deadline,
	})
	if err != nil {
		return err
	}
	return t.tell(e, r.ID, r.Who, func(p kith.Party) bool { return r.Told(p, e) && !t.neverAsked(r, p, e) })
}

// neverAsked says that a candidate has no end to hear of: the referral leaves
// late and is cancelled in one act, so that the letter which would have asked
// them is overtaken before it is written.
func (t *turn) neverAsked(r kith.Referral, party kith.Party, e kith.Event) bool {
	return slices.Contains(t.left, r.ID) && party == kith.Candidate && e.Kind == kith.ReferralCancelled
}
