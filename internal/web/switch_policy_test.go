package web_test

import (
	"net/http"
	"net/url"
	"testing"

	"kith/internal/kith"
)

// TestSwitchingTellsTheNumbers: a client who switches referrals off while one
// waits reads what becomes of it first, and loses nothing that was typed.
func TestSwitchingTellsTheNumbers(t *testing.T) {
	l := newLoop(newSite(t), askMe)
	l.leaves()
	form := l.otis.get("/jobs/" + l.job + "/edit")
	ask := form.submit("main form", url.Values{"policy": {"off"}, "title": {"Poems on tea"}})
	ask.Is(http.StatusOK)
	ask.Has("h1", "Before you save")
	ask.Has("main", "1 colleague is being asked. That ends, and everybody in it is told.")
	l.bo.get("/").Has("main", "Poems about tea")
	back := l.otis.post("/jobs/"+l.job+"/edit", url.Values{"look": {"again"}, "policy": {"off"}, "title": {"Poems on tea"}, "text": {"T"}, "visibility": {"members"}, "openings": {"1"}})
	if back.Value("title") != "Poems on tea" {
		t.Error("what was typed is lost")
	}
	saved := ask.submit("main form", nil)
	saved.Has("h1", "Poems on tea")
	j, err := l.Desk.Job(l.Ctx, l.Reader(l.otis.ID), l.job)
	if err != nil || j.StatedPolicy != kith.PolicyOff {
		t.Errorf("it isn’t switched off: %q, %v", j.StatedPolicy, err)
	}
	l.otis.get("/profile").submit("main form", url.Values{"default_policy": {"ask_me"}})
	if got := l.otis.get("/jobs/new").Value("policy"); got != "ask_me" {
		t.Errorf("a new job begins with %q", got)
	}
}
