package words

import "time"

// Hour is a time of day: "14:00".
func (v Voice) Hour(t time.Time) string { return t.In(v.Zone).Format("15:04") }

// Due is a deadline in a list of them, as a large word and a small one: "Today
// 18:30" and "in 4 hours", "Fri 1 May" and "09:00, in 3 days".
func (v Voice) Due(t time.Time) (day, rest string) {
	if v.SameDay(t, v.Now) {
		return v.T("time.today", "at", v.Hour(t)), v.Left(t)
	}
	return v.Day(t), v.T("time.at_left", "at", v.Hour(t), "left", v.Left(t))
}

// SameDay says whether two moments fall on one day where the reader lives.
func (v Voice) SameDay(a, b time.Time) bool {
	return a.In(v.Zone).Format(time.DateOnly) == b.In(v.Zone).Format(time.DateOnly)
}
