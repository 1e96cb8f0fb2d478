package letters

import "kith/internal/kith"

// handOnLine says what else an invited freelancer can do than take it: hand it
// on where the job allows that.
func handOnLine(f Facts) string {
	if f.Invitation.Job.Policy() == kith.PolicyOff {
		return "invited.answer_private"
	}
	return "invited.answer"
}

// accepted tells the client of a yes to an invitation.
func accepted(f Facts) Letter {
	return Letter{
		Subject: f.t("accepted.subject"),
		Body:    []Block{f.hello(), f.para("accepted.text"), f.para("write_first"), f.button("people_button", f.people())},
		Foot:    f.t("client_invited_foot"),
	}
}

// declined tells the client of a no, with its reason.
func declined(f Facts) Letter {
	return Letter{
		Subject: f.t("declined.subject"),
		Body:    []Block{f.hello(), f.para("declined.reason_" + string(f.Invitation.Reason)), f.para(mayStillAsk(f)), f.button("people_button", f.people())},
		Foot:    f.t("client_invited_foot"),
	}
}

func mayStillAsk(f Facts) string {
	if f.Invitation.Job.Policy() == kith.PolicyOff {
		return "declined.then_off"
	}
	return "declined.then"
}

// invitationEnded tells the client that the seven days are over.
func invitationEnded(f Facts) Letter {
	return Letter{
		Subject: f.t("invitation_ended.subject"),
		Body:    []Block{f.hello(), f.para("invitation_ended.text"), f.para(mayStillAsk(f)), f.button("people_button", f.people())},
		Foot:    f.t("client_invited_foot"),
	}
}

func (f Facts) people() string { return "/jobs/" + f.Invitation.Job.ID + "/people" }
