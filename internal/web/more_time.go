package web

import "kith/internal/kith"

// moreTime is "I need more time", by whoever's turn it is.
func moreTime(v *visit) error {
	s, id := v.typed(), v.path("id")
	err := v.site.House.TakeMoreTime(v.r.Context(), v.by(), id)
	switch {
	case s.took(err):
		return v.referralPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/referrals/"+id, v.t("referral.more_time_given"))
}

// mayMoreTime says whether the reader can still ask for it.
func (r referralView) mayMoreTime() bool {
	taken := r.Party == kith.Candidate && r.CandidateMore || r.Party == kith.Client && r.ClientMore
	return r.may(kith.MoreTimeAct) && !taken
}
