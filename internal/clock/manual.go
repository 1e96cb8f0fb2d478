package clock

import (
	"fmt"
	"sync"
	"time"
)

// Manual is a clock for tests: it stands still until it is told to move.
type Manual struct {
	mu  sync.Mutex
	now time.Time
}

// Fixed is a Manual that stands at t, turned to UTC and cut to microseconds.
func Fixed(t time.Time) *Manual { return &Manual{now: cut(t)} }

// Now is where the clock was put last.
func (m *Manual) Now() time.Time {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.now
}

// Set moves the clock to t. It panics when t is earlier than Now: no clock goes
// back, and a test that wants it means another clock.
func (m *Manual) Set(t time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.move(cut(t))
}

// Pass lets d pass and returns the time it is then. What of d is finer than a
// microsecond is dropped. It panics when d is negative.
func (m *Manual) Pass(d time.Duration) time.Time {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.move(cut(m.now.Add(d)))
	return m.now
}

func (m *Manual) move(t time.Time) {
	if t.Before(m.now) {
		panic(fmt.Sprintf("clock: back from %s to %s", m.now.Format(time.RFC3339Nano), t.Format(time.RFC3339Nano)))
	}
	m.now = t
}

func cut(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }
