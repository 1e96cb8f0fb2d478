package letters

// invited asks a freelancer to propose, and says that they can hand it on.
func invited(f Facts) Letter {
	i := f.Invitation
	return Letter{
		Subject: f.t("invited.subject"),
		Body: join(
			[]Block{f.hello(), f.para("invited.who")},
			f.quoted("invited.message", i.Message),
			f.theJob(i.Job),
			[]Block{f.para(handOnLine(f)), f.button("invited.button", "/invitations/"+i.ID)},
		),
		Foot: f.t("invited.foot"),
	}
}

// invitedReminder comes on the third day.
func invitedReminder(f Facts) Letter {
	return Letter{
		Subject: f.t("invited_reminder.subject"),
		Body:    []Block{f.hello(), f.para("invited_reminder.open"), f.para(handOnLine(f)), f.button("invited.button", "/invitations/"+f.Invitation.ID)},
		Foot:    f.t("invited.foot"),
	}
}

// takenBack tells the freelancer that there is nothing to answer any more.
func takenBack(f Facts) Letter {
	key := "taken_back.text"
	if !f.Invitation.Job.Open() {
		key = "taken_back.job_ended"
	}
	return Letter{
		Subject: f.t("taken_back.subject"),
		Body:    []Block{f.hello(), f.para(key), f.button("taken_back.button", "/invitations/"+f.Invitation.ID)},
		Foot:    f.t("invited.foot"),
	}
}
