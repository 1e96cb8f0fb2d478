package letters

import "kith/internal/kith"

// asked tells the candidate who thought of them and why, what the job is, and
// that any answer is fine (R6).
func asked(f Facts) Letter {
	r := f.Referral
	return Letter{
		Subject: f.t("asked.subject"),
		Body: join(
			[]Block{f.hello(), f.para("asked.who")},
			f.quoted("asked.note", r.Note),
			f.quoted("asked.hand_over", r.HandOver),
			f.theJob(r.Job),
			[]Block{f.para("asked.answer"), f.para(afterYes(r.Job)), f.para("not_in_inbox"), f.button("asked.button", "/referrals/"+r.ID)},
			f.withoutSignIn(),
		),
		Foot: f.t("asked.foot"),
	}
}

// askedReminder comes a day before the candidate's time is over.
func askedReminder(f Facts) Letter {
	r := f.Referral
	return Letter{
		Subject: f.t("asked_reminder.subject"),
		Body: join(
			[]Block{f.hello(), f.para("asked_reminder.open")},
			f.quoted("asked.note", r.Note),
			[]Block{f.para("asked.answer"), f.button("asked.button", "/referrals/"+r.ID)},
			f.withoutSignIn(),
		),
		Foot: f.t("asked.foot"),
	}
}

// afterYes says what the candidate's yes leads to on this job.
func afterYes(j kith.Job) string {
	if j.Policy() == kith.PolicyAskMe {
		return "after_yes.ask_me"
	}
	return "after_yes.open"
}

func (f Facts) theJob(j kith.Job) []Block {
	text := f.t("the_job")
	if j.Budget.Stated() {
		text += " " + f.t("the_job_budget")
	}
	if j.WantedBy != "" {
		text += " " + f.t("the_job_by", "by", f.Voice.Date(j.WantedBy))
	}
	return []Block{{Kind: Para, Text: text}}
}

func (f Facts) withoutSignIn() []Block {
	if f.AnswerLink == "" {
		return nil
	}
	return []Block{f.para("asked.without"), f.button("asked.without_button", f.AnswerLink)}
}
