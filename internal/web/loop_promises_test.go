package web

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/store"
)

func onSQLite(t *testing.T) *loop {
	t.Helper()
	return newLoop(t, "sqlite:"+t.TempDir()+"/kith.db", nil)
}

// TestShownIsWhatIsSent compares the letters on the check page with those that
// are caught, block by block (R4).
func TestShownIsWhatIsSent(t *testing.T) {
	for _, policy := range []kith.Policy{kith.PolicyOpen, kith.PolicyAskMe} {
		t.Run(string(policy), func(t *testing.T) {
			l := newLoop(t, "sqlite:"+t.TempDir()+"/kith.db", func(j *kith.Job) { j.StatedPolicy = policy })
			at := "/invitations/" + l.invitation
			ana := l.as(l.ana)
			ana.does(at+"/refer", "who", "person:"+l.bo.ID)
			ana.does(at+"/refer/how", "vouch", "know_their_work")
			check := ana.does(at+"/refer/words", "note", aNote, "hand_over", aHandOver)
			before := shownLetters(check)
			sent := ana.post(at + "/referrals")
			after := shownLetters(ana.opens(sent.Location))
			l.Pass(kith.UndoTime)
			l.Sweep()
			// A yes at the very moment of leaving has the times that were shown.
			l.as(l.bo).does(sent.Location+"/yes", "profile_only", "yes")
			l.Sweep()
			caught := l.caughtLetters()
			if len(before) != 3 || len(caught) < 4 {
				t.Fatalf("%d shown, %d caught", len(before), len(caught))
			}
			for subject, body := range before {
				if caught[subject] != body || after[subject] != body {
					t.Errorf("%s\nshown   %s\nsending %s\ncaught  %s", subject, body, after[subject], caught[subject])
				}
			}
		})
	}
}

// shownLetters are the letters on a page: subject to blocks.
func shownLetters(r reply) map[string]string {
	all := map[string]string{}
	r.Find("article.letter").Each(func(_ int, a *goquery.Selection) {
		var blocks []string
		a.Find(".body > *, .small").Each(func(_ int, b *goquery.Selection) { blocks = append(blocks, strings.TrimSpace(b.Text())) })
		all[a.Find("dd b").Text()] = strings.Join(blocks, "\n")
	})
	return all
}

// caughtLetters are those that went out, in the same form.
func (l *loop) caughtLetters() map[string]string {
	all := map[string]string{}
	for _, m := range l.Mail.Messages() {
		page, err := goquery.NewDocumentFromReader(strings.NewReader(m.HTML))
		if err != nil {
			l.t.Fatal(err)
		}
		var blocks []string
		page.Find("body > div > *").Each(func(_ int, b *goquery.Selection) { blocks = append(blocks, strings.TrimSpace(b.Text())) })
		all[m.Subject] = strings.Join(blocks, "\n")
	}
	return all
}

var mailedLink = regexp.MustCompile(`https://kith\.test(/\S+)`)

// TestFollowingLinksChangesNothing opens every link of every letter, as a mail
// scanner does and as each of the three, and finds the world as it was (R16).
func TestFollowingLinksChangesNothing(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		l := newLoop(t, url, func(j *kith.Job) { j.StatedPolicy = kith.PolicyAskMe })
		path := l.handsOn(l.invitation, l.bo)
		l.Pass(11 * time.Minute)
		paths := l.mailed()
		before := l.state(path)
		for _, who := range []kith.Person{{}, l.otis, l.ana, l.bo} {
			browser := l.as(who)
			for _, p := range append(paths, path, path+"/yes", path+"/no", path+"/withdraw", path+"/edit") {
				browser.get(p)
			}
		}
		if after := l.state(path); after != before {
			t.Errorf("before\n%s\nafter\n%s", before, after)
		}
	})
}

func (l *loop) mailed() []string {
	var paths []string
	for _, m := range l.Mail.Messages() {
		for _, link := range mailedLink.FindAllStringSubmatch(m.Text, -1) {
			paths = append(paths, link[1])
		}
	}
	if len(paths) < 4 {
		l.t.Fatalf("only %d links: %v", len(paths), paths)
	}
	return paths
}

