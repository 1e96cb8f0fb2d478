package crash_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"kith/internal/mail"
)

// somebody is a person with a browser, who tries again when there is no answer.
type somebody struct {
	*server
	t     *testing.T
	name  string
	http  http.Client
	forms int
}

func (s *server) somebody(t *testing.T, name string) *somebody {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &somebody{server: s, t: t, name: name, http: http.Client{
		Jar: jar, Timeout: 30 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

func (p *somebody) email() string { return p.name + "@kith.test" }

// send sends a form under a one-time key until it is taken, and says where it
// leads.
func (p *somebody) send(path string, fields ...string) (leads string) {
	leads, refused := p.try(path, fields...)
	if leads == "" {
		p.t.Errorf("%s: POST %s %v: %s", p.name, path, fields, refused)
	}
	return leads
}

// try sends a form, again and again until there is an answer.
func (p *somebody) try(path string, fields ...string) (leads, refused string) {
	p.forms++
	form := url.Values{"key": {fmt.Sprintf("%s-%d", p.name, p.forms)}}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		answer, err := p.http.PostForm(p.url(path), form)
		if err != nil {
			continue // killed under our hands, or not up yet
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if answer.StatusCode == http.StatusSeeOther {
			return answer.Header.Get("Location"), ""
		}
		if err == nil {
			return "", fmt.Sprintf("%d\n%s", answer.StatusCode, body)
		}
	}
	return "", "no answer in a minute"
}

var code = regexp.MustCompile(`^\d{6}\b`)

// signIn goes through the door: a letter, and the code in it. A letter that a
// killed worker had in its hands comes minutes late, and a code whose answer was
// lost is used up; then people ask again.
func (p *somebody) signIn() (in bool) {
	for range 5 {
		before := p.letters()
		p.send("/sign-in", "email", p.email())
		for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			if c := p.newCode(before); c != "" {
				if to, _ := p.try("/sign-in/code", "code", c); to == "/" {
					return true
				}
				break
			}
		}
	}
	return false
}

// mustSignIn is signIn where nothing is in the way.
func (p *somebody) mustSignIn() {
	p.t.Helper()
	if !p.signIn() {
		p.t.Fatalf("%s can't sign in", p.name)
	}
}

// letters are the names of all letters so far.
func (p *somebody) letters() map[string]bool {
	names := map[string]bool{}
	entries, err := os.ReadDir(p.mails)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		p.t.Error(err)
	}
	for _, e := range entries {
		names[e.Name()] = true
	}
	return names
}

// newCode is the code in a letter to this person that wasn't there before.
func (p *somebody) newCode(before map[string]bool) string {
	for name := range p.letters() {
		if before[name] || !strings.HasSuffix(name, ".eml") {
			continue
		}
		before[name] = true
		l, err := mail.ReadFile(p.mails, name)
		if err != nil {
			p.t.Error(err)
		}
		if c := code.FindString(l.Subject); l.To == p.email() && c != "" {
			return c
		}
	}
	return ""
}

// until does something over and over, each time to its end.
func until(ctx context.Context, do func()) {
	for ctx.Err() == nil {
		do()
	}
}
