package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// Change is a thing that has changed and is to be read again.
type Change struct{ What, Subject string }

// What can change. A ranking is one that was shown.
const (
	ChangedPerson  = "person"
	ChangedJob     = "job"
	ChangedRanking = "ranking"
	ChangedWeights = "weights"
)

// Changes are those of transactions from one on, and from which to ask next
// time: on PostgreSQL the oldest that is still under way, so that none that
// commits late is missed. A change can come twice.
func (t *Tx) Changes(ctx context.Context, from int64) (all []Change, next int64, err error) {
	if next, err = t.UnderWay(ctx); err != nil {
		return nil, 0, err
	}
	rows, err := t.q.ChangesFrom(ctx, from)
	all, err = each(rows, err, func(r db.ChangesFromRow) Change { return Change{r.What, r.Subject} })
	return all, next, err
}

// UnderWay is the oldest transaction whose changes can't all be seen yet.
func (t *Tx) UnderWay(ctx context.Context) (tx int64, err error) {
	ask, err := differ.ReadFile("differ/underway_" + string(t.kind) + ".sql")
	if err != nil {
		return 0, err
	}
	err = t.raw.QueryRowContext(ctx, string(ask)).Scan(&tx)
	return tx, err
}

// VouchFor is a word that was given for somebody with a referral that led to an
// introduction.
type VouchFor struct {
	From      string
	Vouch     kith.Vouch // the weaker of both sides' claims
	Confirmed bool       // both claim the same
}

// Near is somebody in a confirmed circle.
type Near struct {
	ID    string
	Buddy bool
}

// PersonFacts are what ranking knows of a person.
type PersonFacts struct {
	kith.Person
	Vouches []VouchFor
	Circle  []Near
}

// Taking is somebody who took a job on: handed on by somebody, or hired.
type Taking struct {
	From, To string
	At       time.Time
	Hired    bool
}

// JobFacts are what ranking knows of a job.
type JobFacts struct {
	kith.Job
	Takings []Taking
}

// PeopleFacts is a page of people, by id, behind one.
func (t *Tx) PeopleFacts(ctx context.Context, after string) ([]PersonFacts, error) {
	people, err := t.peopleAfter(ctx, after)
	if err != nil || len(people) == 0 {
		return nil, err
	}
	return t.personFacts(ctx, people)
}

// PersonFacts are those of one.
func (t *Tx) PersonFacts(ctx context.Context, id string) (PersonFacts, error) {
	p, err := t.Person(ctx, id)
	if err != nil {
		return PersonFacts{}, err
	}
	all, err := t.personFacts(ctx, []kith.Person{p})
	if err != nil {
		return PersonFacts{}, err
	}
	return all[0], nil
}

func (t *Tx) personFacts(ctx context.Context, people []kith.Person) ([]PersonFacts, error) {
	all, at := make([]PersonFacts, len(people)), make(map[string]int, len(people))
	for i, p := range people {
		all[i].Person, at[p.ID] = p, i
	}
	first, last := people[0].ID, people[len(people)-1].ID
	vouches, err := t.q.VouchesForPeople(ctx, db.VouchesForPeopleParams{CandidateID: &first, CandidateID_2: &last})
	if err != nil {
		return nil, err
	}
	for _, v := range vouches {
		if i, here := at[textOf(v.CandidateID)]; here {
			all[i].Vouches = append(all[i].Vouches, VouchFor{
				v.ReferrerID, kith.Weaker(kith.Vouch(v.Vouch), kith.Vouch(v.OwnVouch)), v.Vouch == v.OwnVouch,
			})
		}
	}
	circles, err := t.q.ConfirmedCircles(ctx, db.ConfirmedCirclesParams{OneID: first, OneID_2: last})
	for _, c := range circles {
		for _, pair := range [][2]string{{c.OneID, c.OtherID}, {c.OtherID, c.OneID}} {
			if i, here := at[pair[0]]; here {
				all[i].Circle = append(all[i].Circle, Near{pair[1], c.OneAgrees && c.OtherAgrees})
			}
		}
	}
	return all, err
}

// JobsFacts is a page of jobs, by id, behind one.
func (t *Tx) JobsFacts(ctx context.Context, after string) ([]JobFacts, error) {
	jobs, err := t.jobsAfter(ctx, after)
	if err != nil || len(jobs) == 0 {
		return nil, err
	}
	return t.jobFacts(ctx, jobs)
}

// JobFacts are those of one.
func (t *Tx) JobFacts(ctx context.Context, id string) (JobFacts, error) {
	j, err := t.Job(ctx, id)
	if err != nil {
		return JobFacts{}, err
	}
	all, err := t.jobFacts(ctx, []kith.Job{j})
	if err != nil {
		return JobFacts{}, err
	}
	return all[0], nil
}

func (t *Tx) jobFacts(ctx context.Context, jobs []kith.Job) ([]JobFacts, error) {
	all, at := make([]JobFacts, len(jobs)), make(map[string]int, len(jobs))
	for i, j := range jobs {
		all[i].Job, at[j.ID] = j, i
	}
	first, last := jobs[0].ID, jobs[len(jobs)-1].ID
	taken, err := t.q.TakenUpOnJobs(ctx, db.TakenUpOnJobsParams{JobID: first, JobID_2: last})
	if err != nil {
		return nil, err
	}
	for _, r := range taken {
		if i, here := at[r.JobID]; here {
			all[i].Takings = append(all[i].Takings, Taking{r.ReferrerID, textOf(r.CandidateID), moment(r.EndedAt), false})
		}
	}
	hired, err := t.q.HiredOnJobs(ctx, db.HiredOnJobsParams{JobID: first, JobID_2: last})
	for _, r := range hired {
		if i, here := at[r.JobID]; here {
			all[i].Takings = append(all[i].Takings, Taking{all[i].Client.ID, r.FreelancerID, moment(r.DecidedAt), true})
		}
	}
	return all, err
}

// Shown is a person who stood among suggestions that somebody saw.
type Shown struct {
	Ranking string
	At      time.Time
	Job     string
	Person  string
	Place   int
}

// ShownSince is a page of those shown at or after a time, behind the last one of
// the page before.
func (t *Tx) ShownSince(ctx context.Context, since time.Time, last Shown) ([]Shown, error) {
	rows, err := t.q.ShownSince(ctx, db.ShownSinceParams{At: since, ID: last.Ranking, Place: int64(last.Place), Limit: page})
	return each(rows, err, func(r db.ShownSinceRow) Shown { return shownOf(db.ShownInRow(r)) })
}

// ShownIn are those of one ranking.
func (t *Tx) ShownIn(ctx context.Context, ranking string) ([]Shown, error) {
	rows, err := t.q.ShownIn(ctx, ranking)
	return each(rows, err, shownOf)
}

func shownOf(r db.ShownInRow) Shown {
	return Shown{r.ID, r.At.UTC(), r.JobID, r.SubjectID, int(r.Place)}
}
