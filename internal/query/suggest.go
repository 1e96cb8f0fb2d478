package query

import (
	"context"
	"errors"
	"slices"

	"kith/internal/kith"
	"kith/internal/memory"
	"kith/internal/store"
	"kith/rank"
)

// SuggestedMost is how many people are suggested while somebody refers.
const SuggestedMost = 5

// Suggest says who would be right for the job of an invitation of the reader's
// own: buddies and circle first, then everybody. Whoever can't be asked right now
// isn't among them, silently. Who is in the job already doesn't matter, so that
// the list tells nothing of it.
func (d *Desk) Suggest(ctx context.Context, by Reader, invitation string) (o Order, err error) {
	if d.Market == nil {
		return o, nil
	}
	var i kith.Invitation
	var never map[string]bool
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if i, err = tx.Invitation(ctx, invitation); err != nil {
			return err
		}
		if i.Freelancer.ID != by.Person {
			return kith.Refuse(kith.NotFound)
		}
		never, err = d.never(ctx, tx, by, i)
		return err
	})
	if err != nil {
		return o, err
	}
	err = d.Market.Look(ctx, by.Now, func(v memory.View) error {
		o = suggestions(v, by, i.Job.ID, never)
		return nil
	})
	return o, unready(err)
}

// unready makes nothing of a market that is still being read: the page does
// without it.
func unready(err error) error {
	if errors.Is(err, memory.ErrNotReady) {
		return nil
	}
	return err
}

// never are those who aren't suggested: the two themselves, whoever can't be
// asked, and those whom the reader has named for this job already.
func (d *Desk) never(ctx context.Context, tx *store.Tx, by Reader, i kith.Invitation) (map[string]bool, error) {
	out := map[string]bool{by.Person: true, i.Job.Client.ID: true}
	hindered, err := tx.Hindered(ctx, by.Person, i.Job, by.Now)
	if err != nil {
		return nil, err
	}
	for _, q := range hindered {
		q.Limits, q.Zone = d.Limits, kith.Zone(q.Candidate.TimeZone, d.Zone)
		if kith.CanBeAsked(q) != nil {
			out[q.Candidate.ID] = true
		}
	}
	before, err := tx.ReferredBy(ctx, i.Job.ID, by.Person)
	for _, id := range before {
		out[id] = true
	}
	return out, err
}

func suggestions(v memory.View, by Reader, job string, never map[string]bool) Order {
	j, known := v.Job(job)
	if !known {
		return Order{}
	}
	a := asked{v: v, kind: rank.Refer, job: j, reader: by.Person}
	near := map[string]bool{}
	me, _ := v.Person(by.Person)
	for _, c := range me.Circle {
		near[c.ID] = true
	}
	q := rank.Question{Kind: rank.Refer, Job: job, From: by.Person, Day: v.Day, Limit: SuggestedMost}
	q.May = func(id string) bool { return near[id] && !never[id] }
	circle := v.Rank().Ask(q)
	slices.SortStableFunc(circle.Rows, func(x, y rank.Row) int { return a.buddyFirst(x.ID) - a.buddyFirst(y.ID) })
	o := Order{Compared: circle.Of}
	rows := circle.Rows
	if q.Limit = SuggestedMost - len(rows); q.Limit > 0 {
		q.May = func(id string) bool { return !near[id] && !never[id] }
		others := v.Rank().Ask(q)
		rows, o.Compared = append(rows, others.Rows...), o.Compared+others.Of
	}
	for n, r := range rows {
		o.Rows = append(o.Rows, a.told(r, n+1))
	}
	o.Log = a.log(o.Rows, o.Compared, by)
	return o
}

func (a asked) buddyFirst(person string) int {
	if _, buddy := a.circle(person); buddy {
		return 0
	}
	return 1
}

// BestFit is the order in which the client of a job could look at those who
// propose, and why. Nobody is left out: whoever isn't in it has been decided
// about.
func (d *Desk) BestFit(ctx context.Context, by Reader, m Manager) (o Order, err error) {
	if d.Market == nil || m.Job.Client.ID != by.Person {
		return o, nil
	}
	may, asks := map[string]bool{}, map[string]int64{}
	for _, row := range m.Rows {
		if row.Proposal != nil && row.Proposal.Status.Alive() {
			may[row.Person.ID] = true
			asks[row.Person.ID] = rateOf(*row.Proposal, m.Job)
		}
	}
	err = d.Market.Look(ctx, by.Now, func(v memory.View) error {
		j, _ := v.Job(m.Job.ID)
		a := asked{v: v, kind: rank.Client, job: j, reader: by.Person}
		answer := v.Rank().Ask(rank.Question{
			Kind: rank.Client, Job: m.Job.ID, Day: v.Day, Asks: asks, May: func(id string) bool { return may[id] },
		})
		for n, r := range answer.Rows {
			o.Rows = append(o.Rows, a.told(r, n+1))
		}
		o.Compared = answer.Of
		o.Log = a.log(o.Rows, o.Compared, by)
		return nil
	})
	return o, unready(err)
}

// rateOf is what somebody asks for the whole job, where it can be compared with
// the budget; 0 where it can't.
func rateOf(p kith.Proposal, j kith.Job) int64 {
	if p.Rate.Currency != j.Budget.Currency {
		return 0
	}
	return p.Rate.Amount
}

// JobsShown is how many jobs the home page shows.
const JobsShown = 3

// JobsFor are open jobs that ask for what the reader can do, the best first.
// None of them is private, or the reader's own, or one that they have a part in.
func (d *Desk) JobsFor(ctx context.Context, by Reader) (o Order, err error) {
	if d.Market == nil || !by.SignedIn() {
		return o, nil
	}
	var mine, apart []string
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if mine, err = tx.JobsOfPerson(ctx, by.Person); err != nil {
			return err
		}
		apart, err = tx.BlockedEitherWay(ctx, by.Person)
		return err
	})
	if err != nil {
		return o, err
	}
	err = d.Market.Look(ctx, by.Now, func(v memory.View) error {
		o = jobsFor(v, by, mine, apart)
		return nil
	})
	return o, unready(err)
}

func jobsFor(v memory.View, by Reader, mine, apart []string) Order {
	ids := slices.DeleteFunc(v.JobsWithSkills(by.Person), func(id string) bool {
		j, _ := v.Job(id)
		return slices.Contains(mine, id) || slices.Contains(apart, j.Client)
	})
	rows := v.Rank().AskJobs(by.Person, ids, v.Day)
	o := Order{Compared: len(rows)}
	me, _ := v.Person(by.Person)
	for n, r := range rows[:min(len(rows), JobsShown)] {
		j, _ := v.Job(r.ID)
		a := asked{v: v, kind: rank.Jobs, job: j, reader: by.Person}
		o.Rows = append(o.Rows, Ranked{ID: j.ID, Name: j.Title, Place: n + 1, Points: int(r.S), Lines: lines(r, j, me), Says: a.says(r, j, me)})
	}
	o.Log = asked{v: v, kind: rank.Jobs, reader: by.Person}.log(o.Rows, o.Compared, by)
	return o
}
