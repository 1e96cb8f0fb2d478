package web

import (
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// candidateDecides and clientDecides say whose form stands on the page.
func (r referralView) candidateDecides() bool { return r.may(kith.Accept) }
func (r referralView) clientDecides() bool    { return r.may(kith.Approve) }

// Answers of the decision forms.
const (
	answerYes    = "yes"
	answerNotNow = "not_now"
	answerNo     = "no"
)

// decision is the candidate's question, none chosen.
func (r referralView) decision() parts.ChoiceProps {
	option := func(answer string) parts.Option {
		return parts.Option{Value: answer, Label: r.say("referral.answer." + answer), Hint: r.say("referral.answer_hint." + answer)}
	}
	c := r.choice("referral.answer", option(answerYes), option(answerNotNow), option(answerNo))
	if r.Job.Proposal != nil {
		c.Options[0].Label, c.Options[0].Hint = r.say("referral.attach.yes"), r.say("referral.attach.hint")
		return c
	}
	if r.invitedToo() {
		c.Options[0].Label, c.Options[0].Hint = r.say("referral.attach_invited.yes"), r.say("referral.attach_invited.hint")
		return c
	}
	if r.Referral.Job.Policy() == kith.PolicyAskMe {
		c.Options[0].Hint = r.say("referral.answer_hint.yes_ask_me")
	}
	return c
}

// approval is the client's question, none chosen.
func (r referralView) approval() parts.ChoiceProps {
	option := func(answer string) parts.Option {
		return parts.Option{Value: answer, Label: r.say("referral.decision." + answer), Hint: r.say("referral.decision_hint." + answer)}
	}
	return r.choice("referral.decision", option(answerYes), option(answerNo))
}

func (r referralView) choice(label string, options ...parts.Option) parts.ChoiceProps {
	return parts.ChoiceProps{Name: "answer", Label: r.say(label), Question: true, Error: r.s.Error("answer"), Value: r.s.Value("answer"), Options: options}
}

// answerReferral takes the candidate's choice and leads to the page that asks
// for the rest. It changes nothing yet.
func answerReferral(v *visit) error {
	at := "/referrals/" + v.path("id")
	switch v.form("answer") {
	case answerYes:
		return v.goTo(at+"/yes", "")
	case answerNotNow:
		return v.goTo(at+"/no?answer="+answerNotNow, "")
	case answerNo:
		return v.goTo(at+"/no", "")
	}
	s := v.typed()
	s.wrong.Add(true, "answer", "choice_missing")
	return v.referralPage(s)
}
