package web

import (
	"kith/internal/query"
	"kith/internal/web/parts"
)

type referralsView struct {
	mineView
	Given, Received []query.Referral
	// shows are those of them on this page, under the names of the two lists.
	shows  map[string][]query.Referral
	pager  parts.PagerProps
	Record query.Record
}

// referrals are somebody's own, received and given (R8).
func referrals(v *visit) error {
	m, err := v.mine("/referrals")
	if err != nil {
		return err
	}
	given, received, err := v.site.Desk.Referrals(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	record, err := v.site.Desk.RecordOf(v.r.Context(), v.me.ID)
	if err != nil {
		return err
	}
	view := referralsView{mineView: m, Given: given, Received: received, Record: record, shows: map[string][]query.Referral{}}
	view.shows["given"], view.pager = pageOf(v, "/referrals", given)
	shows, pager := pageOf(v, "/referrals", received)
	view.shows["received"] = shows
	if len(received) > len(given) {
		view.pager = pager
	}
	return v.show(referralsPage(view))
}

// referralRow is a referral in a list, for whichever side the reader stands on.
func (v *visit) referralRow(r query.Referral) parts.RowProps {
	id, name := face(other(r))
	say, _ := v.voice.Says(r.Referral, r.Party)
	return parts.RowProps{ID: id, Name: name, Title: v.referralTitle(r), Href: "/referrals/" + r.ID, Sign: signOf(r), Say: say}
}

// myTurn says whether the referral waits for the reader.
func (v *visit) myTurn(r query.Referral) bool {
	return r.Says(r.Party).Turn == r.Party && !r.Late(v.now)
}
