package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"kith/internal/kith"
)

// public makes a loop whose job anybody can see.
func public(j *kith.Job) { j.Visibility = kith.Public }

// outsider brings the loop to where Ana's link is there to pass on.
func (l *loop) outsider() (path, link string) {
	how := l.ana.get(l.invitation+"/refer").submit("form:has([name=who][value=outside])", nil)
	how.Has("h1", "How do you know your colleague?")
	how.Has("aside", "Somebody who isn’t here yet", "works once, for 14 days")
	words := how.submit("main form", url.Values{"vouch": {"worked_together"}})
	check := words.submit("main form", url.Values{"note": {aNote}, "hand_over": {"Otis is kind"}})
	check.Has("main", "What your colleague reads behind the link", aNote, "Only when your colleague has joined", "(their name) would like to do")
	check.HasNot("section[aria-labelledby=to-candidate]", "Otis is kind")
	sent := check.submit(sendForm, nil)
	sent.Has("h1", "A link for “Poems about tea”")
	sent.HasNot("#pass-on")
	l.Pass(10 * time.Minute)
	page := l.ana.get(sent.Path)
	page.Has("main", "The link waits for your colleague, until Tue", "It works once, until Tue")
	return sent.Path, strings.TrimPrefix(page.doc.Find("#pass-on").AttrOr("value", ""), base)
}

// TestOutsiderJoinsThroughTheLink is the whole way of somebody without an account.
func TestOutsiderJoinsThroughTheLink(t *testing.T) {
	l := newLoop(newSite(t), public)
	path, link := l.outsider()
	if !strings.HasPrefix(link, "/link/") {
		t.Fatalf("the link is %q", link)
	}
	l.otis.get(path).Is(http.StatusNotFound)
	if page := l.ana.get(link); page.Path != path {
		t.Errorf("one's own link leads to %s", page.Path)
	}
	cleo := l.visitor()
	for range 2 { // a mail scanner comes first
		page := cleo.get(link)
		page.Is(http.StatusOK)
		page.Has("main", "Ana thought of you for “Poems about tea”", "Otis Grant invited Ana Ferreira", aNote, "Join or sign in")
		page.HasNot("body", "Otis is kind")
	}
	door := cleo.get(link).doc.Find("main a[href^='/sign-in']").AttrOr("href", "")
	code := cleo.get(door).submit("main form", url.Values{"email": {"cleo@kith.test"}})
	name := code.submit("main form", url.Values{"code": {l.codeFor("cleo@kith.test")}})
	if name.Path != "/join" {
		t.Fatalf("asked for a name on %s", name.Path)
	}
	cleo.get(link).Has("main", "Join or sign in")
	joined := name.submit("main form", url.Values{"name": {"Cleo Ode"}})
	if joined.Path != path {
		t.Fatalf("joined, it leads to %s: %s", joined.Path, joined.Text("main"))
	}
	joined.Has("main", "Yours", "Would you like to do it?", "Otis is kind", aNote)
	l.ana.get(path).Has("main", "Cleo for “Poems about tea”")
	l.ana.get(path).HasNot("#pass-on")
	if !strings.Contains(l.letterTo("otis@kith.test"), "has asked a colleague") {
		t.Error("Otis doesn't hear that a colleague was asked")
	}
	if again := cleo.get(link); again.Path != path {
		t.Errorf("one's own link leads to %s", again.Path)
	}
}

// TestLinksThatLeadNowhereReadTheSame holds that used, taken back, too old,
// private and mistyped links answer byte for byte alike.
func TestLinksThatLeadNowhereReadTheSame(t *testing.T) {
	first := ""
	for name, end := range map[string]func(l *loop, path, link string){
		"mistyped": nil,
		"used": func(l *loop, _, link string) {
			l.bo.get(link).submit("main form", nil).Has("main", "Would you like to do it?")
		},
		"taken back": func(l *loop, path, _ string) {
			l.ana.get(path+"/withdraw").submit("main form", nil).Has("main", "You took")
		},
		"too old": func(l *loop, _, _ string) { l.Clock.Set(l.Clock.Now().Add(kith.OutsiderTime)) },
		"private": func(l *loop, _, _ string) {
			j, err := l.Desk.Job(l.Ctx, l.Reader(l.otis.ID), l.job)
			l.ok(err)
			j.Visibility = kith.Private
			l.ok(l.House.EditJob(l.Ctx, l.By(l.otis.ID), l.job, j.Job))
		},
	} {
		l := newLoop(newSite(t), public)
		path, link := l.outsider()
		if end == nil {
			link = "/link/nothing"
		} else {
			end(l, path, link)
		}
		page := l.visitor().get(link)
		page.Is(http.StatusGone)
		page.Has("main", "This link can’t be used any more. Whoever gave it to you can tell you more.")
		page.HasNot("body", "Poems about tea")
		if first == "" {
			first = page.Body
		}
		if page.Body != first {
			t.Errorf("%s: other bytes: %s", name, firstDifference(page.Body, first))
		}
	}
}

// TestMembersJobsStayInside holds that only public jobs go to somebody outside.
func TestMembersJobsStayInside(t *testing.T) {
	l := newLoop(newSite(t), nil)
	page := l.ana.get(l.invitation + "/refer")
	page.Has("main", "this job is shown to members only")
	page.HasNot("form:has([value=outside])")
	refused := l.ana.post(l.invitation+"/refer", url.Values{"who": {"outside"}})
	refused.Is(http.StatusUnprocessableEntity)
	refused.Has(".errs", "This job is shown to members only")
}
