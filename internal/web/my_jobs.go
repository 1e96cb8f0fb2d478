package web

import (
	"strings"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// myJobsView is a client's own list.
type myJobsView struct {
	jobsView
	Mine []query.OwnJob
}

// myJobs are the reader's own as a client, each with who came to it.
func myJobs(v *visit) error {
	page := v.pageAsked()
	mine, all, err := v.site.Desk.OwnJobs(v.r.Context(), v.reader(), page)
	if err != nil {
		return err
	}
	if len(mine) == 0 && page > 1 {
		return v.goTo("/my-jobs", "")
	}
	frame := jobsView{v: v, here: "/my-jobs", All: all, pager: v.pager("/my-jobs", page, all, query.JobsPerPage)}
	return v.show(myJobsPage(myJobsView{frame, mine}))
}

// row is a job in the client's own list: how it stands, who sees it, who came.
func (j myJobsView) row(job query.OwnJob) parts.RowProps {
	return parts.RowProps{
		Title: job.Title, Href: "/jobs/" + job.ID, Level: 2, Sign: jobSign(job.Job), Say: j.v.jobSays(job.Job), Line: j.came(job),
	}
}

// came says who sees the job and how many were invited, were referred, applied.
func (j myJobsView) came(job query.OwnJob) string {
	all := []string{j.v.t("jobs.seen_by." + string(job.Visibility))}
	for _, s := range kith.Sources {
		if n := job.Came[s]; n > 0 {
			all = append(all, strings.ReplaceAll(j.v.t("jobs.came."+string(s), "n", n), " ", "\u00a0"))
		}
	}
	if len(all) == 1 {
		all = append(all, j.v.t("jobs.came.nobody"))
	}
	return strings.Join(all, "\u00a0· ")
}
