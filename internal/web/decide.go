package web

import (
	"kith/internal/kith"
)

// decide is the client's yes or no under ask_me.
func decide(v *visit) error {
	s, id := v.typed(), v.path("id")
	var err error
	said := v.form("answer")
	switch said {
	case answerYes:
		_, err = v.site.House.ApproveReferral(v.r.Context(), v.by(), id)
	case answerNo:
		err = v.site.House.DisapproveReferral(v.r.Context(), v.by(), id)
	default:
		err = kith.Problems{{Field: "answer", Key: "choice_missing"}}
	}
	switch {
	case s.took(err):
		return v.referralPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/referrals/"+id, v.t("referral.decided."+said))
}
