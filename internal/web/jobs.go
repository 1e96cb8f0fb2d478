package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// jobsView is a list of jobs.
type jobsView struct {
	v     *visit
	here  string
	Jobs  []kith.Job
	pager parts.PagerProps
	// All is how many there are, on all pages.
	All int
}

// jobs are those that look for somebody, newest first. Who isn't signed in sees
// the public ones.
func jobs(v *visit) error {
	page := v.pageAsked()
	open, all, err := v.site.Desk.OpenJobs(v.r.Context(), v.reader(), page)
	if err != nil {
		return err
	}
	if len(open) == 0 && page > 1 {
		return v.goTo("/jobs", "")
	}
	return v.show(jobsPage(jobsView{v, "/jobs", open, v.pager("/jobs", page, all, query.JobsPerPage), all}))
}

func (j jobsView) tabs() parts.PlacesProps {
	tab := func(key, href string) parts.NavItem {
		return parts.NavItem{Label: j.v.t(key), Href: href, Current: href == j.here}
	}
	return parts.PlacesProps{Label: j.v.t("jobs.tabs"), Items: []parts.NavItem{tab("jobs.open", "/jobs"), tab("jobs.mine", "/my-jobs")}}
}

func (j jobsView) signedIn() bool { return j.v.me.ID != "" }

// row is a job in the list of open ones.
func (j jobsView) row(job kith.Job) parts.RowProps {
	line := kith.FirstName(job.Client.Name)
	if job.Client.ID == j.v.me.ID && j.signedIn() {
		line = j.v.t("jobs.yours")
	}
	for _, more := range j.v.particulars(job) {
		line += " · " + more
	}
	return parts.RowProps{ID: job.Client.ID, Name: job.Client.Name, Title: job.Title, Href: "/jobs/" + job.ID, Line: line, Say: short(job.Text), Level: 2}
}

// particulars are what people look for first: money, time, how many.
func (v *visit) particulars(j kith.Job) []string {
	var all []string
	if j.Budget.Stated() {
		all = append(all, v.voice.Range(j.Budget))
	}
	if j.WantedBy != "" {
		all = append(all, v.t("job.by", "date", v.voice.Date(j.WantedBy)))
	}
	if j.Openings > 1 {
		all = append(all, v.t("job.looks_for", "count", j.Openings))
	}
	return all
}

func jobSign(j kith.Job) parts.Sign {
	switch j.Status {
	case kith.JobFilled:
		return parts.TakeIt
	case kith.JobOpen:
		return parts.Invited
	}
	return parts.Ended
}

// jobSays is a job's status in a sentence.
func (v *visit) jobSays(j kith.Job) string {
	key := "job.says." + string(j.Status)
	if j.Open() && j.Hired > 0 {
		key += "_hired"
	}
	return v.t(key, "openings", j.Openings, "hired", j.Hired, "on", v.voice.Day(j.EndedAt))
}
