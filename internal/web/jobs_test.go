package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
)

// post puts a job up through the form and gives its address.
func (b *browser) postJob(title string, more url.Values) string {
	b.t.Helper()
	values := url.Values{
		"title": {title}, "text": {"Twelve small poems.\nFor boxes."}, "visibility": {"members"}, "policy": {"ask_me"},
	}
	for name, v := range more {
		values[name] = v
	}
	page := b.get("/jobs/new").submit("main form", values)
	if page.Status != http.StatusOK || !strings.HasPrefix(page.Path, "/jobs/") {
		b.t.Fatalf("the job isn’t posted: %d %s", page.Status, page.Text("main"))
	}
	return page.Path
}

func TestPostSeeEditClose(t *testing.T) {
	s := newSite(t)
	otis, ana := s.signIn("Otis Grant"), s.signIn("Ana Ferreira")
	job := otis.postJob("Poems about tea", url.Values{
		"budget_lower": {"1,800"}, "budget_upper": {"2400"}, "wanted_by": {"2026-06-12"}, "skills": {"poems, tea"}, "openings": {"2"},
	})
	mine := otis.get(job)
	mine.Has("main .btn[href='"+job+"/people']", "See everybody")
	mine.Has("main", "You say yes too", "A conversation opens when you write first")
	theirs := ana.get(job)
	theirs.Has("aside", "Otis Grant", "€1,800 to 2,400", "by 12 June", "2 people", "poems", "Members see it", "Otis says yes too")
	theirs.Has("main .note", "For boxes.")
	theirs.Has("main .btn[href='"+job+"/apply']", "Apply")
	theirs.Has("main", "Nobody gets into Otis’s inbox")
	theirs.HasNot("main a[href='" + job + "/edit']")
	edited := otis.get(job+"/edit").submit("main form", url.Values{"title": {"Poems on tea"}, "budget_upper": {""}})
	edited.Has("h1", "Poems on tea")
	edited.Has("aside", "from €1,800")
	closing := otis.get(job + "/close")
	closing.Has("main", "Nobody waits for anything here")
	closing.submit("main form", nil).Has("main .status", "Closed on")
	ana.get(job).Has("main .card.off", "no longer open")
	ana.get(job+"/apply").Has("main .card.off", "no longer open")
	otis.get(job+"/edit").Has("main .card.off", "no longer open")
}

func TestJobErrorsKeepWhatWasTyped(t *testing.T) {
	otis := newSite(t).signIn("Otis Grant")
	typed := url.Values{"text": {"Twelve poems."}, "budget_lower": {"a bit"}, "openings": {"some"}, "wanted_by": {"2020-01-01"}, "currency": {"Euros"}}
	page := otis.get("/jobs/new").submit("main form", typed)
	page.Is(http.StatusUnprocessableEntity)
	for _, field := range []string{"title", "visibility", "policy", "budget", "openings", "wanted_by"} {
		page.Has(".errs a[href='#"+field+"']", "")
		page.Has("#"+field+"-error", "")
	}
	page.HasNot("main input:checked")
	for field := range typed {
		if page.Value(field) != typed.Get(field) {
			t.Errorf("%s is lost: %q", field, page.Value(field))
		}
	}
	page = otis.get("/jobs/new").submit("main form", url.Values{"title": {"T"}, "text": {"T"}, "visibility": {"public"}, "policy": {"open"}, "budget_lower": {"20"}, "budget_upper": {"10"}})
	page.Has("#budget-error", "lower than")
	page.HasNot(".errs a[href='#policy']")
	if page.Value("visibility") != "public" || page.Value("policy") != "open" {
		t.Error("the choices are lost")
	}
}

// What can't be seen isn't there: the same bytes, whatever is asked (R14).
func TestPrivateJobIsLikeNoJob(t *testing.T) {
	s := newSite(t)
	otis, ana := s.signIn("Otis Grant"), s.signIn("Ana Ferreira")
	private := otis.postJob("Quiet job", url.Values{"visibility": {"private"}, "policy": {""}})
	none := "/jobs/" + strings.Repeat("0", 36)
	for _, b := range []*browser{ana, s.visitor()} {
		for _, tail := range []string{"", "/edit", "/close", "/apply", "/people", "/invite"} {
			hidden, missing := b.get(private+tail), b.get(none+tail)
			if hidden.Status != missing.Status || strings.ReplaceAll(hidden.Body, private[6:], "") != strings.ReplaceAll(missing.Body, none[6:], "") {
				t.Errorf("%s tells a private job from none: %d, %d", tail, hidden.Status, missing.Status)
			}
		}
		for _, tail := range []string{"/edit", "/close", "/proposals", "/invitations"} {
			hidden, missing := b.post(private+tail, url.Values{}), b.post(none+tail, url.Values{})
			if hidden.Status != missing.Status || strings.ReplaceAll(hidden.Body, private[6:], "") != strings.ReplaceAll(missing.Body, none[6:], "") {
				t.Errorf("POST %s tells a private job from none: %d, %d", tail, hidden.Status, missing.Status)
			}
		}
		b.get("/jobs").HasNot("main", "Quiet job")
	}
	otis.get(private).Has("aside", "Not possible: the job is private")
	otis.get("/my-jobs").Has("main", "Quiet job", "Only people who were invited see it")
}

