package kith

import "slices"

// Vouch is how a referrer knows the candidate.
type Vouch string

// The levels, strongest first.
const (
	WorkedTogether Vouch = "worked_together"
	KnowTheirWork  Vouch = "know_their_work"
	FoundBySearch  Vouch = "found_by_search"
)

// Vouches are all levels, strongest first, as they stand on a form.
var Vouches = []Vouch{WorkedTogether, KnowTheirWork, FoundBySearch}

// Valid says whether v is one of the levels.
func (v Vouch) Valid() bool { return slices.Contains(Vouches, v) }

// AtLeast says whether v is no weaker than least. No least asks for nothing.
func (v Vouch) AtLeast(least Vouch) bool {
	return least == "" || v.Valid() && slices.Index(Vouches, v) <= slices.Index(Vouches, least)
}

// Weaker is the weaker of two claims, which is what counts as the vouch. A
// claim that nobody has made yet doesn't count.
func Weaker(a, b Vouch) Vouch {
	if a == "" || b != "" && a.AtLeast(b) {
		return b
	}
	return a
}

// ByYes sorts the referrals of one candidate by their yes: whose yes came first
// is the referrer, the others are vouches.
func ByYes(all []Referral) {
	slices.SortStableFunc(all, func(a, b Referral) int { return a.SaidYesAt.Compare(b.SaidYesAt) })
}

// Level is what the referral's vouch is worth, from both sides.
func (r Referral) Level() Vouch { return Weaker(r.Vouch, r.OwnVouch) }

// Policy is what the candidate's yes is worth. Where the job asked for a
// minimum and the candidate's own claim is weaker, the client is asked.
func (r Referral) Policy() Policy {
	p := r.Job.Policy()
	if p == PolicyOpen && r.OwnVouch != "" && !r.OwnVouch.AtLeast(r.MinVouch) {
		return PolicyAskMe
	}
	return p
}

// Claims are the keys of the sentences with which the client reads how the two
// know each other: what the referrer says, what the candidate says, what this
// site knows, and what they share.
func (r Referral) Claims() []string {
	var all []string
	add := func(so bool, key string) {
		if so {
			all = append(all, key)
		}
	}
	add(r.Vouch != "", "vouch."+string(r.Vouch))
	add(r.OwnVouch != "" && r.OwnVouch == r.Vouch, "own.same")
	add(r.OwnVouch != "" && r.OwnVouch != r.Vouch, "own."+string(r.OwnVouch))
	add(r.Confirmed, "confirmed")
	add(r.Shared || r.OwnShared, "shared")
	add(r.OwnVouch != "" && !r.OwnVouch.AtLeast(r.MinVouch), "below_minimum")
	return all
}
