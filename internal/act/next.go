package act

import (
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// endTurn saves a referral that has ended without a yes or after one taken
// back, and asks the next on the bench, if there is somebody who can be asked
// and time to ask. Who is left on the bench otherwise ends without a letter.
func (t *turn) endTurn(r kith.Referral, was kith.ReferralState, kind kith.EventKind, actor string, at time.Time) error {
	next, err := t.nextUp(r, at)
	if err != nil {
		return err
	}
	r.FollowedBy = next.ID
	if err := t.saveReferral(r, was, kind, actor, at); err != nil {
		return err
	}
	if next.ID == "" {
		return t.endBench(r.Chain, at)
	}
	return t.ask(next, r, at)
}

// nextUp is who is to be asked now; nobody where its ID is empty. Those who
// can't be asked are skipped silently.
func (t *turn) nextUp(r kith.Referral, at time.Time) (kith.Referral, error) {
	j, err := t.Job(t.ctx, r.Job.ID)
	if err != nil {
		return kith.Referral{}, err
	}
	r = r.Restarted(at)
	if !j.Open() && j.Status != kith.JobPaused || j.Policy() == kith.PolicyOff || !r.TimeToAsk(at) {
		return kith.Referral{}, nil
	}
	queued, err := t.bench(r.Chain)
	if err != nil {
		return kith.Referral{}, err
	}
	for _, q := range queued {
		if q.Checked() { // nobody has let the words pass yet
			if err := t.endQueued(q, at); err != nil {
				return q, err
			}
			continue
		}
		may, err := t.canBeAsked(q)
		if err != nil || may {
			return q, err
		}
		if err := t.endQueued(q, at); err != nil {
			return q, err
		}
	}
	return kith.Referral{}, nil
}

// candidatesBefore are those whom the referrer put forward for the job already,
// without those who still wait on the bench of the same chain.
func (t *turn) candidatesBefore(q kith.Referral) ([]string, error) {
	all, err := t.ReferralsFor(t.ctx, q.Job.ID)
	var before []string
	for _, r := range all {
		if r.Referrer.ID == q.Referrer.ID && !r.AskedAt.IsZero() && r.Candidate.ID != "" {
			before = append(before, r.Candidate.ID)
		}
	}
	return before, err
}

// ask gives somebody on the bench their turn, as of the moment that the one
// before ended.
func (t *turn) ask(q, before kith.Referral, at time.Time) error {
	before = before.Restarted(at)
	q.AskedAt, q.Title, q.AskingEnds, q.HearBy, q.Stand = at, q.Job.Title, before.AskingEnds, before.HearBy, before.Stand
	kind := kith.NextAsked
	if before.AskingEnds.IsZero() || before.Candidate.ID == "" { // the client hasn't heard that anybody was asked
		kind = kith.CandidateAsked
	}
	if before.AskingEnds.IsZero() {
		q.AskingEnds = at.Add(kith.AskingTime)
	}
	if q.HearBy.IsZero() || kind == kith.CandidateAsked {
		q.HearBy = q.AskingEnds
	}
	if err := t.moveReferral(&q, kith.Turn, kith.Clock, at); err != nil {
		return err
	}
	if q.Stand.Stands() {
		if err := t.later(store.TaskLapse, q.ID, q.Stand.TooLongAt()); err != nil {
			return err
		}
	}
	if err := t.saveReferral(q, kith.Queued, kind, "", at); err != nil {
		return err
	}
	i, err := t.Invitation(t.ctx, q.Invitation)
	if err != nil {
		return err
	}
	i.HandOn = kith.HandOn{Referral: q.ID, State: q.State}
	return t.SaveInvitation(t.ctx, i, i.State)
}

// bench are those of a chain who wait for their turn, in order.
func (t *turn) bench(chain string) ([]kith.Referral, error) {
	all, err := t.Chain(t.ctx, chain)
	var queued []kith.Referral
	for _, r := range all {
		if r.State == kith.Queued {
			queued = append(queued, r)
		}
	}
	return queued, err
}

// endBench ends those on the bench who were never asked. Nobody is told: they
// never knew.
func (t *turn) endBench(chain string, at time.Time) error {
	queued, err := t.bench(chain)
	if err != nil {
		return err
	}
	for _, q := range queued {
		if err := t.endQueued(q, at); err != nil {
			return err
		}
	}
	return nil
}

func (t *turn) endQueued(q kith.Referral, at time.Time) error {
	if err := t.moveReferral(&q, kith.Cancel, kith.House, at); err != nil {
		return err
	}
	q.How = kith.Unasked
	return t.SaveReferral(t.ctx, q, kith.Queued)
}

// activeOf is the one of a chain who is asked now, or is about to be.
func (t *turn) activeOf(chain string) (kith.Referral, bool, error) {
	all, err := t.Chain(t.ctx, chain)
	for _, r := range all {
		if r.State.Live() {
			return r, true, err
		}
	}
	return kith.Referral{}, false, err
}
