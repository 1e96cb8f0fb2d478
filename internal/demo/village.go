package demo

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"time"

	"kith/internal/clock"
	"kith/internal/kith"
	"kith/internal/mail"
	"kith/internal/store"
	"kith/internal/web"
)

// ahead is the setting that keeps how far the village's clock is ahead.
const ahead = "demo_ahead"

// Clock is the village's clock: as far ahead of base as when the village was
// last left.
func Clock(ctx context.Context, s *store.Store, base clock.Clock) (*clock.Shift, error) {
	shift := clock.Shifted(base)
	err := s.Read(ctx, func(tx *store.Tx) error {
		kept, err := tx.Setting(ctx, ahead)
		if err != nil || kept == "" {
			return err
		}
		offset, err := time.ParseDuration(kept)
		if err != nil {
			return fmt.Errorf("how far the village's clock is ahead: %w", err)
		}
		return shift.Ahead(offset)
	})
	return shift, err
}

// Sweeper lets happen what is due; work.Worker is one.
type Sweeper interface {
	Sweep(ctx context.Context, now time.Time) (int, error)
}

// Village is what a visitor can do in the demo besides being a member: read the
// letters, be somebody, let time pass. It implements web.Village.
type Village struct {
	store  *store.Store
	clock  *clock.Shift
	worker Sweeper
	dir    string // of caught letters
	people []web.Villager
	mu     sync.Mutex // one passing of time after the other
}

// Open is the village that Prepare built or kept. Dir is the folder that its
// letters are caught in.
func Open(ctx context.Context, s *store.Store, c *clock.Shift, worker Sweeper, dir string) (*Village, error) {
	v := &Village{store: s, clock: c, worker: worker, dir: dir}
	err := s.Read(ctx, func(tx *store.Tx) error {
		for _, p := range villagers {
			who, err := tx.PersonByEmail(ctx, p.email())
			if store.IsNone(err) {
				continue
			}
			if err != nil {
				return err
			}
			v.people = append(v.people, web.Villager{Person: who.ID, Name: who.Name, Role: roles[p.handle]})
		}
		return nil
	})
	slices.SortStableFunc(v.people, byRole)
	return v, err
}

// roles are why one would be somebody; the others live here too.
var roles = map[string]string{"ana": "referrer", "bo": "candidate", "otis": "client", "noor": "operator"}

var roleOrder = []string{"referrer", "candidate", "client", "operator", ""}

func byRole(a, b web.Villager) int {
	return cmp.Compare(slices.Index(roleOrder, a.Role), slices.Index(roleOrder, b.Role))
}

// People are the villagers, those with a role first.
func (v *Village) People() []web.Villager { return v.people }

// Letters are the caught ones, newest first.
func (v *Village) Letters() ([]web.Caught, error) {
	files, err := mail.ReadFolder(v.dir)
	all := make([]web.Caught, len(files))
	for i, f := range files {
		all[i] = caught(f)
	}
	return all, err
}

// Letter is one of them; a name that no letter has is refused.
func (v *Village) Letter(name string) (web.Caught, error) {
	f, err := mail.ReadFile(v.dir, name)
	if errors.Is(err, fs.ErrNotExist) {
		err = kith.Refuse(kith.NotFound)
	}
	return caught(f), err
}

func caught(f mail.File) web.Caught {
	return web.Caught{Name: f.Name, To: f.To, Subject: f.Subject, Text: f.Text, HTML: f.HTML, Date: f.Date}
}

// Pass lets time pass and everything happen that becomes due meanwhile, each at
// its time. How far the clock is ahead outlasts a restart.
func (v *Village) Pass(d time.Duration) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	ctx := context.Background()
	if err := v.moveTo(ctx, v.clock.Now()); err != nil {
		return err
	}
	end := v.clock.Now().Add(d)
	for {
		due, err := nextDue(ctx, v.store)
		if err != nil {
			return err
		}
		// What is due by now already the running worker may be at; time goes on
		// an hour later.
		if now := v.clock.Now(); !due.IsZero() && !due.After(now) {
			due = now.Add(time.Hour)
		}
		if due.IsZero() || due.After(end) {
			break
		}
		if err := v.moveTo(ctx, due); err != nil {
			return err
		}
	}
	return v.moveTo(ctx, end)
}

func (v *Village) moveTo(ctx context.Context, at time.Time) error {
	if d := at.Sub(v.clock.Now()); d > 0 {
		if err := v.clock.Ahead(d); err != nil {
			return err
		}
	}
	if err := v.store.Write(ctx, func(tx *store.Tx) error { return tx.SaveSetting(ctx, ahead, v.clock.Offset().String()) }); err != nil {
		return err
	}
	_, err := v.worker.Sweep(ctx, v.clock.Now())
	return err
}
