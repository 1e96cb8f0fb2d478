package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
)

// TestAQuestionAndItsAnswer goes through the pages: nothing chosen, what was
// typed is kept, the third reads nothing, and a second answer reads why not.
func TestAQuestionAndItsAnswer(t *testing.T) {
	l := newLoop(newSite(t), nil)
	path := l.leaves()
	l.otis.get(path+"/ask").Has("main .card.off", "This isn’t yours to do.")
	form := l.bo.get(path).follow(t, "Ask a question")
	form.HasNot("main [checked]")
	form.submit("main form", nil).Has(".errs", "Choose one of the answers", "Write your question")
	held := form.submit("main form", url.Values{"to": {"referrer"}, "text": {"Write to bo at example dot org"}})
	held.Is(http.StatusUnprocessableEntity)
	held.Has(".errs", "stay out of texts here")
	if held.Value("text") != "Write to bo at example dot org" {
		t.Error("what was typed is lost")
	}
	asked := held.submit("main form", url.Values{"text": {"May they rhyme?"}})
	asked.Has("main", "Asked. The time stands still", "You asked Ana", "May they rhyme?", "No answer yet")
	l.bo.get(path+"/ask").Has("main .card.off", "You have asked your one question already.")
	l.otis.get(path).HasNot("main", "May they rhyme?")
	l.ana.get("/turn").Has("main", "A question about “Poems about tea”", "May they rhyme?")
	answer := l.ana.get(path).follow(t, "Answer the question")
	l.bo.get(answer.Path).Is(http.StatusNotFound)
	l.otis.get(answer.Path).Is(http.StatusNotFound)
	answer.submit("main form", nil).Has(".errs", "Write your answer")
	answer.submit("main form", url.Values{"text": {"They must"}}).Has("main", "Answered. Thank you.", "Bo asks you", "Your answer", "They must")
	l.bo.get(path).Has("main", "Ana answers you", "They must")
	late := answer.submit("main form", url.Values{"text": {"They must not"}})
	late.Has("main", "Answered. Thank you.") // the same form once more is the same answer
	l.ana.get(answer.Path).Has("main .card.off", "This has been answered already.")
	l.otis.get(path).HasNot("main", "They must")
}

// TestThanksArePublicToOne: the referrer reads them, the third doesn't.
func TestThanksArePublicToOne(t *testing.T) {
	l := newLoop(newSite(t), nil)
	path := l.leaves()
	l.bo.get(path+"/thanks").Has("main .card.off", "It is still under way.")
	l.bo.get(path).HasNot("main", "Thank Ana")
	l.bo.get(path+"/yes").submit("main form", url.Values{"vouch": {"worked_together"}, "profile_only": {"yes"}})
	form := l.otis.get(path).follow(t, "Thank Ana")
	form.submit("main form", nil).Has(".errs", "Write a few words")
	form.submit("main form", url.Values{"text": {strings.Repeat("a", 201)}}).Has(".errs", "200 characters at most")
	form.submit("main form", url.Values{"text": {"A lucky hand"}}).Has("main", "Sent. Ana reads it", "Your thanks to Ana")
	l.ana.get(path).Has("main", "Otis thanks you", "A lucky hand")
	l.bo.get(path).HasNot("main", "A lucky hand")
	l.otis.get(path+"/thanks").Has("main .card.off", "You have thanked already.")
	l.ana.get(path+"/thanks").Has("main .card.off", "This isn’t yours to do.")
}

// follow clicks the link with these words.
func (p *page) follow(t *testing.T, words string) *page {
	t.Helper()
	for _, a := range p.doc.Find("main a").EachIter() {
		if strings.TrimSpace(a.Text()) == words {
			return p.b.get(a.AttrOr("href", ""))
		}
	}
	t.Fatalf("%s has no link %q", p.Path, words)
	return nil
}

// TestANoAtAnAddressReadsLikeSilence compares, byte by byte, all that the
// referrer is shown of an address whose owner says no with what is shown of one
// that nobody has, and the letters, at each step to the end (R2).
func TestANoAtAnAddressReadsLikeSilence(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, database string) {
		var first []string
		for _, email := range []string{"no@kith.test", "bo@kith.test"} {
			s := newSiteOn(t, fresh(t, database))
			l := newLoop(s, nil)
			var path string
			looks := []string{}
			look := func() {
				all := ""
				for _, p := range []string{path, l.invitation, "/referrals", "/invitations", "/", l.invitation + "/refer", path + "/withdraw", path + "/ask", path + "/thanks"} {
					page := l.ana.get(p)
					all += page.Path + "\n" + page.Body + "\n"
				}
				for _, m := range l.Mail.To("ana@kith.test")[2:] { // after the way in
					all += m.Subject + "\n" + m.Text + "\n"
				}
				looks = append(looks, strings.ReplaceAll(drawn.ReplaceAllString(anID.ReplaceAllString(all, "ID"), "DRAWN"), email, "ADDRESS"))
			}
			vouch, note := kith.WorkedTogether, aNote
			l.ok(l.House.Draft(l.Ctx, l.By(l.ana.ID), l.id(), act.Answers{Email: &email, Vouch: &vouch, Note: &note}))
			id := l.must(l.House.Refer(l.Ctx, l.By(l.ana.ID), l.id()))
			path = "/referrals/" + id
			look()
			l.Pass(kith.UndoTime)
			look()
			l.Pass(time.Hour)
			if email == "bo@kith.test" {
				l.ok(l.House.DeclineReferral(l.Ctx, l.By(l.bo.ID), id, act.No{Reason: kith.TooBusy}))
			}
			for _, d := range []time.Duration{0, 24 * time.Hour, 23*time.Hour - time.Second, time.Second, time.Hour} {
				l.Pass(d)
				look()
			}
			if first == nil {
				first = looks
				continue
			}
			for n := range looks {
				if looks[n] != first[n] {
					t.Errorf("step %d: other bytes: %s", n, firstDifference(looks[n], first[n]))
				}
			}
		}
	})
}

func fresh(t *testing.T, database string) string {
	if strings.HasPrefix(database, "sqlite:") {
		return "sqlite:" + t.TempDir() + "/kith.db"
	}
	return kithtest.Postgres(t)
}
