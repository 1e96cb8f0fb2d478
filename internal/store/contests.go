package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// Contest is somebody saying that an order they stood in is wrong, and what a
// person of the operator's answered.
type Contest struct {
	ID, Ranking string
	By          kith.Someone
	Kind, Job   string // of the ranking
	Title       string // of its job
	Text        string
	MadeAt      time.Time
	DueAt       time.Time
	Answer      string
	AnsweredBy  string
	AnsweredAt  time.Time // zero while it waits
}

func contestOf(c db.ContestsRow) Contest {
	return Contest{
		ID: c.ID, Ranking: c.RankingID, By: kith.Someone{ID: c.PersonID, Name: c.PersonName}, Kind: c.Kind, Job: c.JobID, Title: c.Title,
		Text: c.Text, MadeAt: c.MadeAt.UTC(), DueAt: c.DueAt.UTC(), Answer: c.Answer, AnsweredBy: c.AnsweredBy, AnsweredAt: moment(c.AnsweredAt),
	}
}

// AddContest keeps one, the first that a person makes of an order.
func (t *Tx) AddContest(ctx context.Context, c Contest) (fresh bool, err error) {
	n, err := t.q.InsertContest(ctx, db.InsertContestParams{
		ID: c.ID, RankingID: c.Ranking, PersonID: c.By.ID, Text: c.Text, MadeAt: c.MadeAt, DueAt: c.DueAt,
	})
	return n > 0, err
}

// Contest is the one with this id.
func (t *Tx) Contest(ctx context.Context, id string) (Contest, error) {
	c, err := t.q.Contest(ctx, id)
	return contestOf(db.ContestsRow(c)), found(err)
}

// ContestOf is a person's own of an order.
func (t *Tx) ContestOf(ctx context.Context, ranking, person string) (Contest, error) {
	c, err := t.q.ContestOf(ctx, db.ContestOfParams{RankingID: ranking, PersonID: person})
	return contestOf(db.ContestsRow(c)), found(err)
}

// Contests are all, those that wait first, by when an answer is due.
func (t *Tx) Contests(ctx context.Context, limit int) ([]Contest, error) {
	rows, err := t.q.Contests(ctx, int32(limit))
	return each(rows, err, contestOf)
}

// AnswerContest keeps the answer, once.
func (t *Tx) AnswerContest(ctx context.Context, c Contest) error {
	return moved(t.q.AnswerContest(ctx, db.AnswerContestParams{ID: c.ID, Answer: c.Answer, AnsweredBy: c.AnsweredBy, AnsweredAt: orNone(c.AnsweredAt)}))
}

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

// WeightsBefore are all that were ever switched on, the newest first.
func (t *Tx) WeightsBefore(ctx context.Context, limit int) ([]Weights, error) {
	rows, err := t.q.AllWeights(ctx, int32(limit))
	return each(rows, err, func(w db.AllWeightsRow) Weights {
		return Weights{w.ID, w.At.UTC(), kith.Someone{ID: w.PersonID, Name: w.PersonName}, w.Reason, w.Weights}
	})
}

// AddWeights switches weights on.
func (t *Tx) AddWeights(ctx context.Context, w Weights) error {
	return t.q.InsertWeights(ctx, db.InsertWeightsParams{ID: w.ID, At: w.At, PersonID: w.By.ID, Reason: w.Reason, Weights: w.Weights})
}
