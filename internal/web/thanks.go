package web

// thanksForm is where client and candidate thank the referrer (R10).
func thanksForm(v *visit) error { return v.thanksPage(v.fresh(nil)) }

// thank does.
func thank(v *visit) error {
	s, id := v.typed(), v.path("id")
	err := v.site.House.Thank(v.r.Context(), v.by(), id, s.Value("text"))
	switch {
	case s.took(err):
		return v.thanksPage(s)
	case err != nil:
		return err
	}
	r, err := v.readReferral()
	if err != nil {
		return err
	}
	return v.goTo("/referrals/"+id, v.referralWord("thanks.done", r))
}

func (v *visit) thanksPage(s *sheet) error {
	r, err := v.readReferral()
	if err != nil {
		return err
	}
	return v.showAs(s.status(), thanksPage(referralView{v: v, Referral: r, s: s}))
}

// whyNotThank keeps a form that was just refused, with what was typed.
func (r referralView) whyNotThank() string {
	if r.s.refused != "" {
		return ""
	}
	return r.v.sentenceOf(r.MayThank)
}
