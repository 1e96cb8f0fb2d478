package kith

import (
	"slices"
	"time"
)

// ContractState is where the work of a hire stands.
type ContractState string

// The states of a contract.
const (
	Running  ContractState = "running"
	Finished ContractState = "finished"
	Stopped  ContractState = "stopped" // ended before it was done
)

// ContractStates are all of them.
var ContractStates = []ContractState{Running, Finished, Stopped}

// Times of a contract.
const (
	// AskHowAfter is when both are asked how it goes, where nobody has said that
	// the work is over.
	AskHowAfter = 30 * day
	// OutcomeTime is how long both can say how it was. What one has said the
	// other reads when both have, or when this time is over.
	OutcomeTime = 14 * day
	// outcomeReminder stands so long before the end of it.
	outcomeReminder = day
)

// Again is whether somebody would work with the other again.
type Again string

// The answers.
const (
	AgainYes Again = "yes"
	AgainNo  Again = "no"
)

// Agains are both, as they stand on the form.
var Agains = []Again{AgainYes, AgainNo}

// Ratings run from 1, very poor, to 5, very good.
const (
	RatingMin = 1
	RatingMax = 5
)

// Outcome is what one side says of the work afterwards. A zero one has not been
// given.
type Outcome struct {
	Rating int
	Again  Again
	At     time.Time
}

// Given says whether it was.
func (o Outcome) Given() bool { return !o.At.IsZero() }

// Check is what is wrong with an outcome as it was typed.
func (o Outcome) Check() (wrong Problems) {
	wrong.Add(o.Rating < RatingMin || o.Rating > RatingMax, "rating", "choice_missing")
	wrong.Add(!slices.Contains(Agains, o.Again), "again", "choice_missing")
	return wrong
}

// Contract is the work that a hire led to, and what both say of it.
type Contract struct {
	Proposal  Proposal
	State     ContractState
	StartedAt time.Time
	EndedAt   time.Time // when it was finished or stopped
	// Outcomes are of the two sides, Client and Freelancer.
	ByClient, ByFreelancer Outcome
}

// By is what a side has said.
func (c Contract) By(p Party) Outcome {
	switch p {
	case Client:
		return c.ByClient
	case Freelancer:
		return c.ByFreelancer
	}
	return Outcome{}
}

// Say keeps what a side says.
func (c *Contract) Say(p Party, o Outcome) {
	switch p {
	case Client:
		c.ByClient = o
	case Freelancer:
		c.ByFreelancer = o
	}
}

// SayUntil is the moment from which nothing can be said any more and everything
// said is read; zero while the work goes on.
func (c Contract) SayUntil() time.Time {
	if c.EndedAt.IsZero() {
		return time.Time{}
	}
	return c.EndedAt.Add(OutcomeTime)
}

// RemindAt is when those are reminded who haven't said how it was.
func (c Contract) RemindAt() time.Time { return c.SayUntil().Add(-outcomeReminder) }

// MaySay says why a side can't say how it was; nil where it can.
func (c Contract) MaySay(p Party, now time.Time) error {
	switch {
	case c.EndedAt.IsZero():
		return Refuse(WorkGoesOn)
	case c.By(p).Given():
		return Refuse(SaidAlready)
	case !now.Before(c.SayUntil()):
		return Refuse(SayingIsOver)
	}
	return nil
}

// Told says whether what was said can be read by both: when both have said it,
// or the time is over, so that nobody answers to the other's answer.
func (c Contract) Told(now time.Time) bool {
	return c.ByClient.Given() && c.ByFreelancer.Given() || !c.EndedAt.IsZero() && !now.Before(c.SayUntil())
}

// SeenBy is the contract as a side sees it: what the other has said, and whether
// they have, is hidden until it is told.
func (c Contract) SeenBy(p Party, now time.Time) Contract {
	if c.Told(now) {
		return c
	}
	if p != Client {
		c.ByClient = Outcome{}
	}
	if p != Freelancer {
		c.ByFreelancer = Outcome{}
	}
	return c
}

// Record is what is known of the work that somebody did on one side: how much of
// it was finished, and of how many who said so would work with them again.
// Private jobs are not in it (R14).
type Record struct{ Finished, Asked, Again int }
