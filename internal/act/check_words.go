package act

import (
	"time"

	"kith/internal/check"
	"kith/internal/kith"
	"kith/internal/store"
)

// found are the grounds on which the words of a referral have to be looked at:
// each of the two notes alone, and both together (R15). What a reviewer has let
// pass before, word for word, passes.
func (t *turn) found(r kith.Referral) ([]kith.Ground, error) {
	var all []kith.Ground
	for _, rule := range check.Broken(check.Texts(r.Note, r.HandOver)) {
		all = append(all, kith.Ground(rule))
	}
	if len(all) == 0 {
		return nil, nil
	}
	allowed, err := t.Allowed(t.ctx, r.Referrer.ID, r.Note, r.HandOver)
	if allowed {
		return nil, err
	}
	return all, err
}

// addChecked keeps a new referral. Where its words have to be looked at, it is
// held, and the review comes back that has to follow.
func (t *turn) addChecked(r *kith.Referral) (*kith.Review, error) {
	found, err := t.found(*r)
	if err != nil {
		return nil, err
	}
	var review *kith.Review
	if len(found) > 0 {
		review = t.hold(r, found)
	}
	return review, t.AddReferral(t.ctx, *r)
}

// hold marks a referral as one whose words wait for a reviewer.
func (t *turn) hold(r *kith.Referral, found []kith.Ground) *kith.Review {
	r.How, r.CheckTill = kith.Checking, t.by.Now.Add(kith.CheckTime)
	return &kith.Review{
		ID: t.house.IDs.New(), Referral: r.ID, Job: kith.Someone{ID: r.Job.ID}, Author: r.Referrer, Note: r.Note, HandOver: r.HandOver,
		Found: found, OpenedAt: t.by.Now, Till: r.CheckTill,
	}
}

// heldForReview begins the review of a referral that is kept already.
func (t *turn) heldForReview(r kith.Referral, review *kith.Review) error {
	if review == nil {
		return nil
	}
	var err error
	if review.State, err = review.State.Move(kith.Hold, kith.House); err != nil {
		return err
	}
	if err := t.AddReview(t.ctx, *review); err != nil {
		return err
	}
	if err := t.trail(*review, kith.Hold, "", t.by.Now, "", kith.FoundText(review.Found)); err != nil {
		return err
	}
	if err := t.later(store.TaskLapse, r.ID, r.CheckTill); err != nil {
		return err
	}
	return t.reviewEvent(*review, kith.NoteHeld, "", t.by.Now)
}

// edited saves a referral whose words were changed, after they were checked
// again: what is innocent now goes on, what isn't waits for a reviewer.
func (t *turn) edited(r kith.Referral) error {
	found, err := t.found(r)
	if err != nil {
		return err
	}
	var fresh *kith.Review
	switch {
	case r.Checked():
		err = t.checkedAgain(&r, found)
	case len(found) > 0:
		fresh = t.hold(&r, found)
	}
	if err != nil {
		return err
	}
	if err := t.saveReferral(r, r.State, kith.ReferralEdited, t.by.Person, t.by.Now); err != nil {
		return err
	}
	if fresh != nil {
		return t.heldForReview(r, fresh)
	}
	return t.settleChain(r.Chain)
}

// checkedAgain is what an edit does to a review that is open. The time that a
// reviewer has begins anew only where they had asked for the change.
func (t *turn) checkedAgain(r *kith.Referral, found []kith.Ground) error {
	review, err := t.openReviewOf(*r)
	if err != nil {
		return err
	}
	was, act, by := review.State, kith.Edit, kith.Author
	review.Note, review.HandOver, review.Found = r.Note, r.HandOver, found
	switch {
	case len(found) == 0:
		act, by = kith.Clear, kith.House
		r.Free(t.by.Now)
		err = t.later(store.TaskLeave, r.ID, r.LeavesAt)
	case r.How == kith.ChangeAsked:
		r.How, r.CheckTill = kith.Checking, t.by.Now.Add(kith.CheckTime)
		review.Till = r.CheckTill
		err = t.later(store.TaskLapse, r.ID, r.CheckTill)
	}
	if err != nil {
		return err
	}
	if review.State, err = review.State.Move(act, by); err != nil {
		return err
	}
	if err := t.SaveReview(t.ctx, review, was); err != nil {
		return err
	}
	return t.trail(review, act, t.by.Person, t.by.Now, "", kith.FoundText(found))
}

// openReviewOf is the review in which the words of a referral are looked at.
func (t *turn) openReviewOf(r kith.Referral) (kith.Review, error) {
	all, err := t.ReviewsOf(t.ctx, r.ID)
	if err == nil && len(all) == 0 {
		err = kith.Refuse(kith.NotFound)
	}
	if err != nil {
		return kith.Review{}, err
	}
	return all[0], nil
}

