package letters

// hasAsked tells the client that the invited freelancer passed and has asked a
// colleague. It names nobody: the colleague has not been heard yet (R5).
func hasAsked(f Facts) Letter {
	return Letter{
		Subject: f.t("has_asked.subject"),
		Body: []Block{
			f.hello(), f.para("has_asked.who"), f.para("has_asked.until"), f.para("not_in_your_inbox"),
			f.button("has_asked.button", "/jobs/"+f.Referral.Job.ID+"/people"),
		},
		Foot: f.t("has_asked.foot"),
	}
}
