package web

import (
	"cmp"
	"strconv"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/web/parts"
	"kith/internal/words"
)

// jobForm is the form for a job's words and terms, new or changed.
type jobForm struct {
	v *visit
	s *sheet
	// was is the job as it stands; without an ID it is a new one.
	was kith.Job
	// underWay is how many referrals a change could end.
	underWay int
}

func newJob(v *visit) error {
	return v.jobFormPage(v.fresh(map[string]string{
		"openings": "1", "currency": v.site.Currency, "policy": string(v.me.DefaultPolicy),
	}), kith.Job{})
}

// postJob puts it up.
func postJob(v *visit) error {
	s := v.typed()
	j := s.job()
	if len(s.wrong) > 0 {
		s.wrong = append(act.CheckJob(j, v.now), s.wrong...)
		return v.jobFormPage(s, kith.Job{})
	}
	id, err := v.site.House.PostJob(v.r.Context(), v.by(), j)
	switch {
	case s.took(err):
		return v.jobFormPage(s, kith.Job{})
	case err != nil:
		return err
	}
	return v.goTo("/jobs/"+id, v.t("job.posted"))
}

func editJob(v *visit) error {
	j, err := v.readMyJob()
	if err != nil {
		return err
	}
	return v.jobFormPage(v.fresh(v.jobValues(j.Job.Job)), j.Job.Job)
}

// saveJob changes it. What is under way may end by that; the form says so.
func saveJob(v *visit) error {
	s := v.typed()
	was, err := v.readMyJob()
	if err != nil {
		return err
	}
	j := s.job()
	if len(s.wrong) > 0 || s.Value("look") != "" {
		return v.jobFormPage(s, was.Job.Job)
	}
	asking, told, err := v.switching(s, was.Job.Job, j)
	if err != nil {
		return err
	}
	if !told {
		return v.show(switchingPage(asking))
	}
	err = v.site.House.EditJobTold(v.r.Context(), v.by(), was.ID, j, asking.counts)
	switch {
	case isCode(err, kith.OthersWaitNow) && s.took(err):
		if asking, _, err = v.switching(s, was.Job.Job, j); err != nil {
			return err
		}
		return v.showAs(s.status(), switchingPage(asking))
	case s.took(err):
		return v.jobFormPage(s, was.Job.Job)
	case err != nil:
		return err
	}
	return v.goTo(was.path(), v.t("job.saved"))
}

func (v *visit) jobFormPage(s *sheet, was kith.Job) error {
	f := jobForm{v: v, s: s, was: was}
	if was.ID != "" {
		m, err := v.site.Desk.Manager(v.r.Context(), v.reader(), was.ID)
		if err != nil {
			return err
		}
		f.underWay = waitingIn(m).referrals
	}
	if s.overtaken {
		s.differs(v.jobValues(was), jobLabels)
	}
	s.inOrder("title", "text", "skills", "budget", "currency", "wanted_by", "openings", "visibility", "policy", "min_vouch")
	return v.showAs(s.status(), jobFormPage(f))
}

func (v *visit) jobValues(j kith.Job) map[string]string {
	values := map[string]string{
		"title": j.Title, "text": j.Text, "skills": list(j.Skills), "budget_lower": words.Amount(j.Budget.Lower, j.Budget.Currency),
		"budget_upper": words.Amount(j.Budget.Upper, j.Budget.Currency), "currency": v.currencyOf(j), "wanted_by": j.WantedBy,
		"openings": strconv.Itoa(j.Openings), "visibility": string(j.Visibility), "policy": string(j.StatedPolicy),
		"min_vouch": cmp.Or(string(j.MinVouch), anyVouch),
	}
	return values
}

// job reads the form. Numbers that can't be read become ones that the rules
// refuse. A private job without a policy is off, so that it stays off if it
// turns public some day.
func (s *sheet) job() kith.Job {
	openings, err := strconv.Atoi(kith.Line(s.Value("openings")))
	if err != nil {
		openings = 0
	}
	currency := s.currency()
	j := kith.Job{
		Title: kith.Line(s.Value("title")), Text: kith.Clean(s.Value("text")), Skills: kith.Words(s.Value("skills")),
		Visibility: kith.Visibility(s.Value("visibility")), StatedPolicy: kith.Policy(s.Value("policy")), Openings: openings,
		Budget:   kith.Range{Lower: s.amount("budget_lower", currency).Amount, Upper: s.amount("budget_upper", currency).Amount, Currency: currency},
		WantedBy: kith.Line(s.Value("wanted_by")), MinVouch: s.least(),
	}
	if j.StatedPolicy == "" && j.Visibility == kith.Private {
		j.StatedPolicy = kith.PolicyOff
	}
	if j.StatedPolicy == "" {
		s.wrong.Add(true, "policy", "policy_missing")
		j.StatedPolicy = kith.PolicyOpen
	}
	return j
}

// jobLabels are the fields that are named when somebody else has changed them.
var jobLabels = [][2]string{
	{"title", "job_form.title"},
	{"text", "job_form.text"},
	{"skills", "job_form.skills"},
	{"budget_lower", "job_form.lower"},
	{"budget_upper", "job_form.upper"},
	{"wanted_by", "job_form.wanted_by"},
	{"openings", "job_form.openings"},
}

// edition is that of the job as it stands, which saving compares with.
func (f jobForm) edition() []parts.Hidden {
	if f.new() {
		return nil
	}
	return f.s.was(f.was.Edition())
}

func (f jobForm) new() bool { return f.was.ID == "" }

func (f jobForm) title() parts.TitleProps {
	if f.new() {
		return parts.TitleProps{Title: f.v.t("job_form.new"), Lead: f.v.t("job_form.new_lead"), Crumbs: f.v.back("jobs.title", "/jobs")}
	}
	return parts.TitleProps{Title: f.v.t("job_form.edit"), Crumbs: f.v.backTo(f.was.Title, f.path())}
}

// back is the way back from a page; backTo the same with words of a person's.
func (v *visit) back(key, href string) parts.CrumbsProps { return v.backTo(v.t(key), href) }

func (v *visit) backTo(label, href string) parts.CrumbsProps {
	return parts.CrumbsProps{Label: v.t("form.back"), Links: []parts.Link{{Label: label, Href: href}}}
}

func (f jobForm) path() string { return "/jobs/" + f.was.ID }

func (f jobForm) action() string {
	if f.new() {
		return "/jobs"
	}
	return f.path() + "/edit"
}

func (f jobForm) cancel() string {
	if f.new() {
		return "/my-jobs"
	}
	return f.path()
}

func (f jobForm) send() string {
	if f.new() {
		return f.v.t("job_form.post")
	}
	return f.v.t("job_form.save")
}

// visibilities and policies are the choices with what each of them means.
func (f jobForm) visibilities() parts.ChoiceProps {
	p := parts.ChoiceProps{Name: "visibility", Label: f.v.t("job_form.visibility"), Value: f.s.Value("visibility"), Error: f.s.Error("visibility")}
	for _, one := range kith.Visibilities {
		p.Options = append(p.Options, f.option("job_form.visibility.", string(one)))
	}
	return p
}

func (f jobForm) policies() parts.ChoiceProps {
	p := parts.ChoiceProps{Name: "policy", Label: f.v.t("job_form.policy"), Hint: f.v.t("job_form.policy_hint"), Value: f.s.Value("policy"), Error: f.s.Error("policy")}
	for _, one := range kith.Policies {
		p.Options = append(p.Options, f.option("job_form.policy.", string(one)))
	}
	return p
}

func (f jobForm) option(key, value string) parts.Option {
	return parts.Option{Value: value, Label: f.v.t(key + value), Hint: f.v.t(key + value + "_hint")}
}
