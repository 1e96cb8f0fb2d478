package act_test

import (
	"fmt"
	"sync"
	"testing"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/store"
)

// crowd is a world with a client and a referrer who do much.
type crowd struct {
	*kithtest.World
	otis, ana, candidate string
}

func crowdOf(t *testing.T, url string) *crowd {
	c := &crowd{World: kithtest.New(t, url)}
	c.otis, c.ana = c.join("Otis Grant"), c.join("Ana Ferreira")
	return c
}

// warm has connections to the database ready, so that what is done together
// isn't done by the one that is there first.
func (c *crowd) warm() {
	var here sync.WaitGroup
	here.Add(4)
	many(4, func(int) error {
		return c.Store.Read(c.Ctx, func(tx *store.Tx) error {
			_, err := tx.CountPeople(c.Ctx)
			here.Done()
			here.Wait()
			return err
		})
	})
}

// join makes a person, or finds them; unlike World.Join from many at once.
func (c *crowd) join(name string) string {
	id, err := c.House.Join(c.Ctx, c.By(""), kith.FirstName(name)+"@kith.test", name, "UTC")
	if err != nil {
		c.T.Error(err)
	}
	return id
}

func (c *crowd) post(title string) string {
	id, err := c.House.PostJob(c.Ctx, c.By(c.otis), kith.Job{Title: title, Text: "Twelve.", Visibility: kith.Public, Openings: 1, StatedPolicy: kith.PolicyOpen})
	c.must(err)
	return id
}

// invite makes a job to which Ana is invited.
func (c *crowd) invite(n int) (job, invitation string) {
	job = c.post(fmt.Sprintf("Poems %d", n))
	invitation, err := c.House.Invite(c.Ctx, c.By(c.otis), job, c.ana, "")
	c.must(err)
	return job, invitation
}

func (c *crowd) draft(invitation, candidate string) {
	c.candidate = c.join(candidate)
	c.must(c.House.Draft(c.Ctx, c.By(c.ana), invitation, answers(c.candidate)))
}

func (c *crowd) refer(invitation, candidate string) string {
	c.draft(invitation, candidate)
	id, err := c.House.Refer(c.Ctx, c.By(c.ana), invitation)
	c.must(err)
	return id
}

func (c *crowd) send(referrer, invitation, candidate string) error {
	if err := c.House.Draft(c.Ctx, c.By(referrer), invitation, answers(candidate)); err != nil {
		return err
	}
	_, err := c.House.Refer(c.Ctx, c.By(referrer), invitation)
	return err
}

func answers(candidate string) act.Answers {
	vouch, note := kith.WorkedTogether, "He wrote a book"
	return act.Answers{Candidate: &candidate, Vouch: &vouch, Note: &note}
}

func (c *crowd) must(err error) {
	c.T.Helper()
	if err != nil {
		c.T.Fatal(err)
	}
}

func (c *crowd) referrals(job string) (all []kith.Referral) {
	c.must(c.Store.Read(c.Ctx, func(tx *store.Tx) (err error) {
		all, err = tx.ReferralsFor(c.Ctx, job)
		return err
	}))
	return all
}

func (c *crowd) in(job string, state kith.ReferralState) (n int) {
	for _, r := range c.referrals(job) {
		if r.State == state {
			n++
		}
	}
	return n
}

func (c *crowd) read(id string) (r kith.Referral, events []kith.EventKind) {
	c.must(c.Store.Read(c.Ctx, func(tx *store.Tx) (err error) {
		if r, err = tx.Referral(c.Ctx, id); err != nil {
			return err
		}
		all, err := tx.EventsOfReferral(c.Ctx, id)
		for _, e := range all {
			events = append(events, e.Kind)
		}
		return err
	}))
	return r, events
}
