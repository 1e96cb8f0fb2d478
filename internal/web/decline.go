package web

import (
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// declineView is the form with which somebody passes.
type declineView struct {
	v *visit
	query.Invitation
	s *sheet
}

// declineForm asks for a reason, or a date for "not now".
func declineForm(v *visit) error { return v.declinePage(v.fresh(nil)) }

// decline says no. The page that follows offers to hand it on.
func decline(v *visit) error {
	s := v.typed()
	err := v.site.House.DeclineInvitation(v.r.Context(), v.by(), v.path("id"), s.no())
	switch {
	case s.took(err):
		return v.declinePage(s)
	case err != nil:
		return err
	}
	return v.goTo("/invitations/"+v.path("id"), v.t("decline.done"))
}

func (v *visit) declinePage(s *sheet) error {
	i, err := v.readInvitation()
	if err != nil {
		return err
	}
	if i.Party != kith.Freelancer {
		return kith.Refuse(kith.NotFound)
	}
	return v.showAs(s.status(), declinePage(declineView{v, i, s}))
}

func (d declineView) whyNot() string { return d.v.answerNot(d.Invitation, kith.Decline) }

func (d declineView) say(key string) string { return d.v.invitationWord(key, d.Invitation.Invitation) }

// no reads a decline. A date counts for "not now" only.
func (s *sheet) no() act.No {
	n := act.No{Reason: kith.DeclineReason(s.Value("reason")), Till: s.Value("till"), Advice: kith.Advice(s.Value("advice"))}
	if n.Reason != kith.ReasonNotNow {
		n.Till = ""
	}
	return n
}

// reasons are the answers to why somebody passes.
func (s *sheet) reasons(question string, offered []kith.DeclineReason) parts.ChoiceProps {
	c := parts.ChoiceProps{Name: "reason", Label: s.v.t(question), Error: s.Error("reason"), Value: s.Value("reason")}
	for _, r := range offered {
		c.Options = append(c.Options, parts.Option{Value: string(r), Label: s.v.t("reason." + string(r))})
	}
	return c
}

// till is the day from which one can be asked again.
func (s *sheet) till(hint string) parts.FieldProps {
	return parts.FieldProps{
		Name: "till", Label: s.v.t("reason.till"), Hint: hint, Error: s.Error("till"), Value: s.Value("till"),
		Earliest: s.v.now.In(s.v.voice.Zone).AddDate(0, 0, 1).Format(time.DateOnly),
	}
}
