package web

import (
	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/store"
	"kith/internal/web/parts"
)

// reportView asks what is wrong with a job.
type reportView struct {
	jobView
	s        *sheet
	reported bool
}

func reporting(v *visit) error { return v.reportPage(v.fresh(nil)) }

func reportJob(v *visit) error {
	s, id := v.typed(), v.path("id")
	err := v.site.House.ReportJob(v.r.Context(), v.by(), id, s.complaint())
	switch {
	case s.took(err):
		return v.reportPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/jobs/"+id, v.t("report.done"))
}

func (s *sheet) complaint() act.Complaint {
	return act.Complaint{Ground: kith.Ground(s.Value("ground")), Words: s.Value("words")}
}

func (v *visit) reportPage(s *sheet) error {
	j, err := v.readJob()
	if err != nil {
		return err
	}
	reported, err := v.site.Desk.ReportedBy(v.r.Context(), v.reader(), j.ID)
	if err != nil {
		return err
	}
	return v.showAs(s.status(), reportPage(reportView{j, s, reported}))
}

// whyNotReport is why the reader can't report it; empty where they can.
func (r reportView) whyNotReport() string {
	switch {
	case r.Mine:
		return r.v.sentenceOf(kith.Refuse(kith.NotYours))
	case !r.Live():
		return r.v.sentenceOf(kith.Refuse(kith.JobNotOpen))
	case r.reported:
		return r.v.sentenceOf(kith.Refuse(kith.ReportedAlready))
	}
	return ""
}

func (r reportView) reportWords() parts.FieldProps {
	f := r.s.reviewWords(r.v.t("report.words"), "")
	f.Optional = r.v.t("form.optional")
	return f
}

func (r reportView) back() parts.TitleProps {
	return parts.TitleProps{Title: r.say("report.title"), Crumbs: r.v.backTo(r.Title, r.path())}
}

// holdView asks an operator why a job should rest.
type holdView struct {
	v *visit
	s *sheet
	kith.Job
}

func holding(v *visit) error { return v.holdPage(v.fresh(nil)) }

func holdJob(v *visit) error {
	s, id := v.typed(), v.path("id")
	err := v.site.House.HoldJob(v.r.Context(), v.by(), id, s.complaint())
	switch {
	case s.took(err):
		return v.holdPage(s)
	case err != nil:
		return err
	}
	j, err := v.site.Desk.HeldJob(v.r.Context(), id)
	if err != nil {
		return err
	}
	return v.goTo("/operator/reviews", holdView{v: v, Job: j}.say("reviewer.held"))
}

func (v *visit) holdPage(s *sheet) error {
	j, err := v.site.Desk.HeldJob(v.r.Context(), v.path("id"))
	if err != nil {
		return err
	}
	return v.showAs(s.status(), holdPage(holdView{v, s, j}))
}

func (h holdView) say(key string) string {
	return h.v.t(key, "job", h.Title, "client", kith.FirstName(h.Client.Name))
}

// whyNot is why it can't be stopped; empty where it can.
func (h holdView) whyNot() string { return h.v.sentenceOf(h.MayHold()) }

// report is a report in the list of those who run the installation.
func (w reviewerView) report(r store.Report) parts.RowProps {
	return parts.RowProps{
		Title: w.v.t("reviewer.report", "job", r.Job.Name, "ground", w.v.t("review.ground."+string(r.Ground))), Href: "/operator/jobs/" + r.Job.ID + "/hold",
		Sign: parts.StandsStill, Say: w.v.reported(r), Level: 3,
	}
}

func (c caseView) report(r store.Report) string {
	return c.v.t("review.ground."+string(r.Ground)) + ". " + c.v.reported(r)
}

func (v *visit) reported(r store.Report) string {
	key := "reviewer.report_by"
	if r.Words == "" {
		key = "reviewer.report_silent"
	}
	return v.t(key, "name", r.By.Name, "at", v.voice.Short(r.At), "words", r.Words)
}
