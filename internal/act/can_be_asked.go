package act

import (
	"kith/internal/kith"
)

// mayBeAsked is nil where the candidate of a referral can be asked right now,
// else the one refusal that tells nothing of why (R11). It is asked when
// somebody is chosen, when the referral is sent, when it leaves and when a turn
// on the bench comes.
func (t *turn) mayBeAsked(r kith.Referral) error {
	q, err := t.Asking(t.ctx, r, t.by.Now)
	if err != nil {
		return err
	}
	q.Limits, q.Zone = t.house.Limits, t.zone(r.Candidate)
	return kith.CanBeAsked(q)
}

// canBeAsked says whether somebody whose turn comes can still be asked. Others
// who ask the same person wait until this one is done, so that the limit holds.
func (t *turn) canBeAsked(q kith.Referral) (bool, error) {
	if q.Candidate.ID == "" {
		return true, nil // nobody is asked, and nothing tells
	}
	if err := t.LockPerson(t.ctx, q.Candidate.ID); err != nil {
		return false, err
	}
	before, err := t.candidatesBefore(q)
	if err != nil {
		return false, err
	}
	if err := kith.MayAsk(q, before); err != nil {
		return false, nil
	}
	err = t.mayBeAsked(q)
	if isRefusal(err) {
		return false, nil
	}
	return err == nil, err
}
