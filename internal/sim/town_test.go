// Package sim_test is a town of people who do to each other whatever the house
// lets them, with jumps of the clock, mail that fails and workers that die, and
// the promises that have to hold all the while. A seed is one month of a town.
package sim_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/mail"
	"kith/internal/query"
	"kith/internal/store"
)

// seeds is how many towns are lived through, every other on each database.
func seeds(t *testing.T) int {
	if testing.Short() {
		return 20
	}
	n, err := strconv.Atoi(os.Getenv("KITH_SEEDS"))
	if err != nil {
		return 300
	}
	return n
}

// TestTown lives through many towns on each database. A seed that fails says
// what was done in it, and can be run alone with KITH_SEED.
func TestTown(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		t.Parallel() // the one waits for the disk while the other thinks
		w := kithtest.New(t, url)
		w.House.Limits, w.Desk.Limits = tight, tight
		all := did{}
		first := 0
		if strings.HasPrefix(url, "postgres") {
			first = 1
		}
		for n := first; n < seeds(t); n += 2 {
			live(t, w, n, all)
			if t.Failed() {
				return
			}
		}
		if os.Getenv("KITH_SEED") == "" && seeds(t) >= 100 { // in fewer, a deed can be missing by chance
			all.check(t)
		}
	})
}

// tight limits are reached in a small town.
var tight = func() kith.Limits {
	l := kith.DefaultLimits
	l.OpenInvitationsPerJob, l.WaitingPerJob, l.LivePerReferrer = 4, 2, 2
	return l
}()

// town is one seed.
type town struct {
	*kithtest.World
	t      *testing.T
	rand   *rand.Rand
	seed   int
	now    time.Time
	people []kith.Person
	jobs   []string
	// brought are those who were told of a job by name: its client and whoever
	// was invited, referred or proposed.
	brought     map[string]map[string]bool
	invitations []string
	referrals   []string
	proposals   []string
	post        *post
	log         []string
	did         did
}

// did counts how often each deed was done, over all seeds: a deed that is never
// possible proves nothing.
type did map[string]int

func (d did) check(t *testing.T) {
	for _, one := range deeds {
		if d[one.what] == 0 {
			t.Errorf("nobody ever could %s", one.what)
		}
	}
	t.Log(d)
}

func live(t *testing.T, w *kithtest.World, seed int, all did) {
	if one := os.Getenv("KITH_SEED"); one != "" && one != strconv.Itoa(seed) {
		return
	}
	s := &town{
		World: w, t: t, seed: seed, rand: rand.New(rand.NewPCG(uint64(seed), 20)), now: kithtest.Begin.Add(time.Duration(seed%24) * time.Hour),
		brought: map[string]map[string]bool{}, did: all,
	}
	s.post = watch(s)
	for n := range 6 {
		s.join(n)
	}
	for range 3 {
		s.deed(deed{"post a job", (*town).postJob})
	}
	for range 45 {
		s.pass()
		for try := 0; try < 20 && !s.deed(pick(s, deeds)); try++ { // until one has something to be done to
		}
		if s.t.Failed() {
			break
		}
	}
	s.end()
	if t.Failed() {
		t.Logf("seed %d:\n%s", seed, strings.Join(s.log, "\n"))
	}
}

var zones = []string{"UTC", "America/Los_Angeles", "Asia/Kolkata", "Europe/Lisbon", "Pacific/Auckland", ""}

func (s *town) join(n int) {
	name := fmt.Sprintf("P%dn%d", s.seed, n)
	id, err := s.House.Join(s.Ctx, act.By{Now: s.now}, name+"@kith.test", name, pick(s, zones))
	s.must(err)
	p, err := s.Desk.Person(s.Ctx, id)
	s.must(err)
	s.people = append(s.people, p)
}

// pick is one of all, by chance; the zero value where there is none.
func pick[T any](s *town, all []T) (one T) {
	if len(all) == 0 {
		return one
	}
	return all[s.rand.IntN(len(all))]
}

func (s *town) chance(percent int) bool { return s.rand.IntN(100) < percent }

func (s *town) by(person string) act.By { return act.By{Person: person, Now: s.now} }

func (s *town) reader(person string) query.Reader { return query.Reader{Person: person, Now: s.now} }

func (s *town) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatalf("seed %d: %v\n%s", s.seed, err, strings.Join(s.log, "\n"))
	}
}

func (s *town) errorf(format string, args ...any) {
	s.t.Helper()
	s.t.Errorf("seed %d at %s: %s", s.seed, s.now.Format("2 Jan 15:04:05"), fmt.Sprintf(format, args...))
}

// errNothing: there is nothing yet to do it to.
var errNothing = errors.New("nothing to do it to")

// deed does one thing. Refusals are answers; anything else is a fault of ours.
func (s *town) deed(d deed) (tried bool) {
	err := d.do(s)
	if errors.Is(err, errNothing) {
		return false
	}
	var no kith.Refusal
	var wrong kith.Problems
	switch {
	case err == nil:
		s.did[d.what]++
		s.logf("%s", d.what)
	case errors.As(err, &no), errors.As(err, &wrong), store.IsNone(err):
		s.logf("%s: %v", d.what, err)
	default:
		s.errorf("%s: %v", d.what, err)
	}
	s.check()
	return true
}

func (s *town) logf(format string, args ...any) {
	s.log = append(s.log, s.now.Format("2 Jan 15:04:05 ")+fmt.Sprintf(format, args...))
}

// pass lets time pass: seconds, hours, or days at once as when a machine slept.
// The sweep may not come round, the mail may be away, a worker may die with what
// it has claimed.
func (s *town) pass() {
	s.now = s.now.Add(pick(s, []time.Duration{
		0, 0, 0, time.Second, time.Minute, time.Minute, 3 * time.Minute, 10 * time.Minute, 10 * time.Minute, time.Hour, 5 * time.Hour, 9 * time.Hour, 25 * time.Hour,
	}))
	if s.chance(3) {
		s.now = s.now.Add(time.Duration(1+s.rand.IntN(8)) * 24 * time.Hour)
	}
	if s.chance(10) {
		s.Mail.FailAfterAccepting(1)
	}
	if s.chance(10) {
		s.Mail.FailNext(1+s.rand.IntN(3), mail.ErrNotNow)
	}
	if s.chance(5) {
		s.logf("a worker dies")
		s.must(s.Store.Write(s.Ctx, func(tx *store.Tx) error {
			_, err := tx.ClaimTasks(s.Ctx, s.now, 5*time.Minute, 2)
			return err
		}))
	}
	if s.chance(5) {
		s.diesAfterTheAct()
	}
	if s.chance(70) {
		s.sweep()
	}
}

func (s *town) sweep() {
	_, err := s.Worker.Sweep(s.Ctx, s.now)
	s.must(err)
	s.check()
}
