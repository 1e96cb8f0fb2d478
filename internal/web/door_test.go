package web_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestJoinThenSignInAgain(t *testing.T) {
	s := newSite(t)
	ana := s.signIn("Ana Ferreira")
	ana.get("/profile").Has("h1", "Your profile")
	page := ana.get("/profile").submit(".foot form", nil)
	page.Has(".flash", "signed out")
	page.Has("h1", "Can’t take the job?")
	if page := ana.get("/profile"); page.Path != "/sign-in" || page.Value("to") != "/profile" {
		t.Errorf("signed out, the profile leads to %s", page.Path)
	}
	again := s.signIn("Ana Ferreira")
	if again.ID != ana.ID {
		t.Error("a second account for one address")
	}
}

func TestSameAnswerWithAndWithoutAccount(t *testing.T) {
	s := newSite(t)
	s.signIn("Ana Ferreira")
	ask := func(email string) string {
		page := s.visitor().get("/sign-in").submit("main form", url.Values{"email": {email}})
		page.Is(http.StatusOK)
		return strings.ReplaceAll(page.Body, email, "X")
	}
	if ask("ana@kith.test") != ask("new@kith.test") {
		t.Error("the page tells whether an address has an account")
	}
}

func TestWrongAddressIsSaidAndKept(t *testing.T) {
	page := newSite(t).visitor().get("/sign-in?to=%2Fjobs%2Fnew").submit("main form", url.Values{"email": {"ana at home"}})
	page.Is(http.StatusUnprocessableEntity)
	page.Has(".errs a[href='#email']", "name@example.org")
	if page.Value("email") != "ana at home" || page.Value("to") != "/jobs/new" {
		t.Error("what was typed is lost")
	}
}

func TestFiveWrongCodesShutTheDoor(t *testing.T) {
	s := newSite(t)
	b := s.visitor()
	page := b.get("/sign-in").submit("main form", url.Values{"email": {"ana@kith.test"}})
	code := s.codeFor("ana@kith.test")
	page.submit("main form", url.Values{"code": {"12ab"}}).Has(".errs", "six digits")
	wrong := "000000"
	if code == wrong {
		wrong = "000001"
	}
	for range 5 {
		page = page.submit("main form", url.Values{"code": {wrong}})
		page.Is(http.StatusUnprocessableEntity)
		page.Has(".errs", "isn’t the code")
	}
	page.submit("main form", url.Values{"code": {code}}).Has(".errs", "too often")
}

var linkInLetter = regexp.MustCompile(`https://kith\.test(/door/[a-z0-9]+)`)

func TestLinkOpensByPostInItsBrowserOnce(t *testing.T) {
	s := newSite(t)
	b := s.visitor()
	b.get("/sign-in?to=%2Fjobs%2Fnew").submit("main form", url.Values{"email": {"ana@kith.test"}})
	link := linkInLetter.FindStringSubmatch(s.letterTo("ana@kith.test"))[1]
	for range 3 { // mail scanners look at it too
		page := b.get(link)
		page.Has("main form button", "Go on")
		page.Has("main", "Go on as ana@kith.test?")
	}
	other := s.visitor()
	for _, page := range []*page{other.get(link), other.post(link, nil)} {
		page.Is(http.StatusConflict)
		page.Has("main", "the browser in which you asked")
		page.HasNot("main", "ana@kith.test")
	}
	page := b.get(link).submit("main form", nil)
	if page.Path != "/join" {
		t.Fatalf("the link leads to %s", page.Path)
	}
	if page = page.submit("main form", url.Values{"name": {"Ana Ferreira"}}); page.Path != "/jobs/new" {
		t.Errorf("after joining comes %s", page.Path)
	}
	b.get(link).Has("main", "used already")
	b.post(link, nil).Is(http.StatusConflict)
}

