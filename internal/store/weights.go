package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// Weights are those that somebody switched on, and why.
type Weights struct {
	ID      string
	At      time.Time
	By      kith.Someone
	Reason  string
	Weights string // as rank.ReadWeights reads them
}

// LiveWeights are those switched on last; refused as not found where it is those
// that Kith is delivered with.
func (t *Tx) LiveWeights(ctx context.Context) (Weights, error) {
	w, err := t.q.LiveWeights(ctx)
	return Weights{w.ID, w.At.UTC(), kith.Someone{ID: w.PersonID}, w.Reason, w.Weights}, found(err)
}

// AddWeights switches weights on.
func (t *Tx) AddWeights(ctx context.Context, w Weights) error {
	return t.q.InsertWeights(ctx, db.InsertWeightsParams{ID: w.ID, At: w.At, PersonID: w.By.ID, Reason: w.Reason, Weights: w.Weights})
}
