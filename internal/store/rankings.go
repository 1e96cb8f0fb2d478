package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// The kinds of order, named as the engine's questions are.
const (
	RankedRefer  = "refer"  // suggestions while referring
	RankedClient = "client" // a client's order of those who propose
	RankedJobs   = "jobs"   // jobs for somebody
)

// Ranking is an order that somebody was shown.
type Ranking struct {
	ID     string // says what was asked, by whom, on which day and of which content
	At     time.Time
	Kind   string // refer, client or jobs
	Job    string // empty for jobs
	Reader string
	Engine string // its version
	// Weights and Inputs are hashes: the same pair and question give the same
	// answer, on every machine.
	Weights, Inputs string
	Compared        int // how many were compared
	Chosen          string
	ChosenAt        time.Time
	Rows            []RankingRow
}

// RankingRow is one who stood in it: a person, or for jobs a job.
type RankingRow struct {
	Place   int
	Subject string
	Points  int
	Parts   string // the lines with their points, "skills:figma -210; near 31"
	Moved   string // by which rule
	By      int    // places up, or below 0 down
}

// AddRanking keeps an order, unless the same was kept before.
func (t *Tx) AddRanking(ctx context.Context, r Ranking) error {
	n, err := t.q.InsertRanking(ctx, db.InsertRankingParams{
		ID: r.ID, At: r.At, Kind: r.Kind, JobID: r.Job, ReaderID: r.Reader, Engine: r.Engine, Weights: r.Weights, Inputs: r.Inputs,
		Compared: int64(r.Compared),
	})
	if err != nil || n == 0 {
		return err
	}
	return t.Many(ctx, func(many *Tx) error {
		for _, row := range r.Rows {
			err := many.q.InsertRankingRow(ctx, db.InsertRankingRowParams{
				RankingID: r.ID, Place: int64(row.Place), SubjectID: row.Subject, Points: int64(row.Points), Parts: row.Parts,
				Moved: row.Moved, MovedBy: int64(row.By),
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Chose notes what somebody chose on the orders that they had been shown.
func (t *Tx) Chose(ctx context.Context, reader, kind, job, chosen string, now time.Time) error {
	return t.q.ChosenInRankings(ctx, db.ChosenInRankingsParams{ReaderID: reader, Kind: kind, JobID: job, ChosenID: chosen, ChosenAt: &now})
}

// ForgetRankings forgets those from before a time.
func (t *Tx) ForgetRankings(ctx context.Context, before time.Time) error {
	if err := t.q.ForgetRankingRows(ctx, before); err != nil {
		return err
	}
	return t.q.ForgetRankings(ctx, before)
}

// Standing is an order in which somebody stood, and their place in it.
type Standing struct {
	Ranking
	Title string          // of the job
	Seen  kith.Visibility // of the job, now
	Row   RankingRow
}

// StandingsOf are the newest orders of people in which somebody stood.
func (t *Tx) StandingsOf(ctx context.Context, person string, limit int) ([]Standing, error) {
	rows, err := t.q.RankingsWith(ctx, db.RankingsWithParams{SubjectID: person, Limit: int32(limit)})
	return each(rows, err, func(r db.RankingsWithRow) Standing {
		return Standing{
			Ranking: Ranking{
				ID: r.ID, At: r.At.UTC(), Kind: r.Kind, Job: r.JobID, Engine: r.Engine, Weights: r.Weights, Inputs: r.Inputs, Compared: int(r.Compared),
			},
			Title: r.Title, Seen: kith.Visibility(r.Visibility),
			Row: RankingRow{int(r.Place), person, int(r.Points), r.Parts, r.Moved, int(r.MovedBy)},
		}
	})
}

// Ranking is one that was kept, with its rows.
func (t *Tx) Ranking(ctx context.Context, id string) (Ranking, error) {
	r, err := t.q.Ranking(ctx, id)
	if err != nil {
		return Ranking{}, found(err)
	}
	all := Ranking{
		ID: r.ID, At: r.At.UTC(), Kind: r.Kind, Job: r.JobID, Reader: r.ReaderID, Engine: r.Engine, Weights: r.Weights, Inputs: r.Inputs,
		Compared: int(r.Compared), Chosen: r.ChosenID, ChosenAt: moment(r.ChosenAt),
	}
	rows, err := t.q.RowsOfRanking(ctx, id)
	for _, row := range rows {
		all.Rows = append(all.Rows, RankingRow{int(row.Place), row.SubjectID, int(row.Points), row.Parts, row.Moved, int(row.MovedBy)})
	}
	return all, err
}

// Logged is a kept order in the operator's list.
type Logged struct {
	Ranking
	ReaderName string
	Shown      int
}

// NewestRankings are the latest that anybody was shown, without their rows.
func (t *Tx) NewestRankings(ctx context.Context, limit int) ([]Logged, error) {
	rows, err := t.q.NewestRankings(ctx, int32(limit))
	return each(rows, err, func(r db.NewestRankingsRow) Logged {
		return Logged{Ranking{
			ID: r.ID, At: r.At.UTC(), Kind: r.Kind, Job: r.JobID, Reader: r.ReaderID, Engine: r.Engine, Weights: r.Weights, Inputs: r.Inputs,
			Compared: int(r.Compared), Chosen: r.ChosenID, ChosenAt: moment(r.ChosenAt),
		}, r.ReaderName, int(r.Shown)}
	})
}

// Hindered are all of whom something might stand in the way of being asked about
// a job by a referrer, in one statement; whoever isn't among them can be asked.
func (t *Tx) Hindered(ctx context.Context, referrer string, job kith.Job, now time.Time) ([]kith.AskQuestion, error) {
	rows, err := t.q.HinderedFor(ctx, db.HinderedForParams{OtherID: referrer, BlockedID: job.Client.ID, Deadline: &now, JobID: job.ID})
	return each(rows, err, func(a db.HinderedForRow) kith.AskQuestion {
		return kith.AskQuestion{
			Candidate: kith.Someone{ID: a.ID, Name: a.Name, TimeZone: a.TimeZone},
			Reach:     kith.Reach{Takes: kith.Takes(a.Takes), Away: a.Away, AwayTill: a.AwayTill}, Colleagues: a.Colleagues > 0,
			Blocked: a.Blocks > 0, Hired: a.Hired > 0, Waiting: int(a.Waiting), Now: now,
		}
	})
}

// ReferredBy are those whom a referrer put forward by name for a job before. Who
// has an address that was typed isn't told, not even by being left out (R2).
func (t *Tx) ReferredBy(ctx context.Context, job, referrer string) ([]string, error) {
	rows, err := t.q.ReferredBy(ctx, db.ReferredByParams{JobID: job, ReferrerID: referrer})
	return each(rows, err, textOf)
}

// JobsOfPerson are the jobs that somebody was brought to in any way.
func (t *Tx) JobsOfPerson(ctx context.Context, person string) ([]string, error) {
	return t.q.JobsOfPerson(ctx, person)
}

// BlockedEitherWay are those whom somebody keeps away, or who keep them away.
func (t *Tx) BlockedEitherWay(ctx context.Context, person string) ([]string, error) {
	return t.q.BlockedEitherWay(ctx, person)
}

// ReferrerCount is how many referrals of somebody's were asked, and how many of
// those put forward were hired. Private jobs don't count.
func (t *Tx) ReferrerCount(ctx context.Context, person string) (referred, hired int, err error) {
	n, err := t.q.ReferrerCount(ctx, person)
	return int(n.Referred), int(n.Hired), err
}
