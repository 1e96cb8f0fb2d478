package act

import (
	"cmp"
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Complaint is what somebody says against a job.
type Complaint struct {
	Ground kith.Ground
	Words  string
}

func (c Complaint) clean(needsWords bool) (Complaint, kith.Problems) {
	c.Words = kith.Clean(c.Words)
	var wrong kith.Problems
	wrong.Add(!kith.ValidGround(c.Ground, kith.JobGrounds), "ground", "ground_missing")
	wrong.Add(needsWords && c.Words == "", "words", "review_words_missing")
	wrong.Add(kith.Length(c.Words) > kith.ReviewMax, "words", "too_long", "max", kith.ReviewMax)
	return c, wrong
}

// ReportJob says that something is wrong with a job, once a person. When enough
// different people have said so, the job is held until a reviewer has looked.
func (h *House) ReportJob(ctx context.Context, by By, job string, c Complaint) error {
	c, wrong := c.clean(false)
	_, err := h.keep(ctx, by, func(t *turn) error {
		j, err := t.reportable(job)
		if err != nil {
			return err
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		held, err := t.heldReview(j)
		if err != nil {
			return err
		}
		fresh, err := t.AddReport(t.ctx, store.Report{
			Job: kith.Someone{ID: j.ID}, By: kith.Someone{ID: by.Person}, Ground: c.Ground, Words: c.Words, At: by.Now, Review: held.ID,
		})
		if err != nil || !fresh {
			return cmp.Or(err, kith.Refuse(kith.ReportedAlready))
		}
		return t.holdIfReported(j)
	})
	return err
}

// reportable is a locked job that the one who acts can see, and that is not
// theirs.
func (t *turn) reportable(job string) (kith.Job, error) {
	if err := t.LockJob(t.ctx, job); err != nil {
		return kith.Job{}, err
	}
	brought, err := t.BroughtTo(t.ctx, job, t.by.Person)
	if err != nil {
		return kith.Job{}, err
	}
	j, err := t.Job(t.ctx, job)
	switch {
	case err != nil:
		return j, err
	case j.Client.ID == t.by.Person:
		return j, kith.Refuse(kith.NotYours)
	case !j.SeenFrom(true, brought):
		return j, kith.Refuse(kith.NotFound)
	case !j.Live():
		return j, kith.Refuse(kith.JobNotOpen)
	}
	return j, nil
}

// heldReview is the review in which a held job is looked at.
func (t *turn) heldReview(j kith.Job) (kith.Review, error) {
	if j.Status != kith.JobHeld {
		return kith.Review{}, nil
	}
	all, err := t.ReviewsOfJob(t.ctx, j.ID)
	if err != nil || len(all) == 0 {
		return kith.Review{}, err
	}
	return all[0], nil
}

func (t *turn) holdIfReported(j kith.Job) error {
	reports, err := t.ReportsOf(t.ctx, j.ID)
	if err != nil {
		return err
	}
	var found []kith.Ground
	open := 0
	for _, r := range reports {
		if r.Review != "" {
			continue
		}
		open++
		if !kith.ValidGround(r.Ground, found) {
			found = append(found, r.Ground)
		}
	}
	if open < kith.ReportsToHold || j.Status == kith.JobHeld {
		return nil
	}
	return t.holdJob(j, "", kith.Review{Found: found})
}

// HoldJob lets a job rest until a reviewer has decided, with a reason that its
// client reads. Whoever holds it must have been let in as an operator.
func (h *House) HoldJob(ctx context.Context, by By, job string, c Complaint) error {
	c, wrong := c.clean(true)
	_, err := h.do(ctx, by, func(t *turn) error {
		if err := t.LockJob(t.ctx, job); err != nil {
			return err
		}
		j, err := t.Job(t.ctx, job)
		if err != nil {
			return err
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		return t.holdJob(j, by.Person, kith.Review{Found: []kith.Ground{c.Ground}, Ground: c.Ground, Words: c.Words})
	})
	return err
}

// holdJob stops everything on a locked job, and tells its client. Who is nobody
// where reports brought it about.
func (t *turn) holdJob(j kith.Job, who string, review kith.Review) error {
	was := j.Status
	if err := t.moveJob(&j, kith.Hold, kith.House); err != nil {
		return err
	}
	review.ID, review.Job, review.Author, review.Was, review.OpenedAt = t.house.IDs.New(), kith.Someone{ID: j.ID, Name: j.Title}, j.Client, was, t.by.Now
	var err error
	if review.State, err = review.State.Move(kith.Hold, kith.House); err != nil {
		return err
	}
	if err := t.AddReview(t.ctx, review); err != nil {
		return err
	}
	if who != "" {
		review.By = kith.Someone{ID: who}
		if err := t.SaveReview(t.ctx, review, review.State); err != nil {
			return err
		}
	}
	why := review.Words
	if who == "" {
		why = kith.FoundText(review.Found)
	}
	if err := t.trail(review, kith.Hold, who, t.by.Now, review.Ground, why); err != nil {
		return err
	}
	if err := t.TakeReports(t.ctx, j.ID, review.ID); err != nil {
		return err
	}
	return t.reviewEvent(review, kith.JobWasHeld, who, t.by.Now)
}

// ruleJob lets a ruling about a held job take effect: it goes on as before, and
// its clocks with it, or it is closed.
func (t *turn) ruleJob(review kith.Review, what kith.Act) error {
	j, err := t.Job(t.ctx, review.Job.ID)
	if err != nil {
		return err
	}
	if what == kith.Disapprove {
		if err := t.endJob(j, kith.Close, kith.Reviewer, kith.JobWasClosed, kith.BecauseJobDropped); err != nil {
			return err
		}
		return t.reviewEvent(review, kith.JobWasRefused, t.by.Person, t.by.Now)
	}
	act := kith.Release
	if review.Was == kith.JobPaused {
		act = kith.Pause
	}
	if err := t.moveJob(&j, act, kith.Reviewer); err != nil {
		return err
	}
	return t.reviewEvent(review, kith.JobWasReleased, t.by.Person, t.by.Now)
}

// holdIsOver ends the review of a held job that its client closes.
func (t *turn) holdIsOver(j kith.Job) error {
	review, err := t.heldReview(j)
	if err != nil || review.State != kith.ReviewWaits {
		return err
	}
	review.State = kith.ReviewGone
	if err := t.SaveReview(t.ctx, review, kith.ReviewWaits); err != nil {
		return err
	}
	return t.trail(review, kith.Cancel, t.by.Person, t.by.Now, "", "")
}
