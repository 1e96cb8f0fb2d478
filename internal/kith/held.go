package kith

import "time"

// Held is the end of a referral to an address that only the candidate reads:
// until their time to answer is over it looks to the others as if nobody had
// answered, as it does where the address has no account (R2).
type Held struct {
	How How       // SaidNo, SaidNotNow or CantGoOn; empty where nothing is held
	At  time.Time // when it ended for the candidate
}

// HoldsEnds says whether an end of the referral now would tell the referrer too
// early that an address has an account.
func (r Referral) HoldsEnds() bool { return r.ByAddress() && r.State == AwaitingCandidate }

// Over says whether it has ended for the candidate, whatever the others read.
func (h Held) Over() bool { return h.How != "" }

// toCandidate is the referral as it ended for the candidate.
func (h Held) toCandidate(r Referral) Referral {
	if !h.Over() {
		return r
	}
	r.State, r.How, r.EndedAt, r.Deadline, r.Stand = ReferralDeclined, h.How, h.At, time.Time{}, Standstill{}
	if h.How == CantGoOn {
		r.State = Cancelled
	}
	return r
}

// toOthers is the referral as the others see it: nothing of what is held, and to
// the referrer also afterwards an end like that of an unanswered one.
func (h Held) toOthers(r Referral, by Party) Referral {
	if h.Over() && by == Referrer && (r.State == ReferralDeclined || r.State == Cancelled && r.How == CantGoOn) {
		r.State, r.How = ReferralExpired, CandidateSilent
	}
	r.Held = Held{}
	return r
}
