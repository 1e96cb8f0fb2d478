package web

import (
	"kith/internal/kith"
)

// withdrawing asks once more before a referral is taken back.
func withdrawing(v *visit) error { return v.withdrawPage(v.fresh(nil)) }

// withdrawReferral takes it back.
func withdrawReferral(v *visit) error {
	s, id := v.typed(), v.path("id")
	was, err := v.readReferral()
	if err != nil {
		return err
	}
	err = v.site.House.WithdrawReferral(v.r.Context(), v.by(), id)
	switch {
	case s.took(err):
		return v.withdrawPage(s)
	case err != nil:
		return err
	}
	if aLink(was) {
		return v.goTo("/referrals/"+id, v.t("outside.taken_back"))
	}
	return v.goTo("/referrals/"+id, v.t("referral.taken_back"))
}

func (v *visit) withdrawPage(s *sheet) error {
	r, err := v.readReferral()
	if err != nil {
		return err
	}
	if r.Party != kith.Referrer {
		return kith.Refuse(kith.NotFound)
	}
	return v.showAs(s.status(), withdrawReferralPage(referralView{v: v, Referral: r, s: s}))
}

// withdrawText doesn't tell whether anybody was asked at an address (R2).
func (r referralView) withdrawText() string {
	if aLink(r.Referral) {
		return r.say("outside.withdraw_text")
	}
	if r.ByAddress() && r.SaidYesAt.IsZero() {
		return r.say("withdraw.text_address")
	}
	return r.say("withdraw.text")
}

func (r referralView) withdrawTitle() string {
	if aLink(r.Referral) {
		return "outside.withdraw_title"
	}
	return "withdraw.title"
}
