package act

import "context"

// ReleaseTask lets work be tried again that had failed too often, or for good:
// the operator has put right what was wrong. It is nobody's news.
func (h *House) ReleaseTask(ctx context.Context, by By, once string) error {
	_, err := h.keep(ctx, by, func(t *turn) error { return t.Tx.ReleaseTask(t.ctx, once, t.by.Now) })
	return err
}
