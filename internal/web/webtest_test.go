package web_test

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"kith/internal/auth"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/web"
)

// base is where the installation under test is reached.
const base = "https://kith.test"

// site is an installation on a world of its own.
type site struct {
	*kithtest.World
	t       *testing.T
	handler http.Handler
	callers int
}

func newSite(t *testing.T) *site {
	return newSiteOn(t, "sqlite:"+filepath.Join(t.TempDir(), "kith.db"))
}

func newSiteOn(t *testing.T, database string, changes ...func(*web.Site)) *site {
	t.Helper()
	w := kithtest.New(t, database)
	w.Desk.Base = base
	s := &web.Site{
		House: w.House, Desk: w.Desk, Doorman: &auth.Doorman{Store: w.Store, IDs: w.IDs, Limits: auth.NewLimits()},
		Sessions: auth.Sessions(w.Store, w.Clock, true), Book: w.Book, Clock: w.Clock, IDs: w.IDs, Log: slog.New(slog.DiscardHandler),
		Base: base, Name: "Kith", Zone: time.UTC, Currency: "EUR", Secure: true,
	}
	for _, change := range changes {
		change(s)
	}
	return &site{World: w, t: t, handler: s.Handler()}
}

// browser is one browser, with its cookies. It follows redirects.
type browser struct {
	*site
	kith.Person // who is signed in, if anybody
	client      *http.Client
	network     string
}

// visitor is a browser in which nobody is signed in.
func (s *site) visitor() *browser {
	s.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	s.callers++
	b := &browser{site: s, network: fmt.Sprintf("192.0.2.%d:4711", s.callers)}
	b.client = &http.Client{Jar: jar, Transport: b}
	return b
}

// RoundTrip hands a request to the site without a network.
func (b *browser) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.RemoteAddr, r.RequestURI = b.network, r.URL.RequestURI()
	if r.Body == nil {
		r.Body = http.NoBody
	}
	answer := httptest.NewRecorder()
	b.handler.ServeHTTP(answer, r)
	res := answer.Result()
	res.Request = r
	return res, nil
}

// signIn brings somebody through the door: a letter, a code, and the first time
// a name.
func (s *site) signIn(name string) *browser {
	s.t.Helper()
	b := s.visitor()
	email := strings.ToLower(kith.FirstName(name)) + "@kith.test"
	page := b.get("/sign-in").submit("main form", url.Values{"email": {email}})
	page = page.submit("main form", url.Values{"code": {s.codeFor(email)}})
	if page.Path == "/join" {
		page = page.submit("main form", url.Values{"name": {name}})
	}
	if page.Status != http.StatusOK {
		s.t.Fatalf("%s is not let in: %d %s", name, page.Status, page.Text("main"))
	}
	b.Person = s.personAt(email)
	return b
}

func (s *site) personAt(email string) kith.Person {
	s.t.Helper()
	found, err := s.Desk.Find(s.Ctx, strings.TrimSuffix(email, "@kith.test"))
	if err != nil || len(found.Named) == 0 {
		s.t.Fatalf("nobody at %s: %v", email, err)
	}
	p, err := s.Desk.Person(s.Ctx, found.Named[0].ID)
	if err != nil {
		s.t.Fatal(err)
	}
	return p
}

var sixDigits = regexp.MustCompile(`\b\d{6}\b`)

// codeFor is the code in the newest letter to an address.
func (s *site) codeFor(email string) string {
	s.t.Helper()
	return sixDigits.FindString(s.letterTo(email))
}

func (s *site) letterTo(email string) string {
	s.t.Helper()
	s.Sweep()
	letters := s.Mail.To(email)
	if len(letters) == 0 {
		s.t.Fatalf("no letter to %s", email)
	}
	return letters[len(letters)-1].Text
}

func (b *browser) get(path string) *page {
	b.t.Helper()
	r, err := http.NewRequest(http.MethodGet, base+path, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return b.send(r)
}

// post sends a form as it is, without a one-time key; page.submit fills in a
// form that is on a page.
func (b *browser) post(path string, values url.Values) *page {
	b.t.Helper()
	r, err := http.NewRequest(http.MethodPost, base+path, strings.NewReader(values.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.send(r)
}

func (b *browser) send(r *http.Request) *page {
	b.t.Helper()
	res, err := b.client.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(string(body)))
	if err != nil {
		b.t.Fatal(err)
	}
	p := &page{b: b, Status: res.StatusCode, Path: res.Request.URL.Path, Header: res.Header, Body: string(body), doc: doc}
	p.check()
	return p
}
