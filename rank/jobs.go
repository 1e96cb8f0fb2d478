package rank

import "slices"

// AskJobs answers which of the jobs suit a person, best first. L is the jobs'
// own: those that were shown to many lately stand further down. Nobody who hands
// on is part of it, so K is 0.
func (m *Market) AskJobs(id string, jobs []string, day int) []Row {
	return m.askJobs(id, jobs, func(job string) Question { return Question{Kind: Jobs, Job: job, Day: day} })
}

func (m *Market) askJobs(id string, jobs []string, ask func(job string) Question) []Row {
	at, known := m.at[id]
	if !known {
		return nil
	}
	var rows []Row
	for _, j := range jobs {
		if s := m.sheetFor(ask(j), at); s != nil {
			r := s.row(at)
			r.ID = j
			rows = append(rows, r)
			s.leave()
		}
	}
	slices.SortFunc(rows, better)
	return rows
}

// OpenJobs are the ids of all jobs to which nothing was finished yet and that are
// not private, in order.
func (m *Market) OpenJobs() (out []string) {
	for _, j := range m.jobs {
		if j.known && !j.Private && !slices.ContainsFunc(j.events, func(e Event) bool { return e.Kind == Done }) {
			out = append(out, j.ID)
		}
	}
	slices.Sort(out)
	return out
}

// AddJobShown says that a job stood in a list that the person saw. It stays when
// the job is changed.
func (m *Market) AddJobShown(s Shown) {
	j := m.jobs[m.jobOf(s.Job)]
	j.shown = s.into(j.shown)
}

// PutJobAnew brings a job in without what had happened to it.
func (m *Market) PutJobAnew(j Job) {
	m.RemoveJob(j.ID)
	m.PutJob(j)
}
