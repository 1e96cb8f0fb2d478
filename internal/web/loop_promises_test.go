package web_test

import (
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/store"
)

// TestShownIsWhatIsSent compares the letters on the check page with those that
// are caught, block by block (R4).
func TestShownIsWhatIsSent(t *testing.T) {
	for _, policy := range []kith.Policy{kith.PolicyOpen, kith.PolicyAskMe} {
		t.Run(string(policy), func(t *testing.T) {
			l := newLoop(newSite(t), func(j *kith.Job) { j.StatedPolicy = policy })
			check := l.writes()
			sending := check.submit(sendForm, nil)
			l.Pass(kith.UndoTime)
			l.Sweep()
			// A yes at the very moment of leaving has the times that were shown.
			l.bo.get(sending.Path+"/yes").submit("main form", url.Values{"vouch": {"worked_together"}, "profile_only": {"yes"}})
			l.Sweep()
			before, after, caught := shownLetters(check), shownLetters(sending), l.caughtLetters()
			if len(before) != 3 {
				t.Fatalf("%d letters shown", len(before))
			}
			for subject, body := range before {
				if yesOut(caught[subject]) != body || after[subject] != body {
					t.Errorf("%s\nshown   %s\nsending %s\ncaught  %s", subject, body, after[subject], caught[subject])
				}
			}
		})
	}
}

// yesOut takes out what only the candidate can say, with the yes.
func yesOut(body string) string { return strings.Replace(body, "Bo says so too.\n", "", 1) }

// shownLetters are the letters on a page: subject to blocks.
func shownLetters(p *page) map[string]string {
	all := map[string]string{}
	p.doc.Find("article.letter").Each(func(_ int, a *goquery.Selection) {
		all[a.Find("dd b").Text()] = blocks(a.Find(".body > *, .small"))
	})
	return all
}

// caughtLetters are those that went out, in the same form.
func (l *loop) caughtLetters() map[string]string {
	all := map[string]string{}
	for _, m := range l.Mail.Messages() {
		doc, err := goquery.NewDocumentFromReader(strings.NewReader(m.HTML))
		l.ok(err)
		all[m.Subject] = blocks(doc.Find("body > div > *"))
	}
	return all
}

func blocks(found *goquery.Selection) string {
	return strings.Join(found.Map(func(_ int, b *goquery.Selection) string { return strings.TrimSpace(b.Text()) }), "\n")
}

var mailedLink = regexp.MustCompile(`https://kith\.test(/\S+)`)

// mailed are the paths of all links in letters so far.
func (l *loop) mailed() []string {
	var paths []string
	for _, m := range l.Mail.Messages() {
		for _, link := range mailedLink.FindAllStringSubmatch(m.Text, -1) {
			paths = append(paths, link[1])
		}
	}
	return paths
}

// TestFollowingLinksChangesNothing opens every link of every letter, as a mail
// scanner does and as each of the three, and finds the world as it was (R16).
func TestFollowingLinksChangesNothing(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, database string) {
		l := newLoop(newSiteOn(t, database), askMe)
		path := l.leaves()
		before, paths := l.state(path), l.mailed()
		for _, b := range []*browser{l.visitor(), l.otis, l.ana, l.bo} {
			for _, p := range append(paths, path, path+"/yes", path+"/no", path+"/no?answer=not_now", path+"/withdraw", path+"/edit") {
				b.get(p)
			}
		}
		if after := l.state(path); after != before || len(paths) < 4 {
			t.Errorf("%d links, before\n%s\nafter\n%s", len(paths), before, after)
		}
	})
}

// state is how the loop stands, and which letters went out.
func (l *loop) state(referral string) string {
	l.t.Helper()
	l.Sweep()
	var b strings.Builder
	l.ok(l.Store.Read(l.Ctx, func(tx *store.Tx) error {
		i, err := tx.Invitation(l.Ctx, l.id())
		if err != nil {
			return err
		}
		r, err := tx.Referral(l.Ctx, strings.TrimPrefix(referral, "/referrals/"))
		b.WriteString(string(i.State) + " " + string(r.State) + " " + r.Deadline.String())
		return err
	}))
	for _, m := range l.Mail.Messages() {
		b.WriteString("\n" + m.To + " " + m.Subject)
	}
	return b.String()
}

// TestHandOverStaysBetweenTwo looks for the hand-over note on all of the
// client's pages, at each stage, and in the client's letters.
func TestHandOverStaysBetweenTwo(t *testing.T) {
	l := newLoop(newSite(t), askMe)
	path := l.handsOn()
	look := func(stage string) {
		t.Helper()
		for _, p := range []string{"/", "/referrals", l.invitation, path, "/jobs/" + l.job, "/jobs/" + l.job + "/people", "/messages"} {
			if strings.Contains(l.otis.get(p).Body, aHandOver) {
				t.Errorf("%s: the client reads it on %s", stage, p)
			}
		}
	}
	look("sending")
	l.Pass(11 * time.Minute)
	look("asked")
	l.bo.get(path).Has("main", aHandOver)
	l.bo.get(path+"/yes").submit("main form", url.Values{"vouch": {"worked_together"}, "profile_only": {"yes"}})
	look("yes")
	l.otis.get(path).submit("main form", url.Values{"answer": {"yes"}})
	look("introduced")
	l.Sweep()
	for _, m := range l.Mail.To("otis@kith.test") {
		if strings.Contains(m.Text, aHandOver) {
			t.Errorf("the client reads it in %q", m.Subject)
		}
	}
}

