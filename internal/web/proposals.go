package web

import (
	"kith/internal/kith"
	"kith/internal/web/parts"
)

type proposalsView struct {
	mineView
	All   []kith.Proposal
	shows []kith.Proposal
	pager parts.PagerProps
}

// proposals are somebody's own offers to do jobs.
func proposals(v *visit) error {
	m, err := v.mine("/proposals")
	if err != nil {
		return err
	}
	all, err := v.site.Desk.Proposals(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	shows, pager := pageOf(v, "/proposals", all)
	return v.show(proposalsPage(proposalsView{m, all, shows, pager}))
}

func (l proposalsView) row(p kith.Proposal) parts.RowProps {
	return parts.RowProps{
		ID: p.Job.Client.ID, Name: p.Job.Client.Name, Title: p.Job.Title, Href: "/proposals/" + p.ID,
		Line: l.v.t("proposals.line."+string(p.Source), "client", p.Job.Client.Name, "on", l.v.voice.Day(p.MadeAt)),
		Sign: ownProposalSign(p), Say: l.v.ownProposalSays(p),
	}
}

func ownProposalSign(p kith.Proposal) parts.Sign {
	switch {
	case p.Status == kith.Hired:
		return parts.Introduced
	case p.Status.Alive():
		return parts.ClientActs
	}
	return parts.Ended
}

// ownProposalSays is how a proposal stands, to the one who made it; of what
// wasn't selected with the client's reason.
func (v *visit) ownProposalSays(p kith.Proposal) string {
	args := []any{"client", firstName(p.Job.Client), "on", v.voice.Day(p.DecidedAt)}
	says := v.t("proposals.says."+string(p.Status), args...)
	if p.Status == kith.NotSelected {
		says += " " + v.t("letter.not_selected."+string(p.Reason))
	}
	return says
}
