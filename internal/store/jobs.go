package store

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store/db"
)

func jobOf(j db.JobStory) kith.Job {
	return kith.Job{
		ID: j.ID, Client: kith.Someone{ID: j.ClientID, Name: j.ClientName, TimeZone: j.ClientZone},
		Title: j.Title, Text: j.Text, Visibility: kith.Visibility(j.Visibility),
		StatedPolicy: kith.Policy(j.Policy), Status: kith.JobStatus(j.Status),
		Openings: int(j.Openings), Hired: int(j.Hired),
		Budget:   kith.Range{Lower: j.BudgetLower, Upper: j.BudgetUpper, Currency: j.BudgetCurrency},
		WantedBy: j.WantedBy, PostedAt: j.PostedAt.UTC(), ChangedAt: j.ChangedAt.UTC(), EndedAt: moment(j.EndedAt),
		MinVouch: kith.Vouch(j.MinVouch),
	}
}

// Job is the job with this id, with its skills. A job that isn't there takes as
// many statements as one that is.
func (t *Tx) Job(ctx context.Context, id string) (kith.Job, error) {
	skills, err := t.q.JobSkills(ctx, id)
	if err != nil {
		return kith.Job{}, err
	}
	row, err := t.q.Job(ctx, id)
	if err != nil {
		return kith.Job{}, found(err)
	}
	j := jobOf(row)
	j.Skills = skills
	return j, nil
}

// Jobs are all jobs, by id, with their skills.
func (t *Tx) Jobs(ctx context.Context) ([]kith.Job, error) {
	rows, err := t.q.AllJobs(ctx)
	jobs, err := each(rows, err, jobOf)
	if err != nil {
		return nil, err
	}
	at := make(map[string]int, len(jobs))
	for i, j := range jobs {
		at[j.ID] = i
	}
	skills, err := t.q.AllJobSkills(ctx)
	for _, s := range skills {
		j := &jobs[at[s.JobID]]
		j.Skills = append(j.Skills, s.Skill)
	}
	return jobs, err
}

// JobsOf are a client's jobs, newest first, without skills.
func (t *Tx) JobsOf(ctx context.Context, client string) ([]kith.Job, error) {
	rows, err := t.q.JobsOfClient(ctx, client)
	return each(rows, err, jobOf)
}

// OpenJobs is a page of the open jobs, newest first, without skills, and how
// many there are in all. Private ones are never among them, those for members
// only where members is true.
func (t *Tx) OpenJobs(ctx context.Context, members bool, limit, offset int) ([]kith.Job, int, error) {
	also := string(kith.Public)
	if members {
		also = string(kith.Members)
	}
	n, err := t.q.CountOpenJobs(ctx, also)
	if err != nil {
		return nil, 0, err
	}
	rows, err := t.q.OpenJobs(ctx, db.OpenJobsParams{Visibility: also, Limit: int32(limit), Offset: int32(offset)})
	jobs, err := each(rows, err, jobOf)
	return jobs, int(n), err
}

// BroughtTo says whether a person was invited to the job or proposes for it.
func (t *Tx) BroughtTo(ctx context.Context, job, person string) (bool, error) {
	n, err := t.q.BroughtToJob(ctx, db.BroughtToJobParams{JobID: job, FreelancerID: person})
	return n > 0, err
}

// AddJob keeps a new job.
func (t *Tx) AddJob(ctx context.Context, j kith.Job) error {
	err := t.q.InsertJob(ctx, db.InsertJobParams{
		ID: j.ID, ClientID: j.Client.ID, Title: j.Title, Text: j.Text, Visibility: string(j.Visibility),
		Policy: string(j.StatedPolicy), Status: string(j.Status), Openings: int64(j.Openings), Hired: int64(j.Hired),
		BudgetLower: j.Budget.Lower, BudgetUpper: j.Budget.Upper, BudgetCurrency: j.Budget.Currency,
		WantedBy: j.WantedBy, PostedAt: j.PostedAt, ChangedAt: j.ChangedAt, EndedAt: orNone(j.EndedAt), MinVouch: string(j.MinVouch),
	})
	if err != nil {
		return err
	}
	return t.addJobSkills(ctx, j)
}

// SaveJob keeps a changed job.
func (t *Tx) SaveJob(ctx context.Context, j kith.Job) error {
	err := t.q.UpdateJob(ctx, db.UpdateJobParams{
		ID: j.ID, Title: j.Title, Text: j.Text, Visibility: string(j.Visibility), Policy: string(j.StatedPolicy),
		Status: string(j.Status), Openings: int64(j.Openings), Hired: int64(j.Hired),
		BudgetLower: j.Budget.Lower, BudgetUpper: j.Budget.Upper, BudgetCurrency: j.Budget.Currency,
		WantedBy: j.WantedBy, ChangedAt: j.ChangedAt, EndedAt: orNone(j.EndedAt), MinVouch: string(j.MinVouch),
	})
	if err != nil {
		return err
	}
	if err := t.q.DeleteJobSkills(ctx, j.ID); err != nil {
		return err
	}
	return t.addJobSkills(ctx, j)
}

func (t *Tx) addJobSkills(ctx context.Context, j kith.Job) error {
	for i, skill := range j.Skills {
		if err := t.q.InsertJobSkill(ctx, db.InsertJobSkillParams{JobID: j.ID, Place: int64(i), Skill: skill}); err != nil {
			return err
		}
	}
	return nil
}

// LockJob keeps everybody else from changing anything in this job until the
// transaction ends.
func (t *Tx) LockJob(ctx context.Context, id string) error {
	return foundRows(t.q.BumpJob(ctx, id))
}
