package web

import (
	"kith/internal/act"
	"kith/internal/auth"
	"kith/internal/kith"
)

// joinView is the page on which a new member says what they are called.
type joinView struct {
	v     *visit
	Email string
	s     *sheet
}

// welcomed is the address that was shown to be theirs in this session.
func (v *visit) welcomed() string { return auth.WelcomeEmail(v.r.Context(), v.site.Sessions) }

func joinForm(v *visit) error {
	return v.joinPage(v.fresh(map[string]string{"to": auth.SafePath(v.ask("to")), "time_zone": v.site.Zone.String()}))
}

func (v *visit) joinPage(s *sheet) error {
	email := v.welcomed()
	if email == "" {
		return v.goTo(signInLink(s.Value("to")), "")
	}
	return v.showAs(s.status(), joinPage(joinView{v, email, s}))
}

// join makes the account. It takes no one-time key: whoever sends it twice has
// an account already and is signed in to that.
func join(v *visit) error {
	s := v.typed()
	email := v.welcomed()
	if email == "" {
		return v.goTo(signInLink(s.Value("to")), "")
	}
	person, err := v.site.House.Join(v.r.Context(), act.By{Now: v.now}, email, s.Value("name"), s.Value("time_zone"))
	switch {
	case s.took(err):
		return v.joinPage(s)
	case err != nil:
		return err
	}
	to := auth.SafePath(s.Value("to"))
	if token, through := linkIn(to); through {
		return v.joinThrough(person, token)
	}
	if to == "/" {
		to = "/profile"
	}
	return v.letInAs(person, to, v.t("join.done", "name", kith.FirstName(kith.Line(s.Value("name")))))
}
