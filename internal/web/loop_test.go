package web

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"kith/internal/act"
	"kith/internal/auth"
	"kith/internal/kith"
	"kith/internal/kithtest"
)

// loop is a world with three people in front of their browsers, and a job that
// one of them was invited to.
type loop struct {
	*kithtest.World
	t             *testing.T
	site          *Site
	pages         http.Handler
	otis, ana, bo kith.Person
	job           string
	invitation    string
}

func newLoop(t *testing.T, url string, change func(j *kith.Job)) *loop {
	t.Helper()
	w := kithtest.New(t, url)
	l := &loop{World: w, t: t, otis: w.Join("Otis Grant"), ana: w.Join("Ana Ferreira"), bo: w.Join("Bo Lindahl")}
	l.site = &Site{
		House: w.House, Desk: w.Desk, Sessions: auth.Sessions(w.Store, w.Clock, false), Book: w.Book, Clock: w.Clock, IDs: w.IDs,
		Log: slog.New(slog.DiscardHandler), Base: w.Worker.Base, Name: w.Worker.Site, Zone: w.Worker.Zone, Currency: "EUR",
	}
	l.pages = l.site.Handler()
	j := kith.Job{Title: "Poems about tea", Text: "Twelve.", Visibility: kith.Members, Openings: 1, StatedPolicy: kith.PolicyOpen}
	if change != nil {
		change(&j)
	}
	l.job, l.invitation = l.invites(j)
	return l
}

// invites posts a job of Otis's and invites Ana to it.
func (l *loop) invites(j kith.Job) (job, invitation string) {
	l.t.Helper()
	job = l.must(l.House.PostJob(l.Ctx, l.By(l.otis.ID), j))
	invitation = l.must(l.House.Invite(l.Ctx, l.By(l.otis.ID), job, l.ana.ID, "Please, Ana"))
	l.Sweep()
	return job, invitation
}

func (l *loop) must(id string, err error) string {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
	return id
}

// reply is what came back: a page, or where it leads.
type reply struct {
	*goquery.Document
	Status   int
	Location string
	HTML     string
}

// as is a person's browser; the zero one belongs to nobody who is signed in.
type as struct {
	l       *loop
	cookies map[string]string
}

func (l *loop) as(p kith.Person) *as {
	l.t.Helper()
	a := &as{l: l, cookies: map[string]string{}}
	if p.ID == "" {
		return a
	}
	ctx, err := l.site.Sessions.Load(l.Ctx, "")
	if err != nil {
		l.t.Fatal(err)
	}
	if err := auth.SignIn(ctx, l.site.Sessions, p.ID); err != nil {
		l.t.Fatal(err)
	}
	token, _, err := l.site.Sessions.Commit(ctx)
	if err != nil {
		l.t.Fatal(err)
	}
	a.cookies[l.site.Sessions.Cookie.Name] = token
	return a
}

func (a *as) send(r *http.Request) reply {
	a.l.t.Helper()
	for name, value := range a.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	w := httptest.NewRecorder()
	a.l.pages.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		a.cookies[c.Name] = c.Value
	}
	html := w.Body.String()
	page, err := goquery.NewDocumentFromReader(strings.NewReader(html))
	if err != nil {
		a.l.t.Fatal(err)
	}
	if missing := regexp.MustCompile(`\[[a-z_]+(\.[a-z_]+)+\]`).FindString(html); missing != "" {
		a.l.t.Errorf("%s %s: no words for %s", r.Method, r.URL, missing)
	}
	return reply{page, w.Code, w.Header().Get("Location"), html}
}

func (a *as) get(path string) reply {
	a.l.t.Helper()
	return a.send(httptest.NewRequest(http.MethodGet, path, nil))
}

// opens is get for a page that must be there.
func (a *as) opens(path string) reply {
	a.l.t.Helper()
	r := a.get(path)
	if r.Status != http.StatusOK {
		a.l.t.Fatalf("GET %s: %d %s", path, r.Status, r.Location)
	}
	return r
}

func (a *as) post(path string, fields ...string) reply {
	a.l.t.Helper()
	form := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return a.send(r)
}

