package act

import (
	"kith/internal/check"
	"kith/internal/kith"
)

// LeaveOut is what has to go from a text that is sent at once and so can't wait
// for a reviewer, as questions and thanks do (R15): each part that looks like
// contact details, a link or abuse, named as it was typed.
func LeaveOut(field, text string) kith.Problems {
	var wrong kith.Problems
	for _, h := range check.Texts(text) {
		wrong.Add(true, field, "words_"+string(h.Rule), "what", text[h.From:h.To])
	}
	return wrong
}
