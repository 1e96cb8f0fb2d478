package web

import (
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// noForm asks for what goes with a candidate's no: a reason, or the day from
// which they can be asked again.
func noForm(v *visit) error {
	values := map[string]string{}
	if v.ask("answer") == answerNotNow {
		values["reason"] = string(kith.ReasonNotNow)
	}
	return v.noPage(v.fresh(values))
}

// sayNo says it; also to take a yes back while the client decides.
func sayNo(v *visit) error {
	s, id := v.typed(), v.path("id")
	no := s.no()
	no.NobodyBefore = s.Value("nobody_before") != ""
	err := v.site.House.DeclineReferral(v.r.Context(), v.by(), id, no)
	switch {
	case s.took(err):
		return v.noPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/referrals/"+id, v.t("no.done"))
}

func (v *visit) noPage(s *sheet) error {
	view, err := v.candidates(s)
	if err != nil {
		return err
	}
	return v.showAs(s.status(), noPage(view))
}

// noReasons are those of a plain no; "not now" has its own way.
var noReasons = []kith.DeclineReason{kith.TooBusy, kith.NotMyField, kith.TermsDontFit, kith.OtherReason}

func (r referralView) notNow() bool { return r.s.Value("reason") == string(kith.ReasonNotNow) }

func (r referralView) noTitle() string {
	switch {
	case r.State == kith.AwaitingClient:
		return "no.title_back"
	case r.notNow():
		return "no.title_not_now"
	}
	return "no.title"
}

func (r referralView) noText() string {
	switch {
	case r.State == kith.AwaitingClient:
		return r.say("no.text_back")
	case r.notNow():
		return r.say("no.text_not_now")
	}
	return r.say("no.text")
}

func (r referralView) noButton() string {
	switch {
	case r.State == kith.AwaitingClient:
		return r.v.t("no.send_back")
	case r.notNow():
		return r.v.t("no.send_not_now")
	}
	return r.v.t("no.send")
}

func (r referralView) notNowHidden() []parts.Hidden {
	if !r.notNow() {
		return nil
	}
	return []parts.Hidden{{Name: "reason", Value: string(kith.ReasonNotNow)}}
}

// nobodyBefore is the one tick more beside "not now" (R6).
func (r referralView) nobodyBefore() parts.CheckProps {
	return parts.CheckProps{
		Name: "nobody_before", Label: r.v.t("no.nobody_before"), Hint: r.v.t("no.nobody_before_hint"), Checked: r.s.Value("nobody_before") != "",
	}
}
