package kith

import (
	"slices"
	"time"
)

// PulseFrom is from how many referrals on a client's pulse is told (R6): of
// fewer, one answer would say too much.
const PulseFrom = 3

// Pulse is how responsive a client is to those who were referred: how many of
// the referrals that came to them they answered, and within which time half of
// the answers came.
type Pulse struct {
	Answered, All int
	Half          time.Duration
}

// Told says whether there is enough to tell of.
func (p Pulse) Told() bool { return p.All >= PulseFrom }

// Put is one referral that came to a client, with a candidate's yes, and what
// the client did with it.
type Put struct {
	State  ReferralState
	Yes    time.Time // the candidate's
	Ended  time.Time
	Wrote  time.Time // the client's first message; zero where there is none
	Status ProposalStatus
	// Decided is when the proposal was decided; zero before.
	Decided time.Time
}

// answered is when the client did, counted from when, and whether the referral
// counts at all by now. Where it is the client's to decide, the answer is the yes
// or the no; under an open policy it is the first message or what became of the
// proposal, for which there is as much time.
func (p Put) answered(now time.Time) (from, at time.Time, counts bool) {
	if p.State != Introduced || p.Ended.After(p.Yes) {
		if p.State == ReferralExpired {
			return p.Yes, time.Time{}, true
		}
		return p.Yes, p.Ended, true
	}
	at = p.Wrote
	if (p.Status == Hired || p.Status == NotSelected) && (at.IsZero() || p.Decided.Before(at)) {
		at = p.Decided
	}
	return p.Ended, at, !at.IsZero() || p.Status.Alive() && !now.Before(p.Ended.Add(ClientTime))
}

// PulseOf is the pulse of a client to whom these referrals came.
func PulseOf(all []Put, now time.Time) (p Pulse) {
	var times []time.Duration
	for _, put := range all {
		from, at, counts := put.answered(now)
		if !counts {
			continue
		}
		p.All++
		if !at.IsZero() {
			times = append(times, at.Sub(from))
		}
	}
	if p.Answered = len(times); p.Answered > 0 {
		slices.Sort(times)
		p.Half = times[(len(times)-1)/2]
	}
	return p
}
