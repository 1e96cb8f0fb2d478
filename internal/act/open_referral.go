package act

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Opening is what the operator says when opening the whole story of a referral.
type Opening struct {
	Ref string // as ids.ParseReference gives it
	// Reason is why; it is kept, and the next operator reads it.
	Reason string
	// HandOver asks for the private note to the candidate too.
	HandOver bool
}

// OpenReferral notes that the operator opens a referral, which is what lets the
// story be read for a while. The opening's id comes back. Whoever asks must have
// been let in as an operator. It is nobody's news.
func (h *House) OpenReferral(ctx context.Context, by By, o Opening) (id string, err error) {
	o.Reason = kith.Line(o.Reason)
	var wrong kith.Problems
	wrong.Add(o.Reason == "", "reason", "opening_reason_missing")
	wrong.Add(kith.Length(o.Reason) > kith.TitleMax, "reason", "too_long", "max", kith.TitleMax)
	if err := wrong.Err(); err != nil {
		return "", err
	}
	return h.keep(ctx, by, func(t *turn) error {
		r, err := t.ReferralByRef(t.ctx, o.Ref)
		if store.IsNone(err) {
			return kith.Problems{{Field: "ref", Key: "reference_unknown"}}
		}
		if err != nil {
			return err
		}
		t.ledTo = t.house.IDs.New()
		return t.AddOpening(t.ctx, store.Opening{
			ID: t.ledTo, Referral: r.ID, By: kith.Someone{ID: by.Person}, Reason: o.Reason, HandOver: o.HandOver, At: by.Now,
		})
	})
}
