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

// loop is an installation with three people in front of their browsers, and a
// job to which one of them is invited.
type loop struct {
	*site
	otis, ana, bo *browser
	job           string
	invitation    string // its page
}

const (
	aNote     = "He wrote a book on tea, and it is funny"
	aHandOver = "Otis is kind and slow to decide"
)

func newLoop(s *site, change func(j *kith.Job)) *loop {
	s.t.Helper()
	l := &loop{site: s, otis: s.signIn("Otis Grant"), ana: s.signIn("Ana Ferreira"), bo: s.signIn("Bo Lindahl")}
	j := kith.Job{Title: "Poems about tea", Text: "Twelve.", Visibility: kith.Members, Openings: 1, StatedPolicy: kith.PolicyOpen}
	if change != nil {
		change(&j)
	}
	l.job = l.must(l.House.PostJob(l.Ctx, l.By(l.otis.ID), j))
	l.invitation = "/invitations/" + l.must(l.House.Invite(l.Ctx, l.By(l.otis.ID), l.job, l.ana.ID, "Please, Ana"))
	s.Sweep()
	return l
}

func askMe(j *kith.Job) { j.StatedPolicy = kith.PolicyAskMe }

func (l *loop) must(id string, err error) string {
	l.t.Helper()
	l.ok(err)
	return id
}

func (l *loop) ok(err error) {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
}

func (l *loop) id() string { return strings.TrimPrefix(l.invitation, "/invitations/") }

// writes goes through the questions up to the check.
func (l *loop) writes() *page {
	l.t.Helper()
	found := l.ana.get(l.invitation + "/refer?q=Bo+Lindahl")
	how := found.submit("form[method=post]:has([name=who])", url.Values{"who": {"person:" + l.bo.ID}})
	words := how.submit("main form", url.Values{"vouch": {"worked_together"}})
	return words.submit("main form", url.Values{"note": {aNote}, "hand_over": {aHandOver}})
}

const sendForm = "form[action$='/referrals']"

// handsOn sends it; the referral's path comes back.
func (l *loop) handsOn() string {
	l.t.Helper()
	sent := l.writes().submit(sendForm, nil)
	if !strings.HasPrefix(sent.Path, "/referrals/") {
		l.t.Fatalf("not sent: %s", sent.Text("main"))
	}
	return sent.Path
}

// leaves sends it and lets the ten minutes pass.
func (l *loop) leaves() string {
	l.t.Helper()
	path := l.handsOn()
	l.Pass(11 * time.Minute)
	return path
}

func TestThreePeopleOverHTTP(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, database string) {
		l := newLoop(newSiteOn(t, database), nil)
		l.ana.get("/").Has("main", "One thing waits for you, Ana", "Otis invites you to “Poems about tea”")
		l.ana.get(l.invitation).Has("main", "Take it", "Hand it on", "Decline", "Please, Ana")
		check := l.writes()
		check.Has("main", "Read what Otis and Bo will get", "Step 4 of 4", "Sending also declines Otis’s invitation")
		l.ana.get(l.invitation).Has("main", "You have begun, and thought of Bo Lindahl")
		sent := check.submit(sendForm, nil)
		sent.Has("main", "Bo for “Poems about tea”", "It leaves on", "Undo")
		l.otis.get(l.invitation).Has("main", "Ana has until")
		l.bo.get(sent.Path).Is(http.StatusNotFound)

		l.Pass(11 * time.Minute)
		l.bo.get("/").Has("main", "Ana thought of you for “Poems about tea”", aNote)
		asked := l.bo.get(sent.Path)
		asked.Has("main", aNote, aHandOver, "Would you like to do it?")
		asked.HasNot("main [checked]")
		l.otis.get(sent.Path).Has("main", "Ana asked a colleague", "Whose turnA colleagueUntil")
		l.otis.get(l.invitation).Has("main", "Ana has asked a colleague")
		asked.submit("main form", nil).Is(http.StatusUnprocessableEntity)
		yes := asked.submit("main form", url.Values{"answer": {"yes"}})
		yes.submit("main form", nil).Has(".errs", "Write a few words")
		yes.submit("main form", url.Values{"vouch": {"know_their_work"}, "rate": {"900"}, "letter": {"I drink it daily"}}).Has("main", "You were introduced to Otis")

		l.ana.get(sent.Path).Has("main", "Bo was introduced to Otis")
		l.ana.get("/").Has("main", "What became of it", "Bo for “Poems about tea”")
		l.otis.get(sent.Path).Has("main", "Ana introduced Bo to you", "I drink it daily", aNote)
		l.ana.get(l.invitation).Has("main .card.off", "You have handed this invitation on already")
		l.bo.get("/proposals").Has("main", "Poems about tea", "you were referred")
	})
}

