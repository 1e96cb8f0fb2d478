package parts

import (
	"strconv"
	"strings"
	"time"
)

// or gives the first of its words that isn't empty.
func or(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}

// describedBy lists the ids of what explains a field, in reading order.
func describedBy(id, hint, problem, unit string) string {
	var ids []string
	for _, part := range []struct{ text, suffix string }{{hint, "-hint"}, {unit, "-unit"}, {problem, "-error"}} {
		if part.text != "" {
			ids = append(ids, id+part.suffix)
		}
	}
	return strings.Join(ids, " ")
}

// optionID gives the first option its group's own id, so that the link of an
// error summary lands on something that takes the focus.
func optionID(id string, i int) string {
	if i == 0 {
		return id
	}
	return id + "-" + strconv.Itoa(i+1)
}

// machine is the form of a time that <time datetime> wants.
func machine(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// level keeps a heading between h2 and h4; 0 means the usual one for the part.
func level(asked, usual int) int {
	if asked < 2 || asked > 4 {
		return usual
	}
	return asked
}
