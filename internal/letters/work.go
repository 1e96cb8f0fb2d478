package letters

import "kith/internal/kith"

// workAskedAfter asks both, a month after a hire, how it goes.
func workAskedAfter(f Facts) Letter { return f.aboutWork("work_asked_after") }

// outcomeReminder comes a day before nothing can be said of the work any more.
func outcomeReminder(f Facts) Letter { return f.aboutWork("outcome_reminder") }

// workOver tells the other side that the work is over, and the one who referred.
func workOver(f Facts) Letter {
	if f.Party == kith.Referrer {
		return Letter{
			Subject: f.t("work_over.referrer_subject"),
			Body:    []Block{f.hello(), f.para("work_over.referrer"), f.para("no_reward_you"), f.button("see_referral", "/referrals/"+f.Proposal.Referral)},
			Foot:    f.t("hired.referrer_foot"),
		}
	}
	return f.aboutWork("work_over")
}

func (f Facts) aboutWork(key string) Letter {
	foot := "proposal_foot"
	if f.Party == kith.Client {
		foot = "client_job_foot"
	}
	return Letter{
		Subject: f.t(key + ".subject"),
		Body:    []Block{f.hello(), f.para(key + ".text"), f.button("work_button", "/proposals/"+f.Proposal.ID+"#work")},
		Foot:    f.t(foot),
	}
}
