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
	how, ok := laterOf[s]
	if !ok {
		return
	}
	if how == LaterNot && decided.Equal(r.Job.EndedAt) { // it ended with its job
		how = r.Job.endedAs(how)
	}
	r.Later, r.LaterAt = how, decided
}

// endedAs says how a job that has ended did: filled, or closed without a hire;
// otherwise where neither is so.
func (j Job) endedAs(otherwise How) How {
	switch {
	case j.Status == JobFilled:
		return LaterFilled
	case j.Status == JobClosed && j.Hired == 0:
		return LaterClosed
	}
	return otherwise
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
