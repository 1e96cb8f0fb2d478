package work

import (
	"context"
	"time"

	"kith/internal/clock"
	"kith/internal/store"
)

// longestNap is how long a worker sleeps at most: another node may have written
// a task that this one wasn't woken for.
const longestNap = 5 * time.Second

// Run works until ctx is done: at once when woken, else when the next task is
// due. Forgetting what has had its time is done along the way.
func (w *Worker) Run(ctx context.Context, c clock.Clock, wake <-chan struct{}) {
	var tidied time.Time
	for ctx.Err() == nil {
		now := c.Now()
		if _, err := w.Sweep(ctx, now); err != nil && ctx.Err() == nil {
			w.Log.Error("sweep", "problem", err.Error())
		}
		if now.Sub(tidied) > time.Hour {
			tidied = now
			w.tidy(ctx, now)
		}
		select {
		case <-ctx.Done():
		case <-wake:
		case <-time.After(w.nap(ctx, c.Now())):
		}
	}
}

func (w *Worker) tidy(ctx context.Context, now time.Time) {
	err := w.Store.Write(ctx, func(tx *store.Tx) error { return tx.Forget(ctx, now) })
	if err != nil && ctx.Err() == nil {
		w.Log.Error("tidy", "problem", err.Error())
	}
}

func (w *Worker) nap(ctx context.Context, now time.Time) time.Duration {
	nap := longestNap
	_ = w.Store.Read(ctx, func(tx *store.Tx) error {
		due, err := tx.NextDue(ctx)
		if err == nil && !due.IsZero() {
			nap = min(nap, max(due.Sub(now), 50*time.Millisecond))
		}
		return err
	})
	return nap
}
