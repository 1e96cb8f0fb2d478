package letters

// signIn brings the two ways through the door: a link for the browser that
// asked, and a code that can be typed there.
func signIn(f Facts) Letter {
	return Letter{
		Subject: f.t("sign_in.subject", "code", f.Code),
		Body: []Block{
			f.para("sign_in.hello"),
			{Kind: Para, Text: f.t("sign_in.code", "code", f.Code)},
			f.para("sign_in.or"), f.button("sign_in.button", f.Link), f.para("sign_in.not_you"),
		},
		Foot: f.t("sign_in.foot"),
	}
}
