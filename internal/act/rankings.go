package act

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// KeepRankingsLeast is how long the orders that people were shown are kept at
// least: half a year.
const KeepRankingsLeast = 183 * 24 * time.Hour

// KeepRanking keeps an order that somebody is being shown, once where they look
// again. It is the one thing that looking changes: what isn't written down can't
// be contested. What is too old is forgotten on the way.
func (h *House) KeepRanking(ctx context.Context, r store.Ranking) error {
	return h.Store.Write(ctx, func(tx *store.Tx) error {
		if err := tx.AddRanking(ctx, r); err != nil {
			return err
		}
		return tx.ForgetRankings(ctx, r.At.Add(-max(h.KeepRankings, KeepRankingsLeast)))
	})
}

// choseWho notes which of those suggested a referrer chose.
func (t *turn) choseWho(i kith.Invitation, a Answers) error {
	if a.Candidate == nil {
		return nil
	}
	return t.Chose(t.ctx, t.by.Person, store.RankedRefer, i.Job.ID, *a.Candidate, t.by.Now)
}
