package web

import (
	"slices"

	"kith/internal/kith"
	"kith/internal/web/parts"
)

// askForm is where whoever's turn it is asks one of the others (R17).
func askForm(v *visit) error { return v.askPage(v.fresh(nil)) }

// askQuestion asks.
func askQuestion(v *visit) error {
	s, id := v.typed(), v.path("id")
	err := v.site.House.AskQuestion(v.r.Context(), v.by(), id, kith.Party(s.Value("to")), s.Value("text"))
	switch {
	case s.took(err):
		return v.askPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/referrals/"+id, v.t("ask.done"))
}

func (v *visit) askPage(s *sheet) error {
	r, err := v.readReferral()
	if err != nil {
		return err
	}
	s.inOrder("to", "text")
	return v.showAs(s.status(), askPage(referralView{v: v, Referral: r, s: s}))
}

// mayAsk says whether the reader can ask somebody now.
func (r referralView) mayAsk() bool { return r.may(kith.Ask) && len(r.AskWhom) > 0 }

// whyNotAsk keeps a form that was just refused, with what was typed.
func (r referralView) whyNotAsk() string {
	switch {
	case r.s.refused != "" || r.mayAsk():
		return ""
	case slices.ContainsFunc(r.Questions, func(q kith.Question) bool { return q.By == r.Party }):
		return r.v.sentenceOf(kith.Refuse(kith.AskedAlready))
	}
	if why := r.whyNot(kith.Ask); why != "" {
		return why
	}
	return r.v.sentenceOf(r.MayNow(kith.Ask, r.Party))
}

// whom are those who can be asked, none chosen.
func (r referralView) whom() parts.ChoiceProps {
	c := parts.ChoiceProps{Name: "to", Label: r.v.t("ask.whom"), Error: r.s.Error("to"), Value: r.s.Value("to")}
	for _, to := range r.AskWhom {
		o := parts.Option{Value: string(to), Label: firstName(r.Who(to))}
		if r.Party == kith.Candidate && to == kith.Client {
			o.Hint = r.say("ask.without_name")
		}
		c.Options = append(c.Options, o)
	}
	return c
}

// onlyClient says why the referrer of an address can't be asked (R2).
func (r referralView) onlyClient() string {
	if r.Party == kith.Candidate && len(r.AskWhom) > 0 && !slices.Contains(r.AskWhom, kith.Referrer) {
		return r.say("ask.address")
	}
	return ""
}

// shortText is the field for a question, an answer or thanks.
func (s *sheet) shortText(label, hint string) parts.FieldProps {
	return parts.FieldProps{Name: "text", Label: label, Hint: hint, Error: s.Error("text"), Value: s.Value("text"), Rows: 4}
}
