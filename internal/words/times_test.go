package words_test

import (
	"testing"
	"time"

	"kith/internal/words"
)

// speaking is an English voice at a moment in a zone.
func speaking(t testing.TB, zone, now string) words.Voice {
	t.Helper()
	v := english(t)
	z, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	v.Zone = z
	if v.Now, err = time.ParseInLocation("2006-01-02 15:04:05", now, z); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestTimesInTheReadersZone tells one moment to readers in several places.
func TestTimesInTheReadersZone(t *testing.T) {
	moment := time.Date(2026, 4, 30, 13, 0, 0, 0, time.UTC)
	for _, row := range []struct{ zone, when, short, day, iso string }{
		{"Europe/Lisbon", "Thursday 30 April, 14:00", "Thu 30 Apr, 14:00", "Thu 30 April", "2026-04-30T14:00:00+01:00"},
		{"Europe/Stockholm", "Thursday 30 April, 15:00", "Thu 30 Apr, 15:00", "Thu 30 April", "2026-04-30T15:00:00+02:00"},
		{"America/New_York", "Thursday 30 April, 09:00", "Thu 30 Apr, 09:00", "Thu 30 April", "2026-04-30T09:00:00-04:00"},
		{"Pacific/Kiritimati", "Friday 1 May, 03:00", "Fri 1 May, 03:00", "Fri 1 May", "2026-05-01T03:00:00+14:00"},
	} {
		v := speaking(t, row.zone, "2026-04-28 09:00:00")
		if got := v.When(moment); got != row.when {
			t.Errorf("%s: %q, should be %q", row.zone, got, row.when)
		}
		if got := v.Short(moment); got != row.short {
			t.Errorf("%s: %q, should be %q", row.zone, got, row.short)
		}
		if got := v.Day(moment); got != row.day {
			t.Errorf("%s: %q, should be %q", row.zone, got, row.day)
		}
		if got := v.Iso(moment); got != row.iso {
			t.Errorf("%s: %q, should be %q", row.zone, got, row.iso)
		}
	}
}

func TestAnotherYearIsNamed(t *testing.T) {
	v := speaking(t, "UTC", "2026-12-30 09:00:00")
	if got := v.When(time.Date(2027, 1, 2, 9, 0, 0, 0, time.UTC)); got != "Saturday 2 January 2027, 09:00" {
		t.Error(got)
	}
	if got := v.Date("2027-05-03"); got != "3 May 2027" {
		t.Error(got)
	}
	if got := v.Date("2026-05-03"); got != "3 May" {
		t.Error(got)
	}
	if got := v.When(time.Time{}) + v.Short(time.Time{}) + v.Day(time.Time{}) + v.Date(""); got != "" {
		t.Errorf("no time at all is %q", got)
	}
}

func TestLeft(t *testing.T) {
	v := speaking(t, "Europe/Lisbon", "2026-04-28 10:00:00")
	for left, want := range map[time.Duration]string{
		-time.Second:                 "",
		0:                            "",
		time.Second:                  "in 1 minute",
		time.Minute:                  "in 1 minute",
		10 * time.Minute:             "in 10 minutes",
		59*time.Minute + time.Second: "in 60 minutes",
		time.Hour:                    "in 1 hour",
		90 * time.Minute:             "in 1 hour",
		23 * time.Hour:               "in 23 hours",
		24 * time.Hour:               "tomorrow",
		37 * time.Hour:               "tomorrow",
		48 * time.Hour:               "in 2 days",
		7 * 24 * time.Hour:           "in 7 days",
	} {
		if got := v.Left(v.Now.Add(left)); got != want {
			t.Errorf("%s left: %q, should be %q", left, got, want)
		}
	}
	v = speaking(t, "Europe/Lisbon", "2026-10-25 00:10:00") // a day of 25 hours
	if got := v.Left(v.Now.Add(24 * time.Hour)); got != "tomorrow" {
		t.Errorf("24 hours left on a day of 25: %q", got)
	}
}

func TestDue(t *testing.T) {
	v := speaking(t, "Europe/Lisbon", "2026-04-28 10:00:00")
	day, rest := v.Due(v.Now.Add(4*time.Hour + 30*time.Minute))
	if day != "Today 14:30" || rest != "in 4 hours" {
		t.Errorf("%q, %q", day, rest)
	}
	day, rest = v.Due(v.Now.Add(71 * time.Hour))
	if day != "Fri 1 May" || rest != "09:00, in 3 days" {
		t.Errorf("%q, %q", day, rest)
	}
}

func TestLanguages(t *testing.T) {
	v := english(t)
	codes, unknown := v.ParseLanguages("English, pt; Klingon, SWEDISH, tlh", []string{"tlh"})
	if len(unknown) != 1 || unknown[0] != "Klingon" || v.LanguageNames(codes) != "English, Portuguese, Swedish, tlh" {
		t.Errorf("%v, %v", codes, unknown)
	}
}