func TestClientDecidesUnderAskMe(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, database string) {
		l := newLoop(newSiteOn(t, database), askMe)
		path := l.leaves()
		said := l.bo.get(path+"/yes").submit("main form", url.Values{"vouch": {"worked_together"}, "profile_only": {"yes"}})
		said.Has("main", "You said yes. Otis decides", "I can’t after all")
		l.otis.get("/").Has("main", "Bo for “Poems about tea”, says Ana")
		decide := l.otis.get(path)
		decide.Has("main", "Do you want to meet Bo?", "Ana says: we have worked together.", "profile only")
		decide.HasNot("main [checked]")
		decide.submit("main form", nil).Is(http.StatusUnprocessableEntity)
		decide.submit("main form", url.Values{"answer": {"yes"}}).Has("main", "Ana introduced Bo to you", "Write to Bo")
		l.bo.get("/proposals").Has("main", "Profile only", "Complete it")
	})
}

func TestNoAndNotNow(t *testing.T) {
	l := newLoop(newSite(t), nil)
	path := l.leaves()
	notNow := l.bo.get(path).submit("main form", url.Values{"answer": {"not_now"}})
	notNow.submit("main form", url.Values{"till": {"2020-01-01"}}).Has(".errs", "Choose a date that lies ahead")
	notNow.submit("main form", url.Values{"till": {"2026-06-01"}}).Has("main", "You said not now. You can be asked again from 1 June")
	ended := l.ana.get(path)
	ended.Has("main", "It didn’t work out with Bo")
	ended.HasNot("main", "1 June")
	ended.Has("main a.btn[href='"+l.invitation+"/refer']", "Hand it on again")
	l.bo.get(path+"/no").Has("main .card.off", "This has ended already")
}

func TestUndoBringsBothBack(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, database string) {
		l := newLoop(newSiteOn(t, database), nil)
		letters := len(l.Mail.Messages())
		undone := l.ana.get(l.handsOn()).submit("form[action$='/undo']", nil)
		undone.Has("main", "Undone", "Take it", "You have begun, and thought of Bo Lindahl")
		l.ana.get(l.invitation+"/refer/check").Has("main", aNote, aHandOver)
		l.Pass(time.Hour)
		if n := len(l.Mail.Messages()); n != letters {
			t.Errorf("%d letters more", n-letters)
		}
	})
}

// TestDeclineOffersToHandOn is the prompt that never gets lost (R1).
func TestDeclineOffersToHandOn(t *testing.T) {
	l := newLoop(newSite(t), nil)
	form := l.ana.get(l.invitation + "/decline")
	form.HasNot("main [checked]")
	form.submit("main form", nil).Has(".errs", "Choose a reason")
	form.submit("main form", url.Values{"reason": {"not_now"}}).Has(".errs", "Choose the date")
	declined := form.submit("main form", url.Values{"reason": {"too_busy"}, "till": {"2026-06-01"}})
	declined.Has("main", "You declined on Tue 28 April: too busy", "Do you know who should do this?", "Until Tue 12 May")
	l.ana.get("/").Has("#hand-on", "One invitation that you can hand on")
	for _, list := range []string{"/proposals", "/referrals"} {
		l.ana.get(list).Has("main .tell", "One invitation that you can hand on")
	}
	l.ana.get("/invitations").Has("main a[href='"+l.invitation+"/refer']", "Hand it on")
	declined.Has("main", "Until 09:10 you can take this back. Otis hears nothing before that.")
	l.otis.get(l.invitation).Has("main", "Ana has until")
	declined.submit("form[action$='/undo']", nil).Has("main", "Taken back. Otis heard nothing of it.", "Take it")
	l.ana.get(l.invitation+"/decline").submit("main form", url.Values{"reason": {"too_busy"}})
	l.Pass(10 * time.Minute)
	l.otis.get(l.invitation).Has("main", "Ana declined on Tue 28 April: too busy")
	l.writes().Has("main", "For ten minutes you can undo it")
}

