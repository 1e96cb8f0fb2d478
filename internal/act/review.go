package act

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Ruling is what a reviewer decides: release, ask for a change, or refuse, and
// why. Whoever rules must have been let in as an operator.
type Ruling struct {
	What   kith.Act
	Ground kith.Ground
	Words  string // what the author reads
}

// clean is the ruling without the reasons that a release doesn't need, and what
// is missing in it.
func (r Ruling) clean(of kith.Review) (Ruling, kith.Problems) {
	r.Words = kith.Clean(r.Words)
	var wrong kith.Problems
	known := r.What == kith.Release || r.What == kith.Disapprove || r.What == kith.AskChange && !of.OfJob()
	wrong.Add(!known, "ruling", "ruling_missing")
	needs := known && r.What != kith.Release
	wrong.Add(needs && !kith.ValidGround(r.Ground, of.Grounds()), "ground", "ground_missing")
	wrong.Add(needs && r.Words == "", "words", "review_words_missing")
	wrong.Add(kith.Length(r.Words) > kith.ReviewMax, "words", "too_long", "max", kith.ReviewMax)
	if r.What == kith.Release {
		r.Ground = ""
	}
	return r, wrong
}

// Rule decides about words or a job that wait for a reviewer. Others says
// whether there is another reviewer.
func (h *House) Rule(ctx context.Context, by By, id string, ruling Ruling) error {
	return h.onReview(ctx, by, id, func(t *turn, review kith.Review) error {
		if err := review.MayReview(by.Person, false); err != nil {
			return err
		}
		ruling, wrong := ruling.clean(review)
		if err := wrong.Err(); err != nil {
			return err
		}
		was := review.State
		var err error
		if review.State, err = was.Move(ruling.What, kith.Reviewer); err != nil {
			return err
		}
		review.Ground, review.Words, review.By, review.DecidedAt = ruling.Ground, ruling.Words, kith.Someone{ID: by.Person}, by.Now
		if ruling.What == kith.AskChange {
			review.Till = by.Now.Add(kith.CheckTime)
		}
		if err := t.SaveReview(t.ctx, review, was); err != nil {
			return err
		}
		if err := t.trail(review, ruling.What, by.Person, by.Now, ruling.Ground, ruling.Words); err != nil {
			return err
		}
		if review.OfJob() {
			return t.ruleJob(review, ruling.What)
		}
		return t.ruleNote(review, ruling.What)
	})
}

// onReview runs an act on a review, with what it is about locked and settled.
func (h *House) onReview(ctx context.Context, by By, id string, change func(t *turn, review kith.Review) error) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		review, err := t.Review(t.ctx, id)
		if err != nil {
			return err
		}
		if review.OfJob() {
			err = t.LockJob(t.ctx, review.Job.ID)
		} else {
			_, err = t.dueReferral(review.Referral)
		}
		if err != nil {
			return err
		}
		if review, err = t.Review(t.ctx, id); err != nil { // it may be over by now
			return err
		}
		t.ledTo = id
		return change(t, review)
	})
	return err
}

// ruleNote lets a ruling about words take effect on their referral.
func (t *turn) ruleNote(review kith.Review, what kith.Act) error {
	r, err := t.Referral(t.ctx, review.Referral)
	if err != nil {
		return err
	}
	switch what {
	case kith.Disapprove:
		return t.refuseWords(r, review, kith.NoteRefused, t.by.Person, t.by.Now)
	case kith.AskChange:
		r.How, r.CheckTill = kith.ChangeAsked, review.Till
		if err := t.SaveReferral(t.ctx, r, r.State); err != nil {
			return err
		}
		if err := t.later(store.TaskLapse, r.ID, r.CheckTill); err != nil {
			return err
		}
		return t.reviewEvent(review, kith.NoteChangeAsked, t.by.Person, t.by.Now)
	}
	r.Free(t.by.Now)
	if err := t.SaveReferral(t.ctx, r, r.State); err != nil {
		return err
	}
	if err := t.later(store.TaskLeave, r.ID, r.LeavesAt); err != nil {
		return err
	}
	if err := t.reviewEvent(review, kith.NoteReleased, t.by.Person, t.by.Now); err != nil {
		return err
	}
	return t.settleChain(r.Chain)
}

// ContestReview is an author's word against a decision, once, or before it, for
// whoever decides to read.
func (h *House) ContestReview(ctx context.Context, by By, id, text string) error {
	text = kith.Clean(text)
	var wrong kith.Problems
	wrong.Add(text == "", "contest", "contest_missing")
	wrong.Add(kith.Length(text) > kith.ReviewMax, "contest", "too_long", "max", kith.ReviewMax)
	_, err := h.keep(ctx, by, func(t *turn) error {
		review, err := t.Review(t.ctx, id)
		if err != nil {
			return err
		}
		if review.Author.ID != by.Person {
			return kith.Refuse(kith.NotFound)
		}
		was := review.State
		if err := review.MayContest(); err != nil {
			return err
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		if review.State, err = was.Move(kith.Contest, kith.Author); err != nil {
			return err
		}
		review.Contest, review.ContestedAt = text, by.Now
		if err := t.SaveReview(t.ctx, review, was); err != nil {
			return err
		}
		return t.trail(review, kith.Contest, by.Person, by.Now, "", text)
	})
	return err
}

// AnswerContest is a reviewer's answer: uphold the decision, or overturn it.
// Others says whether somebody else could review it, who then has to.
func (h *House) AnswerContest(ctx context.Context, by By, id string, what kith.Act, answer string, others bool) error {
	answer = kith.Clean(answer)
	var wrong kith.Problems
	wrong.Add(what != kith.Uphold && what != kith.Overturn, "ruling", "ruling_missing")
	wrong.Add(answer == "", "words", "review_words_missing")
	wrong.Add(kith.Length(answer) > kith.ReviewMax, "words", "too_long", "max", kith.ReviewMax)
	return h.onReview(ctx, by, id, func(t *turn, review kith.Review) error {
		if err := review.MayReview(by.Person, others); err != nil {
			return err
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		was := review.State
		var err error
		if review.State, err = was.Move(what, kith.Reviewer); err != nil {
			return err
		}
		review.Answer, review.AnsweredBy, review.AnsweredAt = answer, kith.Someone{ID: by.Person}, by.Now
		if err := t.SaveReview(t.ctx, review, was); err != nil {
			return err
		}
		if err := t.trail(review, what, by.Person, by.Now, "", answer); err != nil {
			return err
		}
		return t.reviewEvent(review, kith.ReviewAnswered, by.Person, by.Now)
	})
}
