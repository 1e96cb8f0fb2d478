package kith

import "time"

const day = 24 * time.Hour

// Times that the rules give (R4, R10).
const (
	UndoTime      = 10 * time.Minute
	CandidateTime = 48 * time.Hour
	ClientTime    = 72 * time.Hour
	BenchTime     = 24 * time.Hour // for each on the bench
	OutsiderTime  = 14 * day       // for an outsider's link, from when it is made (R13)
	MoreTime      = 48 * time.Hour // once, on the old deadline
	AskingTime    = 7 * day        // from when the first was asked
)

// A reminder comes a day before, on clocks of a day six hours.
const (
	remindBefore      = day
	remindBenchBefore = 6 * time.Hour
)

// Quiet hours: a deadline that falls into them moves to their end (R10).
// 20:00 exactly moves, 09:00 stays.
const (
	quietFrom = 20
	quietTill = 9
)

// DueBy is the deadline of somebody who lives in zone and is given a time from
// a moment on. Elapsed hours count, also over a change to summer time; last of
// all, a deadline in the quiet hours moves to nine in the morning.
func DueBy(from time.Time, given time.Duration, zone *time.Location) time.Time {
	return outOfQuiet(from.Add(given), zone)
}

// ReminderFor is when to remind whoever's turn it is in zone of the deadline,
// never in quiet hours. It is zero where there would be no time between asking
// and reminding.
func (r Referral) ReminderFor(zone *time.Location) time.Time {
	before, since := remindBefore, r.AskedAt
	switch {
	case r.State == AwaitingClient:
		since = r.SaidYesAt
	case r.Place > 0 && !r.CandidateMore:
		before = remindBenchBefore
	}
	at := outOfQuiet(r.Deadline.Add(-before), zone)
	if r.Deadline.IsZero() || r.State == AwaitingOutsider || !at.After(since) || !at.Before(r.Deadline) {
		return time.Time{}
	}
	return at
}

// TimeToAsk says whether there is time to ask somebody at a moment: nobody is
// asked with less than a day left of the time for asking.
func (r Referral) TimeToAsk(at time.Time) bool {
	return r.AskingEnds.IsZero() || !at.Add(BenchTime).After(r.AskingEnds)
}

// LatestEnd is the latest end that a chain asked from a moment on can have, more
// time and quiet hours included, when its people live in zones, in their order.
func LatestEnd(asked time.Time, zones []*time.Location) time.Time {
	ends := asked.Add(AskingTime)
	latest := outOfQuiet(earlier(DueBy(asked, CandidateTime, zones[0]).Add(MoreTime), ends), zones[0])
	for _, zone := range zones[1:] {
		if at := outOfQuiet(ends, zone); at.After(latest) {
			latest = at
		}
	}
	return latest
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// RemindAt is when a pending invitation is remembered: on day three, later by as
// long as its clock stood, never in quiet hours.
func (i Invitation) RemindAt(zone *time.Location) time.Time {
	return outOfQuiet(i.InvitedAt.Add(3*day+i.Stand.Stood), zone)
}

func outOfQuiet(t time.Time, zone *time.Location) time.Time {
	local := t.In(zone)
	y, m, d := local.Date()
	switch {
	case local.Hour() >= quietFrom:
		d++
	case local.Hour() >= quietTill:
		return t
	}
	return time.Date(y, m, d, quietTill, 0, 0, 0, zone).UTC()
}
