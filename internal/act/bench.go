package act

import (
	"context"
	"slices"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// BenchMost is how many can stand on a bench.
const BenchMost = 2

// OnBench is somebody to be asked if it doesn't work out with those before.
type OnBench struct {
	Candidate string // a person's id
	Vouch     kith.Vouch
	Note      string
}

func (b OnBench) check(least kith.Vouch) kith.Problems {
	wrong := CheckWords(Words{Vouch: b.Vouch, Note: b.Note}, least)
	wrong.Add(b.Candidate == "", "who", "candidate_missing")
	return wrong
}

// DraftBench puts somebody on the bench of a draft, behind those who are there.
func (h *House) DraftBench(ctx context.Context, by By, invitation string, b OnBench) error {
	b.Note = kith.Clean(b.Note)
	if err := b.check("").Err(); err != nil {
		return err
	}
	return h.onDraft(ctx, by, invitation, func(t *turn, i kith.Invitation, d *store.Draft) error {
		if len(d.Bench) >= BenchMost {
			return kith.Refuse(kith.BenchFull)
		}
		if err := b.check(i.Job.MinVouch).Err(); err != nil {
			return err
		}
		d.Bench = append(d.Bench, store.Benched(b))
		return t.checkBench(i, *d)
	})
}

// DraftBenchOrder keeps those of a draft's bench who are named, in their order.
func (h *House) DraftBenchOrder(ctx context.Context, by By, invitation string, people []string) error {
	return h.onDraft(ctx, by, invitation, func(_ *turn, _ kith.Invitation, d *store.Draft) error {
		var bench []store.Benched
		for _, id := range people {
			if at := slices.IndexFunc(d.Bench, func(b store.Benched) bool { return b.Candidate == id }); at >= 0 {
				bench = append(bench, d.Bench[at])
			}
		}
		d.Bench = bench
		return nil
	})
}

func (h *House) onDraft(ctx context.Context, by By, invitation string, change func(*turn, kith.Invitation, *store.Draft) error) error {
	_, err := h.keep(ctx, by, func(t *turn) error {
		i, err := t.myInvitation(invitation)
		if err != nil && !refusedWith(err, kith.InvitationExpired) {
			return err
		}
		d, err := t.Tx.Draft(t.ctx, i.ID, t.by.Person)
		if err != nil {
			return err
		}
		if err := change(t, i, &d); err != nil {
			return err
		}
		return t.SaveDraft(t.ctx, d, t.by.Now)
	})
	return err
}

// checkBench refuses whoever can't be a candidate, or stands in the chain twice.
func (t *turn) checkBench(i kith.Invitation, d store.Draft) error {
	seen := []string{d.Candidate}
	for _, b := range d.Bench {
		if slices.Contains(seen, b.Candidate) {
			return kith.Refuse(kith.OnTheChain)
		}
		if _, err := t.candidate(i, store.Draft{Candidate: b.Candidate}); err != nil {
			return err
		}
		seen = append(seen, b.Candidate)
	}
	return nil
}

// sendBench queues those of the draft's bench behind the first.
func (t *turn) sendBench(i kith.Invitation, first kith.Referral, bench []store.Benched) error {
	for n, b := range bench {
		if err := t.queue(i, first, OnBench(b), n+1); err != nil {
			return err
		}
	}
	return nil
}

func (t *turn) queue(i kith.Invitation, first kith.Referral, b OnBench, place int) error {
	if err := b.check(i.Job.MinVouch).Err(); err != nil {
		return err
	}
	q, err := t.candidate(i, store.Draft{Candidate: b.Candidate})
	if err != nil {
		return err
	}
	if q.Ref, err = t.freeReference(""); err != nil {
		return err
	}
	q.ID, q.Chain, q.Place, q.Vouch, q.Note = t.house.IDs.New(), first.Chain, place, b.Vouch, b.Note
	q.SentAt, q.LeavesAt, q.MinVouch = t.by.Now, first.LeavesAt, i.Job.MinVouch
	if q.State, _, err = kith.ReferralState("").Move(kith.Queue, kith.Referrer, i.Job.Policy()); err != nil {
		return err
	}
	review, err := t.addChecked(&q)
	if err != nil {
		return err
	}
	return t.heldForReview(q, review)
}

// AddToBench puts somebody on the bench of a referral that is under way.
func (h *House) AddToBench(ctx context.Context, by By, id string, b OnBench) error {
	b.Note = kith.Clean(b.Note)
	if err := b.check("").Err(); err != nil {
		return err
	}
	return h.onBench(ctx, by, id, func(t *turn, active kith.Referral, _ []kith.Referral) error {
		all, err := t.Chain(t.ctx, active.Chain)
		if err != nil {
			return err
		}
		place := 0
		for _, r := range all {
			if r.Candidate.ID == b.Candidate && !r.ByAddress() && (r.State == kith.Queued || r.State.Live()) {
				return kith.Refuse(kith.OnTheChain)
			}
			place = max(place, r.Place)
		}
		if kith.Further(all) >= BenchMost {
			return kith.Refuse(kith.BenchFull)
		}
		i, err := t.Invitation(t.ctx, active.Invitation)
		if err != nil {
			return err
		}
		return t.queue(i, active, b, place+1)
	})
}

// OrderBench keeps those on the bench who are named by their referrals, in
// their order; the others are taken off it.
func (h *House) OrderBench(ctx context.Context, by By, id string, order []string) error {
	return h.onBench(ctx, by, id, func(t *turn, _ kith.Referral, queued []kith.Referral) error {
		places := make([]int, len(queued))
		for n, q := range queued {
			places[n] = q.Place
		}
		for _, q := range queued {
			at := slices.Index(order, q.ID)
			if at < 0 {
				if err := t.endQueued(q, t.by.Now); err != nil {
					return err
				}
				continue
			}
			q.Place = places[min(at, len(places)-1)]
			if err := t.SaveReferral(t.ctx, q, kith.Queued); err != nil {
				return err
			}
		}
		return nil
	})
}

func (h *House) onBench(ctx context.Context, by By, id string, change func(*turn, kith.Referral, []kith.Referral) error) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		r, party, err := t.lockedReferral(id)
		if err != nil {
			return err
		}
		active, live, err := t.activeOf(r.Chain)
		switch {
		case err != nil:
			return err
		case party != kith.Referrer:
			return kith.Refuse(kith.NotYours)
		case !live:
			return kith.Refuse(kith.AlreadyEnded)
		}
		if err := active.MayNow(kith.Edit, party); err != nil {
			return err
		}
		queued, err := t.bench(r.Chain)
		if err != nil {
			return err
		}
		if err := change(t, active, queued); err != nil {
			return err
		}
		return t.referralEvent(active, kith.BenchChanged, t.by.Person, t.by.Now)
	})
	return err
}

// undoBench takes those on the bench back with the first, and gives them back
// to be kept with the draft.
func (t *turn) undoBench(chain string, at time.Time) (bench []store.Benched, err error) {
	queued, err := t.bench(chain)
	for _, q := range queued {
		bench = append(bench, store.Benched{Candidate: q.Candidate.ID, Vouch: q.Vouch, Note: q.Note})
		if err := t.moveReferral(&q, kith.Undo, kith.Referrer, at); err != nil {
			return nil, err
		}
		if err := t.SaveReferral(t.ctx, q, kith.Queued); err != nil {
			return nil, err
		}
	}
	return bench, err
}
