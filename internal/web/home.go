package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// homeView is "Your turn": what waits for somebody, what they can hand on, what
// became of it.
type homeView struct {
	v *visit
	query.Home
}

// home shows it to whoever is signed in.
func home(v *visit) error {
	h, err := v.site.Desk.Home(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	return v.show(homePage(homeView{v, h}))
}

func (h homeView) title() string {
	name := firstName(h.v.me.Someone())
	switch {
	case h.new():
		return h.v.t("home.title_new", "name", name)
	case len(h.Turns) == 0:
		return h.v.t("home.title_none", "name", name)
	}
	return h.v.t("home.title", "count", len(h.Turns), "name", name)
}

func (h homeView) lead() string {
	switch {
	case h.new():
		return ""
	case len(h.Turns) == 0:
		return h.v.t("home.none")
	}
	return h.v.t("home.lead", "zone", h.v.zoneName(h.v.voice.Zone))
}

// new says that there is nothing here at all yet.
func (h homeView) new() bool { return len(h.Turns)+len(h.HandOn)+len(h.Ends) == 0 }

// turnRow is one thing that waits.
type turnRow struct {
	parts.RowProps
	Act parts.LinkButtonProps
}

func (h homeView) rows() []turnRow {
	all := make([]turnRow, len(h.Turns))
	for i, t := range h.Turns {
		if t.Invitation != nil {
			all[i] = h.invitationTurn(*t.Invitation)
		} else {
			all[i] = h.referralTurn(*t.Referral)
		}
		day, rest := h.v.voice.Due(t.Until)
		all[i].Due = parts.Due{Day: day, Rest: rest, At: t.Until, Soon: h.v.voice.SameDay(t.Until, h.v.now)}
		if i > 0 {
			all[i].Act.Kind = parts.Outlined
		}
	}
	return all
}

func (h homeView) invitationTurn(i kith.Invitation) turnRow {
	client, line := i.Job.Client, "home.invitation"
	if i.Job.Policy() == kith.PolicyOff {
		line = "home.invitation_off"
	}
	row := parts.RowProps{ID: client.ID, Name: client.Name, Title: h.v.invitationWord("invitation.title.freelancer", i), Line: h.v.invitationWord(line, i)}
	if i.Job.Budget.Stated() {
		row.Line = h.v.voice.Range(i.Job.Budget) + ". " + row.Line
	}
	return turnRow{row, h.act("home.read", "/invitations/"+i.ID, row.Title)}
}

func (h homeView) referralTurn(r query.Referral) turnRow {
	key, act := "home.asked", "home.read"
	if r.Party == kith.Client {
		key, act = "home.decide", "home.read_decide"
	}
	id, name := face(other(r))
	row := parts.RowProps{ID: id, Name: name, Title: h.v.referralTitle(r), Line: h.v.referralWord(key, r, "note", short(r.Note))}
	return turnRow{row, h.act(act, "/referrals/"+r.ID, row.Title)}
}

func (h homeView) act(key, href, about string) parts.LinkButtonProps {
	return parts.LinkButtonProps{Label: h.v.t(key), More: ": " + about, Href: href}
}

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

// handOnText says how an invitation ended and until when it can be handed on.
func (h homeView) handOnText(i kith.Invitation) string {
	return h.v.invitationSays(query.Invitation{Invitation: i, Party: kith.Freelancer})
}

// handOnClass keeps a single card from growing as wide as the page.
func (h homeView) handOnClass() string {
	if len(h.HandOn) == 1 {
		return "read"
	}
	return "cols"
}

func (h homeView) handOnUntil(i kith.Invitation) string {
	return h.v.invitationWord("invitation.hand_on_until", i)
}
