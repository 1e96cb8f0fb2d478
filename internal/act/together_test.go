package act_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
)

// TestFiveAtOnce lets five people and the clock decide about one referral at
// the same moment: one of them does, the others are refused in words.
func TestFiveAtOnce(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		c := crowdOf(t, url)
		for round := range 8 {
			job, invitation := c.invite(round)
			id := c.refer(invitation, fmt.Sprintf("Bo%d", round))
			c.Pass(11 * time.Minute)
			bo, now := c.candidate, c.Clock.Now()
			c.warm()
			errs := together(
				func() error {
					_, err := c.House.AcceptReferral(c.Ctx, act.By{Person: bo, Now: now}, id, act.Yes{Offer: act.Offer{ProfileOnly: true}, Vouch: kith.WorkedTogether})
					return err
				},
				func() error {
					return c.House.DeclineReferral(c.Ctx, act.By{Person: bo, Now: now}, id, act.No{Reason: kith.TooBusy})
				},
				func() error { return c.House.WithdrawReferral(c.Ctx, act.By{Person: c.ana, Now: now}, id) },
				// Closing is possible after any of the others too.
				func() error { return c.House.CloseJob(c.Ctx, act.By{Person: c.otis, Now: now}, job) },
				func() error { return c.House.Settle(c.Ctx, id, now.Add(90*time.Hour)) },
			)
			c.oneDecided(t, id, errs)
		}
	})
}

// oneDecided checks that the referral ended once, as the one who was let
// through wanted, and that everybody else was refused in words.
func (c *crowd) oneDecided(t *testing.T, id string, errs []error) {
	t.Helper()
	r, events := c.read(id)
	decided := 0
	for _, kind := range events {
		switch kind {
		case kith.CandidateYes, kith.CandidateNo, kith.CandidateLapsed, kith.ReferralTakenBack, kith.ReferralCancelled:
			decided++
		}
	}
	if decided != 1 {
		t.Errorf("%d decided: %v", decided, events)
	}
	through := []bool{
		r.State == kith.Introduced, r.State == kith.ReferralDeclined, r.State == kith.ReferralWithdrawn,
		true, true, // the job closes and the clock goes on, whoever was first
	}
	for i, err := range errs {
		if through[i] != (err == nil) {
			t.Errorf("number %d of the five: %v, while it is %s", i, err, r.State)
		}
		if err != nil && !refused(err) {
			t.Errorf("number %d of the five was not refused in words: %v", i, err)
		}
	}
}

// TestFiftyEqualRequests sends one referral fifty times at once, with and
// without the key of the form: there is one, and with the key all fifty are led
// to it.
func TestFiftyEqualRequests(t *testing.T) {
	for name, key := range map[string]string{"with the form's key": "key-1", "without": ""} {
		t.Run(name, func(t *testing.T) {
			kithtest.OnBoth(t, func(t *testing.T, url string) {
				c := crowdOf(t, url)
				job, invitation := c.invite(0)
				c.draft(invitation, "Bo")
				ids := make([]string, 50)
				c.warm()
				errs := many(50, func(i int) (err error) {
					ids[i], err = c.House.Refer(c.Ctx, act.By{Person: c.ana, Now: c.Clock.Now(), Key: key}, invitation)
					return err
				})
				all := c.referrals(job)
				if len(all) != 1 {
					t.Fatalf("%d referrals", len(all))
				}
				for i, err := range errs {
					if err == nil && ids[i] != all[0].ID {
						t.Errorf("led to %q, it is %q", ids[i], all[0].ID)
					}
				}
				if yes := count(t, errs); key != "" && yes != 50 || key == "" && yes != 1 {
					t.Errorf("%d of 50 were let through", yes)
				}
			})
		})
	}
}

// TestTheLimitOfAJobHolds sends fifty referrals to one job, and lets all leave
// at once: no more wait than may.
func TestTheLimitOfAJobHolds(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		c := crowdOf(t, url)
		c.House.Limits.OpenInvitationsPerJob = 100
		job := c.post("Wanted by many")
		sent := many(50, func(i int) error {
			who := c.join(fmt.Sprintf("Sender%d Of", i))
			invitation, err := c.House.Invite(c.Ctx, c.By(c.otis), job, who, "")
			if err != nil {
				return err
			}
			return c.send(who, invitation, c.join(fmt.Sprintf("Asked%d Of", i)))
		})
		if yes := count(t, sent); yes != 50 {
			t.Fatalf("%d of 50 were sent; those that are sending don't count", yes)
		}
		c.Clock.Pass(11 * time.Minute)
		all := c.referrals(job)
		if yes := count(t, many(50, func(i int) error { return c.House.Settle(c.Ctx, all[i].ID, c.Clock.Now()) })); yes != 50 {
			t.Errorf("%d of 50 were settled", yes)
		}
		if n, limit := c.in(job, kith.AwaitingCandidate), c.House.Limits.WaitingPerJob; n != limit {
			t.Errorf("%d wait, the limit is %d", n, limit)
		}
	})
}

// TestTheLimitOfAReferrerHolds hands fifty invitations on at once: no more live
// than may.
func TestTheLimitOfAReferrerHolds(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		c := crowdOf(t, url)
		invitations := make([]string, 50)
		for i := range invitations {
			_, invitations[i] = c.invite(i)
			c.draft(invitations[i], fmt.Sprintf("Called%d Up", i))
		}
		c.warm()
		errs := many(50, func(i int) error {
			_, err := c.House.Refer(c.Ctx, c.By(c.ana), invitations[i])
			return err
		})
		if yes, limit := count(t, errs), c.House.Limits.LivePerReferrer; yes != limit {
			t.Errorf("%d live, the limit is %d", yes, limit)
		}
	})
}

func refused(err error) bool {
	var no kith.Refusal
	return errors.As(err, &no)
}

// count is how many were let through; the others must have been refused in
// words.
func count(t *testing.T, errs []error) (yes int) {
	t.Helper()
	for _, err := range errs {
		if err == nil {
			yes++
		} else if !refused(err) {
			t.Errorf("not refused in words: %v", err)
		}
	}
	return yes
}

// many does something n times at once.
func many(n int, do func(i int) error) []error {
	all := make([]func() error, n)
	for i := range all {
		all[i] = func() error { return do(i) }
	}
	return together(all...)
}

// together does all at once, as nearly as that goes.
func together(all ...func() error) []error {
	errs, start := make([]error, len(all)), make(chan struct{})
	var done sync.WaitGroup
	for i, do := range all {
		done.Go(func() {
			<-start
			errs[i] = do()
		})
	}
	close(start)
	done.Wait()
	return errs
}
