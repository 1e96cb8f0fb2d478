package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// jobView is a job as its reader sees it.
type jobView struct {
	v *visit
	query.Job
	// Asked is the referral by which the reader is asked to do it, if one waits
	// for their answer.
	Asked *query.Referral
}

// job is the page of one. Whoever may not know of it reads what they would read
// if it weren't there (R14).
func job(v *visit) error {
	j, err := v.readJob()
	if err != nil {
		return err
	}
	if err := j.asked(); err != nil {
		return err
	}
	return v.show(jobPage(j))
}

// asked finds out whether a colleague has thought of the reader for it.
func (j *jobView) asked() error {
	if !isCode(j.MayApply, kith.AnswerFirst) {
		return nil
	}
	_, received, err := j.v.site.Desk.Referrals(j.v.r.Context(), j.v.reader())
	for _, r := range received {
		if r.Job.ID == j.ID && j.v.myTurn(r) {
			j.Asked = &r
		}
	}
	return err
}

func (v *visit) readJob() (jobView, error) {
	j, err := v.site.Desk.Job(v.r.Context(), v.reader(), v.path("id"))
	return jobView{v: v, Job: j}, err
}

// readMyJob is readJob for the client only.
func (v *visit) readMyJob() (jobView, error) {
	j, err := v.readJob()
	if err == nil && !j.Mine {
		err = kith.Refuse(kith.NotFound)
	}
	return j, err
}

func (j jobView) path() string { return "/jobs/" + j.ID }

// say is a sentence with the client's name and the job's.
func (j jobView) say(key string) string {
	return j.v.t(key, "client", kith.FirstName(j.Client.Name), "client_full", j.Client.Name, "job", j.Title)
}

func (j jobView) title() parts.TitleProps {
	line := j.v.t("job.line", "client", j.Client.Name, "on", j.v.voice.Day(j.PostedAt))
	if j.Mine {
		line = j.v.t("job.line_mine", "on", j.v.voice.Day(j.PostedAt))
	}
	back := parts.Link{Label: j.v.t("jobs.title"), Href: "/jobs"}
	if j.Mine {
		back = parts.Link{Label: j.v.t("jobs.mine"), Href: "/my-jobs"}
	}
	return parts.TitleProps{Title: j.Title, Line: line, Crumbs: parts.CrumbsProps{Label: j.v.t("form.back"), Links: []parts.Link{back}}}
}

func (j jobView) text() parts.NoteProps {
	cite := j.say("job.words")
	if j.Mine {
		cite = j.v.t("job.words_mine")
	}
	return parts.NoteProps{Cite: cite, Text: j.Text, Large: true}
}

func (j jobView) status() parts.StatusProps {
	return parts.StatusProps{Sign: jobSign(j.Job.Job), Sentence: j.v.jobSays(j.Job.Job)}
}

func (j jobView) facts() []parts.Fact {
	var facts []parts.Fact
	add := func(key, text string) {
		if text != "" {
			facts = append(facts, parts.Fact{Term: j.v.t(key), Text: text})
		}
	}
	add("job.budget", j.v.voice.Range(j.Budget))
	if j.WantedBy != "" {
		add("job.wanted", j.v.t("job.by", "date", j.v.voice.Date(j.WantedBy)))
	}
	if j.Openings > 1 {
		add("job.how_many", j.v.t("job.looks_for", "count", j.Openings))
	}
	if len(j.Skills) > 0 {
		facts = append(facts, parts.Fact{Term: j.v.t("job.skills"), Body: skillTags(j.Skills)})
	}
	add("job.seen_by", j.v.t("jobs.seen_by."+string(j.Visibility)))
	add("job.policy", j.policy())
	return facts
}

// policy says what a colleague's yes is worth here.
func (j jobView) policy() string {
	switch {
	case j.Visibility == kith.Private:
		return j.v.t("job.policy.private")
	case j.Mine:
		return j.v.t("job.policy_mine." + string(j.Policy()))
	}
	return j.say("job.policy." + string(j.Policy()))
}

// inbox is the sentence of R7.
func (j jobView) inbox() string {
	if j.Mine {
		return j.v.t("job.inbox_mine")
	}
	return j.say("job.inbox")
}

// whyNot is why the reader can't apply, in words; empty where the page shows
// their part in another way.
func (j jobView) whyNot() string {
	switch {
	case isCode(j.MayApply, kith.NotFound):
		return j.v.t("job.by_invitation")
	case isCode(j.MayApply, kith.JobNotOpen), isCode(j.MayApply, kith.JobIsPaused), isCode(j.MayApply, kith.JobIsHeld), isCode(j.MayApply, kith.YesWaits):
		return j.v.sentenceOf(j.MayApply)
	}
	return ""
}

func (j jobView) mayApply() bool { return j.MayApply == nil }

// mustSignIn says that signing in could let the reader apply.
func (j jobView) mustSignIn() bool { return isCode(j.MayApply, kith.SignInFirst) && j.Open() }

// pending says that the reader's invitation waits for an answer.
func (j jobView) pending() bool { return j.Invitation != nil && j.Invitation.State == kith.Pending }

// clientLink leads to the client's page, which only members see.
func (j jobView) clientLink() string {
	if j.v.me.ID == "" {
		return ""
	}
	return profileLink(j.Client)
}
