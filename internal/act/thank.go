package act

import (
	"context"

	"kith/internal/kith"
)

// Thank writes to the referrer, by the client or the candidate, once each, from
// the introduction or the end on (R10). It is read on the page; no letter goes.
func (h *House) Thank(ctx context.Context, by By, id, text string) error {
	text = kith.Clean(text)
	if err := checkShort(text, "thanks_missing", kith.ThanksMax).Err(); err != nil {
		return err
	}
	_, err := h.do(ctx, by, func(t *turn) error {
		r, party, err := t.lockedReferral(id)
		if err != nil {
			return err
		}
		if err := r.MayThank(party); err != nil {
			return err
		}
		thanks := kith.Thanks{Referral: r.ID, By: party, Person: t.by.Person, Text: text, At: t.by.Now}
		fresh, err := t.AddThanks(t.ctx, thanks)
		if err != nil {
			return err
		}
		if !fresh {
			return kith.Refuse(kith.ThankedAlready)
		}
		_, err = t.happened(kith.Event{Kind: thanks.Event(), Actor: t.by.Person, Job: r.Job.ID, Invitation: r.Invitation, Referral: r.ID})
		return err
	})
	return err
}
