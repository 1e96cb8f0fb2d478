package act

import "kith/internal/kith"

// Yes is what goes with a candidate's yes: an offer, and how they know the
// referrer in their own words.
type Yes struct {
	Offer
	Vouch  kith.Vouch
	Shared bool // a business or household
}

func (y Yes) check() kith.Problems {
	var wrong kith.Problems
	wrong.Add(!y.Vouch.Valid(), "vouch", "own_vouch_missing")
	return wrong
}
