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

// Further is how many colleagues stand behind the first of a chain: whoever was
// asked counts on, whoever was taken off doesn't.
func Further(chain []Referral) (n int) {
	for _, r := range chain {
		if r.Place > 0 && (r.State == Queued || !r.AskedAt.IsZero()) {
			n++
		}
	}
	return n
}
