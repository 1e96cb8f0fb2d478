package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
	"kith/internal/words"
)

// editLabel and editKind invite to complete a proposal that is "my profile
// only", and merely allow to change another.
func (p proposalView) editLabel() string {
	if p.ProfileOnly() {
		return "proposal.complete"
	}
	return "proposal.edit"
}

func (p proposalView) editKind() parts.Kind {
	if p.ProfileOnly() {
		return parts.Filled
	}
	return parts.Bare
}

// editProposal asks for rate and letter, with what stands there already.
func editProposal(v *visit) error {
	p, err := v.myProposal()
	if err != nil {
		return err
	}
	return v.editProposalPage(p, v.fresh(v.offerValues(p)))
}

func (v *visit) offerValues(p query.Proposal) map[string]string {
	return map[string]string{"rate": words.Amount(p.Rate.Amount, v.currencyOf(p.Job)), "letter": p.Letter}
}

var offerLabels = [][2]string{{"rate", "kept.rate"}, {"letter", "kept.letter"}}

// saveProposal keeps them.
func saveProposal(v *visit) error {
	p, err := v.myProposal()
	if err != nil {
		return err
	}
	s := v.typed()
	err = v.site.House.CompleteProposal(v.r.Context(), v.by(), p.ID, s.offer(v.currencyOf(p.Job)))
	switch {
	case s.took(err):
		if s.overtaken {
			s.differs(v.offerValues(p), offerLabels)
		}
		return v.editProposalPage(p, s)
	case err != nil:
		return err
	}
	return v.goTo("/proposals/"+p.ID, v.proposalWord("proposal.saved", p.Proposal))
}

func (v *visit) editProposalPage(p query.Proposal, s *sheet) error {
	return v.showAs(s.status(), editProposalPage(proposalView{v, p, s}))
}

// myProposal is one of the reader's own as a freelancer.
func (v *visit) myProposal() (query.Proposal, error) {
	p, err := v.readProposal()
	if err == nil && p.Party != kith.Freelancer {
		err = kith.Refuse(kith.NotFound)
	}
	return p, err
}

// withdrawingProposal asks once more.
func withdrawingProposal(v *visit) error { return v.withdrawingPage(v.fresh(nil)) }

// withdrawProposal takes a proposal back.
func withdrawProposal(v *visit) error {
	s := v.typed()
	err := v.site.House.WithdrawProposal(v.r.Context(), v.by(), v.path("id"))
	switch {
	case s.took(err):
		return v.withdrawingPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/proposals/"+v.path("id"), v.t("proposal.withdrawn"))
}

func (v *visit) withdrawingPage(s *sheet) error {
	p, err := v.myProposal()
	if err != nil {
		return err
	}
	return v.showAs(s.status(), withdrawProposalPage(proposalView{v, p, s}))
}

// stepTitle is that of a page on the way from a proposal.
func (p proposalView) stepTitle(key string) parts.TitleProps {
	return parts.TitleProps{Title: p.say(key), Crumbs: parts.CrumbsProps{
		Label: p.v.t("loop.back"), Links: []parts.Link{{Label: p.say("proposal.back." + string(p.Party)), Href: "/proposals/" + p.ID}},
	}}
}

// whyNot is the sentence in the place of a form that can't be sent any more.
func (p proposalView) whyNot(act kith.Act) string {
	_, err := p.Status.Move(act, p.Party)
	return p.v.sentenceOf(err)
}
