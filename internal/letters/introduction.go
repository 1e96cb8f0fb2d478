package letters

import "kith/internal/kith"

// introduction tells, after all the yeses there must be, each in their words:
// the client who would like to do it and who says so; the candidate and the
// referrer that the introduction is made.
func introduction(f Facts) Letter {
	switch f.Party {
	case kith.Client:
		return introductionToClient(f)
	case kith.Candidate:
		return Letter{
			Subject: f.t("introduction.candidate_subject"),
			Body:    []Block{f.hello(), f.para("introduction.candidate"), f.para("not_in_inbox"), f.button("introduction.candidate_button", "/proposals/"+f.Referral.Proposal)},
			Foot:    f.t("introduction.candidate_foot"),
		}
	}
	return Letter{
		Subject: f.t("introduction.referrer_subject"),
		Body:    []Block{f.hello(), f.para("introduction.referrer"), f.para("no_reward_you"), f.button("see_referral", "/referrals/"+f.Referral.ID)},
		Foot:    f.t("referrer_foot"),
	}
}

func introductionToClient(f Facts) Letter {
	r := f.Referral
	return Letter{
		Subject: f.t("introduction.subject"),
		Body: join(
			[]Block{f.hello(), f.para("introduction.who")}, f.claims(),
			f.quoted("introduction.note", r.Note),
			f.offered(),
			[]Block{f.para("introduction.write_first"), f.para("no_reward"), f.button("introduction.button", "/jobs/"+r.Job.ID+"/people")},
		),
		Foot: f.t("client_foot"),
	}
}

// claims are how the two know each other, from both sides.
func (f Facts) claims() []Block {
	var all []Block
	for _, claim := range f.Referral.Claims() {
		all = append(all, f.para(claim))
	}
	return all
}

// offered is what the candidate said with their yes.
func (f Facts) offered() []Block {
	r := f.Referral
	var all []Block
	if r.Rate.Stated() {
		all = append(all, Block{Kind: Para, Text: f.t("rate", "rate", f.Voice.Money(r.Rate))})
	}
	return append(all, f.quoted("candidate_letter", r.Letter)...)
}

// approval asks the client for a yes or a no, where the job asks for both.
func approval(f Facts) Letter {
	r := f.Referral
	return Letter{
		Subject: f.t("approval.subject"),
		Body: join(
			[]Block{f.hello(), f.para("introduction.who")}, f.claims(),
			f.quoted("introduction.note", r.Note),
			f.offered(),
			[]Block{f.para("approval.decide"), f.para("not_in_your_inbox"), f.para("no_reward"), f.button("approval.button", "/referrals/"+r.ID)},
		),
		Foot: f.t("client_foot"),
	}
}

// approvalReminder comes a day before the client's time is over.
func approvalReminder(f Facts) Letter {
	return Letter{
		Subject: f.t("approval_reminder.subject"),
		Body:    []Block{f.hello(), f.para("approval_reminder.open"), f.para("approval.decide"), f.button("approval.button", "/referrals/"+f.Referral.ID)},
		Foot:    f.t("client_foot"),
	}
}
