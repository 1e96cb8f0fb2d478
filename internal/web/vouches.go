package web

import (
	"strings"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// sharedBox discloses a shared business or household.
func (s *sheet) sharedBox(key, name string) parts.CheckProps {
	return parts.CheckProps{
		Name: "shared", Label: s.v.t(key, "name", name), Hint: s.v.t("vouch.shared_hint"), Checked: s.Value("shared") != "", Error: s.Error("shared"),
	}
}

// ticked is the value of a box.
func ticked(on bool) string {
	if on {
		return "yes"
	}
	return ""
}

// yes is what stands on the form of a candidate's yes.
func (s *sheet) yes(currency string) act.Yes {
	return act.Yes{Offer: s.offer(currency), Vouch: kith.Vouch(s.Value("vouch")), Shared: s.Value("shared") != ""}
}

// ownVouches asks the candidate how they know the referrer, none chosen.
func (r referralView) ownVouches() parts.ChoiceProps {
	c := parts.ChoiceProps{
		Name: "vouch", Label: r.say("yes.vouch"), Hint: r.say("yes.vouch_hint"), Error: r.s.Error("vouch"), Value: r.s.Value("vouch"),
	}
	for _, one := range kith.Vouches {
		c.Options = append(c.Options, parts.Option{Value: string(one), Label: r.say("yes.vouch." + string(one))})
	}
	return c
}

// howHint says who reads the vouch, and the least that the client asks for.
func (r referView) howHint() string {
	hint := r.say("refer.how.hint")
	if least := r.Job.MinVouch; least != "" {
		hint += " " + r.say("refer.how.least."+string(least))
	}
	return hint
}

// vouchSays is how the two know each other, in sentences: to the client from
// both sides, to the two themselves as the referrer said it.
func (v *visit) vouchSays(r query.Referral) string {
	if r.Party != kith.Client {
		return v.referralWord("referral.vouch."+string(r.Vouch)+"."+string(r.Party), r) + "."
	}
	var all []string
	for _, claim := range r.Claims() {
		all = append(all, v.referralWord("letter."+claim, r))
	}
	return strings.Join(all, " ")
}

// leastChoices is the question what a referrer must be able to say.
func (f jobForm) leastChoices() parts.ChoiceProps {
	p := parts.ChoiceProps{
		Name: "min_vouch", Label: f.v.t("job_form.least"), Hint: f.v.t("job_form.least_hint"), Value: f.s.Value("min_vouch"), Error: f.s.Error("min_vouch"),
		Options: []parts.Option{{Value: anyVouch, Label: f.v.t("job_form.least.any")}},
	}
	for _, one := range []kith.Vouch{kith.KnowTheirWork, kith.WorkedTogether} {
		p.Options = append(p.Options, parts.Option{Value: string(one), Label: f.v.t("job_form.least." + string(one))})
	}
	return p
}

// anyVouch stands on the form for no minimum.
const anyVouch = "any"

// least reads the answer; one that wasn't given asks for nothing.
func (s *sheet) least() kith.Vouch {
	if said := s.Value("min_vouch"); said != anyVouch {
		return kith.Vouch(said)
	}
	return ""
}

// shownLevel is what stands as the vouch: to the client the weaker of the two
// claims, to the two themselves what the referrer said.
func (r referralView) shownLevel() kith.Vouch {
	if r.Party == kith.Client {
		return r.Level()
	}
	return r.Vouch
}

// yesTitle and yesSend offer somebody who has a proposal already to add the
// vouch to it (R11).
func (r referralView) yesTitle() parts.TitleProps {
	if r.Job.Proposal != nil {
		return r.back("referral.attach.title")
	}
	if r.invitedToo() {
		return r.back("referral.attach_invited.title")
	}
	return r.back("yes.title")
}

func (r referralView) yesSend() string {
	if r.Job.Proposal != nil {
		return r.v.t("referral.attach.send")
	}
	if r.invitedToo() {
		return r.v.t("referral.attach_invited.send")
	}
	return r.v.t("yes.send")
}
