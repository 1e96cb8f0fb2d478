package clock

import (
	"fmt"
	"sync/atomic"
	"time"
)

// Furthest is how far a Shift can be ahead of its base: a hundred years, well
// inside what a time.Duration holds.
const Furthest = 100 * 365 * 24 * time.Hour

// Shift is a clock that runs ahead of another by an offset that can grow while
// it runs. In the demo village people let time pass with it.
type Shift struct {
	base   Clock
	offset atomic.Int64
}

// Shifted is a Shift that begins level with base. To go on where an earlier one
// was, save its Offset and begin with Ahead(saved).
func Shifted(base Clock) *Shift { return &Shift{base: base} }

// Now is the time of the base plus the offset.
func (s *Shift) Now() time.Time { return cut(s.base.Now().Add(s.Offset())) }

// Offset is how far the clock is ahead of its base, in whole microseconds.
func (s *Shift) Offset() time.Duration { return time.Duration(s.offset.Load()) }

// Ahead moves the clock forward by d, cut to microseconds; what was moved before
// adds up. It is an error, and moves nothing, when d is negative or would take
// the clock further than Furthest from its base.
func (s *Shift) Ahead(d time.Duration) error {
	if d < 0 {
		return fmt.Errorf("clock: can't go back by %s", -d)
	}
	for {
		before := s.Offset()
		if d > Furthest-before {
			return fmt.Errorf("clock: %s ahead is too far", d)
		}
		if s.offset.CompareAndSwap(int64(before), int64(before+d.Truncate(time.Microsecond))) {
			return nil
		}
	}
}
