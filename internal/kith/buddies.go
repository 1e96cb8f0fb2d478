package kith

import (
	"slices"
	"strings"
)

// PassedOn is an invitation that somebody declined or handed on, though it was
// in their field: the skills that its job asked for.
type PassedOn struct{ Skills []string }

// What Kith goes by when it proposes buddies: at least so many on each side,
// within so long.
const (
	BuddyPasses = 2
	BuddyTime   = 365 * day
)

// CountsForBuddies says whether who passes for this reason passes on their own
// kind of work: for want of time, or for other terms, not because it is another
// field.
func (r DeclineReason) CountsForBuddies() bool {
	return slices.Contains([]DeclineReason{TooBusy, TermsDontFit, ReasonNotNow, HandedOn}, r)
}

// CouldStandIn says whether two people pass on the same kind of work: each at
// least BuddyPasses jobs that ask for a skill which a job that the other passed
// on asks for too. It is all that buddies are proposed from.
func CouldStandIn(mine, theirs []PassedOn) bool {
	return alike(mine, theirs) >= BuddyPasses && alike(theirs, mine) >= BuddyPasses
}

// alike is how many of some jobs ask for a skill that one of the others asks for.
func alike(some, others []PassedOn) (n int) {
	asked := map[string]bool{}
	for _, o := range others {
		for _, skill := range o.Skills {
			asked[strings.ToLower(Line(skill))] = true
		}
	}
	for _, one := range some {
		if slices.ContainsFunc(one.Skills, func(skill string) bool { return asked[strings.ToLower(Line(skill))] }) {
			n++
		}
	}
	return n
}
