package act

import (
	"context"

	"kith/internal/kith"
)

// EditJobTold is EditJob by a client who was told how many wait and what becomes
// of them. Where the change matters to them and the numbers are no longer those,
// nothing is changed and the client looks again.
func (h *House) EditJobTold(ctx context.Context, by By, id string, changed kith.Job, told kith.Waiting) error {
	return h.editJob(ctx, by, id, changed, &told)
}

// toldWhoWaits compares what the client was told with what is so. What was due
// has happened already.
func (t *turn) toldWhoWaits(j, to kith.Job, told *kith.Waiting) error {
	if effect, _ := j.PolicyEffects(to); told == nil || effect == kith.EffectNone {
		return nil
	}
	live, err := t.LiveReferralsFor(t.ctx, j.ID)
	if err != nil {
		return err
	}
	var now kith.Waiting
	for _, r := range live {
		if r.Sees(kith.Client, kith.TheReferral) != kith.Absent {
			now.Add(r.State)
		}
	}
	if now != *told {
		return kith.Refuse(kith.OthersWaitNow)
	}
	return nil
}
