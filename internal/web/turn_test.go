package web_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
)

// TestYourTurn: one account that is client and freelancer at once has everything
// that waits on one page, nearest deadline first, with its count in the
// navigation and one button each, in the reader's time zone.
func TestYourTurn(t *testing.T) {
	l := newLoop(newSite(t), askMe)
	path := l.leaves()
	l.otis.get("/turn").Has("main", "Nothing waits for you", "Look at the jobs")
	l.otis.get("/turn").HasNot("nav .count")
	l.must(l.House.AcceptReferral(l.Ctx, l.By(l.bo.ID), strings.TrimPrefix(path, "/referrals/"), act.Yes{Offer: act.Offer{ProfileOnly: true}, Vouch: kith.WorkedTogether}))
	l.Pass(24 * time.Hour)
	job := l.must(l.House.PostJob(l.Ctx, l.By(l.bo.ID), kith.Job{Title: "A drum", Text: "Loud.", Visibility: kith.Members, Openings: 1, Budget: kith.Range{Lower: 900_00, Currency: "EUR"}}))
	l.must(l.House.Invite(l.Ctx, l.By(l.bo.ID), job, l.otis.ID, ""))
	l.must(l.House.Invite(l.Ctx, l.By(l.bo.ID), job, l.ana.ID, ""))

	turn := l.otis.get("/turn")
	turn.Is(http.StatusOK)
	turn.Has("nav [aria-current=page]", "Your turn", "2 waiting")
	turn.Has("h1", "2 things wait for you, Otis")
	rows := turn.doc.Find("main .rows > li")
	if rows.Length() != 2 || !strings.Contains(rows.Eq(0).Text(), "Bo for “Poems about tea”, says Ana") || !strings.Contains(rows.Eq(1).Text(), "Bo invites you to “A drum”") {
		t.Errorf("the rows are %q", turn.Text("main .rows"))
	}
	if rows.Find(".btn").Length() != 2 || rows.Eq(0).Find("a[href^='/referrals/']").Length() == 0 || rows.Eq(1).Find("a[href^='/invitations/']").Length() == 0 {
		t.Errorf("not one button each: %q", turn.Text("main .rows .btn"))
	}
	turn.Has("main", "from €900", aNote)
	l.otis.get("/").Has("main", "Bo for “Poems about tea”, says Ana", "Bo invites you to “A drum”")

	l.ok(l.House.PauseJob(l.Ctx, l.By(l.bo.ID), job))
	l.otis.get("/turn").Has("main", "No hurry", "the job rests")
	l.visitor().get("/turn").Has("h1", "Sign in")
}

// TestTurnInTheReadersZone tells a deadline by the reader's clock.
func TestTurnInTheReadersZone(t *testing.T) {
	l := newLoop(newSite(t), nil)
	me := l.ana.Person
	me.TimeZone = "Asia/Kolkata"
	l.ok(l.House.SaveProfile(l.Ctx, l.By(me.ID), me))
	l.ana.get("/turn").Has("main", "Kolkata time", "14:30")
}
