package memory

import (
	"context"
	"strings"
	"time"

	"kith/internal/store"
	"kith/rank"
)

// shownFor is how long it matters that somebody was shown: sixteen half-lives.
const shownFor = 224 * 24 * time.Hour

// read reads everything, each page in a reading of its own, beginning with from
// where changes are to be read afterwards.
func (m *Market) read(ctx context.Context, now time.Time, said Progress) (*market, error) {
	k := newKnown()
	err := m.store.Read(ctx, func(tx *store.Tx) (err error) {
		if k.next, err = tx.UnderWay(ctx); err != nil {
			return err
		}
		return readWeights(ctx, tx, k)
	})
	if err != nil {
		return nil, err
	}
	for _, all := range []func(context.Context, *market, Progress) error{m.readPeople, m.readJobs} {
		if err := all(ctx, k, said); err != nil {
			return nil, err
		}
	}
	return k, m.readShown(ctx, k, now)
}

func (m *Market) readPeople(ctx context.Context, k *market, said Progress) error {
	return pages(ctx, m.store, (*store.Tx).PeopleFacts, func(all []store.PersonFacts) string {
		for _, f := range all {
			k.putPerson(f)
		}
		said(len(k.people), 0)
		return all[len(all)-1].ID
	})
}

func (m *Market) readJobs(ctx context.Context, k *market, said Progress) error {
	return pages(ctx, m.store, (*store.Tx).JobsFacts, func(all []store.JobFacts) string {
		for _, f := range all {
			k.putJob(f)
		}
		said(len(k.people), len(k.jobs))
		return all[len(all)-1].ID
	})
}

// pages reads until there is no more; take gives the last id back.
func pages[T any](ctx context.Context, s *store.Store, next func(*store.Tx, context.Context, string) ([]T, error), take func([]T) string) error {
	after := ""
	for {
		var all []T
		err := s.Read(ctx, func(tx *store.Tx) (err error) {
			all, err = next(tx, ctx, after)
			return err
		})
		if err != nil || len(all) == 0 {
			return err
		}
		after = take(all)
	}
}

func (m *Market) readShown(ctx context.Context, k *market, now time.Time) error {
	last := store.Shown{}
	var rest []store.Shown // of the ranking that the page before ended in
	for {
		var all []store.Shown
		err := m.store.Read(ctx, func(tx *store.Tx) (err error) {
			all, err = tx.ShownSince(ctx, now.Add(-shownFor), last)
			return err
		})
		if err != nil {
			return err
		}
		all = append(rest, all...)
		if len(all) == len(rest) {
			k.putShown(all)
			return nil
		}
		last = all[len(all)-1]
		cut := len(all)
		for cut > 0 && all[cut-1].Ranking == last.Ranking {
			cut--
		}
		k.putShown(all[:cut])
		rest = append([]store.Shown(nil), all[cut:]...)
	}
}

func readWeights(ctx context.Context, tx *store.Tx, k *market) error {
	kept, err := tx.LiveWeights(ctx)
	if store.IsNone(err) {
		return nil
	}
	if err != nil {
		return err
	}
	w, err := rank.ReadWeights(strings.NewReader(kept.Weights))
	if err == nil {
		k.putWeights(w)
	}
	return err
}

// news is what was read anew, to be put in at once.
type news struct {
	people  []store.PersonFacts
	jobs    []store.JobFacts
	gone    []store.Change
	shown   []store.Shown
	weights *rank.Weights
}

func (m *Market) reread(ctx context.Context, changes []store.Change) (n news, err error) {
	err = m.store.Read(ctx, func(tx *store.Tx) error {
		for _, c := range changes {
			if err := n.read(ctx, tx, c); store.IsNone(err) {
				n.gone = append(n.gone, c)
			} else if err != nil {
				return err
			}
		}
		return nil
	})
	return n, err
}

func (n *news) read(ctx context.Context, tx *store.Tx, c store.Change) error {
	switch c.What {
	case store.ChangedPerson:
		return n.readPerson(ctx, tx, c.Subject)
	case store.ChangedJob:
		f, err := tx.JobFacts(ctx, c.Subject)
		if err != nil {
			return err
		}
		n.jobs = append(n.jobs, f)
		for _, t := range f.Takings { // what was vouched for them here came or went with it
			if err := n.readPerson(ctx, tx, t.To); err != nil && !store.IsNone(err) {
				return err
			}
		}
		return nil
	case store.ChangedRanking:
		all, err := tx.ShownIn(ctx, c.Subject)
		n.shown = append(n.shown, all...)
		return err
	}
	k := newKnown()
	err := readWeights(ctx, tx, k)
	n.weights = &k.weights
	return err
}

func (n *news) readPerson(ctx context.Context, tx *store.Tx, id string) error {
	f, err := tx.PersonFacts(ctx, id)
	if err == nil {
		n.people = append(n.people, f)
	}
	return err
}

func (n news) into(k *market) {
	for _, f := range n.people {
		k.putPerson(f)
	}
	for _, f := range n.jobs {
		k.putJob(f)
	}
	for _, c := range n.gone {
		if c.What == store.ChangedPerson {
			k.dropPerson(c.Subject)
		}
	}
	k.putShown(n.shown)
	if n.weights != nil {
		k.putWeights(*n.weights)
	}
}
