package kith_test

import (
	"testing"
	"time"

	"kith/internal/kith"
)

// TestEveryWaitHasItsWords holds that a kind of waiting has a place to lead to,
// and a title, a line and a button.
func TestEveryWaitHasItsWords(t *testing.T) {
	voice := english(t)
	for _, kind := range constants[kith.WaitKind](t, "WaitKind") {
		if path := (kith.Wait{Kind: kind, ID: "x"}).Path(); path == "x" || path == "" {
			t.Errorf("%s leads to %q", kind, path)
		}
		for _, word := range []string{"turn.title.", "turn.line.", "turn.button."} {
			if !voice.Has(word + string(kind)) {
				t.Errorf("%s%s is not in the catalogue", word, kind)
			}
		}
	}
}

// TestNearestDeadlineFirst: what has run out is left out, at the deadline and not
// only after it; what stands still comes when standing itself ends it.
func TestNearestDeadlineFirst(t *testing.T) {
	now := time.Date(2026, 4, 28, 9, 0, 0, 0, time.UTC)
	due := func(kind kith.WaitKind, id string, after time.Duration) kith.Wait {
		return kith.Wait{Kind: kind, ID: id, Due: now.Add(after)}
	}
	stands := due(kith.WaitReferral, "stands", -time.Hour)
	stands.Stand.StopForJob(now.Add(-2 * time.Hour))
	got := ""
	for _, w := range kith.StillWaiting([]kith.Wait{
		due(kith.WaitApproval, "late", 0), stands, due(kith.WaitApproval, "c", time.Hour), due(kith.WaitReferral, "b", time.Hour),
		due(kith.WaitReferral, "a", time.Hour), due(kith.WaitInvitation, "d", time.Hour), due(kith.WaitApproval, "first", time.Second),
	}, now) {
		got += w.ID + " "
	}
	if want := "first d a b c stands "; got != want {
		t.Errorf("%s, not %s", got, want)
	}
}
