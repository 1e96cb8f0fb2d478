package act_test

import (
	"testing"
	"time"

	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/store"
)

// TestTimeThatPassesTwice lets the clock do each of its acts twice, as when a
// worker died before it could say that it was done: the second changes nothing.
func TestTimeThatPassesTwice(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		c := crowdOf(t, url)
		_, invitation := c.invite(1)
		twice := func(what string, pass time.Duration, do func(now time.Time) error) {
			t.Helper()
			c.Pass(pass)
			before := c.happened(invitation)
			for range 2 {
				c.must(do(c.Clock.Now()))
			}
			if after := c.happened(invitation); after != before {
				t.Errorf("%s: %d events, %d before", what, after, before)
			}
		}
		twice("remembering the invitation", 73*time.Hour, func(now time.Time) error { return c.House.RemindInvitation(c.Ctx, invitation, now) })
		id := c.refer(invitation, "Bo1")
		twice("leaving", 11*time.Minute, func(now time.Time) error { return c.House.Settle(c.Ctx, id, now) })
		twice("reminding the candidate", 30*time.Hour, func(now time.Time) error { return c.House.Remind(c.Ctx, id, now) })
		twice("the end of the wait", 48*time.Hour, func(now time.Time) error { return c.House.Settle(c.Ctx, id, now) })
		twice("the invitation’s end", 8*24*time.Hour, func(now time.Time) error { return c.House.LapseInvitation(c.Ctx, invitation, now) })
		_, events := c.read(id)
		if n := times(events, kith.CandidateReminded); n != 1 {
			t.Errorf("reminded %d times", n)
		}
	})
}

func times(events []kith.EventKind, kind kith.EventKind) (n int) {
	for _, e := range events {
		if e == kind {
			n++
		}
	}
	return n
}

// happened is how much has happened to an invitation and what came of it.
func (c *crowd) happened(invitation string) (n int) {
	c.must(c.Store.Read(c.Ctx, func(tx *store.Tx) error {
		all, err := tx.EventsOfInvitation(c.Ctx, invitation)
		n = len(all)
		return err
	}))
	return n
}