// TestTakeItAndTakeItBack are the other two ways out of an invitation.
func TestTakeItAndTakeItBack(t *testing.T) {
	l := newLoop(newSite(t), nil)
	taken := l.ana.get(l.invitation+"/accept").submit("main form", url.Values{"rate": {"2,000"}, "letter": {"Gladly"}})
	taken.Has("main", "Poems about tea")
	l.ana.get(l.invitation).Has("main", "You said yes", "See your proposal")
	l.ana.get(l.invitation+"/decline").Has("main .card.off", "You accepted this invitation")
	other := newLoop(newSite(t), nil)
	back := other.otis.get(other.invitation).submit("form[action$='/withdrawal']", nil)
	back.Has("main", "You took it back")
	other.ana.get(other.invitation).Has("main .card.off", "The client took this invitation back")
}

// TestWhyNotHandedOn looks for the reason in the place of the offer and in each
// of the four steps (R12).
func TestWhyNotHandedOn(t *testing.T) {
	obstacles := map[kith.Code]func(l *loop){
		kith.JobIsPrivate:        func(l *loop) { l.changeJob(func(j *kith.Job) { j.Visibility = kith.Private }) },
		kith.ReferralsOff:        func(l *loop) { l.changeJob(func(j *kith.Job) { j.StatedPolicy = kith.PolicyOff }) },
		kith.JobNotOpen:          func(l *loop) { l.ok(l.House.CloseJob(l.Ctx, l.By(l.otis.ID), l.job)) },
		kith.InvitationTakenBack: func(l *loop) { l.ok(l.House.WithdrawInvitation(l.Ctx, l.By(l.otis.ID), l.id())) },
		kith.InvitationAccepted: func(l *loop) {
			l.must(l.House.AcceptInvitation(l.Ctx, l.By(l.ana.ID), l.id(), act.Offer{ProfileOnly: true}))
		},
		kith.HandOnUnderWay: func(l *loop) { l.handsOn() },
		kith.JobFull:        func(l *loop) { l.House.Limits.WaitingPerJob, l.Desk.Limits.WaitingPerJob = 0, 0 },
		kith.ReferrerFull:   func(l *loop) { l.House.Limits.LivePerReferrer, l.Desk.Limits.LivePerReferrer = 0, 0 },
		kith.TooLongAgo:     func(l *loop) { l.Pass(22 * 24 * time.Hour) },
	}
	for code, stand := range obstacles {
		t.Run(string(code), func(t *testing.T) {
			l := newLoop(newSite(t), nil)
			l.writes()
			stand(l)
			first, _, _ := strings.Cut(l.Book.Speak("en", time.UTC, l.Clock.Now()).Refusal(code, "limit", 0), ". ")
			for _, step := range []string{"", "/refer", "/refer/how", "/refer/words", "/refer/check"} {
				l.ana.get(l.invitation+step).Has("main .card.off", "Hand it on", first)
			}
			l.ana.post(l.invitation+"/referrals", nil).Has("main .card.off", first)
		})
	}
}

func (l *loop) changeJob(change func(j *kith.Job)) {
	l.t.Helper()
	view, err := l.Desk.Job(l.Ctx, l.Reader(l.otis.ID), l.job)
	l.ok(err)
	change(&view.Job)
	l.ok(l.House.EditJob(l.Ctx, l.By(l.otis.ID), l.job, view.Job))
}
