package words

import (
	"strings"
	"time"
)

// When is a moment as people say it: "Thursday 30 April, 14:00". A year other
// than the present one is named.
func (v Voice) When(t time.Time) string { return v.clock(t, "Monday", "January") }

// Short is When with short names: "Thu 30 Apr, 14:00".
func (v Voice) Short(t time.Time) string { return v.clock(t, "Mon", "Jan") }

func (v Voice) clock(t time.Time, day, month string) string {
	if t.IsZero() {
		return ""
	}
	return v.day(t.In(v.Zone), day, month) + ", " + t.In(v.Zone).Format("15:04")
}

// Day is a date as people say it: "Thu 30 April".
func (v Voice) Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return v.day(t.In(v.Zone), "Mon", "January")
}

// Date is a typed date (2006-01-02) as people say it: "3 May".
func (v Voice) Date(d string) string {
	t, err := time.Parse(time.DateOnly, d)
	if err != nil {
		return d
	}
	return v.day(t, "", "January")
}

func (v Voice) day(local time.Time, day, month string) string {
	layout := "2 " + month
	if day != "" {
		layout = day + " " + layout
	}
	if local.Year() != v.Now.In(v.Zone).Year() {
		layout += " 2006"
	}
	said := local.Format(layout)
	if !v.Tied {
		return said
	}
	return tie(said, day == "Monday")
}

// tie puts spaces that don't break between the words of a date; a long name of
// a weekday may stand alone at the end of a line.
func tie(date string, longDay bool) string {
	first := ""
	if longDay {
		var rest string
		first, rest, _ = strings.Cut(date, " ")
		first, date = first+" ", rest
	}
	return first + strings.ReplaceAll(date, " ", "\u00a0")
}

// Iso is a moment for machines, in a datetime attribute.
func (v Voice) Iso(t time.Time) string { return t.In(v.Zone).Format(time.RFC3339) }

// Left is roughly how long until t: "in 4 hours", "tomorrow", "in 3 days". It
// is empty for what has passed.
func (v Voice) Left(t time.Time) string {
	left := t.Sub(v.Now)
	switch {
	case left <= 0:
		return ""
	case left < time.Hour:
		return v.T("time.minutes", "count", int((left+time.Minute-1)/time.Minute))
	case left < 24*time.Hour:
		return v.T("time.hours", "count", int(left/time.Hour))
	}
	return v.T("time.days", "count", v.daysUntil(t))
}

func (v Voice) daysUntil(t time.Time) int {
	from, to := v.Now.In(v.Zone), t.In(v.Zone)
	start := time.Date(from.Year(), from.Month(), from.Day(), 12, 0, 0, 0, time.UTC)
	end := time.Date(to.Year(), to.Month(), to.Day(), 12, 0, 0, 0, time.UTC)
	return max(1, int(end.Sub(start)/(24*time.Hour)))
}
