package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// OwnJob is one of a client's jobs, with how many people its own page shows, by
// how they came, and how many decisions wait there.
type OwnJob struct {
	kith.Job
	Came    map[kith.Source]int
	Waiting int
}

// People is how many came in all.
func (j OwnJob) People() (n int) {
	for _, came := range j.Came {
		n += came
	}
	return n
}

// OwnJobs is a page, from 1 on, of the reader's own jobs as a client, newest
// first, and how many there are. They are counted as the job's page counts them,
// so that nobody is told of before the client may know (R9).
func (d *Desk) OwnJobs(ctx context.Context, by Reader, page int) (jobs []OwnJob, all int, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		mine, err := tx.JobsOf(ctx, by.Person)
		if err != nil {
			return err
		}
		all = len(mine)
		first := min((max(page, 1)-1)*JobsPerPage, all)
		for _, j := range mine[first:min(first+JobsPerPage, all)] {
			m := Manager{Job: j}
			if err := m.fill(ctx, tx, by); err != nil {
				return err
			}
			jobs = append(jobs, m.counted(by))
		}
		return nil
	})
	return jobs, all, err
}

// counted is a job's page as numbers.
func (m Manager) counted(by Reader) OwnJob {
	j := OwnJob{Job: m.Job, Came: map[kith.Source]int{}}
	for _, row := range m.Rows {
		j.Came[row.Source]++
	}
	for _, r := range m.ToDecide {
		if !r.Late(by.Now) {
			j.Waiting++
		}
	}
	return j
}
