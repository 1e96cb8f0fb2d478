package act

import (
	"context"
	"time"

	"kith/internal/store"
)

// clock runs an act of time. Where nothing is left to do, because somebody
// acted before, that is no error.
func (h *House) clock(ctx context.Context, now time.Time, change func(t *turn) error) error {
	_, err := h.keep(ctx, By{Now: now}, change)
	if store.IsNone(err) {
		return nil
	}
	return err
}
