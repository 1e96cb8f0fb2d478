package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// mineView is what the three pages under "Proposals" share: tabs, and the offer
// to hand invitations on, which never gets lost (R1).
type mineView struct {
	v       *visit
	here    string
	Invited []query.Invitation
	// shows are those of them on this page of the list.
	shows []query.Invitation
	pager parts.PagerProps
}

func (v *visit) mine(here string) (mineView, error) {
	invited, err := v.site.Desk.Invitations(v.r.Context(), v.reader())
	return mineView{v: v, here: here, Invited: invited}, err
}

// mayHandOn are the ended invitations that can be handed on.
func (m mineView) mayHandOn() []query.Invitation {
	var all []query.Invitation
	for _, i := range m.Invited {
		if i.State != kith.Pending && i.MayRefer == nil {
			all = append(all, i)
		}
	}
	return all
}

func (m mineView) tabs() parts.PlacesProps {
	tab := func(key, href string) parts.NavItem {
		return parts.NavItem{Label: m.v.t(key), Href: href, Current: href == m.here}
	}
	return parts.PlacesProps{Label: m.v.t("mine.tabs"), Items: []parts.NavItem{
		tab("mine.proposals", "/proposals"), tab("mine.invitations", "/invitations"), tab("mine.referrals", "/referrals"),
	}}
}

// offer is the line that leads to what can be handed on.
func (m mineView) offer() parts.TellProps {
	all := m.mayHandOn()
	return parts.TellProps{Tone: parts.Kin, Text: m.v.t("home.hand_on", "count", len(all)) + ".", Link: parts.Link{Label: m.v.t("mine.look"), Href: "/#hand-on"}}
}

// shown says that nothing is hidden (R8), or how many there are on all pages.
func (m mineView) shown(n int) string {
	switch {
	case n == 0:
		return ""
	case n > rowsPerPage:
		return m.v.t("mine.in_all", "count", n)
	}
	return m.v.t("mine.shown", "count", n)
}
