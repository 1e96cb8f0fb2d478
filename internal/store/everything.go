package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// page is how many rows are read at a time where everything is read.
const page = 500

// EachPerson goes through everybody, by id, with skills and languages.
func (t *Tx) EachPerson(ctx context.Context, take func(kith.Person) error) error {
	return paged(take, func(p kith.Person) string { return p.ID }, func(after string) ([]kith.Person, error) { return t.peopleAfter(ctx, after) })
}

func (t *Tx) peopleAfter(ctx context.Context, after string) ([]kith.Person, error) {
	rows, err := t.q.PeopleAfter(ctx, db.PeopleAfterParams{ID: after, Limit: page})
	people, err := each(rows, err, personOf)
	if err != nil || len(people) == 0 {
		return nil, err
	}
	return people, t.fillLists(ctx, people)
}

// fillLists adds skills and languages to people that are in the order of their
// ids.
func (t *Tx) fillLists(ctx context.Context, people []kith.Person) error {
	first, last := people[0].ID, people[len(people)-1].ID
	at := make(map[string]int, len(people))
	for i, p := range people {
		at[p.ID] = i
	}
	skills, err := t.q.SkillsOfPeople(ctx, db.SkillsOfPeopleParams{PersonID: first, PersonID_2: last})
	if err != nil {
		return err
	}
	for _, s := range skills {
		if i, here := at[s.PersonID]; here {
			people[i].Skills = append(people[i].Skills, s.Skill)
		}
	}
	languages, err := t.q.LanguagesOfPeople(ctx, db.LanguagesOfPeopleParams{PersonID: first, PersonID_2: last})
	for _, l := range languages {
		if i, here := at[l.PersonID]; here {
			people[i].Languages = append(people[i].Languages, l.Language)
		}
	}
	return err
}

// EachJob goes through all jobs, by id, with their skills.
func (t *Tx) EachJob(ctx context.Context, take func(kith.Job) error) error {
	return paged(take, func(j kith.Job) string { return j.ID }, func(after string) ([]kith.Job, error) { return t.jobsAfter(ctx, after) })
}

func (t *Tx) jobsAfter(ctx context.Context, after string) ([]kith.Job, error) {
	rows, err := t.q.JobsAfter(ctx, db.JobsAfterParams{ID: after, Limit: page})
	jobs, err := each(rows, err, jobOf)
	if err != nil || len(jobs) == 0 {
		return nil, err
	}
	at := make(map[string]int, len(jobs))
	for i, j := range jobs {
		at[j.ID] = i
	}
	skills, err := t.q.SkillsOfJobs(ctx, db.SkillsOfJobsParams{JobID: jobs[0].ID, JobID_2: jobs[len(jobs)-1].ID})
	for _, s := range skills {
		if i, here := at[s.JobID]; here {
			jobs[i].Skills = append(jobs[i].Skills, s.Skill)
		}
	}
	return jobs, err
}

// EachInvitation goes through all invitations, by id; of job and freelancer they
// have the id only.
func (t *Tx) EachInvitation(ctx context.Context, take func(kith.Invitation) error) error {
	return paged(take, func(i kith.Invitation) string { return i.ID }, func(after string) ([]kith.Invitation, error) {
		rows, err := t.q.InvitationsAfter(ctx, db.InvitationsAfterParams{ID: after, Limit: page})
		return each(rows, err, func(i db.InvitationsAfterRow) kith.Invitation {
			return kith.Invitation{
				ID: i.ID, Job: kith.Job{ID: i.JobID}, Freelancer: kith.Someone{ID: i.FreelancerID}, Message: i.Message,
				State: kith.InvitationState(i.State), Reason: kith.DeclineReason(i.Reason), NotNowTill: i.NotNowTill,
				InvitedAt: i.InvitedAt.UTC(), ExpiresAt: i.ExpiresAt.UTC(), EndedAt: moment(i.EndedAt),
			}
		})
	})
}

// paged takes what next reads, page by page, until there is no more.
func paged[T any](take func(T) error, id func(T) string, next func(after string) ([]T, error)) error {
	after := ""
	for {
		all, err := next(after)
		if err != nil || len(all) == 0 {
			return err
		}
		for _, one := range all {
			if err := take(one); err != nil {
				return err
			}
		}
		after = id(all[len(all)-1])
	}
}

// ParkPerson takes a person's address and handle away for a moment, so that
// two people can change theirs with each other in one transaction. SavePerson
// must follow.
func (t *Tx) ParkPerson(ctx context.Context, id string) error { return t.q.ParkPerson(ctx, id) }

// SetJoined puts right when a person joined.
func (t *Tx) SetJoined(ctx context.Context, id string, at time.Time) error {
	return t.q.SetJoined(ctx, db.SetJoinedParams{ID: id, JoinedAt: at})
}

// SetPosted puts right when a job was posted.
func (t *Tx) SetPosted(ctx context.Context, id string, at time.Time) error {
	return t.q.SetPosted(ctx, db.SetPostedParams{ID: id, PostedAt: at})
}
