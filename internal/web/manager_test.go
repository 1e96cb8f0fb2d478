package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kith/internal/kith"
	"kith/internal/store"
)

const tea = "Poems about tea"

// TestEverybodyInTheJob is the proposal manager: nobody hidden, nobody named
// who may not be, and the open decision on top.
func TestEverybodyInTheJob(t *testing.T) {
	s := newVillage(t)
	otis, job := s.be("Otis"), s.job(tea)
	page := otis.get("/jobs/" + job + "/people")
	page.Has("main .tell", "Nobody here is in your inbox")
	page.Has("main .chips", "All 11", "Invited 6", "Referred 3", "Applied 2")
	page.Has("main .sheet", "Juno Park would like to meet you", "Cleo gets nothing for this")
	page.Has("main .order", "Referred by Freya Lund", "my profile only", "Applied", "Invited by you", "Shortlisted")
	page.Has("main .brief", "A colleague of Ana", "not quite their field")
	page.HasNot("main", "Bo Lindahl")
	referred := otis.get("/jobs/" + job + "/people?show=referred")
	referred.Has("main .chips [aria-current]", "Referred")
	referred.HasNot("main .order", "Mirela")
	s.be("Ana").get("/jobs/" + job + "/people").Is(http.StatusNotFound)
}

// TestDecideInTheManager says yes to the one who waits.
func TestDecideInTheManager(t *testing.T) {
	s := newVillage(t)
	otis, people := s.be("Otis"), "/jobs/"+s.job(tea)+"/people"
	none := otis.get(people).submit("main .sheet form", nil)
	none.Is(http.StatusUnprocessableEntity)
	otis.get(people).submit("main .sheet form", url.Values{"answer": {"yes"}}).Is(http.StatusOK)
	page := otis.get(people)
	page.HasNot("main .sheet")
	page.Has("main .order", "Juno Park", "Referred by Cleo Haddad")
}

// TestShortlistHireAndNo goes through the client's decisions.
func TestShortlistHireAndNo(t *testing.T) {
	s := newVillage(t)
	otis, job := s.be("Otis"), s.job(tea)
	people, of := "/jobs/"+job+"/people", s.proposals(job)
	page := otis.get(people).submit("form[action$='"+of["Wanda"].ID+"/shortlist']", nil)
	page.Has(".flash", "Wanda is on your shortlist")
	page.submit("form[action$='"+of["Wanda"].ID+"/unshortlist']", nil).Has(".flash", "off your shortlist")

	no := otis.get("/proposals/" + of["Wanda"].ID + "/not-selected")
	if n := no.doc.Find("main input[type=radio]").Length(); n != len(kith.NotSelectedReasons) {
		t.Errorf("%d reasons", n)
	}
	no.HasNot("main input[checked]")
	empty := no.submit("main form", nil)
	empty.Is(http.StatusUnprocessableEntity)
	empty.Has(".errs", "Choose a reason")
	no.submit("main form", url.Values{"reason": {"price"}}).Has("main .brief", "The price")
	s.be("Wanda").get("/proposals/"+of["Wanda"].ID).Has("main .status", "The reason given: the price", "counts against")

	hire := otis.get("/proposals/" + of["Mirela"].ID + "/hire")
	hire.Has("main", "€1,950", "last opening")
	hire.submit("main form", nil).Has(".flash", "You hired Mirela")
	otis.get("/proposals/"+of["Mirela"].ID+"/hire").Has("main .why", "hire already")
	otis.get(people).Has("main .title", "Filled")
	s.be("Mirela").get("/proposals/"+of["Mirela"].ID).Has("main .status", "hired")
	s.be("Bo").get("/proposals/" + of["Mirela"].ID).Is(http.StatusNotFound)
	s.be("Mirela").get("/proposals/" + of["Mirela"].ID + "/hire").Is(http.StatusNotFound)
}

// TestTheClientWritesFirst is R7 in the conversation.
func TestTheClientWritesFirst(t *testing.T) {
	s := newVillage(t)
	thread := "/messages/" + s.proposals(s.job(tea))["Priya"].ID
	priya, otis := s.be("Priya"), s.be("Otis")
	shut := priya.get(thread)
	shut.Has("main .why", "opens when Otis writes first")
	shut.HasNot("main textarea")
	priya.post(thread, url.Values{"text": {"Hello?"}}).Is(http.StatusUnprocessableEntity)

	first := otis.get(thread)
	first.Has("main", "Nobody has written yet")
	empty := first.submit("main form", url.Values{"text": {"  "}})
	empty.Is(http.StatusUnprocessableEntity)
	empty.Has(".errs", "Write something first")
	first.submit("main form", url.Values{"text": {"Would you <b>read</b> one aloud?"}}).Has("main .thread", "Would you <b>read</b> one aloud?")
	priya.get(thread).submit("main form", url.Values{"text": {"Gladly."}}).Has("main .thread", "Gladly.")
	otis.get("/messages").Has("main .rows", "Priya: Gladly.")
	s.be("Ana").get(thread).Is(http.StatusNotFound)
}

