package letters

import "kith/internal/kith"

// applied tells the client of an application.
func applied(f Facts) Letter {
	return f.toClient("applied", "write_first")
}

// proposalBack tells the client that a proposal was taken back.
func proposalBack(f Facts) Letter {
	return f.toClient("proposal_back", "")
}

func (f Facts) toClient(key, also string) Letter {
	body := []Block{f.hello(), f.para(key + ".text")}
	if also != "" {
		body = append(body, f.para(also))
	}
	return Letter{
		Subject: f.t(key + ".subject"),
		Body:    append(body, f.button("people_button", "/jobs/"+f.Proposal.Job.ID+"/people")),
		Foot:    f.withRef("client_job_foot"),
	}
}

// hired tells the freelancer, and the one who referred them, of the hire.
func hired(f Facts) Letter {
	if f.Party == kith.Referrer {
		return Letter{
			Subject: f.t("hired.referrer_subject"),
			Body:    []Block{f.hello(), f.para("hired.referrer"), f.para("no_reward_you"), f.button("see_referral", "/referrals/"+f.Proposal.Referral)},
			Foot:    f.withRef("hired.referrer_foot"),
		}
	}
	return Letter{
		Subject: f.t("hired.subject"),
		Body:    []Block{f.hello(), f.para("hired.text"), f.button("proposal_button", "/proposals/"+f.Proposal.ID)},
		Foot:    f.withRef("proposal_foot"),
	}
}

// notSelected tells the freelancer, with the reason the client gave.
func notSelected(f Facts) Letter {
	return Letter{
		Subject: f.t("not_selected.subject"),
		Body:    []Block{f.hello(), f.para("not_selected.text"), f.para("not_selected." + string(f.Proposal.Reason)), f.para("no_blame"), f.button("proposal_button", "/proposals/"+f.Proposal.ID)},
		Foot:    f.withRef("proposal_foot"),
	}
}

// message brings the first of somebody's messages in a row.
func message(f Facts) Letter {
	from := kith.FirstName(f.Message.Author.Name)
	return Letter{
		Subject: f.t("message.subject", "from", from),
		Body: join(
			[]Block{f.hello(), {Kind: Lead, Text: f.t("message.from", "from", f.Message.Author.Name)}, quote(f.Message.Text)},
			[]Block{f.button("message.button", "/messages/"+f.Proposal.ID)},
		),
		Foot: f.t("message.foot"),
	}
}
