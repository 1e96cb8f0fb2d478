package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// Trail is one entry of what was done in a review. It is never changed.
type Trail struct {
	ID, Review string
	By         kith.Someone // nobody for the house and the clock
	At         time.Time
	What       kith.Act
	Ground     kith.Ground
	Why        string
}

// Report is what a member says against a job.
type Report struct {
	Job    kith.Someone // id and title; the title only where reports are listed
	By     kith.Someone
	Ground kith.Ground
	Words  string
	At     time.Time
	Review string // in which it was looked at, empty before
}

func reviewOf(r db.ReviewStory) kith.Review {
	return kith.Review{
		ID: r.ID, Referral: r.ReferralID, Ref: textOf(r.Ref), Job: kith.Someone{ID: r.JobID, Name: r.Title},
		Author: kith.Someone{ID: r.AuthorID, Name: r.AuthorName}, Note: r.Note, HandOver: r.HandOver, Found: kith.FoundIn(r.Found),
		State: kith.ReviewState(r.State), Was: kith.JobStatus(r.Was), OpenedAt: r.OpenedAt.UTC(), Till: moment(r.Till),
		Ground: kith.Ground(r.Ground), Words: r.Words, By: kith.Someone{ID: r.DecidedBy, Name: textOf(r.DeciderName)}, DecidedAt: moment(r.DecidedAt),
		Contest: r.Contest, ContestedAt: moment(r.ContestedAt), Answer: r.Answer,
		AnsweredBy: kith.Someone{ID: r.AnsweredBy, Name: textOf(r.AnswererName)}, AnsweredAt: moment(r.AnsweredAt),
	}
}

// AddReview keeps a new review.
func (t *Tx) AddReview(ctx context.Context, r kith.Review) error {
	return t.q.InsertReview(ctx, db.InsertReviewParams{
		ID: r.ID, ReferralID: r.Referral, JobID: r.Job.ID, AuthorID: r.Author.ID, Note: r.Note, HandOver: r.HandOver,
		Found: kith.FoundText(r.Found), State: string(r.State), Was: string(r.Was), OpenedAt: r.OpenedAt, Till: orNone(r.Till),
	})
}

// SaveReview keeps a changed review that was in state was.
func (t *Tx) SaveReview(ctx context.Context, r kith.Review, was kith.ReviewState) error {
	return moved(t.q.UpdateReview(ctx, db.UpdateReviewParams{
		ID: r.ID, Note: r.Note, HandOver: r.HandOver, Found: kith.FoundText(r.Found), State: string(r.State), Till: orNone(r.Till),
		Ground: string(r.Ground), Words: r.Words, DecidedBy: r.By.ID, DecidedAt: orNone(r.DecidedAt), Contest: r.Contest,
		ContestedAt: orNone(r.ContestedAt), Answer: r.Answer, AnsweredBy: r.AnsweredBy.ID, AnsweredAt: orNone(r.AnsweredAt), State_2: string(was),
	}))
}

// Review is the review with this id.
func (t *Tx) Review(ctx context.Context, id string) (kith.Review, error) {
	row, err := t.q.Review(ctx, id)
	return reviewOf(row), found(err)
}

// ReviewsOf are those of a referral's words, newest first.
func (t *Tx) ReviewsOf(ctx context.Context, referral string) ([]kith.Review, error) {
	rows, err := t.q.ReviewsOfReferral(ctx, referral)
	return each(rows, err, reviewOf)
}

// ReviewsOfJob are those of a job itself, newest first.
func (t *Tx) ReviewsOfJob(ctx context.Context, job string) ([]kith.Review, error) {
	rows, err := t.q.ReviewsOfJob(ctx, job)
	return each(rows, err, reviewOf)
}

// OpenReviews are those that wait for a reviewer, oldest first.
func (t *Tx) OpenReviews(ctx context.Context) ([]kith.Review, error) {
	rows, err := t.q.OpenReviews(ctx)
	return each(rows, err, reviewOf)
}

