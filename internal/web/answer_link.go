package web

import (
	"kith/internal/act"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// linkView is the page behind the link in a candidate's letter. It shows what
// was mailed and can say no or not now; a yes needs the account (R16).
type linkView struct {
	v *visit
	query.Referral
	s *sheet
	// Over is the sentence in the place of the form, once the link is of no use.
	Over string
}

// answerForm shows it. It changes nothing: mail scanners follow links.
func answerForm(v *visit) error { return v.linkPage(v.fresh(nil)) }

// answer says no or not now.
func answer(v *visit) error {
	s := v.typed()
	no := act.No{Reason: kith.OtherReason}
	switch s.Value("answer") {
	case answerNotNow:
		no = act.No{Reason: kith.ReasonNotNow, Till: s.Value("till")}
	case answerNo:
	default:
		s.wrong.Add(true, "answer", "choice_missing")
		return v.linkPage(s)
	}
	err := v.site.House.DeclineByLink(v.r.Context(), ids.Hash(v.path("token")), no, v.now)
	switch {
	case s.took(err):
		return v.linkPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/answer/"+v.path("token"), v.t("answer.done"))
}

func (v *visit) linkPage(s *sheet) error {
	r, err := v.site.Desk.ReferralBehind(v.r.Context(), v.reader(), ids.Hash(v.path("token")))
	v.voice.Zone = kith.Zone(r.Candidate.TimeZone, v.site.Zone) // as in the letter that leads here
	view := linkView{v: v, Referral: r, s: s}
	switch {
	case isCode(err, kith.LinkUsed):
		view.Over = v.t("answer.used")
	case isCode(err, kith.LinkOld):
		view.Over = v.t("answer.old")
	case err != nil:
		return err
	case r.State != kith.AwaitingCandidate || r.Late(v.now):
		view.Over = v.t("answer.over")
	}
	return v.showAs(s.status(), linkPage(view))
}

// say names the job as it was mailed, not as it may be called now.
func (l linkView) say(key string) string {
	mailed := l.Referral
	mailed.Job.Title = mailed.Title
	return l.v.referralWord(key, mailed)
}

// title says nothing of the referral once the link is of no use.
func (l linkView) title() string {
	if l.Over != "" {
		return l.v.t("answer.title_over")
	}
	return l.say("referral.title.candidate")
}

func (l linkView) choice() parts.ChoiceProps {
	option := func(answer string) parts.Option {
		return parts.Option{Value: answer, Label: l.v.t("answer." + answer), Hint: l.v.t("answer.hint." + answer)}
	}
	return parts.ChoiceProps{
		Name: "answer", Label: l.v.t("answer.question"), Question: true, Error: l.s.Error("answer"), Value: l.s.Value("answer"),
		Options: []parts.Option{option(answerNo), option(answerNotNow)},
	}
}

// signIn leads to the referral's own page, by way of the door for those who
// aren't in.
func (l linkView) signIn(kind parts.Kind) parts.LinkButtonProps {
	to := "/referrals/" + l.ID
	if l.ID == "" {
		to = "/referrals"
	}
	if l.v.me.ID != "" {
		return parts.LinkButtonProps{Label: l.v.t("answer.see"), Href: to, Kind: kind}
	}
	return parts.LinkButtonProps{Label: l.v.t("answer.sign_in"), Href: signInLink(to), Kind: kind}
}
