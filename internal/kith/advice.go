package kith

import (
	"slices"
	"time"
)

// Advice is what somebody who passes may tap beside the reason, for the client
// to make the job better (R20).
type Advice string

// What can be tapped.
const (
	BudgetLow    Advice = "budget_low"
	ScopeUnclear Advice = "scope_unclear"
	AnotherSkill Advice = "another_skill"
	TooFast      Advice = "too_fast"
)

// Advices are all of them, as they stand on a form and on the job.
var Advices = []Advice{BudgetLow, ScopeUnclear, AnotherSkill, TooFast}

// Valid says whether a is one of them, or nothing: advice is never asked for.
func (a Advice) Valid() bool { return a == "" || slices.Contains(Advices, a) }

// Advised is how many of those who passed say one thing.
type Advised struct {
	Advice       Advice
	Said, Passed int
}

// adviceFrom is how many must say a thing before the client sees it, so that it
// is no single person's complaint.
const adviceFrom = 2

// AdviceOn is what those who passed tell the client of a job, in a fixed order.
// All invited who declined count as having passed, each once, as far as the
// client knows of it already; candidates don't count. Invitations come oldest
// first: somebody's newest is what holds.
func AdviceOn(invitations []Invitation, now time.Time) []Advised {
	says := map[string]Advice{}
	for _, i := range invitations {
		delete(says, i.Freelancer.ID)
		if i = i.ToClient(now); i.State == Declined {
			says[i.Freelancer.ID] = i.Advice
		}
	}
	said := map[Advice]int{}
	for _, a := range says {
		said[a]++
	}
	var all []Advised
	for _, a := range Advices {
		if said[a] >= adviceFrom {
			all = append(all, Advised{a, said[a], len(says)})
		}
	}
	return all
}