// EventsOfHold is what happened to a job because it was looked at, oldest first.
func (t *Tx) EventsOfHold(ctx context.Context, job string) ([]kith.Event, error) {
	rows, err := t.q.EventsOfHeldJob(ctx, job)
	return each(rows, err, eventOf)
}

// CountOpenReviews is how many wait for a reviewer, and CountOpenReports how
// many reports of jobs nobody has looked at.
func (t *Tx) CountOpenReviews(ctx context.Context) (int, error) {
	n, err := t.q.CountOpenReviews(ctx)
	return int(n), err
}

// CountOpenReports is told at CountOpenReviews.
func (t *Tx) CountOpenReports(ctx context.Context) (int, error) {
	n, err := t.q.CountOpenReports(ctx)
	return int(n), err
}

// Allowed says whether a reviewer has let these very words of the author pass
// before.
func (t *Tx) Allowed(ctx context.Context, author, note, handOver string) (bool, error) {
	n, err := t.q.CountAllowed(ctx, db.CountAllowedParams{AuthorID: author, Note: note, HandOver: handOver})
	return n > 0, err
}

// AddTrail keeps what was done in a review.
func (t *Tx) AddTrail(ctx context.Context, e Trail) error {
	return t.q.InsertTrail(ctx, db.InsertTrailParams{
		ID: e.ID, ReviewID: e.Review, PersonID: e.By.ID, At: e.At, What: string(e.What), Ground: string(e.Ground), Why: e.Why,
	})
}

func trailOf(r db.TrailOfReviewRow) Trail {
	return Trail{r.ID, r.ReviewID, kith.Someone{ID: r.PersonID, Name: textOf(r.PersonName)}, r.At.UTC(), kith.Act(r.What), kith.Ground(r.Ground), r.Why}
}

// TrailOf is what was done in a review, oldest first.
func (t *Tx) TrailOf(ctx context.Context, review string) ([]Trail, error) {
	rows, err := t.q.TrailOfReview(ctx, review)
	return each(rows, err, trailOf)
}

// TrailOfReferral is what was done in all reviews of a referral, oldest first.
func (t *Tx) TrailOfReferral(ctx context.Context, referral string) ([]Trail, error) {
	rows, err := t.q.TrailOfReferral(ctx, referral)
	return each(rows, err, func(r db.TrailOfReferralRow) Trail { return trailOf(db.TrailOfReviewRow(r)) })
}

// AddReport keeps a report. It says false where that person has reported the job
// before.
func (t *Tx) AddReport(ctx context.Context, r Report) (bool, error) {
	n, err := t.q.InsertReport(ctx, db.InsertReportParams{
		JobID: r.Job.ID, PersonID: r.By.ID, Ground: string(r.Ground), Words: r.Words, At: r.At, ReviewID: r.Review,
	})
	return n > 0, err
}

// ReportsOf are a job's reports, oldest first.
func (t *Tx) ReportsOf(ctx context.Context, job string) ([]Report, error) {
	rows, err := t.q.ReportsOfJob(ctx, job)
	return each(rows, err, func(r db.ReportsOfJobRow) Report {
		return Report{
			kith.Someone{ID: r.JobID}, kith.Someone{ID: r.PersonID, Name: r.PersonName}, kith.Ground(r.Ground), r.Words, r.At.UTC(), r.ReviewID,
		}
	})
}

// OpenReports are those that nobody has looked at, oldest first.
func (t *Tx) OpenReports(ctx context.Context) ([]Report, error) {
	rows, err := t.q.OpenReports(ctx)
	return each(rows, err, func(r db.OpenReportsRow) Report {
		return Report{
			kith.Someone{ID: r.JobID, Name: r.Title}, kith.Someone{ID: r.PersonID, Name: r.PersonName}, kith.Ground(r.Ground), r.Words, r.At.UTC(), r.ReviewID,
		}
	})
}

// TakeReports says in which review the open reports of a job are looked at.
func (t *Tx) TakeReports(ctx context.Context, job, review string) error {
	return t.q.TakeReports(ctx, db.TakeReportsParams{JobID: job, ReviewID: review})
}