func TestLinkGrowsOld(t *testing.T) {
	s := newSite(t)
	b := s.visitor()
	b.get("/sign-in").submit("main form", url.Values{"email": {"ana@kith.test"}})
	link := linkInLetter.FindStringSubmatch(s.letterTo("ana@kith.test"))[1]
	code := s.codeFor("ana@kith.test")
	s.Pass(10 * time.Minute)
	b.get(link).Has("main", "too old")
	b.get("/sign-in/code").submit("main form", url.Values{"code": {code}}).Has(".errs", "too old")
	b.get("/door/nothing").Has("main", "too old")
}

func TestJoinWantsAnAddressShownToBeTheirs(t *testing.T) {
	b := newSite(t).visitor()
	for _, page := range []*page{b.get("/join"), b.post("/join", url.Values{"name": {"Nobody"}}), b.get("/sign-in/code")} {
		if page.Path != "/sign-in" {
			t.Errorf("leads to %s", page.Path)
		}
	}
}

func TestJoinWithoutAName(t *testing.T) {
	s := newSite(t)
	b := s.visitor()
	page := b.get("/sign-in").submit("main form", url.Values{"email": {"ana@kith.test"}})
	page = page.submit("main form", url.Values{"code": {s.codeFor("ana@kith.test")}})
	page = page.submit("main form", url.Values{"name": {"  "}, "time_zone": {"Europe/Lisbon"}})
	page.Is(http.StatusUnprocessableEntity)
	page.Has(".errs a[href='#name']", "what you are called")
	if page.Value("time_zone") != "Europe/Lisbon" {
		t.Error("the zone is lost")
	}
}

func TestNobodyIsLedElsewhere(t *testing.T) {
	for _, to := range []string{"https://evil.test/", "//evil.test", `/\evil.test`, "javascript:alert(1)"} {
		page := newSite(t).visitor().get("/sign-in?to=" + url.QueryEscape(to))
		if page.Value("to") != "/" {
			t.Errorf("%s leads to %s", to, page.Value("to"))
		}
	}
}

func TestOtherSitesCannotPost(t *testing.T) {
	b := newSite(t).visitor()
	r, err := http.NewRequest(http.MethodPost, base+"/sign-in", strings.NewReader("email=ana%40kith.test"))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "https://evil.test")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	b.send(r).Is(http.StatusForbidden)
}

func TestEveryAnswerIsGuarded(t *testing.T) {
	b := newSite(t).visitor()
	for _, path := range []string{"/", "/sign-in", "/nowhere", "/jobs"} {
		h := b.get(path).Header
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
			"X-Frame-Options": "DENY", "Cache-Control": "no-store", "Cross-Origin-Opener-Policy": "same-origin",
		} {
			if !strings.Contains(h.Get(name), want) {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
		}
	}
}

func TestCookiesAreKeptFromScripts(t *testing.T) {
	s := newSite(t)
	b := s.visitor()
	b.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	cookies := b.get("/sign-in").submit("main form", url.Values{"email": {"ana@kith.test"}}).Header.Values("Set-Cookie")
	if len(cookies) == 0 {
		t.Fatal("the browser gets no secret")
	}
	for _, cookie := range cookies {
		for _, want := range []string{"__Host-", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"} {
			if !strings.Contains(cookie, want) {
				t.Errorf("%s lacks %s", cookie, want)
			}
		}
	}
}

func TestOpenPages(t *testing.T) {
	b := newSite(t).visitor()
	b.get("/").Has("main .btn[href='/sign-in']", "Join")
	b.get("/how").Has("h1", "How referring works")
	b.get("/parts").Has("h1", "Parts")
	b.get("/jobs").Has("h1", "Open jobs")
	b.get("/nowhere").Is(http.StatusNotFound)
}

// TestNoBytesBreakAPage sends what no database takes for text.
func TestNoBytesBreakAPage(t *testing.T) {
	s := newSite(t)
	ana := s.signIn("Ana Ferreira")
	for _, path := range []string{"/jobs/%00", "/people/%ff", "/referrals/%00%ff", "/people/x%00"} {
		if page := ana.get(path); page.Status != 404 {
			t.Errorf("%s: %d", path, page.Status)
		}
	}
}
