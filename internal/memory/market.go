package memory

import (
	"context"
	"encoding/hex"
	"errors"
	"sync"
	"time"

	"kith/internal/store"
	"kith/rank"
)

// Engine is the version of the engine, as it stands in the log of rankings. It
// changes with what the engine does, not with its weights.
const Engine = "1"

// ErrNotReady says that the market is still being read.
var ErrNotReady = errors.New("the market is still being read")

// Day is a time as the engine counts: whole days in UTC.
func Day(t time.Time) int { return int(t.Unix() / (24 * 60 * 60)) }

// Market is what the engine knows, fed from the store by what has changed. Each
// program has its own; equal content gives equal answers.
type Market struct {
	store *store.Store
	// feeding lets one read the changes at a time; nobody else waits for it but
	// those who ask.
	feeding  sync.Mutex
	building bool // by Build, while others can't be answered
	mu       sync.RWMutex
	known    *market // nil until it was read
}

// NewMarket starts empty. Build reads everything; where nobody calls it, the
// first question does.
func NewMarket(s *store.Store) *Market { return &Market{store: s} }

// Progress hears how much has been read so far.
type Progress func(people, jobs int)

// Build reads everything, page by page. Questions that come meanwhile are told
// that it isn't ready; nobody waits.
func (m *Market) Build(ctx context.Context, now time.Time, said Progress) error {
	m.mu.Lock()
	m.building = true
	m.mu.Unlock()
	m.feeding.Lock()
	defer m.feeding.Unlock()
	k, err := m.read(ctx, now, said)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.building = false
	if err == nil {
		m.known = k
	}
	return err
}

// Look lets somebody ask the market as it is now: what was changed before is in
// it. It is not changed while look runs.
func (m *Market) Look(ctx context.Context, now time.Time, look func(v View) error) error {
	if err := m.refresh(ctx, now); err != nil {
		return err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	return look(View{m.known, Day(now)})
}

func (m *Market) refresh(ctx context.Context, now time.Time) error {
	if m.isBuilding() {
		return ErrNotReady
	}
	m.feeding.Lock()
	defer m.feeding.Unlock()
	if m.known == nil {
		k, err := m.read(ctx, now, func(int, int) {})
		if err != nil {
			return err
		}
		m.mu.Lock()
		m.known = k
		m.mu.Unlock()
	}
	return m.catchUp(ctx)
}

func (m *Market) isBuilding() bool {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.building
}

// catchUp reads what has changed anew. The lock is held only while a batch is
// put in.
func (m *Market) catchUp(ctx context.Context) error {
	var changes []store.Change
	next := m.known.next
	err := m.store.Read(ctx, func(tx *store.Tx) (err error) {
		changes, next, err = tx.Changes(ctx, next)
		return err
	})
	if err != nil {
		return err
	}
	changes = once(changes)
	for len(changes) > 0 {
		batch := changes[:min(len(changes), 200)]
		changes = changes[len(batch):]
		news, err := m.reread(ctx, batch)
		if err != nil {
			return err
		}
		m.mu.Lock()
		news.into(m.known)
		m.mu.Unlock()
	}
	m.known.next = next
	return nil
}

func once(all []store.Change) (out []store.Change) {
	seen := map[store.Change]bool{}
	for _, c := range all {
		if !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	return out
}

// View is the market while somebody looks at it.
type View struct {
	*market
	Day int
}

// Versions are the engine's version, and hashes of its weights and of all that
// it knows. Equal ones give equal answers.
func (v View) Versions() (engine, weights, inputs string) {
	return Engine, v.weightsHash, v.sum.text()
}

// Weights are those that hold now.
func (v View) Weights() rank.Weights { return v.weights }

// Rank is the engine, to be asked.
func (v View) Rank() *rank.Market { return v.engine }

// Person is what is known of somebody, by their id.
func (v View) Person(id string) (Person, bool) {
	p, known := v.people[id]
	if !known {
		return Person{}, false
	}
	return p.Person, true
}

// Job is what is known of a job.
func (v View) Job(id string) (Job, bool) {
	j, known := v.jobs[id]
	if !known {
		return Job{}, false
	}
	return j.Job, true
}

// digest is a hash of one thing; sums of them say what all things are, in
// whatever order they came.
type digest [2]uint64

func (d *digest) add(o digest) { d[0] += o[0]; d[1] += o[1] }
func (d *digest) sub(o digest) { d[0] -= o[0]; d[1] -= o[1] }

func (d digest) text() string {
	var b [16]byte
	for i := range b {
		b[i] = byte(d[i/8] >> (8 * (i % 8)))
	}
	return hex.EncodeToString(b[:])
}
