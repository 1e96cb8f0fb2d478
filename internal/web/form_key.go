package web

import (
	"strconv"
	"strings"
	"time"

	"kith/internal/ids"
)

// A form's one-time key also says when the form was drawn and for whom. Whoever
// comes too late is told what happened since then, and a form that was sent after
// its session ended is shown again to nobody else. A made-up key gains nothing:
// people are told only what they may see anyway.

// newKey is a one-time key for a form: an id, the time, and a mark of the reader.
func (v *visit) newKey() string {
	id := v.site.IDs.New()
	return id + "_" + strconv.FormatInt(v.now.UnixMilli(), 36) + "_" + markOf(id, v.me.ID)
}

// markOf ties a key to a person, whose id it doesn't tell.
func markOf(id, person string) string {
	if person == "" {
		return ""
	}
	return ids.Hash(id + person)[:16]
}

// marked says whether a key tells whom its form was drawn for.
func marked(key string) bool {
	p := strings.Split(key, "_")
	return len(p) == 3 && p[2] != ""
}

// shownAt is when a form was drawn; zero where its key doesn't say.
func shownAt(key string) time.Time {
	p := strings.Split(key, "_")
	if len(p) != 3 {
		return time.Time{}
	}
	ms, err := strconv.ParseInt(p[1], 36, 64)
	if err != nil {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

// keyIsOf says whether a form was drawn for this person.
func keyIsOf(key, person string) bool {
	p := strings.Split(key, "_")
	return len(p) == 3 && p[2] != "" && p[2] == markOf(p[0], person)
}
