package act_test

import (
	"fmt"
	"testing"
	"time"

	"kith/internal/kith"
	"kith/internal/kithtest"
)

// TestTheLimitOfACandidateHolds lets fifty referrals of one candidate, to fifty
// jobs, leave at once: no more wait than may.
func TestTheLimitOfACandidateHolds(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		c := crowdOf(t, url)
		c.House.Limits.LivePerReferrer = 100
		ids := make([]string, 50)
		for i := range ids {
			_, invitation := c.invite(i)
			ids[i] = c.refer(invitation, "Bo")
		}
		c.Clock.Pass(11 * time.Minute)
		c.warm()
		if yes := count(t, many(50, func(i int) error { return c.House.Settle(c.Ctx, ids[i], c.Clock.Now()) })); yes != 50 {
			t.Errorf("%d of 50 were settled", yes)
		}
		waiting := 0
		for _, id := range ids {
			if r, _ := c.read(id); r.State == kith.AwaitingCandidate {
				waiting++
			}
		}
		if limit := c.House.Limits.WaitingPerCandidate; waiting != limit {
			t.Errorf("%d wait, the limit is %d", waiting, limit)
		}
	})
}

// TestTheLimitOfInvitationsHolds sends fifty invitations to one job at once: no
// more are open than may.
func TestTheLimitOfInvitationsHolds(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		c := crowdOf(t, url)
		c.House.Limits.OpenInvitationsPerJob = 7
		job := c.post("Wanted by many")
		people := make([]string, 50)
		for i := range people {
			people[i] = c.join(fmt.Sprintf("Invited%d Of", i))
		}
		c.warm()
		errs := many(50, func(i int) error {
			_, err := c.House.Invite(c.Ctx, c.By(c.otis), job, people[i], "")
			return err
		})
		if yes := count(t, errs); yes != 7 {
			t.Errorf("%d are open, the limit is 7", yes)
		}
		if err := errs[len(errs)-1]; err != nil && err != (kith.Refusal{Code: kith.TooManyInvitations, Limit: 7}) {
			t.Errorf("refused with %v", err)
		}
	})
}
