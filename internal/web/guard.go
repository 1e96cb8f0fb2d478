package web

import (
	"errors"
	"io"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"kith/internal/kith"
)

// policy lets a page load only what comes from this installation, and nothing
// inside it run or be framed that we did not write.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
		if !strings.HasPrefix(r.URL.Path, "/assets/") {
			h.Set("Cache-Control", "no-store")
		}
		next.ServeHTTP(w, r)
	})
}

// biggestForm is more than the longest texts we take, in bytes.
const biggestForm = 256 << 10

// guarded refuses what another site sends in somebody's name, and forms that
// are too large.
func (s *Site) guarded(next http.Handler) http.Handler {
	limited := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = &patient{Reader: http.MaxBytesReader(nil, r.Body, biggestForm), rest: r.Body, Closer: r.Body}
		next.ServeHTTP(w, r)
	})
	cross := http.NewCrossOriginProtection()
	if err := cross.AddTrustedOrigin(s.Base); err != nil {
		s.Log.Error("the base address is no origin", "problem", err.Error())
	}
	return cross.Handler(limited)
}

// patient reads what comes after the end of too large a form and throws it
// away, up to a limit: a browser shows our answer only when all was taken from
// it. Past the limit the connection is cut.
type patient struct {
	io.Reader
	io.Closer
	rest io.Reader
}

const patientUpTo = 16 << 20 // bytes

// Read reads up to the largest form.
func (p *patient) Read(into []byte) (int, error) {
	n, err := p.Reader.Read(into)
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		// what fails here fails for the one who sends it
		_, _ = io.CopyN(io.Discard, p.rest, patientUpTo)
	}
	return n, err
}

type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// let runs a page for those who may come, and turns its errors into pages.
func (s *Site) let(r route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		seen := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		v := &visit{site: s, w: seen, r: req, now: s.Clock.Now()}
		defer s.note(r, seen, time.Now())
		defer v.recover()
		if err := v.enter(r.who); err != nil {
			v.fail(err)
			return
		}
		if err := r.page(v); err != nil {
			v.fail(err)
		}
	})
}

// note logs a request: its route, not its path, since paths of links in letters
// are secrets, and nothing of what was asked or typed.
func (s *Site) note(r route, seen *statusWriter, start time.Time) {
	s.Log.Info("request", "page", r.pattern, "status", seen.status, "ms", time.Since(start).Milliseconds())
}

func (v *visit) recover() {
	if p := recover(); p != nil {
		v.site.Log.Error("panic", "page", v.r.Pattern, "problem", p, "stack", string(debug.Stack()))
		v.fail(errors.New("panic"))
	}
}

// errSignedOut says that a form came from somebody who isn't signed in any more.
var errSignedOut = errors.New("signed out")

// enter finds out who visits, and whether they may.
func (v *visit) enter(w who) error {
	v.voice = v.site.Book.Speak("en", v.site.Zone, v.now)
	v.voice.Tied = true
	if err := v.known(); err != nil {
		return err
	}
	if err := v.readForm(); err != nil {
		return err
	}
	switch sends := v.r.Method == http.MethodPost; {
	case w >= member && v.me.ID == "" && sends:
		return errSignedOut
	case sends && v.me.ID != "":
		v.sentAgain()
	}
	switch {
	case w >= member && v.me.ID == "":
		return kith.Refuse(kith.SignInFirst)
	case w == operator && !v.isOperator():
		return kith.Refuse(kith.NotFound)
	}
	return nil
}

// What is wrong with a form as a whole, before anybody reads what is in it.
var (
	errFormTooLarge   = errors.New("form too large")
	errFormUnreadable = errors.New("form unreadable")
)

func (v *visit) readForm() error {
	if v.r.Method != http.MethodPost {
		return nil
	}
	err := v.r.ParseForm()
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return errFormTooLarge
	case err != nil:
		return errFormUnreadable
	}
	return nil
}
