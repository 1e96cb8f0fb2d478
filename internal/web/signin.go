package web

import (
	"net/http"
	"strings"
	"time"

	"kith/internal/auth"
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// Signing in is a letter to the address typed, with a link and a code. Both
// work only in the browser that asked, which holds a secret in a cookie.
const doorCookieTime = 15 * time.Minute

func (v *visit) doorCookie(secret string) *http.Cookie {
	return &http.Cookie{
		Name: auth.CookieName("kith-door", v.site.Secure), Value: secret, Path: "/", MaxAge: int(doorCookieTime / time.Second),
		Secure: v.site.Secure, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	}
}

// browser is the secret that this browser holds; empty where it never asked.
func (v *visit) browser() string {
	c, err := v.r.Cookie(v.doorCookie("").Name)
	if err != nil {
		return ""
	}
	return c.Value
}

// markBrowser gives the browser its secret, or the one it holds some more time.
func (v *visit) markBrowser() string {
	secret := v.browser()
	if secret == "" {
		secret = v.site.IDs.Token()
	}
	http.SetCookie(v.w, v.doorCookie(secret))
	return secret
}

// signIn asks for an address. Who is signed in already goes on.
func signIn(v *visit) error {
	to := auth.SafePath(v.ask("to"))
	if v.me.ID != "" {
		return v.goTo(to, "")
	}
	return v.show(signInPage(v.fresh(map[string]string{"to": to, "email": v.ask("email")})))
}

// askToSignIn sends the letter. What follows is the same whether or not the
// address has an account.
func askToSignIn(v *visit) error {
	s := v.typed()
	_, err := v.site.Doorman.Ask(v.r.Context(), auth.Asking{
		Email: s.Value("email"), Browser: v.markBrowser(), Client: v.caller(), GoTo: auth.SafePath(s.Value("to")), Now: v.now,
	})
	switch {
	case s.took(err):
		return v.showAs(s.status(), signInPage(s))
	case err != nil:
		return err
	}
	return v.goTo("/sign-in/code", "")
}

// codeView is the page on which the code is typed.
type codeView struct {
	v *visit
	auth.Opened
	s *sheet
}

func codeForm(v *visit) error { return v.codePage(v.fresh(nil)) }

func (v *visit) codePage(s *sheet) error {
	asked, err := v.site.Doorman.Asked(v.r.Context(), v.browser())
	if isCode(err, kith.NotFound) {
		return v.goTo("/sign-in", "")
	}
	if err != nil {
		return err
	}
	return v.showAs(s.status(), codePage(codeView{v, asked, s}))
}

// typeCode opens the door with the code from the letter.
func typeCode(v *visit) error {
	s := v.typed()
	opened, err := v.byCode(s.Value("code"))
	if s.tookCode(err) {
		return v.codePage(s)
	}
	if err != nil {
		return err
	}
	return v.letIn(opened)
}

func (v *visit) byCode(typed string) (auth.Opened, error) {
	code := strings.Join(strings.Fields(kith.Line(typed)), "")
	if len(code) != 6 || strings.Trim(code, "0123456789") != "" {
		return auth.Opened{}, kith.Problems{{Field: "code", Key: "code_form"}}
	}
	if !v.site.Doorman.Limits.Code.Allow(v.caller(), v.now) {
		return auth.Opened{}, kith.Refuse(kith.TooManyTries)
	}
	return v.site.Doorman.ByCode(v.r.Context(), v.browser(), code, v.now)
}

// codeProblems says what a shut door means to somebody who types a code.
var codeProblems = map[kith.Code]string{
	kith.CodeWrong: "code_wrong", kith.LinkOld: "code_old", kith.LinkUsed: "code_used", kith.TooManyTries: "code_tries",
}

// tookCode is took, with refusals put to the field.
func (s *sheet) tookCode(err error) bool {
	for code, key := range codeProblems {
		if isCode(err, code) {
			s.wrong.Add(true, "code", key)
			return true
		}
	}
	return s.took(err)
}

// again leads back to asking for a letter, with nothing to type again.
func (c codeView) again() parts.Link {
	return parts.Link{Label: c.v.t("code.again"), Href: signInLink(c.GoTo)}
}

// letters is where the demo shows the letter; nowhere else is there one.
func (c codeView) letters() parts.TellProps {
	return parts.TellProps{Tone: parts.Turn, Text: c.v.t("code.village"), Link: parts.Link{Label: c.v.t("code.village_link"), Href: "/village/letters"}}
}
