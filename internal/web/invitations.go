package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// invitations are somebody's own, newest first.
func invitations(v *visit) error {
	m, err := v.mine("/invitations")
	if err != nil {
		return err
	}
	m.shows, m.pager = pageOf(v, m.here, m.Invited)
	return v.show(invitationsPage(m))
}

func (m mineView) row(i query.Invitation) parts.RowProps {
	client := i.Job.Client
	row := parts.RowProps{
		ID: client.ID, Name: client.Name, Title: m.v.invitationWord("invitation.title.freelancer", i.Invitation), Href: "/invitations/" + i.ID,
		Sign: invitationSign(i), Say: m.v.invitationSays(i),
	}
	if i.State != kith.Pending && i.MayRefer == nil {
		row.Line = m.v.invitationWord("invitation.hand_on_until", i.Invitation)
	}
	return row
}