// does is post for something that must be done, and opens the page it leads to.
func (a *as) does(path string, fields ...string) reply {
	a.l.t.Helper()
	r := a.post(path, fields...)
	if r.Status != http.StatusSeeOther {
		a.l.t.Fatalf("POST %s: %d %s", path, r.Status, r.Find("main").Text())
	}
	return a.opens(r.Location)
}

func (r reply) says(t *testing.T, words ...string) reply {
	t.Helper()
	text := strings.Join(strings.Fields(r.Find("main").Text()), " ")
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("it doesn’t say %q but %s", w, text)
		}
	}
	return r
}

func (r reply) doesntSay(t *testing.T, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(r.HTML, w) {
			t.Errorf("it says %q", w)
		}
	}
}

// words of the referral in these tests.
const (
	aNote     = "He wrote a book on tea"
	aHandOver = "Otis is kind and slow to decide"
)

// handsOn goes through the four steps and sends; the referral's page comes back.
func (l *loop) handsOn(invitation string, to kith.Person) (path string) {
	l.t.Helper()
	ana, at := l.as(l.ana), "/invitations/"+invitation
	ana.does(at+"/refer", "who", "person:"+to.ID)
	ana.does(at+"/refer/how", "vouch", "worked_together")
	ana.does(at+"/refer/words", "note", aNote, "hand_over", aHandOver)
	r := ana.post(at + "/referrals")
	if r.Status != http.StatusSeeOther {
		l.t.Fatalf("not sent: %d %s", r.Status, r.Find("main").Text())
	}
	return r.Location
}

func TestThreePeopleOverHTTP(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		l := newLoop(t, url, nil)
		otis, ana, bo := l.as(l.otis), l.as(l.ana), l.as(l.bo)
		at := "/invitations/" + l.invitation
		ana.opens(at).says(t, "Take it", "Hand it on", "Decline", "Please, Ana")
		ana.opens(at+"/refer?q=bo").says(t, "Bo Lindahl")
		ana.does(at+"/refer", "who", "person:"+l.bo.ID).says(t, "How do you know Bo?", "Step 2 of 4")
		ana.opens(at).says(t, "You have begun, and thought of Bo Lindahl")
		ana.does(at+"/refer/how", "vouch", "worked_together").says(t, "Why Bo?")
		ana.does(at+"/refer/words", "note", aNote, "hand_over", aHandOver).says(t, "Read what Otis and Bo will get", aNote, aHandOver)
		sent := ana.post(at + "/referrals")
		path := sent.Location
		ana.opens(path).says(t, "Bo for “Poems about tea”", "It leaves on", "Undo")
		otis.opens(at).says(t, "Ana has until")
		if got := bo.get(path).Status; got != http.StatusNotFound {
			t.Errorf("Bo sees a referral that hasn’t left: %d", got)
		}
		l.Pass(11 * time.Minute)
		bo.opens("/referrals").says(t, "Ana thought of you", "Your turn")
		bo.opens(path).says(t, "Ana thought of you for “Poems about tea”", aNote, aHandOver, "Would you like to do it?")
		otis.opens(path).says(t, "Ana asked a colleague", "You will hear by")
		otis.opens(at).says(t, "Ana has asked a colleague")
		if r := bo.post(path + "/answer"); r.Status != http.StatusUnprocessableEntity {
			t.Errorf("an empty choice: %d", r.Status)
		}
		bo.does(path+"/answer", "answer", "yes").says(t, "Say yes to")
		bo.does(path+"/yes", "rate", "900", "letter", "I drink it daily").says(t, "You were introduced to Otis")
		ana.opens(path).says(t, "Bo was introduced to Otis")
		otis.opens(path).says(t, "Ana introduced Bo to you", "I drink it daily", aNote)
		ana.opens(at).says(t, "You have handed this invitation on already")
		bo.opens("/proposals").says(t, "Poems about tea")
	})
}