func TestInvitedToAPrivateJob(t *testing.T) {
	s := newSite(t)
	otis, ana := s.signIn("Otis Grant"), s.signIn("Ana Ferreira")
	private := otis.postJob("Quiet job", url.Values{"visibility": {"private"}, "policy": {""}})
	invitation, err := s.House.Invite(s.Ctx, s.By(otis.ID), private[6:], ana.ID, "Please")
	if err != nil {
		t.Fatal(err)
	}
	ana.get(private).Has("main .btn[href='/invitations/"+invitation+"']", "Read it and answer")
	if err := s.House.DeclineInvitation(s.Ctx, s.By(ana.ID), invitation, act.No{Reason: kith.TooBusy}); err != nil {
		t.Fatal(err)
	}
	ana.get(private).Has("main .card.off", "by invitation only")
	ana.get(private+"/apply").Has("main .card.off", "by invitation only")
}

func TestAskedByAColleague(t *testing.T) {
	s := newSite(t)
	otis, ana, bo := s.signIn("Otis Grant"), s.signIn("Ana Ferreira"), s.signIn("Bo Lindahl")
	job := otis.postJob("Poems about tea", nil)
	invitation, err := s.House.Invite(s.Ctx, s.By(otis.ID), job[6:], ana.ID, "Please")
	if err != nil {
		t.Fatal(err)
	}
	vouch, note := kith.WorkedTogether, "Bo wrote a book on tea."
	if err := s.House.Draft(s.Ctx, s.By(ana.ID), invitation, act.Answers{Candidate: &bo.ID, Vouch: &vouch, Note: &note}); err != nil {
		t.Fatal(err)
	}
	referral, err := s.House.Refer(s.Ctx, s.By(ana.ID), invitation)
	if err != nil {
		t.Fatal(err)
	}
	bo.get(job).Has("main .btn[href='"+job+"/apply']", "Apply")
	s.Pass(10 * time.Minute)
	bo.get(job).Has("main .btn[href='/referrals/"+referral+"']", "Read it and answer")
	otis.get(job+"/edit").Has("main .tell", "One referral to this job is under way")
	otis.get(job+"/close").Has("main", "in a referral under way")
}

func TestApply(t *testing.T) {
	s := newSite(t)
	otis, bo := s.signIn("Otis Grant"), s.signIn("Bo Lindahl")
	job := otis.postJob("Poems about tea", nil)
	form := bo.get(job + "/apply")
	page := form.submit("main form", url.Values{"rate": {"lots"}})
	page.Is(http.StatusUnprocessableEntity)
	page.Has("#rate-error", "amount")
	page.Has("#letter-error", "few words")
	if page.Value("rate") != "lots" {
		t.Error("the rate is lost")
	}
	page = form.submit("main form", url.Values{"rate": {"2.200"}, "letter": {"I wrote a book on tea."}})
	if !strings.HasPrefix(page.Path, "/proposals/") {
		t.Fatalf("applied, it leads to %s: %s", page.Path, page.Text("main"))
	}
	again := form.submit("main form", url.Values{"letter": {"Once more."}})
	if again.Path != page.Path {
		t.Errorf("the same form twice leads to %s", again.Path)
	}
	bo.get(job).Has("main .btn[href='"+page.Path+"']", "See your proposal")
	bo.get(job+"/apply").Has("main .card.off", "proposal for this job already")
	otis.get(job+"/apply").Has("main .card.off", "own job")
	closing := otis.get(job + "/close")
	closing.Has("main", "One person with a proposal")
}

func TestListOfJobs(t *testing.T) {
	s := newSite(t)
	otis := s.signIn("Otis Grant")
	for range 24 {
		otis.postJob("Members’ job", nil)
	}
	s.Clock.Pass(time.Second)
	otis.postJob("Public job", url.Values{"visibility": {"public"}})
	visitor := s.visitor()
	visitor.get("/jobs").Has("main", "Public job", "1 open job", "Members see more")
	visitor.get("/jobs").HasNot("main", "Members’ job")
	first := otis.get("/jobs")
	first.Has("main", "25 open jobs", "Public job", "Page 1 of 2")
	if n := first.doc.Find("main .rows > li").Length(); n != 20 {
		t.Errorf("%d on the first page", n)
	}
	if n := otis.get("/jobs?page=2").doc.Find("main .rows > li").Length(); n != 5 {
		t.Errorf("%d on the second page", n)
	}
	for _, page := range []string{"9", "-1", "x", "99999999999999999999"} {
		otis.get("/jobs?page="+page).Has("main", "Public job")
	}
	public := visitor.get("/jobs").doc.Find("main .rows a").AttrOr("href", "")
	page := visitor.get(public)
	page.Has("main .btn", "Sign in or join to apply")
	page.HasNot("aside a[href^='/people/']")
}
