package kith

import "time"

const day = 24 * time.Hour

// Times that the rules give (R4, R10).
const (
	UndoTime      = 10 * time.Minute
	CandidateTime = 48 * time.Hour
	ClientTime    = 72 * time.Hour
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

// ReminderFor is when to remind of a deadline: a day before, never in quiet
// hours. It is zero where there would be no time between asking and reminding.
func ReminderFor(asked, deadline time.Time, zone *time.Location) time.Time {
	at := outOfQuiet(deadline.Add(-day), zone)
	if !at.After(asked) || !at.Before(deadline) {
		return time.Time{}
	}
	return at
}

// InvitationReminder is when a pending invitation is remembered: on day three,
// never in quiet hours.
func InvitationReminder(invited time.Time, zone *time.Location) time.Time {
	return outOfQuiet(invited.Add(3*day), zone)
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
