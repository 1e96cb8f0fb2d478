package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// homeView is what somebody finds first: the nearest of what waits for them,
// what they can hand on, what became of it.
type homeView struct {
	v *visit
	query.Home
	// For are open jobs that ask for what the reader can do.
	For []query.Ranked
}

// homeTurns is how many of the things that wait stand on the home page.
const homeTurns = 5

// home shows it to whoever is signed in.
func home(v *visit) error {
	h, err := v.site.Desk.Home(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	o, err := v.site.Desk.JobsFor(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	if err := v.keepShown(o); err != nil {
		return err
	}
	return v.show(homePage(homeView{v, h, o.Rows}))
}

func (h homeView) title() string {
	name := firstName(h.v.me.Someone())
	switch {
	case h.new():
		return h.v.t("home.title_new", "name", name)
	case len(h.v.turns) == 0:
		return h.v.t("home.title_none", "name", name)
	}
	return h.v.t("home.title", "count", len(h.v.turns), "name", name)
}

func (h homeView) lead() string {
	switch {
	case h.new():
		return ""
	case len(h.v.turns) == 0:
		return h.v.t("home.none")
	}
	return h.v.t("home.lead", "zone", h.v.zoneName(h.v.voice.Zone))
}

// new says that there is nothing here at all yet.
func (h homeView) new() bool { return len(h.v.turns)+len(h.HandOn)+len(h.Ends)+len(h.Held) == 0 }

// shortLength is about two lines on a phone.
const shortLength = 140

// short is the beginning of a text, cut between words.
func short(text string) string {
	text = kith.Line(text)
	if kith.Length(text) <= shortLength {
		return text
	}
	cut := 0
	for i, r := range text {
		if i > shortLength {
			break
		}
		if r == ' ' {
			cut = i
		}
	}
	if cut == 0 {
		return string([]rune(text)[:shortLength]) + "…"
	}
	return text[:cut] + "…"
}

// nearest are the rows of what waits first, and the way to the rest of it.
func (h homeView) nearest() []turnRow {
	rows := h.v.turnRows()
	return rows[:min(len(rows), homeTurns)]
}

func (h homeView) rest() parts.Link {
	if len(h.v.turns) <= homeTurns {
		return parts.Link{}
	}
	return parts.Link{Label: h.v.t("home.all_turns", "count", len(h.v.turns)), Href: "/turn"}
}

// handOnText says how an invitation ended and until when it can be handed on.
func (h homeView) handOnText(i kith.Invitation) string {
	return h.v.invitationSays(query.Invitation{Invitation: i, Party: kith.Freelancer})
}

func (h homeView) handOnUntil(i kith.Invitation) string {
	return h.v.invitationWord("invitation.hand_on_until", i)
}
