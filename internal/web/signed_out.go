package web

import (
	"net/http"
	"net/url"
	"strings"

	"kith/internal/auth"
	"kith/internal/web/parts"
)

// A session can end while somebody types. What they send then is kept in the
// session of the browser, for an hour and for nobody else, and stands in the form
// again when they have signed in. Nothing of it is done before they send it
// themselves.

// formPages are the pages on which forms are filled in that are sent elsewhere
// than to their own page or one above it.
var formPages = map[string]string{
	"POST /jobs":                       "/jobs/new",
	"POST /jobs/{id}/proposals":        "/jobs/{id}/apply",
	"POST /jobs/{id}/invitations":      "/jobs/{id}/invite",
	"POST /invitations/{id}/referrals": "/invitations/{id}/refer/check",
	"POST /operator/openings":          "/operator/referrals",
	"POST /operator/tasks":             "/operator",
}

// formPage is the page on which the form of a route is filled in, as a pattern.
func formPage(pattern string) string {
	if page := formPages[pattern]; page != "" {
		return page
	}
	page := strings.TrimPrefix(pattern, "POST ")
	for page != "" && !isPage(page) {
		page = page[:strings.LastIndex(page, "/")]
	}
	return page
}

func isPage(pattern string) bool {
	for _, r := range routes {
		if r.pattern == "GET "+pattern {
			return true
		}
	}
	return false
}

// filledInAt is that page for this request.
func (v *visit) filledInAt() string {
	page := formPage(v.r.Pattern)
	for rest := page; ; {
		before, after, found := strings.Cut(rest, "{")
		if !found {
			break
		}
		name, behind, _ := strings.Cut(after, "}")
		page = strings.Replace(page, "{"+name+"}", url.PathEscape(v.r.PathValue(name)), 1)
		_, rest = before, behind
	}
	if page == "" {
		return "/"
	}
	return page
}

// signedOut leads somebody to the door whose session ended while they typed.
func (v *visit) signedOut() error {
	flash, err := v.keepForm()
	if err != nil {
		return err
	}
	return v.goTo(signInLink(v.filledInAt()), v.t(flash))
}

// keepForm keeps what was sent, if it can be told later whose it is. It gives the
// key of the sentence that says so.
func (v *visit) keepForm() (said string, err error) {
	words := url.Values{}
	for name, all := range v.r.PostForm {
		if name != parts.KeyField {
			words[name] = all
		}
	}
	if len(words) == 0 {
		return "signed_out.press_again", nil
	}
	if !marked(v.form(parts.KeyField)) || !v.site.Doorman.Limits.Form.Allow(v.caller(), v.now) {
		return "signed_out.not_kept", nil
	}
	words.Set(parts.KeyField, v.form(parts.KeyField))
	kept, err := auth.KeepForm(v.r.Context(), v.site.Sessions, auth.KeptForm{Path: v.filledInAt(), Values: words, At: v.now})
	if err != nil || !kept {
		return "signed_out.too_large", err
	}
	return "signed_out.kept", nil
}

// letInAs signs somebody in and leads on: to a form of theirs that is kept, or to
// where they wanted. A form that somebody else had typed here is forgotten.
func (v *visit) letInAs(person, to, flash string) error {
	if err := auth.SignIn(v.r.Context(), v.site.Sessions, person); err != nil {
		return err
	}
	form, kept := auth.FormKept(v.r.Context(), v.site.Sessions, v.now)
	switch {
	case kept && keyIsOf(form.Values.Get(parts.KeyField), person):
		return v.goTo(form.Path, "")
	case kept:
		auth.DropForm(v.r.Context(), v.site.Sessions)
		flash = v.t("signed_out.somebody_else")
	}
	return v.goTo(to, flash)
}

// again is the kept form of the reader's that belongs to this page.
func (v *visit) again() (auth.KeptForm, bool) {
	if v.me.ID == "" || v.r.Method != http.MethodGet {
		return auth.KeptForm{}, false
	}
	form, kept := auth.FormKept(v.r.Context(), v.site.Sessions, v.now)
	return form, kept && form.Path == v.r.URL.EscapedPath() && keyIsOf(form.Values.Get(parts.KeyField), v.me.ID)
}

// sentAgain forgets a kept form once it is sent: from now on it is the page's.
func (v *visit) sentAgain() {
	if form, kept := auth.FormKept(v.r.Context(), v.site.Sessions, v.now); kept && form.Path == v.filledInAt() {
		auth.DropForm(v.r.Context(), v.site.Sessions)
	}
}
