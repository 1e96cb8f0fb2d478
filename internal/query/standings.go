package query

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Standing is an order of people in which the reader stood. Who looked isn't
// told; the job is, as long as the reader may know of it.
type Standing struct {
	store.Standing
	Ranked
}

// StandingsShown is how many of them the page shows.
const StandingsShown = 50

// Standings are the reader's own, the newest first.
func (d *Desk) Standings(ctx context.Context, by Reader) (all []Standing, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		kept, err := tx.StandingsOf(ctx, by.Person, StandingsShown)
		for _, s := range kept {
			if s.Kind == store.RankedRefer && s.Seen == kith.Private {
				s.Title = ""
			}
			all = append(all, Standing{s, Ranked{
				ID: s.ID, Place: s.Row.Place, Points: s.Row.Points, Lines: readParts(s.Row.Parts), Moved: s.Row.Moved, By: s.Row.By,
			}})
		}
		return err
	})
	return all, err
}

// Record is how often somebody referred, and how often that led to a hire: a
// count, never a score.
type Record struct{ Referred, Hired int }

// RecordOf is somebody's, as those read it whom they refer somebody to.
func (d *Desk) RecordOf(ctx context.Context, referrer string) (r Record, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		r.Referred, r.Hired, err = tx.ReferrerCount(ctx, referrer)
		return err
	})
	return r, err
}
