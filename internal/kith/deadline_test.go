package kith_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"kith/internal/kith"
)

const minuteForm = "2006-01-02 15:04"

func zoneOf(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// Times on the wall where the person lives. Clocks went forward on 29 March
// and back on 25 October in Europe, on 8 March and 1 November in New York.
func TestDeadlines(t *testing.T) {
	cases := []struct{ name, zone, from, want string }{
		{"by day it stays", "Europe/Lisbon", "2026-04-28 14:00", "2026-04-30 14:00"},
		{"20:00 exactly moves", "Europe/Lisbon", "2026-04-28 20:00", "2026-05-01 09:00"},
		{"19:59 stays", "Europe/Lisbon", "2026-04-28 19:59", "2026-04-30 19:59"},
		{"09:00 stays", "Europe/Lisbon", "2026-04-28 09:00", "2026-04-30 09:00"},
		{"08:59 moves", "Europe/Lisbon", "2026-04-28 08:59", "2026-04-30 09:00"},
		{"midnight moves to the same day", "Europe/Lisbon", "2026-04-28 00:00", "2026-04-30 09:00"},
		{"late moves over the end of the year", "Europe/Stockholm", "2026-12-29 22:30", "2027-01-01 09:00"},

		{"forward: an hour later on the wall", "Europe/Lisbon", "2026-03-28 12:00", "2026-03-30 13:00"},
		{"forward: an hour later on the wall", "Europe/Stockholm", "2026-03-28 12:00", "2026-03-30 13:00"},
		{"forward: an hour later on the wall", "America/New_York", "2026-03-07 12:00", "2026-03-09 13:00"},
		{"back: an hour earlier on the wall", "Europe/Lisbon", "2026-10-24 12:00", "2026-10-26 11:00"},
		{"back: an hour earlier on the wall", "Europe/Stockholm", "2026-10-24 12:00", "2026-10-26 11:00"},
		{"back: an hour earlier on the wall", "America/New_York", "2026-10-31 12:00", "2026-11-02 11:00"},

		{"forward into the quiet hours", "Europe/Stockholm", "2026-03-28 19:00", "2026-03-31 09:00"},
		{"forward out of the quiet hours", "Europe/Lisbon", "2026-03-28 08:00", "2026-03-30 09:00"},
		{"back out of the quiet hours", "Europe/Stockholm", "2026-10-24 20:30", "2026-10-26 19:30"},
		{"back into the quiet hours", "America/New_York", "2026-10-31 09:30", "2026-11-02 09:00"},
		{"quiet till the morning of the change", "Europe/Stockholm", "2026-03-26 22:00", "2026-03-29 09:00"},
		{"quiet till the morning of the change", "America/New_York", "2026-10-29 21:00", "2026-11-01 09:00"},
	}
	for _, c := range cases {
		zone := zoneOf(t, c.zone)
		from, err := time.ParseInLocation(minuteForm, c.from, zone)
		if err != nil {
			t.Fatal(err)
		}
		due := kith.DueBy(from.UTC(), kith.CandidateTime, zone)
		if got := due.In(zone).Format(minuteForm); got != c.want {
			t.Errorf("%s, %s: 48 hours from %s end %s, want %s", c.name, c.zone, c.from, got, c.want)
		}
	}
}

func TestAnHourIsElapsedTime(t *testing.T) {
	for _, name := range []string{"Europe/Lisbon", "Europe/Stockholm", "America/New_York"} {
		zone := zoneOf(t, name)
		for _, day := range []time.Time{time.Date(2026, 3, 7, 12, 0, 0, 0, zone), time.Date(2026, 10, 24, 12, 0, 0, 0, zone)} {
			for n := range 30 {
				from := day.AddDate(0, 0, n)
				if got := kith.DueBy(from, kith.CandidateTime, zone).Sub(from); got != 48*time.Hour {
					t.Errorf("%s: from %v it is %v", name, from, got)
				}
			}
		}
	}
}

var somewhere = []string{
	"Europe/Lisbon", "Europe/Stockholm", "America/New_York", "UTC", "Asia/Kolkata", "Asia/Kathmandu",
	"Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Kiritimati", "America/St_Johns", "Africa/Casablanca",
}

func anyMoment(t *rapid.T, label string) time.Time {
	begin := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	return time.Unix(rapid.Int64Range(begin, begin+10*365*86400).Draw(t, label), 0).UTC()
}

func quiet(at time.Time, zone *time.Location) bool {
	h := at.In(zone).Hour()
	return h >= 20 || h < 9
}

func TestADeadlineIsNeverInTheQuietHours(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		zone := zoneOf(t, rapid.SampledFrom(somewhere).Draw(r, "zone"))
		from := anyMoment(r, "from")
		given := time.Duration(rapid.Int64Range(0, int64(14*24*time.Hour)).Draw(r, "given"))
		due := kith.DueBy(from, given, zone)
		if quiet(due, zone) {
			r.Errorf("%v is in the quiet hours", due.In(zone))
		}
		// The night has 13 hours; one more where clocks go back in it.
		if late := due.Sub(from.Add(given)); late < 0 || late > 14*time.Hour {
			r.Errorf("it moved by %v", late)
		}
		if again := kith.DueBy(due, 0, zone); !again.Equal(due) {
			r.Errorf("it moves twice: %v, %v", due, again)
		}
	})
}

func TestAReminderComesBetween(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		zone := zoneOf(t, rapid.SampledFrom(somewhere).Draw(r, "zone"))
		asked := anyMoment(r, "asked")
		given := time.Duration(rapid.Int64Range(0, int64(7*24*time.Hour)).Draw(r, "given"))
		due := kith.DueBy(asked, given, zone)
		r0 := kith.Referral{State: kith.AwaitingCandidate, AskedAt: asked, Deadline: due, Place: rapid.IntRange(0, 2).Draw(r, "place")}
		at := r0.ReminderFor(zone)
		if at.IsZero() {
			if given >= kith.CandidateTime && r0.Place == 0 {
				r.Errorf("nobody reminds of %v", due)
			}
			return
		}
		if quiet(at, zone) || !at.After(asked) || !at.Before(due) || at.Before(due.Add(-24*time.Hour)) {
			r.Errorf("asked %v, reminded %v, due %v", asked, at, due)
		}
	})
}

func TestAnInvitationIsRememberedOnDayThree(t *testing.T) {
	zone := zoneOf(t, "Europe/Lisbon")
	invited := time.Date(2026, 4, 28, 21, 30, 0, 0, zone)
	want := time.Date(2026, 5, 2, 9, 0, 0, 0, zone)
	if got := (kith.Invitation{InvitedAt: invited}).RemindAt(zone); !got.Equal(want) {
		t.Errorf("reminded %v, want %v", got.In(zone), want)
	}
}