var loopRoute = regexp.MustCompile(`"(GET|POST) (/(?:invitations|referrals)/[^"]+)"`)

// TestStrangersFindNothing walks all pages and acts of the loop as somebody who
// has no part in it.
func TestStrangersFindNothing(t *testing.T) {
	l := newLoop(newSite(t), nil)
	path := l.leaves()
	zoe := l.signIn("Zoe Stranger")
	source, err := os.ReadFile("routes.go")
	l.ok(err)
	routes := loopRoute.FindAllStringSubmatch(string(source), -1)
	if len(routes) < 25 {
		t.Fatalf("only %d routes", len(routes))
	}
	typed := url.Values{"answer": {"no"}, "reason": {"other"}, "profile_only": {"yes"}, "who": {"person:" + l.bo.ID}, "vouch": {"worked_together"}, "note": {"x"}}
	for _, r := range routes {
		p := strings.Replace(r[2], "/referrals/{id}", path, 1)
		p = strings.Replace(p, "/invitations/{id}", l.invitation, 1)
		got := zoe.get
		if r[1] == http.MethodPost {
			got = func(path string) *page { return zoe.post(path, typed) }
		}
		page := got(p)
		page.Is(http.StatusNotFound)
		page.HasNot("body", aNote, aHandOver, "Poems about tea", "Ferreira")
	}
}

// TestSentTwice sends the same form twice, as an impatient finger does.
func TestSentTwice(t *testing.T) {
	l := newLoop(newSite(t), nil)
	check := l.writes()
	first, second := check.submit(sendForm, nil), check.submit(sendForm, nil)
	if first.Path != second.Path || !strings.HasPrefix(first.Path, "/referrals/") {
		t.Errorf("it leads to %s and %s", first.Path, second.Path)
	}
	given, _, err := l.Desk.Referrals(l.Ctx, l.Reader(l.ana.ID))
	if err != nil || len(given) != 1 {
		t.Errorf("%d referrals, %v", len(given), err)
	}
}

// TestTwoAtOnce lets somebody come too late: they read why, and what they typed
// is still there.
func TestTwoAtOnce(t *testing.T) {
	l := newLoop(newSite(t), nil)
	path := l.handsOn()
	edit := l.ana.get(path + "/edit")
	l.Pass(11 * time.Minute)
	late := edit.submit("main form", url.Values{"note": {"I meant to say this"}})
	late.Is(http.StatusUnprocessableEntity)
	late.Has(".errs", "It is too late for that: it has left already")
	yes := l.bo.get(path + "/yes")
	l.Clock.Pass(time.Minute)
	l.ana.get(path+"/withdraw").submit("main form", nil).Has("main", "You took this referral back")
	over := yes.submit("main form", url.Values{"rate": {"900"}, "vouch": {"know_their_work"}, "letter": {"My long letter"}})
	over.Is(http.StatusUnprocessableEntity)
	over.Has(".errs", "This has ended already")
	for p, said := range map[*page]string{late: "I meant to say this", over: "My long letter"} {
		p.Has(".kept textarea[readonly]", said)
		p.HasNot("main form textarea")
		p.Has("main .card.off")
	}
	late.Has(".errs", "Bo was asked, and Otis heard that you asked a colleague, at 09:10, while this page was open.")
	over.Has(".errs", "Ana took it back, at 09:12, while this page was open.")
	over.Has(".kept", "Your rate", "900")
	l.bo.get(path+"/yes").Has("main .card.off", "This has ended already")
}

// TestAnswerByLink says no without signing in; a yes needs the account (R16).
func TestAnswerByLink(t *testing.T) {
	l := newLoop(newSite(t), nil)
	path := l.leaves()
	link, nobody := l.answerLink(), l.visitor()
	mailed := nobody.get(link)
	mailed.Has("main", "Ana thought of you for “Poems about tea”", aNote, "For a yes you sign in first")
	mailed.Has("main a[href*='/sign-in?to=']", "Sign in")
	mailed.HasNot("body", aHandOver)
	mailed.HasNot("main [checked]")
	mailed.submit("main form", nil).Has(".errs", "Choose one of the answers")
	mailed.submit("main form", url.Values{"answer": {"not_now"}}).Has(".errs", "Choose the date")
	mailed.submit("main form", url.Values{"answer": {"not_now"}, "till": {"2026-06-01"}}).Has("main", "This link has done its work", "Thank you")
	used := nobody.get(link)
	used.Has("main", "It was used once")
	used.HasNot("body", "Poems about tea", aNote, "Ferreira")
	l.bo.get(path).Has("main", "You said not now. You can be asked again from 1 June")
	nobody.get("/answer/nothing").Is(http.StatusNotFound)
}

// TestOldLinkTellsNothing lets the time of a mailed link run out.
func TestOldLinkTellsNothing(t *testing.T) {
	l := newLoop(newSite(t), nil)
	l.leaves()
	link := l.answerLink()
	l.Pass(72 * time.Hour)
	old := l.visitor().get(link)
	old.Has("main", "The time to answer is over")
	old.HasNot("body", "Poems about tea", aNote, "Ferreira")
}

func (l *loop) answerLink() string {
	l.t.Helper()
	for _, p := range l.mailed() {
		if strings.HasPrefix(p, "/answer/") {
			return p
		}
	}
	l.t.Fatal("no link to answer by")
	return ""
}
