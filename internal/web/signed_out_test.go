package web_test

import (
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

const longLetter = "I have written poems about tea for nine years, and this is my long letter."

// signsOut ends a browser's session in another window.
func (b *browser) signsOut() { b.get("/how").submit(".foot form", nil) }

// signsInAgain goes through the door in the same browser.
func (p *page) signsInAgain(email string) *page {
	p.b.t.Helper()
	if p.Path != "/sign-in" {
		p.b.t.Fatalf("it is %s: %s", p.Path, p.Text("main"))
	}
	return p.submit("main form", url.Values{"email": {email}}).submit("main form", url.Values{"code": {p.b.codeFor(email)}})
}

// TestSignedOutWhileTyping: what was sent without a session stands in the form
// again after signing in, nothing of it was done meanwhile, and it is sent like
// any other form.
func TestSignedOutWhileTyping(t *testing.T) {
	l := newLoop(newSite(t), nil)
	form := l.ana.get(l.invitation + "/accept")
	l.ana.signsOut()
	door := form.submit("main form", url.Values{"letter": {longLetter}, "rate": {"1,500"}})
	door.Has(".flash", "You were signed out, and nothing was sent", "kept for an hour")
	again := door.signsInAgain("ana@kith.test")
	if again.Path != l.invitation+"/accept" || again.Value("letter") != longLetter || again.Value("rate") != "1,500" {
		t.Fatalf("%s: %q, %q", again.Path, again.Value("letter"), again.Value("rate"))
	}
	again.Has(".flash", "You were signed out; here is what you had written. Nothing was sent yet.")
	l.ana.get(l.invitation).Has("main", "Your answer, until")
	if l.ana.get(l.invitation+"/accept").Value("letter") != longLetter {
		t.Error("looking at it once used it up")
	}
	again.submit("main form", nil).Has(".flash", "Otis has your proposal")
	l.ana.get(l.invitation+"/accept").HasNot("body", longLetter)
}

// TestSignedOutAndSomebodyElseSignsIn: a shared computer gives nobody's words to
// anybody else, and forgets them.
func TestSignedOutAndSomebodyElseSignsIn(t *testing.T) {
	l := newLoop(newSite(t), nil)
	form := l.ana.get(l.invitation + "/accept")
	l.ana.signsOut()
	door := form.submit("main form", url.Values{"letter": {longLetter}})
	other := door.signsInAgain("bo@kith.test")
	other.Has(".flash", "somebody else had begun to write")
	other.HasNot("body", longLetter)
	l.ana.get(l.invitation+"/accept").HasNot("body", longLetter)
	l.ana.signsOut()
	l.ana.get("/sign-in").signsInAgain("ana@kith.test")
	if l.ana.get(l.invitation+"/accept").Value("letter") != "" {
		t.Error("it wasn’t forgotten")
	}
}

// TestSignedOutOverWhatHappened: what has no place on the page any more is given
// back to be copied.
func TestSignedOutOverWhatHappened(t *testing.T) {
	l := newLoop(newSite(t), nil)
	form := l.ana.get(l.invitation + "/accept")
	l.ana.signsOut()
	door := form.submit("main form", url.Values{"letter": {longLetter}})
	l.otis.get(l.invitation).submit("main form", nil)
	again := door.signsInAgain("ana@kith.test")
	again.Has(".kept textarea", longLetter)
	again.Has("main .card.off", "took this invitation back")
}

// TestWhatIsNotKept: too much, too late, of nobody known, and too often.
func TestWhatIsNotKept(t *testing.T) {
	l := newLoop(newSite(t), nil)
	form := l.ana.get(l.invitation + "/accept")
	l.ana.signsOut()
	form.submit("main form", url.Values{"letter": {strings.Repeat("tea ", 20_000)}}).Has(".flash", "too long to be kept")
	l.ana.post(l.invitation+"/accept", url.Values{"letter": {longLetter}}).Has(".flash", "could not be kept")
	l.ana.post("/jobs/"+l.job+"/pause", nil).Has(".flash", "press the button once more")
	door := form.submit("main form", url.Values{"letter": {longLetter}})
	l.Pass(2 * time.Hour)
	if late := door.signsInAgain("ana@kith.test"); late.Value("letter") != "" {
		t.Error("it was kept for longer than an hour")
	}
	l.ana.signsOut()
	for range 40 {
		door = form.submit("main form", url.Values{"letter": {longLetter}})
	}
	door.Has(".flash", "could not be kept")
}

var aName = regexp.MustCompile(`\{[a-z]+\}`)

var postRoute = regexp.MustCompile(`"POST (/[^"]+)", (member|operator),`)

// TestEveryFormHasAPageToComeBackTo sends every form without a session: each
// leads to the door and from there to a page that exists.
func TestEveryFormHasAPageToComeBackTo(t *testing.T) {
	s := newSite(t)
	source, err := os.ReadFile("routes.go")
	if err != nil {
		t.Fatal(err)
	}
	all := postRoute.FindAllStringSubmatch(string(source), -1)
	for _, r := range all {
		door := s.visitor().post(aName.ReplaceAllString(r[1], "x"), nil)
		door.Is(http.StatusOK)
		to := door.Value("to")
		if door.Path != "/sign-in" || to == "/" || !strings.Contains(string(source), `"GET `+pattern(r[1], to)+`"`) {
			t.Errorf("POST %s leads to %s and then %q", r[1], door.Path, to)
		}
	}
	if len(all) < 35 {
		t.Errorf("only %d forms were found", len(all))
	}
}

// pattern is a path with the names of what stands in it.
func pattern(route, path string) string {
	names, parts := strings.Split(route, "/"), strings.Split(path, "/")
	for i := range parts {
		if parts[i] == "x" {
			parts[i] = names[i]
		}
	}
	return strings.Join(parts, "/")
}
