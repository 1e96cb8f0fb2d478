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