// reviewIsGone ends the review of a referral that ends otherwise.
func (t *turn) reviewIsGone(r kith.Referral, at time.Time) error {
	review, err := t.openReviewOf(r)
	if err != nil {
		return err
	}
	was := review.State
	if review.State, err = was.Move(kith.Cancel, kith.House); err != nil {
		return nil // decided already, which is what ends it
	}
	if err := t.SaveReview(t.ctx, review, was); err != nil {
		return err
	}
	return t.trail(review, kith.Cancel, t.by.Person, at, "", "")
}

// unchecked ends a referral whose words nobody looked at in time, or that were
// not changed in time, as of then.
func (t *turn) unchecked(r kith.Referral) error {
	review, err := t.openReviewOf(r)
	if err != nil {
		return err
	}
	was, at := review.State, r.CheckTill
	if review.State, err = was.Move(kith.Lapse, kith.Clock); err != nil {
		return err
	}
	if was == kith.ReviewWaits { // else a human has given the reasons already
		review.DecidedAt = at
	}
	if err := t.SaveReview(t.ctx, review, was); err != nil {
		return err
	}
	if err := t.trail(review, kith.Lapse, "", at, review.Ground, ""); err != nil {
		return err
	}
	how := kith.NoteUnchecked
	if was == kith.ReviewChange {
		how = kith.NoteRefused
	}
	return t.refuseWords(r, review, how, "", at)
}

// benchUnchecked is unchecked for those on the bench of a chain.
func (t *turn) benchUnchecked(chain string) error {
	queued, err := t.bench(chain)
	for _, q := range queued {
		if !q.Checked() || t.by.Now.Before(q.CheckTill) {
			continue
		}
		if err := t.unchecked(q); err != nil {
			return err
		}
	}
	return err
}

// refuseWords cancels a referral because of its words. The decline stands, and
// the words are kept as a draft for handing on again.
func (t *turn) refuseWords(r kith.Referral, review kith.Review, how kith.How, actor string, at time.Time) error {
	was := r.State
	var bench []store.Benched
	if was == kith.Sending {
		queued, err := t.bench(r.Chain)
		if err != nil {
			return err
		}
		for _, q := range queued {
			bench = append(bench, store.Benched{Candidate: q.Candidate.ID, Vouch: q.Vouch, Note: q.Note})
		}
	}
	if err := t.moveReferral(&r, kith.Cancel, kith.House, at); err != nil {
		return err
	}
	r.How = how
	if err := t.SaveReferral(t.ctx, r, was); err != nil {
		return err
	}
	if err := t.reviewEvent(review, kith.NoteWasRefused, actor, at); err != nil || was == kith.Queued {
		return err
	}
	if err := t.endBench(r.Chain, at); err != nil {
		return err
	}
	if err := t.backToDraft(r, bench); err != nil {
		return err
	}
	i, err := t.Invitation(t.ctx, r.Invitation)
	if err != nil {
		return err
	}
	return t.plainDecline(r, i, at)
}

// declineShows dates the decline that a referral brought along from when the
// client learns of it, where its words were held: the client reads of no
// earlier day.
func (t *turn) declineShows(r kith.Referral, i kith.Invitation, at time.Time) (kith.Invitation, error) {
	if r.CheckTill.IsZero() || !r.Restores || i.State != kith.Declined || !at.After(i.EndedAt) {
		return i, nil
	}
	i.EndedAt = at
	return i, t.SaveInvitation(t.ctx, i, i.State)
}

// trail writes down what was done in a review: who, when, what and why.
func (t *turn) trail(r kith.Review, act kith.Act, who string, at time.Time, ground kith.Ground, why string) error {
	return t.AddTrail(t.ctx, store.Trail{
		ID: t.house.IDs.New(), Review: r.ID, By: kith.Someone{ID: who}, At: at, What: act, Ground: ground, Why: why,
	})
}

// reviewEvent says what happened in a review, and tells its author.
func (t *turn) reviewEvent(r kith.Review, kind kith.EventKind, actor string, at time.Time) error {
	e := kith.Event{Kind: kind, At: at, Actor: actor, Job: r.Job.ID, Referral: r.Referral, Till: r.Till}
	side := kith.Client
	if !r.OfJob() {
		side = kith.Referrer
		about, err := t.Referral(t.ctx, r.Referral)
		if err != nil {
			return err
		}
		e.Invitation = about.Invitation
	}
	e, err := t.happened(e)
	if err != nil {
		return err
	}
	return t.tell(e, r.ID, func(p kith.Party) kith.Someone {
		if p != side {
			return kith.Someone{}
		}
		return r.Author
	}, anybody)
}
