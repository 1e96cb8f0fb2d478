package act

import (
	"context"
	"time"

	"kith/internal/kith"
)

// LinkPurposeDecline is the purpose of the link in a candidate's letter: it can
// say no or not now, never yes (R16).
const LinkPurposeDecline = "decline"

// DeclineByLink says no or not now for the person to whom the link was mailed,
// without a session. The link works once, until the deadline, for this one
// referral.
func (h *House) DeclineByLink(ctx context.Context, tokenHash string, no No, now time.Time) error {
	if err := no.check(now).Err(); err != nil {
		return err
	}
	_, err := h.do(ctx, By{Now: now}, func(t *turn) error {
		link, err := t.ActionLink(t.ctx, tokenHash)
		if err != nil {
			return err
		}
		r, err := t.Referral(t.ctx, link.Referral)
		if err != nil {
			return err
		}
		if r.LinkIsOld(link.ExpiresAt, now) || link.Purpose != LinkPurposeDecline {
			return kith.Refuse(kith.LinkOld)
		}
		fresh, err := t.UseActionLink(t.ctx, tokenHash, now)
		if err != nil {
			return err
		}
		if !fresh {
			return kith.Refuse(kith.LinkUsed)
		}
		t.by.Person = link.Person
		return t.decline(link.Referral, no)
	})
	return err
}
