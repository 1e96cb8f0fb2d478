package web

import (
	"errors"
	"fmt"
	"hash/fnv"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/a-h/templ"

	"kith/internal/act"
	"kith/internal/auth"
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/store"
	"kith/internal/web/parts"
	"kith/internal/words"
)

// visit is one request by one person.
type visit struct {
	site  *Site
	w     http.ResponseWriter
	r     *http.Request
	now   time.Time
	me    kith.Person // without an ID: nobody is signed in
	turns []kith.Wait // what waits for them, nearest deadline first
	voice words.Voice
	sheet *sheet // the form that was sent, where one was
}

// known loads who is signed in. An account that is gone is signed out.
func (v *visit) known() error {
	person := auth.Person(v.r.Context(), v.site.Sessions)
	if person == "" {
		return nil
	}
	me, turns, err := v.site.Desk.Me(v.r.Context(), query.Reader{Person: person, Now: v.now})
	if store.IsNone(err) {
		return v.site.Sessions.Destroy(v.r.Context())
	}
	if err != nil {
		return err
	}
	v.me, v.turns = me, turns
	v.voice.Zone = kith.Zone(me.TimeZone, v.site.Zone)
	return nil
}

func (v *visit) isOperator() bool { return v.site.Operators[v.me.Email] }

// reader is the visitor as one who looks.
func (v *visit) reader() query.Reader { return query.Reader{Person: v.me.ID, Now: v.now} }

// by is the visitor as one who acts, with the one-time key of the form.
func (v *visit) by() act.By {
	return act.By{Person: v.me.ID, Now: v.now, Key: v.form(parts.KeyField), Was: v.form(wasField)}
}

// path is a part of the address, form a field of the form that was sent, ask a
// field of the query.
func (v *visit) path(name string) string { return text(v.r.PathValue(name)) }
func (v *visit) form(name string) string { return text(v.r.PostForm.Get(name)) }
func (v *visit) ask(name string) string  { return text(v.r.URL.Query().Get(name)) }

// text is what was sent without what no database takes for text: NUL, and bytes
// that are not UTF-8.
func text(sent string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(sent, ""), "\x00", "")
}

// t is a sentence of the catalogue.
func (v *visit) t(key string, args ...any) string { return v.voice.T(key, args...) }

// formKey keeps the key of a form that is shown again, so that sending it a
// second time is still the same sending; a fresh form gets a new one. An act
// that was refused has not used its key up.
func (v *visit) formKey() string {
	if k := v.form(parts.KeyField); k != "" {
		return k
	}
	return v.newKey()
}

// show writes a page.
func (v *visit) show(page templ.Component) error { return v.showAs(http.StatusOK, page) }

// showAs writes a page with a status of its own: 422 for a form with something
// wrong in it.
func (v *visit) showAs(status int, page templ.Component) error {
	text, err := v.draw(page)
	if err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	v.w.WriteHeader(status)
	_, err = v.w.Write([]byte(text))
	return err
}

// goTo leads on after a form, with a line about what just happened.
func (v *visit) goTo(path, flash string) error {
	if flash != "" {
		v.putFlash(flash)
	}
	http.Redirect(v.w, v.r, path, http.StatusSeeOther)
	return nil
}

// fail turns an error into the page that people read. What is our fault gets a
// number that leads to the log.
func (v *visit) fail(err error) {
	var refused kith.Refusal
	var wrong kith.Problems
	if errors.Is(err, errSignedOut) {
		err = v.signedOut()
		if err == nil {
			return
		}
	}
	switch {
	case errors.As(err, &refused) && refused.Code == kith.SignInFirst:
		v.goTo("/sign-in?to="+url.QueryEscape(v.wanted()), "")
		return
	case errors.As(err, &refused):
		v.typed().took(err)
		v.oops(statusOf(refused.Code), v.t("oops.title"), v.voice.Refused(refused))
	case errors.As(err, &wrong):
		v.oops(http.StatusUnprocessableEntity, v.t("oops.title"), v.voice.Problem(wrong[0]))
	case errors.Is(err, errFormTooLarge):
		v.oops(http.StatusRequestEntityTooLarge, v.t("oops.title"), v.t("oops.form_too_large"))
	case errors.Is(err, errFormUnreadable):
		v.oops(http.StatusBadRequest, v.t("oops.title"), v.t("oops.form_unreadable"))
	default:
		number := faultNumber(v.site.IDs.New())
		v.site.Log.Error("fault", "number", number, "page", v.r.Pattern, "problem", err.Error())
		v.oops(http.StatusInternalServerError, v.t("oops.broke"), v.t("oops.noted", "number", number))
	}
}

// wanted is the page to come back to after signing in.
func (v *visit) wanted() string {
	if v.r.Method != http.MethodGet {
		return "/"
	}
	return auth.SafePath(v.r.URL.RequestURI())
}

func statusOf(code kith.Code) int {
	switch code {
	case kith.NotFound:
		return http.StatusNotFound
	case kith.TooManyTries:
		return http.StatusTooManyRequests
	}
	return http.StatusConflict
}

func faultNumber(id string) string {
	h := fnv.New32a()
	h.Write([]byte(id))
	return strings.ToUpper(fmt.Sprintf("%04x", h.Sum32()&0xffff))
}

func (v *visit) oops(status int, title, text string) {
	if err := v.showAs(status, oopsPage(v, title, text)); err != nil {
		v.site.Log.Error("page", "problem", err.Error())
	}
}

// caller is the network address that a request comes from.
func (v *visit) caller() string {
	if v.site.Proxy {
		if all := v.r.Header.Get("X-Forwarded-For"); all != "" {
			hops := strings.Split(all, ",")
			return strings.TrimSpace(hops[len(hops)-1])
		}
	}
	host, _, err := net.SplitHostPort(v.r.RemoteAddr)
	if err != nil {
		return v.r.RemoteAddr
	}
	return host
}
