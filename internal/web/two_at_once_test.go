package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"kith/internal/kith"
)

// TestTwoPeopleAtOnce: the client decides while the candidate takes the yes back;
// the slower one reads what happened, by whom and when.
func TestTwoPeopleAtOnce(t *testing.T) {
	l := newLoop(newSite(t), askMe)
	path := l.leaves()
	l.bo.get(path+"/yes").submit("main form", url.Values{"vouch": {"worked_together"}, "profile_only": {"yes"}})
	decides, takesBack := l.otis.get(path), l.bo.get(path+"/no")
	l.Clock.Pass(3 * time.Minute)
	decides.submit("main form[action$=decision]", url.Values{"answer": {"yes"}}).Is(http.StatusOK)
	l.Clock.Pass(time.Minute)
	late := takesBack.submit("main form", url.Values{"reason": {"too_busy"}})
	late.Is(http.StatusUnprocessableEntity)
	late.Has(".errs", "Otis said yes: introduced, at 09:14, while this page was open.")
	late.Has("main .card.off")
}

// TestTwoWindowsOfOnePerson: the second window says what the first one did, and
// gives the letter back.
func TestTwoWindowsOfOnePerson(t *testing.T) {
	l := newLoop(newSite(t), nil)
	one, two := l.ana.get(l.invitation+"/accept"), l.ana.get(l.invitation+"/decline")
	three := l.ana.get(l.invitation + "/accept")
	l.Clock.Pass(time.Minute)
	one.submit("main form", url.Values{"letter": {"Gladly"}}).Is(http.StatusOK)
	late := two.submit("main form", url.Values{"reason": {"too_busy"}})
	late.Has(".errs", "You said yes on Tue 28 April, at 09:01, in another window of yours.")
	again := three.submit("main form", url.Values{"letter": {"The same once more"}, "rate": {"1,500"}})
	again.Has(".kept", "Your letter", "The same once more", "Your rate", "1,500", "It wasn’t sent")
	again.HasNot("main form")
}

// TestTwoWindowsEditOneJob: whoever saves second reads what the first one wrote,
// keeps what they typed, and replaces it only by saving again.
func TestTwoWindowsEditOneJob(t *testing.T) {
	l := newLoop(newSite(t), nil)
	edit := "/jobs/" + l.job + "/edit"
	one, two := l.otis.get(edit), l.otis.get(edit)
	one.submit("main form", url.Values{"title": {"Poems about coffee"}}).Is(http.StatusOK)
	wrong := two.submit("main form", url.Values{"title": {"Poems about milk"}, "policy": nil}) // what else is wrong doesn't hide it
	wrong.Is(http.StatusUnprocessableEntity)
	late := wrong.submit("main form", url.Values{"openings": {"2"}, "policy": {"open"}})
	late.Is(http.StatusUnprocessableEntity)
	late.Has(".errs", "This was changed while your page was open", "there stands now “Poems about coffee”")
	if late.Value("title") != "Poems about milk" || late.Value("openings") != "2" {
		t.Errorf("what was typed is lost: %q, %q", late.Value("title"), late.Value("openings"))
	}
	l.otis.get("/jobs/"+l.job).Has("h1", "Poems about coffee")
	late.submit("main form", nil).Has("h1", "Poems about milk")
}

// TestTwoWindowsEditOneNote is the same for the words of a referral, a proposal
// and a profile.
func TestTwoWindowsEditOneNote(t *testing.T) {
	l := newLoop(newSite(t), nil)
	path := l.handsOn()
	for _, edit := range []struct {
		by            *browser
		path, field   string
		before, after string
	}{
		{l.ana, path + "/edit", "note", "First words of the note", "Second words of the note"},
		{l.bo, "/profile", "about", "I write", "I write about tea"},
	} {
		one, two := edit.by.get(edit.path), edit.by.get(edit.path)
		one.submit("main form", url.Values{edit.field: {edit.before}}).Is(http.StatusOK)
		late := two.submit("main form", url.Values{edit.field: {edit.after}})
		late.Is(http.StatusUnprocessableEntity)
		late.Has(".errs", "there stands now “"+edit.before+"”")
		if late.Value(edit.field) != edit.after {
			t.Errorf("%s: what was typed is lost: %q", edit.path, late.Value(edit.field))
		}
		late.submit("main form", nil).Is(http.StatusOK)
		if now := edit.by.get(edit.path).Value(edit.field); now != edit.after {
			t.Errorf("%s: it is %q", edit.path, now)
		}
	}
}

// TestWhatHappenedTellsNothingNew: a made-up time in the key brings up nothing
// that the reader may not know.
func TestWhatHappenedTellsNothingNew(t *testing.T) {
	l := newLoop(newSite(t), func(j *kith.Job) { j.Openings = 2 })
	path := l.leaves()
	old := url.Values{"answer": {"yes"}, "key": {"x_1_y"}}
	page := l.otis.post(path+"/decision", old)
	page.HasNot("body", "Lindahl", aNote, aHandOver, "Bo was")
	if !strings.Contains(page.Text(".errs"), "Ana asked a colleague") {
		t.Errorf("the client reads %q", page.Text("main"))
	}
}
