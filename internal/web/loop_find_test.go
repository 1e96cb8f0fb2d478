package web_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"kith/internal/kith"
)

// TestFindAColleague is the first question in all its ways (R2).
func TestFindAColleague(t *testing.T) {
	l := newLoop(newSite(t), func(j *kith.Job) { j.Visibility = kith.Public })
	at := l.invitation + "/refer"
	l.ana.get(at).Has("main", "Who would be right for “Poems about tea”?", "Step 1 of 4", "The job’s address")
	for _, typed := range []string{"bo", "Bo Lindahl", "@bo-lindahl", "bo-lindahl", base + "/people/bo-lindahl"} {
		found := l.ana.get(at + "?q=" + url.QueryEscape(typed))
		found.Has("main .choice", "Bo Lindahl", "Read the profile")
		found.HasNot("main [checked]")
	}
	l.ana.get(at+"?q=lindhal").Has("main", "Did you mean", "Bo Lindahl")
	l.ana.get(at+"?q=nobody-at-all").Has("main .tell", "Nobody here has this name")
	foreign := l.ana.get(at + "?q=" + url.QueryEscape("https://elsewhere.example/people/bo-lindahl"))
	foreign.Has("main .tell", "Nobody here has this name")
	self := l.ana.get(at + "?q=ferreira")
	self.HasNot("main form[method=post]:not(:has([value=outside])) button[type=submit]")
	l.ana.get(at+"?q=").Has("main .err", "Type a name")
	l.ana.get(at+"?q=grant").Has("main .choice.off", "This is the client of the job")
	l.ana.get(at+"?q=ferreira").Has("main .choice.off", "You can’t refer yourself")
	none := l.ana.get(at+"?q=bo").submit("form[method=post]:has([name=who])", nil)
	none.Is(http.StatusUnprocessableEntity)
	none.Has(".errs", "Choose somebody")
	for _, who := range []string{"person:" + l.ana.ID, "person:" + l.otis.ID, "address:ana@kith.test"} {
		l.ana.post(at, url.Values{"who": {who}}).Is(http.StatusUnprocessableEntity)
	}
}

// TestBackKeepsAnswers goes forth and back through the steps.
func TestBackKeepsAnswers(t *testing.T) {
	l := newLoop(newSite(t), nil)
	check := l.writes()
	how := l.ana.get(l.invitation + "/refer/how?then=check")
	how.Has("aside", "Bo Lindahl")
	if got := how.Value("vouch"); got != "worked_together" {
		t.Errorf("vouch %q", got)
	}
	if got := l.ana.get(l.invitation + "/refer/words").Value("note"); got != aNote {
		t.Errorf("note %q", got)
	}
	l.ana.get(l.invitation+"/refer").Has("main", "You chose", "Bo Lindahl")
	again := how.submit("main form", url.Values{"vouch": {"found_by_search"}})
	again.Has("main", "I found them by searching")
	if again.Path != check.Path {
		t.Errorf("back to %s", again.Path)
	}
	long := strings.Repeat("x", kith.NoteMax+1)
	tooLong := l.ana.get(l.invitation+"/refer/words").submit("main form", url.Values{"note": {long}})
	tooLong.Has(".errs", "Make this shorter")
	if tooLong.Value("note") != long {
		t.Error("the words are lost")
	}
}

// TestMissingAnswerLeadsToItsQuestion asks for the check too early.
func TestMissingAnswerLeadsToItsQuestion(t *testing.T) {
	l := newLoop(newSite(t), nil)
	at := l.invitation + "/refer"
	leads := func(to string) {
		t.Helper()
		for _, got := range []*page{l.ana.get(at + "/check"), l.ana.post(l.invitation+"/referrals", nil)} {
			if got.Path != to {
				t.Errorf("leads to %s, not %s", got.Path, to)
			}
		}
	}
	leads(at)
	l.ana.post(at, url.Values{"who": {"person:" + l.bo.ID}})
	leads(at + "/how")
	l.ana.post(at+"/how", url.Values{"vouch": {"know_their_work"}})
	leads(at + "/words")
}

// TestAddressTellsNothing goes the way of an address twice, for one that has an
// account and one that has none, and reads the same everywhere (R2).
func TestAddressTellsNothing(t *testing.T) {
	read := func(email string) string {
		l := newLoop(newSite(t), nil)
		var pages []*page
		look := func(p *page) *page { pages = append(pages, p); return p }
		found := look(l.ana.get(l.invitation + "/refer?q=" + email))
		how := look(found.submit("form[method=post]:has([name=who])", url.Values{"who": {"address:" + email}}))
		words := look(how.submit("main form", url.Values{"vouch": {"worked_together"}}))
		check := look(words.submit("main form", url.Values{"note": {aNote}, "hand_over": {aHandOver}}))
		sent := look(check.submit(sendForm, nil))
		for _, wait := range []time.Duration{time.Minute, 11 * time.Minute, 72 * time.Hour} {
			l.Pass(wait)
			for _, path := range []string{sent.Path, sent.Path + "/edit", sent.Path + "/withdraw", "/referrals", "/", l.invitation, l.invitation + "/refer"} {
				look(l.ana.get(path))
			}
		}
		var b strings.Builder
		for _, p := range pages {
			b.WriteString(p.Path + "\n" + p.Body)
		}
		return strings.ReplaceAll(drawn.ReplaceAllString(b.String(), "…"), email, "somebody@kith.test")
	}
	known, unknown := read("bo@kith.test"), read("uno@kith.test")
	if known != unknown {
		t.Error(firstDifference(known, unknown))
	}
	if !strings.Contains(known, "Passed on. If it can go ahead") || !strings.Contains(known, "/withdraw\"") {
		t.Error("the pages don’t say what they should")
	}
}

// drawn are the parts of a page that chance has drawn.
var drawn = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f-]{27}|K-[0-9A-Z]{4}-[0-9A-Z]{2}|class="av h\d+|_[0-9a-z]{8}_[0-9a-f]{16}`)

func firstDifference(a, b string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[max(0, i-200):min(len(a), i+100)] + "\n---\n" + b[max(0, i-200):min(len(b), i+100)]
		}
	}
	return "one is longer"
}
