package kith

import (
	"slices"
	"time"
)

// Takes is from whom somebody takes referrals.
type Takes string

// From whom.
const (
	FromEveryone Takes = "everyone"
	FromCircle   Takes = "circle"
	FromNobody   Takes = "nobody"
)

// TakesAll are all of them, widest first, as they stand on a form.
var TakesAll = []Takes{FromEveryone, FromCircle, FromNobody}

// Valid says whether it is one of them.
func (t Takes) Valid() bool { return slices.Contains(TakesAll, t) }

// Reach is what somebody says about being asked at all. Nobody else sees it.
type Reach struct {
	Takes    Takes
	Away     bool   // until further notice
	AwayTill string // a date, 2006-01-02, from which they can be asked again
}

// AwayAt says whether somebody who lives in zone has a pause at that time.
func (r Reach) AwayAt(now time.Time, zone *time.Location) bool {
	return r.Away || r.AwayTill != "" && now.In(zone).Format(time.DateOnly) < r.AwayTill
}

// AskQuestion is everything that decides whether a candidate can be asked right
// now, about one job, by one referrer.
type AskQuestion struct {
	Candidate  Someone
	Reach      Reach
	Colleagues bool // the referrer is in the candidate's circle
	Blocked    bool // either way, between the candidate and the referrer or the client
	Hired      bool // on this job
	Waiting    int  // referrals that wait for the candidate
	Limits     Limits
	Now        time.Time
	Zone       *time.Location // where the candidate lives
}

// hindrance keeps a candidate from being asked. Its name is read in tests only:
// people read one and the same sentence, whatever it is (R11).
type hindrance struct {
	name   string
	stands func(q AskQuestion) bool
}

var hindrances = []hindrance{
	{"takes none", func(q AskQuestion) bool { return q.Reach.Takes == FromNobody }},
	{"takes them from the circle", func(q AskQuestion) bool { return q.Reach.Takes == FromCircle && !q.Colleagues }},
	{"paused", func(q AskQuestion) bool { return q.Reach.AwayAt(q.Now, q.Zone) }},
	{"blocked", func(q AskQuestion) bool { return q.Blocked }},
	{"hired", func(q AskQuestion) bool { return q.Hired }},
	{"at the limit", func(q AskQuestion) bool { return q.Waiting >= q.Limits.WaitingPerCandidate }},
}

// CanBeAsked is nil where the candidate can be asked right now, else the one
// refusal that tells nothing of why. Every hindrance is looked at each time.
func CanBeAsked(q AskQuestion) error {
	hindered := false
	for _, h := range hindrances {
		hindered = h.stands(q) || hindered
	}
	if hindered {
		return Refusal{Code: CantBeAskedNow, Name: FirstName(q.Candidate.Name)}
	}
	return nil
}
