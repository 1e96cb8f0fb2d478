package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Job is a job as the reader may see it, with their own part in it.
type Job struct {
	kith.Job
	Mine       bool             // the reader is its client
	Invitation *kith.Invitation // the reader's own, pending or accepted
	Proposal   *kith.Proposal   // the reader's own, not withdrawn
	// Advice is what those who passed say of it, for its client (R20).
	Advice []kith.Advised
	// Review is the last time that the job was held, for its client; without an ID
	// where it never was.
	Review kith.Review
	// MayApply is nil where the reader can apply, else the reason why not.
	MayApply error
}

// Job is one job. Whoever may not know of it learns nothing, not even by the
// work it takes to say so: the same is asked as for a job that isn't there (R14).
func (d *Desk) Job(ctx context.Context, by Reader, id string) (view Job, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		brought, err := tx.BroughtTo(ctx, id, by.Person)
		if err != nil {
			return err
		}
		j, err := tx.Job(ctx, id)
		if err != nil {
			return err
		}
		view = Job{Job: j, Mine: by.SignedIn() && j.Client.ID == by.Person}
		if !j.SeenFrom(by.SignedIn(), brought || view.Mine) {
			view = Job{}
			return kith.Refuse(kith.NotFound)
		}
		return view.myPart(ctx, tx, by)
	})
	return view, err
}

func (v *Job) myPart(ctx context.Context, tx *store.Tx, by Reader) error {
	if v.Mine {
		invitations, err := tx.InvitationsFor(ctx, v.ID)
		if err != nil {
			return err
		}
		v.Advice = kith.AdviceOn(invitations, by.Now)
		if v.Review, err = newest(tx.ReviewsOfJob(ctx, v.ID)); err != nil {
			return err
		}
	}
	if i, err := tx.AliveInvitation(ctx, v.ID, by.Person); err == nil {
		v.Invitation = &i
	} else if !store.IsNone(err) {
		return err
	}
	if p, err := tx.ProposalOf(ctx, v.ID, by.Person); err == nil {
		v.Proposal = &p
	} else if !store.IsNone(err) {
		return err
	}
	received, err := tx.ReferralsOfCandidate(ctx, v.ID, by.Person)
	if err != nil {
		return err
	}
	switch {
	case !by.SignedIn():
		v.MayApply = kith.Refuse(kith.SignInFirst)
	case v.Mine:
		v.MayApply = kith.Refuse(kith.OwnJob)
	case v.Visibility == kith.Private:
		v.MayApply = kith.Refuse(kith.NotFound)
	case !v.Open():
		v.MayApply = kith.Refuse(v.NotOpenFor())
	case v.Invitation != nil:
		v.MayApply = kith.Refuse(kith.AlreadyInvited)
	case v.Proposal != nil:
		v.MayApply = kith.Refuse(kith.AlreadyInJob)
	default:
		v.MayApply = kith.MayApplyBeside(received, by.Now)
	}
	return nil
}

// JobsPerPage is how many jobs a page of the list shows.
const JobsPerPage = 20

// OpenJobs is a page, from 1 on, of the open jobs that the reader may see,
// newest first, and how many there are.
func (d *Desk) OpenJobs(ctx context.Context, by Reader, page int) (jobs []kith.Job, all int, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		jobs, all, err = tx.OpenJobs(ctx, by.SignedIn(), JobsPerPage, (max(page, 1)-1)*JobsPerPage)
		return err
	})
	return jobs, all, err
}

// MyJobs are the reader's own as a client, newest first.
func (d *Desk) MyJobs(ctx context.Context, by Reader) (jobs []kith.Job, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		jobs, err = tx.JobsOf(ctx, by.Person)
		return err
	})
	return jobs, err
}