// state is how the loop stands, and how many letters went out.
func (l *loop) state(referral string) string {
	l.t.Helper()
	l.Sweep()
	var b strings.Builder
	err := l.Store.Read(l.Ctx, func(tx *store.Tx) error {
		i, err := tx.Invitation(l.Ctx, l.invitation)
		if err != nil {
			return err
		}
		r, err := tx.Referral(l.Ctx, strings.TrimPrefix(referral, "/referrals/"))
		b.WriteString(string(i.State) + " " + string(r.State) + " " + r.Deadline.String())
		return err
	})
	l.act(err)
	for _, m := range l.Mail.Messages() {
		b.WriteString("\n" + m.To + " " + m.Subject)
	}
	return b.String()
}

// TestHandOverStaysBetweenTwo looks for the hand-over note on all of the
// client's pages, at each stage.
func TestHandOverStaysBetweenTwo(t *testing.T) {
	l := newLoop(t, "sqlite:"+t.TempDir()+"/kith.db", func(j *kith.Job) { j.StatedPolicy = kith.PolicyAskMe })
	path := l.handsOn(l.invitation, l.bo)
	look := func(stage string) {
		otis := l.as(l.otis)
		for _, p := range []string{"/", "/referrals", "/invitations/" + l.invitation, path, "/jobs/" + l.job, "/jobs/" + l.job + "/people"} {
			if strings.Contains(otis.get(p).HTML, aHandOver) {
				t.Errorf("%s: the client reads it on %s", stage, p)
			}
		}
	}
	look("sending")
	l.Pass(11 * time.Minute)
	look("asked")
	l.as(l.bo).opens(path).says(t, aHandOver)
	l.as(l.bo).does(path+"/yes", "profile_only", "yes")
	look("yes")
	l.as(l.otis).does(path+"/decision", "answer", "yes")
	look("introduced")
	for _, m := range l.Mail.Messages() {
		if strings.HasPrefix(m.To, "otis") && strings.Contains(m.Text, aHandOver) {
			t.Errorf("the client reads it in %q", m.Subject)
		}
	}
}

// TestStrangersFindNothing walks all pages and acts of the loop as somebody
// who has no part in it.
func TestStrangersFindNothing(t *testing.T) {
	l := onSQLite(t)
	path := l.handsOn(l.invitation, l.bo)
	l.Pass(11 * time.Minute)
	stranger := l.as(l.Join("Zoe Stranger"))
	fill := strings.NewReplacer("{id}", strings.TrimPrefix(path, "/referrals/"))
	for _, r := range routes {
		method, pattern, _ := strings.Cut(r.pattern, " ")
		if strings.HasPrefix(pattern, "/invitations/") {
			fill = strings.NewReplacer("{id}", l.invitation)
		} else if !strings.HasPrefix(pattern, "/referrals/") {
			continue
		}
		var got reply
		if p := fill.Replace(pattern); method == "GET" {
			got = stranger.get(p)
		} else {
			got = stranger.post(p, "answer", "no", "reason", "other", "profile_only", "yes", "who", "person:"+l.bo.ID, "vouch", "worked_together", "note", "x")
		}
		leads := got.Location != "" && stranger.get(got.Location).Status == 404 // asks for the rest on a page that isn't there
		if got.Status != 404 && !leads {
			t.Errorf("%s: %d %s", r.pattern, got.Status, got.Location)
		}
		got.doesntSay(t, aNote, aHandOver, "Poems about tea", "Ferreira")
	}
}

// TestSentTwice sends the same form twice, as an impatient finger does.
func TestSentTwice(t *testing.T) {
	l := onSQLite(t)
	ana, at := l.as(l.ana), "/invitations/"+l.invitation
	ana.does(at+"/refer", "who", "person:"+l.bo.ID)
	ana.does(at+"/refer/how", "vouch", "worked_together")
	check := ana.does(at+"/refer/words", "note", aNote)
	key := check.Find("form[action$='/referrals'] input[name=key]").AttrOr("value", "")
	first, second := ana.post(at+"/referrals", "key", key), ana.post(at+"/referrals", "key", key)
	if key == "" || first.Location == "" || first.Location != second.Location {
		t.Errorf("key %q leads to %q and %q", key, first.Location, second.Location)
	}
	given, _, err := l.Desk.Referrals(l.Ctx, l.Reader(l.ana.ID))
	if err != nil || len(given) != 1 {
		t.Errorf("%d referrals, %v", len(given), err)
	}
}

