// Package clock says what time it is. Besides cmd it is the only place that
// reads the time of the machine, so that tests and the demo village can let days
// pass at once.
package clock

import (
	"sync/atomic"
	"time"
)

// Clock tells the time. Now is in UTC, cut to whole microseconds (what both
// databases keep, so that a time read back equals the one written), without a
// monotonic reading, and never earlier than a Now that came before it. Clocks
// are safe for concurrent use.
type Clock interface {
	Now() time.Time
}

// system is one for the whole process: what was read through one Clock binds
// the next.
var system = &steady{read: time.Now}

// System is the clock of the machine. When that is set back, System stands still
// until it has caught up, so that nothing that has happened lies in the future.
func System() Clock { return system }

// steady never goes back behind the latest time it told, kept in microseconds
// since 1970.
type steady struct {
	read func() time.Time
	told atomic.Int64
}

func (s *steady) Now() time.Time {
	now := s.read().UnixMicro()
	for {
		told := s.told.Load()
		if now <= told {
			return time.UnixMicro(told).UTC()
		}
		if s.told.CompareAndSwap(told, now) {
			return time.UnixMicro(now).UTC()
		}
	}
}
