package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Waiting is what waits for a reviewer, oldest first.
type Waiting struct {
	Reviews []kith.Review
	Reports []store.Report // of jobs that are not held
}

// Waiting is for a reviewer; whoever asks must have been let in as an operator.
func (d *Desk) Waiting(ctx context.Context) (w Waiting, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if w.Reviews, err = tx.OpenReviews(ctx); err != nil {
			return err
		}
		w.Reports, err = tx.OpenReports(ctx)
		return err
	})
	return w, err
}

// WaitingCount is how much there is for a reviewer to do.
func (d *Desk) WaitingCount(ctx context.Context) (n int, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		reviews, err := tx.CountOpenReviews(ctx)
		if err != nil {
			return err
		}
		reports, err := tx.CountOpenReports(ctx)
		n = reviews + reports
		return err
	})
	return n, err
}

// Case is a review with everything that a reviewer needs to decide.
type Case struct {
	kith.Review
	JobText string // of a job that is looked at
	Trail   []store.Trail
	Reports []store.Report // of the job
}

// Case is for a reviewer; whoever asks must have been let in as an operator.
func (d *Desk) Case(ctx context.Context, id string) (c Case, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if c.Review, err = tx.Review(ctx, id); err != nil {
			return err
		}
		if c.Trail, err = tx.TrailOf(ctx, id); err != nil || !c.OfJob() {
			return err
		}
		j, err := tx.Job(ctx, c.Review.Job.ID)
		if err != nil {
			return err
		}
		c.JobText = j.Text
		c.Reports, err = tx.ReportsOf(ctx, j.ID)
		return err
	})
	return c, err
}

// Review is the reader's own: the words are theirs, or the job.
func (d *Desk) Review(ctx context.Context, by Reader, id string) (r kith.Review, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if r, err = tx.Review(ctx, id); err == nil && r.Author.ID != by.Person {
			r, err = kith.Review{}, kith.Refuse(kith.NotFound)
		}
		return err
	})
	return r, err
}

// newest is the last review of a referral or a job, for its author, without the
// words that stand beside it anyway.
func newest(all []kith.Review, err error) (kith.Review, error) {
	if err != nil || len(all) == 0 {
		return kith.Review{}, err
	}
	r := all[0]
	r.Note, r.HandOver = "", ""
	return r, nil
}

// ReportedBy says whether the reader has reported a job before.
func (d *Desk) ReportedBy(ctx context.Context, by Reader, job string) (reported bool, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		all, err := tx.ReportsOf(ctx, job)
		for _, r := range all {
			reported = reported || r.By.ID == by.Person
		}
		return err
	})
	return reported, err
}

// HeldJob is a job that an operator is about to hold.
func (d *Desk) HeldJob(ctx context.Context, id string) (j kith.Job, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		j, err = tx.Job(ctx, id)
		return err
	})
	return j, err
}
