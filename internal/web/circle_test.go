package web_test

import (
	"net/http"
	"net/url"
	"testing"

	"kith/internal/kith"
)

// TestCircle is asking, confirming, being buddies and leaving, on the page.
func TestCircle(t *testing.T) {
	l := newLoop(newSite(t), nil)
	l.ana.get("/profile").Has("aside a[href='/circle']", "Your circle")
	l.bo.get("/profile/reach").Has("main .choice", "My circle", "Your circle is empty yet")
	l.ana.get("/people/"+l.bo.Handle).Has("aside a[href='/circle?q=@"+l.bo.Handle+"']", "Ask Bo into your circle")
	l.ana.get("/circle?q=bo@kith.test").Has("main .err", "by an address nobody can be asked here")
	l.ana.get("/circle?q=nobody-at-all").Has("main .tell", "Nobody here has this name")
	l.ana.get("/circle?q=ferreira").Has("main", "This is yourself.")
	found := l.ana.get("/circle?q=@" + l.bo.Handle)
	found.submit("main form[method=post]", nil).Has("main", "Asked. If Bo confirms you by")
	l.ana.get("/circle?q=bo").Has("main", "You have asked already.")
	again := l.ana.post("/circle", url.Values{"person": {l.bo.ID}, "q": {"bo"}})
	again.Is(http.StatusUnprocessableEntity)
	again.Has(".errs", "You have asked already.")
	l.bo.get("/").Has("main", "Ana asks you into the circle")
	l.bo.get("/circle").submit("form[action$=confirmation]", nil).Has("main", "Ana Ferreira")
	l.bo.get("/profile/reach").HasNot("main", "Your circle is empty yet")

	before := l.ana.get("/circle").Text("main")
	l.bo.get("/circle").submit("form[action$=stand-in]", nil).Has("main", "You would stand in for each other, you say.")
	if after := l.ana.get("/circle").Text("main"); after != before {
		t.Errorf("Ana sees Bo's yes:\n%s\nbefore\n%s", after, before)
	}
	who := l.ana.get(l.invitation + "/refer")
	who.Has("main fieldset", "Your circle", "Bo Lindahl", "In your circle · @bo-lindahl")
	who.HasNot("main [checked]")
	l.ana.get("/circle").submit("form[action$=stand-in]", nil).Has("main", "Your buddy")
	who = l.ana.get(l.invitation + "/refer")
	who.Has("main fieldset", "Your buddy · @bo-lindahl")
	l.ana.get(l.invitation+"/refer?q=bo").Has("main fieldset", "Your buddy")
	who.submit("form[method=post]:has([name=who])", url.Values{"who": {"person:" + l.bo.ID}}).Has("aside", "Bo Lindahl")

	leave := l.bo.get("/circle/" + l.ana.ID + "/leave")
	leave.Has("h1", "Take Ana out of your circle?")
	leave.submit("main form", nil).Has("main", "Nobody yet.")
	l.ana.get("/circle").Has("main", "Nobody yet.")
	l.bo.get("/circle/" + l.ana.ID + "/leave").Is(http.StatusNotFound)
	gone := l.ana.post("/circle/"+l.bo.ID+"/stand-in", nil)
	gone.Is(http.StatusUnprocessableEntity)
	gone.Has(".errs", "This has ended already")
}

// TestNobodyTellsWhyACircleStaysShut holds every cause to the same answer.
func TestNobodyTellsWhyACircleStaysShut(t *testing.T) {
	var first string
	for name, cause := range map[string]func(l *loop){
		"takes none": func(l *loop) { l.bosReach(kith.Reach{Takes: kith.FromNobody}) },
		"paused":     func(l *loop) { l.bosReach(kith.Reach{Takes: kith.FromEveryone, Away: true}) },
		"blocks":     func(l *loop) { l.ok(l.House.Block(l.Ctx, l.By(l.bo.ID), l.ana.ID)) },
		"is blocked": func(l *loop) { l.ok(l.House.Block(l.Ctx, l.By(l.ana.ID), l.bo.ID)) },
	} {
		l := newLoop(newSite(t), nil)
		cause(l)
		page := l.ana.post("/circle", url.Values{"person": {l.bo.ID}, "q": {"bo"}})
		page.Is(http.StatusUnprocessableEntity)
		page.Has(".errs", "Bo can’t be asked right now. Choose somebody else?")
		body := anID.ReplaceAllString(page.Body, "ID")
		if first == "" {
			first = body
		}
		if body != first {
			t.Errorf("%s: other bytes: %s", name, firstDifference(body, first))
		}
	}
}
