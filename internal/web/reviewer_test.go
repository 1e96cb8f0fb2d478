package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"kith/internal/web"
)

func twoReviewers(s *web.Site) {
	s.Operators = map[string]bool{"olga@kith.test": true, "rune@kith.test": true}
}

// TestWordsAreHeldOverHTTP: the author reads what is marked, a reviewer refuses
// with a reason, the author contests, and another reviewer answers.
func TestWordsAreHeldOverHTTP(t *testing.T) {
	l := newLoop(newSiteOn(t, "sqlite:"+filepath.Join(t.TempDir(), "kith.db"), twoReviewers), nil)
	olga, rune := l.signIn("Olga Berg"), l.signIn("Rune Dal")
	draft := l.writes()
	draft.HasNot("main", "A person would read this first")
	path := l.handsOn()
	edited := l.ana.get(path+"/edit").submit("main form", url.Values{"note": {"Write to bo@mail.example"}})
	edited.Has("main", "being checked under the community guidelines", "Marked: “bo@mail.example” (Contact details)", "A reviewer’s", "Undo")
	l.ana.get("/").Has("main", "being checked under the community guidelines")
	l.ana.get("/referrals").Has("main", "being checked under the community guidelines")
	l.otis.get(l.invitation).Has("main", "Ana has until")

	olga.get("/operator").Has("main", "One thing waits for a person")
	list := olga.get("/operator/reviews")
	list.Has("main", "Words of Ana about “Poems about tea”", "Contact details", "Refused by itself")
	l.otis.get("/operator/reviews").Is(http.StatusNotFound)
	one := list.doc.Find("main a[href^='/operator/reviews/']").First().AttrOr("href", "")
	l.ana.get(one).Is(http.StatusNotFound)
	open := olga.get(one)
	open.Has("main", "Write to bo@mail.example", aHandOver, "Marked: “bo@mail.example”")
	open.HasNot("main [checked]")
	open.submit("main form", nil).Has(".errs", "Choose what should happen")
	bad := open.submit("main form", url.Values{"ruling": {"disapprove"}, "words": {"Addresses stay out"}})
	bad.Has(".errs", "Choose a ground")
	if bad.Value("words") != "Addresses stay out" || bad.Value("ruling") != "disapprove" {
		t.Error("what was typed is lost")
	}
	bad.submit("main form", url.Values{"ground": {"contact"}}).Has("main", "Nothing waits")

	ended := l.ana.get(path)
	ended.Has("main", "Your words were refused", "Hand it on again")
	statement := l.ana.get("/reviews/" + strings.TrimPrefix(one, "/operator/reviews/"))
	statement.Has("main", "Addresses stay out", "The ground: contact details.", "A person who runs this site decided this, not a program.")
	l.otis.get(statement.Path).Is(http.StatusNotFound)
	statement.submit("main form", nil).Has(".errs", "Write why it was wrong")
	statement.submit("main form", url.Values{"contest": {"It is a title"}}).Has("main", "You said that this was wrong", "It is a title")

	olga.get(one).Has("main .card.off", "there is somebody else who can look at it again")
	answer := rune.get(one)
	answer.Has("main", "It is a title")
	answer.submit("main form", url.Values{"ruling": {"overturn"}, "words": {"It is"}}).Has("main", "Nothing waits")
	l.ana.get(statement.Path).Has("main", "you were right", "It is", "Another person answered")

	ref := ended.Text("main .ref")
	whole := olga.get("/operator/referrals").submit("main form", url.Values{"ref": {ref}, "reason": {"Ana asks"}})
	whole.Has("main", "the site: held. Contact details", "Olga Berg: refused", "Addresses stay out", "Ana Ferreira: contested", "Rune Dal: answered: the author was right")
}

// TestAJobIsReportedAndHeld: two people report it, the client reads why, and a
// reviewer lets it go on.
func TestAJobIsReportedAndHeld(t *testing.T) {
	l := newLoop(newSiteOn(t, "sqlite:"+filepath.Join(t.TempDir(), "kith.db"), twoReviewers), nil)
	olga, job := l.signIn("Olga Berg"), "/jobs/"+l.job
	l.visitor().get(job+"/report").Has("main", "Sign in")
	l.otis.get(job).HasNot("main a[href$='/report']")
	l.otis.get(job+"/report").Has("main .card.off", "This isn’t yours to do")
	form := l.ana.get(job + "/report")
	form.submit("main form", nil).Has(".errs", "Choose a ground")
	form.submit("main form", url.Values{"ground": {"scam"}}).Is(http.StatusOK)
	l.ana.get(job+"/report").Has("main .card.off", "You reported this job before")
	olga.get("/operator/reviews").Has("main", "“Poems about tea”: It looks like a fraud", "Ana Ferreira")
	l.bo.get(job+"/report").submit("main form", url.Values{"ground": {"scam"}, "words": {"They want money"}}).Is(http.StatusOK)

	held := l.otis.get(job)
	held.Has("main", "Why, and what you can do")
	l.bo.get(job).Has("main .card.off", "The job is being checked")
	list := olga.get("/operator/reviews")
	list.Has("main", "The job “Poems about tea” of Otis")
	one := list.doc.Find("main a[href^='/operator/reviews/']").First().AttrOr("href", "")
	statement := l.otis.get("/reviews/" + strings.TrimPrefix(one, "/operator/reviews/"))
	statement.Has("main", "Two people reported it", "all clocks stand")
	statement.HasNot("main", "Ana", "Bo")
	olga.get(one).Has("main", "Twelve.", "They want money")
	olga.get(job).HasNot("main a[href$='/hold']")
	olga.get(one).submit("main form", url.Values{"ruling": {"release"}}).Has("main", "Nothing waits")
	l.bo.get(job).Has("main", "Apply")
	olga.get("/operator"+job+"/hold").submit("main form", url.Values{"ground": {"illegal"}}).Has(".errs", "Write why")
	olga.get("/operator"+job+"/hold").submit("main form", url.Values{"ground": {"illegal"}, "words": {"We look"}}).Has("main", "The job “Poems about tea” of Otis")
	olga.get("/operator"+job+"/hold").Has("main .card.off", "The job is being checked")
}
