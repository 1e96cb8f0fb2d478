package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// shortlist keeps a proposal in mind.
func shortlist(v *visit) error {
	return v.listed(v.site.House.Shortlist(v.r.Context(), v.by(), v.path("id")), "shortlist.done")
}

// unshortlist changes that.
func unshortlist(v *visit) error {
	return v.listed(v.site.House.Unshortlist(v.r.Context(), v.by(), v.path("id")), "shortlist.undone")
}

// listed leads back to everybody in the job.
func (v *visit) listed(err error, done string) error {
	if s := v.typed(); s.took(err) {
		return v.proposalPage(s)
	}
	if err != nil {
		return err
	}
	p, err := v.readProposal()
	if err != nil {
		return err
	}
	return v.goTo("/jobs/"+p.Job.ID+"/people", v.proposalWord(done, p.Proposal))
}

// toShortlist is the button for it, or for taking it off again.
func (v *visit) toShortlist(p kith.Proposal) parts.PostProps {
	post := parts.PostProps{
		Action: "/proposals/" + p.ID + "/shortlist", Key: v.newKey(), Label: v.t("shortlist.add"), More: v.proposalWord("manager.whom", p),
		Kind: parts.Bare, Small: true,
	}
	if p.Status == kith.Shortlisted {
		post.Action, post.Label = "/proposals/"+p.ID+"/unshortlist", v.t("shortlist.remove")
	}
	return post
}

// theirProposal is one that the reader decides about as a client.
func (v *visit) theirProposal() (query.Proposal, error) {
	p, err := v.readProposal()
	if err == nil && p.Party != kith.Client {
		err = kith.Refuse(kith.NotFound)
	}
	return p, err
}

// hiring says what a hire brings with it.
func hiring(v *visit) error { return v.hiringPage(v.fresh(nil)) }

// hire takes a freelancer.
func hire(v *visit) error {
	p, err := v.theirProposal()
	if err != nil {
		return err
	}
	s := v.typed()
	err = v.site.House.Hire(v.r.Context(), v.by(), p.ID)
	switch {
	case s.took(err):
		return v.hiringPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/jobs/"+p.Job.ID+"/people", v.proposalWord("hire.done", p.Proposal))
}

func (v *visit) hiringPage(s *sheet) error {
	p, err := v.theirProposal()
	if err != nil {
		return err
	}
	return v.showAs(s.status(), hirePage(proposalView{v, p, s}))
}

// whatFollows says what becomes of the job and of the others.
func (p proposalView) whatFollows() string {
	left := p.Job.Openings - p.Job.Hired - 1
	if left <= 0 {
		return p.say("hire.last")
	}
	return p.v.proposalWord("hire.more", p.Proposal.Proposal, "count", left)
}

// notSelecting asks why.
func notSelecting(v *visit) error { return v.notSelectingPage(v.fresh(nil)) }

// notSelect says no to a proposal.
func notSelect(v *visit) error {
	p, err := v.theirProposal()
	if err != nil {
		return err
	}
	s := v.typed()
	err = v.site.House.NotSelect(v.r.Context(), v.by(), p.ID, kith.NotSelectedReason(v.form("reason")))
	switch {
	case s.took(err):
		return v.notSelectingPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/jobs/"+p.Job.ID+"/people", v.proposalWord("not_selected.done", p.Proposal))
}

func (v *visit) notSelectingPage(s *sheet) error {
	p, err := v.theirProposal()
	if err != nil {
		return err
	}
	return v.showAs(s.status(), notSelectedPage(proposalView{v, p, s}))
}

// reasons are the eight, none of them chosen.
func (p proposalView) reasons() parts.ChoiceProps {
	c := parts.ChoiceProps{
		Name: "reason", Label: p.say("not_selected.why"), Hint: p.say("not_selected.hint"), Value: p.s.Value("reason"), Error: p.s.Error("reason"),
	}
	for _, r := range kith.NotSelectedReasons {
		c.Options = append(c.Options, parts.Option{Value: string(r), Label: p.v.reasonWord(r)})
	}
	return c
}

// offerKey tells apart an offer with a rate from one without.
func (p proposalView) offerKey() string {
	if p.Rate.Stated() {
		return "rate"
	}
	return "open"
}
