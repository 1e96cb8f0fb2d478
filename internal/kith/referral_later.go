package kith

import "time"

var laterOf = map[ProposalStatus]How{
	Hired:             LaterHired,
	NotSelected:       LaterNot,
	ProposalWithdrawn: LaterBack,
}

// BecameOf notes what became of the introduction's proposal and when, so that
// the referral tells the later end too (R10).
func (r *Referral) BecameOf(s ProposalStatus, decided time.Time) {
	if how, ok := laterOf[s]; ok {
		r.Later, r.LaterAt = how, decided
	}
}
