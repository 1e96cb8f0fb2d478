package rank

import "slices"

// AskJobs answers which of the jobs suit a person, best first. L is the jobs'
// own, of which nothing is known here yet, so it is 0; nobody who hands on is
// part of it, so K is 0.
func (m *Market) AskJobs(id string, jobs []string, day int) []Row {
	at, known := m.at[id]
	if !known {
		return nil
	}
	var rows []Row
	for _, j := range jobs {
		if s := m.sheetFor(Question{Kind: Jobs, Job: j, Day: day}, at); s != nil {
			r := s.row(at)
			r.ID = j
			rows = append(rows, r)
			s.leave()
		}
	}
	slices.SortFunc(rows, better)
	return rows
}

// PutJobAnew brings a job in without what had happened to it.
func (m *Market) PutJobAnew(j Job) {
	m.RemoveJob(j.ID)
	m.PutJob(j)
}
