package storetest

import (
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// contracts keeps the work of a hire, while it goes on and when both have said
// how it was.
func contracts(h *house, p kith.Proposal) {
	h.Helper()
	c := kith.Contract{Proposal: p, State: kith.Running, StartedAt: begin}
	h.do(func(tx *store.Tx) error {
		if err := tx.AddContract(h.ctx, c); err != nil {
			return err
		}
		kept, err := tx.Contract(h.ctx, p.ID)
		h.same("contract", err, kept, c)
		c.State, c.EndedAt = kith.Stopped, begin.Add(time.Hour)
		c.ByClient = kith.Outcome{Rating: 1, Again: kith.AgainNo, At: begin.Add(2 * time.Hour)}
		c.ByFreelancer = kith.Outcome{Rating: 5, Again: kith.AgainYes, At: begin.Add(3 * time.Hour)}
		if err := tx.SaveContract(h.ctx, c, kith.Running); err != nil {
			return err
		}
		kept, err = tx.Contract(h.ctx, p.ID)
		h.same("contract with outcomes", err, kept, c)
		if err := tx.SaveContract(h.ctx, c, kith.Running); err == nil {
			h.Error("a contract was saved over another state")
		}
		return nil
	})
}
