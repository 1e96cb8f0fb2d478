// Package work does what has to be done when its time has come: referrals
// leave, people are reminded, waits end, letters go out. Everything to be done
// is a task in the store, written in the transaction it follows from.
package work

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"kith/internal/act"
	"kith/internal/ids"
	"kith/internal/mail"
	"kith/internal/store"
	"kith/internal/words"
)

// Worker works the tasks of one installation. Any number of them can work on
// one database.
type Worker struct {
	Store *store.Store
	House *act.House
	Book  *words.Book
	Mail  mail.Deliverer
	IDs   ids.Source
	// Base is the installation's address without a slash at the end, Site its
	// name, From the address its letters come from.
	Base, Site, From string
	Zone             *time.Location
	Log              *slog.Logger
}

const (
	batchSize = 100
	// lease is how long a task is a worker's own. It must outlast the delivery
	// of a batch, or another worker sends the same letters.
	lease = 5 * time.Minute
	// sendTime is how long the delivery of a batch may take.
	sendTime = 4 * time.Minute
)

// Sweep works everything that is due by now, and what becomes due through it.
// It says how many tasks it worked. When ctx is done it finishes the batch that
// it has claimed, which nobody else could work before the lease is over.
func (w *Worker) Sweep(ctx context.Context, now time.Time) (int, error) {
	done := 0
	for {
		var tasks []store.Task
		err := w.Store.Write(ctx, func(tx *store.Tx) (err error) {
			tasks, err = tx.ClaimTasks(ctx, now, lease, batchSize)
			return err
		})
		if err != nil || len(tasks) == 0 {
			return done, err
		}
		if err := w.work(context.WithoutCancel(ctx), tasks, now); err != nil {
			return done, err
		}
		done += len(tasks)
	}
}

func (w *Worker) work(ctx context.Context, tasks []store.Task, now time.Time) error {
	var letters []store.Task
	for _, k := range tasks {
		if k.Kind == store.TaskLetter {
			letters = append(letters, k)
			continue
		}
		if err := w.finish(ctx, k, w.timePasses(ctx, k, now), now); err != nil {
			return err
		}
	}
	return w.letters(ctx, letters, now)
}

// timePasses lets the clock act on the subject of a task.
func (w *Worker) timePasses(ctx context.Context, k store.Task, now time.Time) error {
	switch k.Kind {
	case store.TaskLeave, store.TaskLapse:
		return w.House.Settle(ctx, k.Subject, now)
	case store.TaskRemind:
		return w.House.Remind(ctx, k.Subject, now)
	case store.TaskRemindInvitation:
		return w.House.RemindInvitation(ctx, k.Subject, now)
	case store.TaskRemindContract:
		return w.House.RemindContract(ctx, k.Subject, now)
	case store.TaskLapseInvitation:
		return w.House.LapseInvitation(ctx, k.Subject, now)
	}
	return errors.New("a task of a kind that nobody works: " + string(k.Kind))
}

// finish marks a task as done, or puts it off with what went wrong.
func (w *Worker) finish(ctx context.Context, k store.Task, failed error, now time.Time) error {
	if errors.Is(failed, context.Canceled) {
		return failed
	}
	return w.Store.Write(ctx, func(tx *store.Tx) error {
		if failed == nil {
			return tx.FinishTask(ctx, k.Once, now)
		}
		return w.putOff(ctx, tx, k, failed, now)
	})
}

const mostTries = 20

// putOff tries a task again after a pause that grows from a minute to six
// hours. What can't succeed, or has failed too often, waits for the operator.
func (w *Worker) putOff(ctx context.Context, tx *store.Tx, k store.Task, failed error, now time.Time) error {
	stuck := mail.Permanent(failed) || k.Tries+1 >= mostTries
	w.Log.Warn("task put off", "task", k.Once, "tries", k.Tries+1, "stuck", stuck, "problem", failed.Error())
	return tx.RetryTask(ctx, k.Once, now.Add(pause(k.Tries)), failed.Error(), stuck)
}

func pause(tries int) time.Duration {
	return min(time.Minute<<min(tries, 12), 6*time.Hour)
}