func TestClientDecidesUnderAskMe(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		l := newLoop(t, url, func(j *kith.Job) { j.StatedPolicy = kith.PolicyAskMe })
		otis, bo := l.as(l.otis), l.as(l.bo)
		path := l.handsOn(l.invitation, l.bo)
		l.Pass(11 * time.Minute)
		bo.does(path+"/yes", "profile_only", "yes").says(t, "You said yes. Otis decides", "I can’t after all")
		otis.opens(path).says(t, "Do you want to meet Bo?", "says that they have worked together")
		if r := otis.post(path + "/decision"); r.Status != http.StatusUnprocessableEntity {
			t.Errorf("an empty choice: %d", r.Status)
		}
		otis.does(path+"/decision", "answer", "yes").says(t, "Ana introduced Bo to you", "Write to Bo")
		bo.opens("/proposals").says(t, "Profile only", "Complete it")
	})
}

func TestUndoBringsBothBack(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		l := newLoop(t, url, nil)
		ana := l.as(l.ana)
		path := l.handsOn(l.invitation, l.bo)
		ana.does(path+"/undo").says(t, "Take it", "You have begun, and thought of Bo Lindahl")
		ana.opens("/invitations/"+l.invitation+"/refer/check").says(t, aNote)
		l.Pass(time.Hour)
		if n := len(l.Mail.Messages()); n != 1 {
			t.Errorf("%d letters, not only the invitation", n)
		}
	})
}

// TestWhyNotHandedOn looks for the reason in the place of the offer, and in
// each of the four steps (R12).
func TestWhyNotHandedOn(t *testing.T) {
	obstacles := map[kith.Code]func(l *loop){
		kith.JobIsPrivate:        func(l *loop) { l.changeJob(func(j *kith.Job) { j.Visibility = kith.Private }) },
		kith.ReferralsOff:        func(l *loop) { l.changeJob(func(j *kith.Job) { j.StatedPolicy = kith.PolicyOff }) },
		kith.JobNotOpen:          func(l *loop) { l.act(l.House.CloseJob(l.Ctx, l.By(l.otis.ID), l.job)) },
		kith.InvitationTakenBack: func(l *loop) { l.act(l.House.WithdrawInvitation(l.Ctx, l.By(l.otis.ID), l.invitation)) },
		kith.InvitationAccepted: func(l *loop) {
			l.must(l.House.AcceptInvitation(l.Ctx, l.By(l.ana.ID), l.invitation, act.Offer{ProfileOnly: true}))
		},
		kith.HandOnUnderWay: func(l *loop) { l.handsOn(l.invitation, l.bo) },
		kith.ReferrerFull: func(l *loop) {
			l.House.Limits.LivePerReferrer, l.Desk.Limits.LivePerReferrer = 0, 0
		},
		kith.JobFull:    func(l *loop) { l.House.Limits.WaitingPerJob, l.Desk.Limits.WaitingPerJob = 0, 0 },
		kith.TooLongAgo: func(l *loop) { l.Pass(30 * 24 * time.Hour) },
	}
	for code, stand := range obstacles {
		t.Run(string(code), func(t *testing.T) {
			l := newLoop(t, "sqlite:"+t.TempDir()+"/kith.db", nil)
			note := "My words are kept"
			l.act(l.House.Draft(l.Ctx, l.By(l.ana.ID), l.invitation, act.Answers{Candidate: &l.bo.ID, Note: &note}))
			stand(l)
			why := l.Book.Speak("en", time.UTC, l.Clock.Now()).Refusal(code)
			for _, step := range []string{"", "/refer", "/refer/how", "/refer/words", "/refer/check"} {
				r := l.as(l.ana).opens("/invitations/" + l.invitation + step)
				if got := r.Find(".card.off .why").Text(); got == "" || !strings.HasPrefix(why, got) {
					t.Errorf("%q: %q", step, got)
				}
			}
			if r := l.as(l.ana).post("/invitations/" + l.invitation + "/referrals"); r.Status == http.StatusOK {
				t.Errorf("sending: %d", r.Status)
			}
		})
	}
}

func (l *loop) changeJob(change func(j *kith.Job)) {
	l.t.Helper()
	view, err := l.Desk.Job(l.Ctx, l.Reader(l.otis.ID), l.job)
	if err != nil {
		l.t.Fatal(err)
	}
	change(&view.Job)
	l.act(l.House.EditJob(l.Ctx, l.By(l.otis.ID), l.job, view.Job))
}

func (l *loop) act(err error) {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
}
