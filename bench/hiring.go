package main

import (
	"fmt"

	"kith/rank"
)

// The hiring market is an invented one in which everybody has the skills and
// nobody's words say anything, so that track record, newcomers and load decide
// alone. Clients hire from a list of ten, more often further up.
const (
	freelancers  = 200
	veterans     = 150 // the others have no outcomes at the beginning
	hiringJobs   = 4000
	hiringPerDay = 5
	busyFor      = 6 // days that a hire isn't free
	strongFrom   = 0.9
)

// hired is how a market went.
type hired struct {
	good      float64 // share of jobs that went well
	strong    int     // newcomers who are good at it
	neverOnce int     // of those, who was never hired
	topTen    float64 // share of jobs that the ten most hired had
}

// byMean are weights with which the posterior mean alone decides.
func byMean() rank.Weights {
	w := rank.Defaults()
	for _, lines := range []rank.Lines{w.Refer, w.Other} {
		lines["unknown"], lines["load"] = 0, 0
	}
	w.NewcomerOf, w.Cap = 0, 0
	return w
}

// market is a hiring market under way.
type hiringMarket struct {
	m       *rank.Market
	chance  chance
	quality []float64
	free    []int // from which day on
	hires   []int
}

// chance is a small generator with a seed: a market can be lived through again.
type chance uint64

func (c *chance) share() float64 {
	*c ^= *c << 13
	*c ^= *c >> 7
	*c ^= *c << 17
	return float64(*c>>11) / (1 << 53)
}

func person(i int) string { return fmt.Sprint("person", i) }

// hiring lets a market run.
func hiring(w rank.Weights, seed uint64) hired {
	h := hiringMarket{m: rank.New(w), chance: chance(seed*2654435761 + 88172645463325252), free: make([]int, freelancers), hires: make([]int, freelancers)}
	for i := range freelancers {
		h.quality = append(h.quality, 0.6+0.4*h.chance.share())
		h.m.PutPerson(rank.Person{ID: person(i)})
		for n := 0; i < veterans && n < 8; n++ {
			h.outcome(fmt.Sprint("before", i, "-", n), i, -50*n)
		}
	}
	good := 0
	for j := range hiringJobs {
		if h.hire(j) {
			good++
		}
	}
	return h.sum(good)
}

func (h *hiringMarket) outcome(job string, i, day int) bool {
	went := h.chance.share() < h.quality[i]
	again := rank.No
	if went {
		again = rank.Yes
	}
	h.m.PutJob(rank.Job{ID: job})
	h.m.Add(rank.Event{Day: day, Job: job, To: person(i), Kind: rank.Done, Again: again})
	return went
}

func (h *hiringMarket) hire(j int) bool {
	day, job := 1+j/hiringPerDay, fmt.Sprint("job", j)
	h.m.PutJob(rank.Job{ID: job})
	at := map[string]int{}
	for i := range freelancers {
		if h.free[i] <= day {
			at[person(i)] = i
		}
	}
	rows := h.m.Ask(rank.Question{Kind: rank.Taken, Job: job, Day: day, Limit: 10, May: func(id string) bool { _, free := at[id]; return free }}).Rows
	all := 0.0
	for x, r := range rows {
		all += 1 / float64(x+1)
		h.m.AddShown(rank.Shown{Day: day, Person: r.ID, Job: job, Place: x + 1})
	}
	x, left := 0, h.chance.share()*all
	for ; x < len(rows)-1 && left > 1/float64(x+1); x++ {
		left -= 1 / float64(x+1)
	}
	i := at[rows[x].ID]
	h.free[i] = day + busyFor
	h.hires[i]++
	return h.outcome(job, i, day+1)
}

func (h *hiringMarket) sum(good int) hired {
	out := hired{good: float64(good) / hiringJobs}
	counts := make([]int, hiringJobs+1)
	for i, n := range h.hires {
		counts[n]++
		if i >= veterans && h.quality[i] >= strongFrom {
			out.strong++
			if n == 0 {
				out.neverOnce++
			}
		}
	}
	left, jobs := 10, 0
	for n := hiringJobs; n > 0 && left > 0; n-- {
		people := min(counts[n], left)
		left -= people
		jobs += people * n
	}
	out.topTen = float64(jobs) / hiringJobs
	return out
}

func (h hired) String() string {
	return fmt.Sprintf("%.3f good hires a job, %d of %d strong newcomers never hired, the ten most hired have %.2f", h.good, h.neverOnce, h.strong, h.topTen)
}