// TestTwoAtOnce lets somebody come too late: they read why, and what they typed
// is still there.
func TestTwoAtOnce(t *testing.T) {
	l := onSQLite(t)
	path := l.handsOn(l.invitation, l.bo)
	l.Pass(11 * time.Minute)
	late := l.as(l.ana).post(path+"/edit", "vouch", "worked_together", "note", "I meant to say this", "hand_over", "")
	late.says(t, "It is too late for that: it has left already", "I meant to say this")
	l.as(l.ana).does(path + "/withdraw")
	got := l.as(l.bo).post(path+"/yes", "rate", "900", "letter", "My long letter")
	got.says(t, "This has ended already", "My long letter")
	if got.Status != 422 || late.Status != 422 {
		t.Errorf("status %d, %d", got.Status, late.Status)
	}
	l.as(l.bo).opens(path+"/yes").says(t, "This has ended already")
}

// TestAnswerByLink says no without signing in; a yes needs the account.
func TestAnswerByLink(t *testing.T) {
	l := onSQLite(t)
	path := l.handsOn(l.invitation, l.bo)
	l.Pass(11 * time.Minute)
	link, nobody := l.answerLink(), l.as(kith.Person{})
	page := nobody.opens(link)
	page.says(t, "Ana thought of you for “Poems about tea”", aNote, "For a yes you sign in first")
	page.doesntSay(t, aHandOver)
	if n := page.Find("[checked]").Length(); n != 0 {
		t.Errorf("%d answers chosen", n)
	}
	nobody.post(link).says(t, "Choose one of the answers")
	nobody.post(link, "answer", "not_now").says(t, "Choose the date")
	nobody.does(link, "answer", "not_now", "till", "2026-06-01").says(t, "This link has done its work")
	nobody.opens(link).doesntSay(t, "Poems about tea", aNote, "Ferreira")
	l.as(l.bo).opens(path).says(t, "You said not now. You can be asked again from 1 June")
	l.as(l.ana).opens(path).says(t, "It didn’t work out with Bo").doesntSay(t, "1 June")
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

// TestAddressTellsNothing goes the way of an address twice, for one that has an
// account and one that has none, and reads the same everywhere (R2).
func TestAddressTellsNothing(t *testing.T) {
	read := func(email string) string {
		l := onSQLite(t)
		ana, at := l.as(l.ana), "/invitations/"+l.invitation
		pages := []reply{
			ana.opens(at + "/refer?q=" + email), ana.does(at+"/refer", "who", "address:"+email),
			ana.does(at+"/refer/how", "vouch", "worked_together"), ana.does(at+"/refer/words", "note", aNote, "hand_over", aHandOver),
		}
		sent := ana.post(at + "/referrals")
		pages = append(pages, ana.opens(sent.Location))
		l.Pass(11 * time.Minute)
		pages = append(pages, ana.opens(sent.Location), ana.opens("/referrals"), ana.opens("/"), ana.opens(at))
		l.Pass(72 * time.Hour)
		pages = append(pages, ana.opens(sent.Location), ana.opens("/referrals"), ana.opens(at))
		var b strings.Builder
		for _, p := range pages {
			b.WriteString(p.HTML)
		}
		return strings.ReplaceAll(unkeyed.ReplaceAllString(b.String(), "…"), email, "somebody@kith.test")
	}
	known, unknown := read("bo@kith.test"), read("uno@kith.test")
	if known != unknown {
		t.Error(firstDifference(known, unknown))
	}
}

// unkeyed are the parts of a page that are drawn at random.
var unkeyed = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f-]{27}|K-[0-9A-Z]{4}-[0-9A-Z]{2}|class="av h\d+`)

func firstDifference(a, b string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[max(0, i-200):min(len(a), i+100)] + "\n---\n" + b[max(0, i-200):min(len(b), i+100)]
		}
	}
	return "one is longer"
}
