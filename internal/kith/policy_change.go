package kith

// Waiting counts what of a job's referrals waits, as far as its client may know:
// colleagues who are being asked, and those who wait for the client.
type Waiting struct{ Asked, ForClient int }

// Add counts a referral that the client may know of.
func (w *Waiting) Add(s ReferralState) {
	switch s {
	case AwaitingCandidate:
		w.Asked++
	case AwaitingClient:
		w.ForClient++
	}
}

// PolicyEffect is what switching a job's policy does to a referral that waits.
type PolicyEffect string

// The effects. A sentence for each stands in the catalogue.
const (
	EffectEnds       PolicyEffect = "ends"        // cancelled, and all in it are told
	EffectStays      PolicyEffect = "stays"       // goes on; the client still decides
	EffectToClient   PolicyEffect = "to_client"   // a yes comes to the client first
	EffectIntroduced PolicyEffect = "introduced"  // a yes makes a proposal at once
	EffectNone       PolicyEffect = "not_changed" // the policy stays
)

// What the new policy of a job does to whom is being asked, and to who waits for the
// client. The policy in force at the yes counts; off ends all but what waits for
// the client, private ends everything.
var policyEffects = map[Policy]struct{ asked, forClient PolicyEffect }{
	PolicyOpen:  {EffectIntroduced, EffectStays},
	PolicyAskMe: {EffectToClient, EffectStays},
	PolicyOff:   {EffectEnds, EffectStays},
}

// PolicyEffects says what changing a job into another does to whom is being
// asked and to who waits for the client.
func (j Job) PolicyEffects(to Job) (asked, forClient PolicyEffect) {
	switch {
	case to.Visibility == Private && j.Visibility != Private:
		return EffectEnds, EffectEnds
	case j.Policy() == to.Policy():
		return EffectNone, EffectNone
	}
	e := policyEffects[to.Policy()]
	return e.asked, e.forClient
}
