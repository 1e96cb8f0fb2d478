package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// Waiting is everything that waits for a person, in no order; what has run out
// may be among it (kith.StillWaiting).
func (t *Tx) Waiting(ctx context.Context, person string) ([]kith.Wait, error) {
	rows, err := t.q.Waiting(ctx, person)
	return each(rows, err, waitOf)
}

func waitOf(w db.Waiting) kith.Wait {
	return kith.Wait{
		Kind: kith.WaitKind(w.Kind), ID: w.ID, Due: w.Due.UTC(), Who: kith.Someone{ID: w.WhoID, Name: w.Who}, Says: w.Says, Words: w.Words,
		Stand: kith.Standstill{Since: moment(w.StandsSince), ByJob: w.Status == string(kith.JobPaused) || w.Status == string(kith.JobHeld), Stood: time.Duration(w.Stood) * time.Microsecond},
		Job: kith.Job{
			ID: w.JobID, Title: w.Title, Visibility: kith.Visibility(w.Visibility), StatedPolicy: kith.Policy(w.Policy), Status: kith.JobStatus(w.Status),
			Budget: kith.Range{Lower: w.BudgetLower, Upper: w.BudgetUpper, Currency: w.BudgetCurrency},
		},
	}
}
