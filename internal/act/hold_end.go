package act

import (
	"time"

	"kith/internal/kith"
)

// holdEnd ends a referral to an address for the candidate, while it goes on for the
// others as if nobody had answered (R2). An open question closes.
func (t *turn) holdEnd(r kith.Referral, how kith.How, kind kith.EventKind) error {
	r.Held = kith.Held{How: how, At: t.by.Now}
	if !r.Stand.QuestionTill.IsZero() {
		if err := t.goOn(r, t.by.Now, (*kith.Standstill).QuestionCloses); err != nil {
			return err
		}
	} else if err := t.SaveReferral(t.ctx, r, r.State); err != nil {
		return err
	}
	e, err := t.happened(kith.Event{Kind: kind, Actor: t.by.Person, Job: r.Job.ID, Invitation: r.Invitation, Referral: r.ID})
	if err != nil {
		return err
	}
	return t.tell(e, r.ID, r.Who, func(p kith.Party) bool { return r.Told(p, e) })
}

// tellHeld ends it for the others too, at the time to which an unanswered one
// would have run.
func (t *turn) tellHeld(r kith.Referral, at time.Time) error {
	act, party, kind, actor := kith.Tell, kith.Clock, kith.CandidateNo, r.Candidate.ID
	if r.Held.How == kith.CantGoOn {
		act, party, kind, actor = kith.Cancel, kith.House, kith.ReferralCancelled, ""
	}
	was := r.State
	r.How = r.Held.How
	if err := t.moveReferral(&r, act, party, at); err != nil {
		return err
	}
	return t.endTurn(r, was, kind, actor, at)
}
