package parts

import "testing"

func TestPageFrame(t *testing.T) {
	page := draw(t, Page(specimenPage()))
	wantAttr(t, one(t, page, "html"), "lang", "en")
	wantWords(t, page, "title", "Parts · Kith")
	skip := one(t, page, "body > a:first-child")
	one(t, page, "main"+skip.AttrOr("href", ""))
	wantWords(t, page, "nav[aria-label=Main] [aria-current=page]", "Jobs")
	wantWords(t, page, ".nav li:first-child", "Your turn 3 waiting")
	wantWords(t, page, ".self .vh", "Your profile, Ana Ferreira")
	wantAttr(t, one(t, page, "footer form"), "action", "/out")
	for _, landmark := range []string{"header", "main", "footer"} {
		one(t, page, "body > "+landmark)
	}
}

func TestPageForStrangers(t *testing.T) {
	p := specimenPage()
	p.SignedIn, p.Title = false, "Kith"
	page := draw(t, Page(p))
	wantWords(t, page, "title", "Kith")
	wantWords(t, page, ".me", "Sign in Join")
	if page.Find("footer form, .self").Length() > 0 {
		t.Error("a stranger is offered to sign out")
	}
}

func TestFlashIsReadOut(t *testing.T) {
	p := specimenPage()
	p.Flash = TellProps{Tone: Turn, Text: "Sent.", Link: Link{Label: "Undo", Href: "/undo"}}
	wantWords(t, draw(t, Page(p)), "main [role=status]", "Sent. Undo")
}
