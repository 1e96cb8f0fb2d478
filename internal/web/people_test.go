package web_test

import (
	"net/http"
	"net/url"
	"testing"
)

func TestProfileIsKept(t *testing.T) {
	s := newSite(t)
	bo := s.signIn("Bo Lindahl")
	page := bo.get("/profile").submit("main form", url.Values{
		"handle": {"@Bo"}, "headline": {"Poet, Malmö"}, "about": {"Two books.\nOne about tea."}, "skills": {"poems, tea,  poems"},
		"languages": {"Swedish, en"}, "rate": {"70"}, "currency": {"eur"}, "hours": {"15"}, "time_zone": {"Europe/Stockholm"},
	})
	if page.Path != "/people/bo" {
		t.Fatalf("saved, it leads to %s: %s", page.Path, page.Text("main"))
	}
	page.Has("h1", "Bo Lindahl")
	page.Has(".title", "Poet, Malmö", "@bo", "Stockholm time, 11:00 there now")
	page.Has("main .note", "In Bo’s words", "One about tea.")
	page.Has("aside", "15 hours a week", "€70 an hour", "poems", "tea", "Swedish, English")
	page.Has("#link[value='https://kith.test/people/bo']")
	page.Has("main a[href='/profile']", "Edit")
	again := bo.get("/profile")
	for field, want := range map[string]string{"languages": "Swedish, English", "skills": "poems, tea", "rate": "70", "hours": "15", "time_zone": "Europe/Stockholm", "about": "Two books.\nOne about tea."} {
		if got := again.Value(field); got != want {
			t.Errorf("%s is %q, not %q", field, got, want)
		}
	}
}

func TestProfileSeenByOthers(t *testing.T) {
	s := newSite(t)
	bo, ana := s.signIn("Bo Lindahl"), s.signIn("Ana Ferreira")
	for _, path := range []string{"/people/" + bo.Handle, "/people/" + bo.ID} {
		page := ana.get(path)
		page.Has("h1", "Bo Lindahl")
		page.HasNot("main a[href='/profile']")
		page.HasNot("body", "bo@kith.test")
	}
	ana.get("/people/nobody").Is(http.StatusNotFound)
	if page := s.visitor().get("/people/" + bo.Handle); page.Path != "/sign-in" {
		t.Error("a profile is open to everybody")
	}
}

func TestProfileErrorsKeepWhatWasTyped(t *testing.T) {
	s := newSite(t)
	s.signIn("Bo Lindahl")
	ana := s.signIn("Ana Ferreira")
	typed := url.Values{
		"name": {""}, "handle": {"a b"}, "rate": {"a lot"}, "hours": {"many"}, "languages": {"English, Elvish"}, "about": {"I write."}, "time_zone": {"Mars/Crater"},
	}
	page := ana.get("/profile").submit("main form", typed)
	page.Is(http.StatusUnprocessableEntity)
	for _, field := range []string{"name", "handle", "rate", "hours", "languages", "time_zone"} {
		page.Has(".errs a[href='#"+field+"']", "")
		page.Has("#"+field+"-error", "")
	}
	for _, field := range []string{"handle", "rate", "hours", "languages", "about"} {
		if page.Value(field) != typed.Get(field) {
			t.Errorf("%s is lost: %q", field, page.Value(field))
		}
	}
	page = ana.get("/profile").submit("main form", url.Values{"handle": {"bo-lindahl"}})
	page.Is(http.StatusUnprocessableEntity)
	page.Has("#handle-error", "Somebody has this handle")
	if again := ana.get("/profile"); again.Value("name") != "Ana Ferreira" {
		t.Error("a refused form changed something")
	}
}

func TestTheSameFormTwice(t *testing.T) {
	s := newSite(t)
	ana := s.signIn("Ana Ferreira")
	form := ana.get("/profile")
	form.submit("main form", url.Values{"headline": {"First"}})
	page := form.submit("main form", url.Values{"headline": {"Second"}})
	page.Is(http.StatusOK)
	page.Has(".title", "First")
}
