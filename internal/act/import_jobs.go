package act

import (
	"reflect"
	"strings"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// jobs are those that an import knows.
type jobs struct {
	was            map[string]kith.Job // here before, and in the files
	all            map[string]kith.Job // as they will be
	fresh, changed []broughtJob
}

type broughtJob struct {
	at Place
	kith.Job
}

func (in *importer) lookAtJobs() error {
	named := in.namedJobs()
	err := in.EachJob(in.ctx, func(j kith.Job) error {
		if named[j.ID] {
			in.jobs.was[j.ID], in.jobs.all[j.ID] = j, j
		}
		return nil
	})
	seen := map[string]Place{}
	for _, b := range in.brought.Jobs {
		if err == nil && in.once(seen, b.ID, b.At) {
			in.lookAtJob(b)
		}
	}
	return err
}

// namedJobs are the ids of the jobs in the files, and of those that the
// invitations in the files are for.
func (in *importer) namedJobs() map[string]bool {
	named := map[string]bool{}
	for _, b := range in.brought.Jobs {
		named[b.ID] = true
	}
	for _, b := range in.brought.Invitations {
		var i kith.Invitation
		b.Fill(&i)
		named[i.Job.ID] = true
	}
	return named
}

func (in *importer) lookAtJob(b BroughtJob) {
	was, known := in.jobs.was[b.ID]
	j := was
	b.Fill(&j)
	j = cleanBroughtJob(j)
	j.ID = b.ID
	client, here := in.people.all[j.Client.ID]
	in.faultNone(b.At, !here, "client", "import_no_person", j.Client.ID)
	in.fault(b.At, known && j.Client.ID != was.Client.ID, "client", "import_client_changed", "id", was.Client.ID)
	j.Client = client
	if known {
		in.lookAtKnownJob(broughtJob{b.At, j}, was)
	} else {
		in.lookAtNewJob(broughtJob{b.At, j})
	}
}

// cleanBroughtJob is a job as a form would have kept it.
func cleanBroughtJob(j kith.Job) kith.Job {
	j = cleanJob(j)
	j.Skills = kith.Words(strings.Join(j.Skills, "\n"))
	return j
}

func (in *importer) lookAtNewJob(b broughtJob) {
	if b.Status == "" {
		b.Status = kith.JobOpen
	}
	if b.Openings == 0 {
		b.Openings = 1
	}
	if b.Status == kith.JobFilled {
		b.Hired = b.Openings
	}
	if !b.Open() && b.EndedAt.IsZero() {
		b.EndedAt = in.by.Now
	}
	if b.PostedAt.IsZero() {
		b.PostedAt = earlier(in.by.Now, b.EndedAt)
	}
	b.ChangedAt = b.PostedAt
	in.checkJob(b)
	in.jobs.all[b.ID] = b.Job
	in.jobs.fresh = append(in.jobs.fresh, b)
}

// earlier is the earlier of two times, where b may be missing.
func earlier(a, b time.Time) time.Time {
	if !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

// lookAtKnownJob compares a job with the one that is here. One that has ended
// here stays ended as it did, whatever the file says.
func (in *importer) lookAtKnownJob(b broughtJob, was kith.Job) {
	was = cleanBroughtJob(was)
	was.Client, b.PostedAt = b.Client, firstSet(b.PostedAt, was.PostedAt)
	left := !was.Open() && b.Status != was.Status
	if left {
		b.Status, b.EndedAt = was.Status, was.EndedAt
	}
	if was.Open() && !b.Open() && b.EndedAt.IsZero() {
		b.EndedAt = in.by.Now
	}
	in.jobs.all[b.ID] = b.Job
	switch {
	case !reflect.DeepEqual(b.Job, was):
		in.fault(b.at, b.Open() && was.Hired > 0 && b.Openings <= was.Hired, "openings", "openings_hired", "hired", was.Hired)
		in.checkJob(b)
		in.jobs.changed = append(in.jobs.changed, b)
	case left:
		in.sum.Jobs.Left++
	default:
		in.sum.Jobs.Same++
	}
}

func (in *importer) checkJob(b broughtJob) {
	in.fault(b.at, !b.Status.Valid(), "status", "import_one_of", "all", list(kith.JobStatuses))
	in.fault(b.at, b.Open() && !b.EndedAt.IsZero(), "ended_at", "import_ended_open")
	in.fault(b.at, !b.Open() && b.EndedAt.Before(b.PostedAt), "ended_at", "import_ended_before")
	in.faultsOf(b.at, CheckJob(b.Job, time.Time{}), map[string]string{"currency": "budget"})
}

// list is what a fault names where one of several words must stand.
func list[T ~string](all []T) string {
	words := make([]string, len(all))
	for i, w := range all {
		words[i] = string(w)
	}
	return strings.Join(words, ", ")
}

func (in *importer) writeJobs() error {
	for _, j := range in.jobs.changed {
		if err := in.changeJob(j.Job); err != nil {
			return err
		}
		in.step()
	}
	in.sum.Jobs.New, in.sum.Jobs.Changed = len(in.jobs.fresh), len(in.jobs.changed)
	return in.many(func(t *turn) error {
		for _, j := range in.jobs.fresh {
			if err := t.bringJob(j.Job); err != nil {
				return err
			}
			in.step()
		}
		return nil
	})
}

// many runs add with a turn whose inserts are written many at a time.
func (in *importer) many(add func(t *turn) error) error {
	return in.Many(in.ctx, func(many *store.Tx) error {
		t := *in.turn
		t.Tx = many
		return add(&t)
	})
}

func (t *turn) bringJob(j kith.Job) error {
	if err := t.AddJob(t.ctx, j); err != nil {
		return err
	}
	_, err := t.happened(kith.Event{Kind: kith.JobPosted, At: j.PostedAt, Actor: j.Client.ID, Job: j.ID})
	if err != nil || j.Open() {
		return err
	}
	_, err = t.happened(kith.Event{Kind: jobEnds[j.Status].event, At: j.EndedAt, Job: j.ID})
	return err
}

// jobEnds is how a job comes to an end from outside.
var jobEnds = map[kith.JobStatus]struct {
	act    kith.Act
	party  kith.Party
	event  kith.EventKind
	reason kith.NotSelectedReason
}{
	kith.JobClosed: {kith.Close, kith.Client, kith.JobWasClosed, kith.BecauseJobDropped},
	kith.JobFilled: {kith.Fill, kith.House, kith.JobWasFilled, kith.BecauseHiredAnother},
}

// changeJob keeps what is different, and lets follow what would follow from it
// here: referrals that the new terms forbid end, and with the job ends whatever
// waits in it.
func (in *importer) changeJob(j kith.Job) error {
	if err := in.LockJob(in.ctx, j.ID); err != nil {
		return err
	}
	was := in.jobs.was[j.ID]
	now := j
	now.Status, now.EndedAt, now.ChangedAt = was.Status, j.EndedAt, in.by.Now
	if was.Open() {
		now.EndedAt = time.Time{}
		if err := in.settleReferrals(j.ID); err != nil {
			return err
		}
	}
	if err := in.SaveJob(in.ctx, now); err != nil {
		return err
	}
	if !j.PostedAt.Equal(was.PostedAt) {
		if err := in.SetPosted(in.ctx, j.ID, j.PostedAt); err != nil {
			return err
		}
	}
	if !was.Open() {
		return nil
	}
	if _, err := in.happened(kith.Event{Kind: kith.JobEdited, Job: j.ID}); err != nil {
		return err
	}
	if err := in.endUnderNewTerms(now); err != nil || j.Open() {
		return err
	}
	return in.endBroughtJob(now, j)
}

func (in *importer) endBroughtJob(now, j kith.Job) error {
	how := jobEnds[j.Status]
	if err := in.endJob(now, how.act, how.party, how.event, how.reason); err != nil {
		return err
	}
	if j.Status == kith.JobFilled {
		j.Hired = j.Openings
	}
	j.ChangedAt = in.by.Now
	return in.SaveJob(in.ctx, j)
}
