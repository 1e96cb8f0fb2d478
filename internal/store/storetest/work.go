package storetest

import (
	"fmt"
	"strconv"
	"sync"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// tasks are written once for ever and claimed in order.
func tasks(h *house) {
	letter := store.Task{
		Once: "letter", Kind: store.TaskLetter, Subject: "r", Event: "e", Party: kith.Candidate, Person: "p", Letter: kith.LetterAsked,
		Only: "pending", Payload: odd, Due: begin,
	}
	h.addTasks(letter, letter, leave("b", 0), leave("a", 0), leave("late", time.Minute), leave("soon", -time.Microsecond))
	h.claims("nothing is due", begin.Add(-time.Second), 10)
	h.claims("the first two", begin, 2, "soon", "a")
	h.claims("the rest of those due", begin.In(tokyo), 10, "b", "letter")
	h.claims("all are somebody's own", begin.Add(59*time.Second), 10)
	h.claims("what is due by then", begin.Add(lease-time.Microsecond), 10, "late")
	h.claims("when the lease is over", begin.Add(lease), 10, "soon", "a", "b", "letter")
	h.do(func(tx *store.Tx) error {
		got, err := tx.ClaimTasks(h.ctx, begin.Add(2*lease+time.Minute), lease, 10)
		h.same("number of tasks", err, len(got), 5)
		h.same("task", nil, got[3], letter)
		return first(
			func() error { return tx.FinishTask(h.ctx, "letter", begin) },
			func() error { return tx.FinishTask(h.ctx, "soon", begin) },
			func() error { return tx.FinishTask(h.ctx, "late", begin) },
			func() error { return tx.RetryTask(h.ctx, "a", begin.Add(24*time.Hour), "no answer", false) },
			func() error { return tx.RetryTask(h.ctx, "b", begin, "no such address", true) },
		)
	})
	h.addTasks(letter)
	h.claims("nothing is done twice, and what is stuck waits", begin.Add(23*time.Hour), 10)
	h.trouble()
}

func (h *house) trouble() {
	h.do(func(tx *store.Tx) error {
		due, err := tx.NextDue(h.ctx)
		h.same("next", err, due, begin.Add(24*time.Hour))
		open, err := tx.CountOpenTasks(h.ctx)
		h.same("open", err, open, 2)
		bad, err := tx.TasksInTrouble(h.ctx)
		h.same("in trouble", err, bad, []store.Task{
			{Once: "b", Kind: store.TaskLeave, Subject: "s", Due: begin, Tries: 1, Problem: "no such address", Stuck: true},
			{Once: "a", Kind: store.TaskLeave, Subject: "s", Due: begin.Add(24 * time.Hour), Tries: 1, Problem: "no answer"},
		})
		h.same("releasing what isn't stuck", nil, store.IsNone(tx.ReleaseTask(h.ctx, "a", begin)), true)
		return tx.ReleaseTask(h.ctx, "b", begin.Add(time.Hour))
	})
	h.claims("released", begin.Add(time.Hour), 10, "b")
	h.claims("put off", begin.Add(24*time.Hour), 10, "b", "a")
}

const lease = 5 * time.Minute

func leave(name string, after time.Duration) store.Task {
	return store.Task{Once: name, Kind: store.TaskLeave, Subject: "s", Due: begin.Add(after).In(tokyo)}
}

func (h *house) addTasks(all ...store.Task) {
	h.Helper()
	h.do(func(tx *store.Tx) error {
		for _, k := range all {
			if err := tx.AddTask(h.ctx, k); err != nil {
				return err
			}
		}
		return nil
	})
}

// claims takes tasks and wants these, in this order.
func (h *house) claims(when string, now time.Time, limit int, want ...string) {
	h.Helper()
	h.do(func(tx *store.Tx) error {
		got, err := tx.ClaimTasks(h.ctx, now, lease, limit)
		h.same(when, err, named(got, func(k store.Task) string { return k.Once }), want)
		return nil
	})
}

// claims lets eight workers claim at once: each task is one's.
func claims(h *house) {
	const n = 120
	for i := range n {
		h.addTasks(leave(fmt.Sprintf("task %03d", i), 0))
	}
	var mu sync.Mutex
	took := map[string]int{}
	h.eight(func(int) error {
		for range n { // more would mean that tasks come back
			var got []store.Task
			err := h.Write(h.ctx, func(tx *store.Tx) (err error) {
				got, err = tx.ClaimTasks(h.ctx, begin, lease, 7)
				return err
			})
			if err != nil || len(got) == 0 {
				return err
			}
			mu.Lock()
			for _, k := range got {
				took[k.Once]++
			}
			mu.Unlock()
		}
		return nil
	})
	for name, times := range took {
		if times != 1 {
			h.Errorf("%s was claimed %d times", name, times)
		}
	}
	if len(took) != n {
		h.Errorf("%d of %d were claimed", len(took), n)
	}
}

// writers lets eight write at once, each in the way of the others: nothing is
// lost.
func writers(h *house) {
	const each = 20
	x := bare("w")
	x.add(h)
	h.eight(func(writer int) error {
		for i := range each {
			err := h.Write(h.ctx, func(tx *store.Tx) error {
				if err := tx.LockJob(h.ctx, x.job.ID); err != nil {
					return err
				}
				have, err := tx.Setting(h.ctx, "count")
				if err != nil {
					return err
				}
				n, _ := strconv.Atoi(have)
				if err := tx.SaveSetting(h.ctx, "count", strconv.Itoa(n+1)); err != nil {
					return err
				}
				return tx.AddEvent(h.ctx, kith.Event{ID: fmt.Sprintf("%d-%d", writer, i), At: begin, Referral: "all"})
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	h.do(func(tx *store.Tx) error {
		n, err := tx.Setting(h.ctx, "count")
		h.same("count", err, n, strconv.Itoa(8*each))
		events, err := tx.EventsOfReferral(h.ctx, "all")
		h.same("number of events", err, len(events), 8*each)
		return nil
	})
}

// eight does something eight times at once.
func (h *house) eight(do func(i int) error) {
	h.Helper()
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			if err := do(i); err != nil {
				h.Errorf("number %d: %v", i, err)
			}
		})
	}
	all.Wait()
}