// TestCompleteAndTakeBack are what the freelancer can do with a proposal.
func TestCompleteAndTakeBack(t *testing.T) {
	s := newVillage(t)
	of := s.proposals(s.job(tea))
	at := "/proposals/" + of["Priya"].ID
	priya := s.be("Priya")
	page := priya.get(at)
	page.Has("main", "my profile only", "Referred by Freya Lund", "Priya wrote the audio walk")
	edit := priya.get(at + "/edit")
	wrong := edit.submit("main form", url.Values{"rate": {"much"}, "letter": {"For the ear."}})
	wrong.Is(http.StatusUnprocessableEntity)
	if wrong.Value("letter") != "For the ear." {
		t.Errorf("the letter is lost: %q", wrong.Value("letter"))
	}
	edit.submit("main form", url.Values{"rate": {"2,300"}, "letter": {"For the ear."}}).Has("main", "€2,300", "For the ear.")
	back := priya.get(at + "/withdraw")
	back.submit("main form", nil).Has(".flash", "took the proposal back")
	priya.get(at+"/edit").Has("main .why", "taken back")
	s.be("Otis").get("/jobs/"+of["Priya"].Job.ID+"/people").Has("main .brief", "Priya took the proposal back")
	s.be("Otis").get(at + "/edit").Is(http.StatusNotFound)
}

// TestInvite finds somebody by a name with a slip in it and invites them; an
// address finds nobody, whether or not it has an account.
func TestInvite(t *testing.T) {
	s := newVillage(t)
	otis, job := s.be("Otis"), s.job(tea)
	at := "/jobs/" + job + "/invite"
	otis.get(at+"?q=").Has("main .err", "Type a name")
	otis.get(at+"?q=Mateo+Riuz").Has("main", "Did you mean", "Choose Mateo")
	otis.get(at+"?q=qqqqqq").Has("main", "Nobody here has this name")
	has, hasNot := otis.get(at+"?q=hal@village.example"), otis.get(at+"?q=lah@village.example")
	has.Has("main", "Only people with an account")
	if strings.ReplaceAll(has.Text("main"), "hal@", "") != strings.ReplaceAll(hasNot.Text("main"), "lah@", "") {
		t.Error("an address with an account reads differently")
	}
	done := otis.get(at+"?to=mateo").submit("main form", url.Values{"message": {"A page for the poems?"}})
	done.Has(".flash", "Mateo Ruiz is invited")
	done.Has("main .brief", "Mateo Ruiz")
	otis.get(at+"?to=mateo").Has("main .why", "invitation to this job already")
	otis.get(at+"?q=mateo").Has("main", "invitation to this job already")
	otis.get(at+"?to=otis").Has("main .why", "their own job")
	again := otis.post("/jobs/"+job+"/invitations", url.Values{"to": {s.be("Mateo").ID}, "message": {"Once more?"}})
	again.Is(http.StatusUnprocessableEntity)
	again.Has(".errs", "invitation to this job already")
	again.Has(".kept textarea", "Once more?")
	otis.get("/jobs/"+s.job("Labels for twelve winter teas")+"/invite").Has("main .why", "no longer open")
	otis.get("/people/hal").Has("main a[href='" + at + "?to=hal']")
	s.be("Ana").get(at).Is(http.StatusNotFound)
}

// TestOperatorsPage shows numbers and releases what is stuck.
func TestOperatorsPage(t *testing.T) {
	s := newVillage(t)
	s.be("Otis").get("/operator").Is(http.StatusNotFound)
	noor := s.be("Noor")
	page := noor.get("/operator")
	page.Has("main", "6 of 25", "Nothing is stuck")
	page.Has("main table", "The candidate is asked", "All")

	due := s.Clock.Now()
	err := s.Store.Write(s.Ctx, func(tx *store.Tx) error {
		if err := tx.AddTask(s.Ctx, store.Task{Once: "odd", Kind: store.TaskLeave, Subject: "nothing", Due: due}); err != nil {
			return err
		}
		return tx.RetryTask(s.Ctx, "odd", due, "the mail server says no", true)
	})
	if err != nil {
		t.Fatal(err)
	}
	page = noor.get("/operator")
	page.Has("main", "the mail server says no", "It waits for you")
	page.submit("main form[action='/operator/tasks']", nil).Has(".flash", "tried again")
	noor.get("/operator").Has("main", "Nothing is stuck")
	noor.post("/operator/tasks", url.Values{"task": {"nothing"}}).Is(http.StatusNotFound)
}
