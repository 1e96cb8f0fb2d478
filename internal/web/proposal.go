package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// proposalView is a proposal as one of its two sides sees it.
type proposalView struct {
	v *visit
	query.Proposal
	s *sheet
}

// proposal is the page of one.
func proposal(v *visit) error { return v.proposalPage(v.fresh(nil)) }

// proposalPage shows it, after a refused act with the reason.
func (v *visit) proposalPage(s *sheet) error {
	p, err := v.readProposal()
	if err != nil {
		return err
	}
	return v.showAs(s.status(), proposalPage(proposalView{v, p, s}))
}

// proposalWord is a sentence with the names, times and amounts of a proposal.
func (v *visit) proposalWord(key string, p kith.Proposal, more ...any) string {
	args := []any{
		"client", firstName(p.Job.Client), "client_full", p.Job.Client.Name, "freelancer", firstName(p.Freelancer),
		"freelancer_full", p.Freelancer.Name, "job", p.Job.Title, "rate", v.voice.Money(p.Rate),
		"made", v.voice.Day(p.MadeAt), "on", v.voice.Day(p.DecidedAt), "reason", v.reasonWord(p.Reason),
	}
	return v.t(key, append(args, more...)...)
}

// reasonWord is why a proposal wasn't chosen, as the freelancer reads it.
func (v *visit) reasonWord(r kith.NotSelectedReason) string {
	if r == "" {
		return ""
	}
	return v.t("not_selected.reason." + string(r))
}

// proposalSays is the sentence of a proposal's status, to the client.
func (v *visit) proposalSays(p kith.Proposal) string {
	return v.proposalWord("proposal.says."+string(p.Status), p)
}

func (p proposalView) say(key string) string { return p.v.proposalWord(key, p.Proposal.Proposal) }

func (p proposalView) isClient() bool { return p.Party == kith.Client }

func (p proposalView) title() parts.TitleProps {
	back := parts.Link{Label: p.v.t("proposal.mine"), Href: "/proposals"}
	if p.isClient() {
		back = parts.Link{Label: p.say("proposal.people"), Href: "/jobs/" + p.Job.ID + "/people"}
	}
	return parts.TitleProps{
		Title: p.say("proposal.title." + string(p.Party)), Crumbs: parts.CrumbsProps{Label: p.v.t("loop.back"), Links: []parts.Link{back}},
	}
}

func (p proposalView) status() parts.StatusProps {
	return parts.StatusProps{
		Sign: ownProposalSign(p.Proposal.Proposal), Sentence: p.says(), Then: p.then(),
	}
}

func (p proposalView) says() string {
	if p.isClient() {
		return p.v.proposalSays(p.Proposal.Proposal)
	}
	return p.v.ownProposalSays(p.Proposal.Proposal)
}

// then says what can come next, and in whose hands it is.
func (p proposalView) then() string {
	switch {
	case p.Status == kith.NotSelected && !p.isClient():
		return p.v.t("then.no_blame")
	case !p.Status.Alive() || p.Opened:
		return ""
	}
	return p.say("proposal.then." + string(p.Party))
}

// facts are the particulars of the offer.
func (p proposalView) facts() []parts.Fact {
	facts := []parts.Fact{{Term: p.v.t("loop.job"), Text: p.Job.Title, Href: "/jobs/" + p.Job.ID}}
	if p.isClient() {
		facts = []parts.Fact{{Term: p.v.t("proposal.who"), Text: p.Freelancer.Name, Href: profileLink(p.Freelancer), Aside: p.Headline}}
	} else {
		facts = append(facts, parts.Fact{Term: p.v.t("proposal.client"), Text: p.Job.Client.Name, Href: profileLink(p.Job.Client)})
	}
	rate := p.v.voice.Money(p.Rate)
	if rate == "" {
		rate = p.v.t("proposal.no_rate")
	}
	facts = append(facts, parts.Fact{Term: p.v.t("proposal.rate"), Text: rate}, parts.Fact{Term: p.v.t("proposal.made"), Text: p.v.voice.Day(p.MadeAt)})
	return append(facts, parts.Fact{Term: p.v.t("proposal.source"), Text: p.source()})
}

// source says how the proposal came about.
func (p proposalView) source() string {
	if p.Referral != nil && p.Source == kith.Referred {
		return p.v.t("proposal.source.referred", "referrer", p.Referral.Referrer.Name)
	}
	return p.say("proposal.source." + string(p.Party) + "." + string(p.Source))
}

// mayChange says whether the reader is the freelancer and it isn't decided.
func (p proposalView) mayChange() bool { return !p.isClient() && p.Status.Alive() }

// mayAskWhy says whether the reader's own proposal wasn't chosen.
func (p proposalView) mayAskWhy() bool { return !p.isClient() && p.Status == kith.NotSelected }

// mayDecide says whether the reader is the client and hasn't decided.
func (p proposalView) mayDecide() bool { return p.isClient() && p.Status.Alive() }

// writeButton leads to the conversation, where there is one or the reader may
// open it.
func (p proposalView) writeButton() parts.LinkButtonProps {
	b := parts.LinkButtonProps{Label: p.v.t("proposal.write", "name", firstName(p.v.otherSide(p.Proposal))), Href: "/messages/" + p.ID}
	if !p.isClient() {
		b.Kind = parts.Outlined
	}
	return b
}

func (p proposalView) canWrite() bool { return p.Proposal.Proposal.MayWrite(p.Party) }
