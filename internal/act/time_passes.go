package act

import (
	"context"
	"slices"
	"time"

	"kith/internal/kith"
)

// Settle lets everything happen to a referral that is due by now: leaving, and
// the end of somebody's time. Running it twice, late or out of turn changes
// nothing more.
func (h *House) Settle(ctx context.Context, id string, now time.Time) error {
	return h.clock(ctx, now, func(t *turn) error {
		_, err := t.dueReferral(id)
		return err
	})
}

// Remind reminds whoever's turn it is, where their time still runs.
func (h *House) Remind(ctx context.Context, id string, now time.Time) error {
	return h.clock(ctx, now, func(t *turn) error {
		r, err := t.dueReferral(id)
		if err != nil {
			return err
		}
		if _, _, err := r.State.Move(kith.Remind, kith.Clock, r.Job.Policy()); err != nil {
			return nil // somebody acted: nothing to remind of
		}
		if at := t.reminderOf(r); at.IsZero() || now.Before(at) || r.Stand.Stands() || r.Held.Over() {
			return nil // the reminder of an earlier wait, which is over
		}
		kind := kith.CandidateReminded
		if r.State == kith.AwaitingClient {
			kind = kith.ClientReminded
		}
		events, err := t.EventsOfReferral(t.ctx, r.ID)
		if err != nil || told(events, kind, r.Deadline) {
			return err
		}
		return t.referralEvent(r, kind, "", now)
	})
}

// told says whether something has been told already of a time: the worker that
// did it may have died before it could say so.
func told(events []kith.Event, kind kith.EventKind, till time.Time) bool {
	return slices.ContainsFunc(events, func(e kith.Event) bool { return e.Kind == kind && e.Till.Equal(till) })
}

// reminderOf is when whoever's turn it is now is to be reminded.
func (t *turn) reminderOf(r kith.Referral) time.Time {
	return r.ReminderFor(t.zone(r.Who(turnOf(r.State))))
}

// leave sends a referral on its way, as of the moment its ten minutes ended.
// The rules are asked again first.
func (t *turn) leave(r kith.Referral) (kith.Referral, error) {
	i, err := t.Invitation(t.ctx, r.Invitation)
	if err != nil {
		return r, err
	}
	if no := t.mayRefer(i, r); no != nil {
		return t.stopped(r, i, no)
	}
	if r.Outside {
		return t.giveLink(r, i)
	}
	was, at := r.State, r.LeavesAt
	may, err := t.canBeAsked(r)
	switch {
	case err != nil:
		return r, err
	case !may && !r.ByAddress():
		return r, t.passedOver(r, i)
	case !may:
		r.Candidate = kith.Someone{} // as where the address has no account
	}
	zones, err := t.zonesOfChain(r)
	if err != nil {
		return r, err
	}
	if i, err = t.declineShows(r, i, at); err != nil {
		return r, err
	}
	r.AskedAt, r.Title, r.AskingEnds, r.HearBy = at, r.Job.Title, at.Add(kith.AskingTime), kith.LatestEnd(at, zones)
	t.left = append(t.left, r.ID)
	if err := t.moveReferral(&r, kith.Leave, kith.Clock, at); err != nil {
		return r, err
	}
	if err := t.saveReferral(r, was, kith.CandidateAsked, "", at); err != nil {
		return r, err
	}
	if r.Candidate.ID == "" {
		return r, t.plainDecline(r, i, at)
	}
	return r, nil
}

// passedOver ends a referral whose candidate can't be asked any more as it is
// about to leave. The next on the bench is asked, or the decline stands.
func (t *turn) passedOver(r kith.Referral, i kith.Invitation) error {
	was, at := r.State, r.LeavesAt
	if err := t.moveReferral(&r, kith.Cancel, kith.House, at); err != nil {
		return err
	}
	r.How = kith.CantBeAsked
	if err := t.endTurn(r, was, kith.ReferralCancelled, "", at); err != nil {
		return err
	}
	r, err := t.Referral(t.ctx, r.ID)
	if err != nil || r.FollowedBy != "" {
		return err
	}
	return t.plainDecline(r, i, at)
}

// zonesOfChain is where those live who may be asked, in their order.
func (t *turn) zonesOfChain(first kith.Referral) ([]*time.Location, error) {
	queued, err := t.bench(first.Chain)
	zones := []*time.Location{t.zone(first.Candidate)}
	for _, q := range queued {
		zones = append(zones, t.zone(q.Candidate))
	}
	return zones, err
}

// why a referral that was about to leave is cancelled instead.
var stoppedBy = map[kith.Code]kith.How{
	kith.JobIsPrivate:        kith.TurnedPrivate,
	kith.ReferralsOff:        kith.SwitchedOff,
	kith.JobNotOpen:          kith.JobEnded,
	kith.InvitationTakenBack: kith.TakenBack,
}

func (t *turn) stopped(r kith.Referral, i kith.Invitation, no error) (kith.Referral, error) {
	how := kith.NoLonger
	for code, h := range stoppedBy {
		if refusedWith(no, code) {
			how = h
		}
	}
	if !isRefusal(no) {
		return r, no
	}
	if err := t.cancel(r, how, r.LeavesAt); err != nil {
		return r, err
	}
	if err := t.plainDecline(r, i, r.LeavesAt); err != nil {
		return r, err
	}
	return t.Referral(t.ctx, r.ID)
}

// plainDecline tells the client of the decline that a referral brought along,
// where the referral itself is nothing to tell of.
func (t *turn) plainDecline(r kith.Referral, i kith.Invitation, at time.Time) error {
	if !r.Restores || i.State != kith.Declined {
		return nil
	}
	i, err := t.declineShows(r, i, at)
	if err != nil {
		return err
	}
	e, err := t.happened(kith.Event{Kind: kith.InvitationNo, At: at, Actor: i.Freelancer.ID, Job: i.Job.ID, Invitation: i.ID})
	if err != nil {
		return err
	}
	return t.tell(e, i.ID, i.Who, anybody)
}

// lapse ends a wait that nobody answered, as of its deadline.
func (t *turn) lapse(r kith.Referral) (kith.Referral, error) {
	was, at := r.State, r.Deadline
	if r.Held.Over() {
		return r, t.tellHeld(r, at)
	}
	kind := kith.CandidateLapsed
	r.How = kith.CandidateSilent
	if was == kith.AwaitingClient {
		kind, r.How = kith.ClientLapsed, kith.ClientSilent
	}
	if was == kith.AwaitingOutsider {
		return r, t.linkIsOver(r)
	}
	if err := t.moveReferral(&r, kith.Lapse, kith.Clock, at); err != nil {
		return r, err
	}
	if was == kith.AwaitingClient { // the client's silence ends the chain
		if err := t.saveReferral(r, was, kind, "", at); err != nil {
			return r, err
		}
		return r, t.endBench(r.Chain, at)
	}
	return r, t.endTurn(r, was, kind, "", at)
}

// cancel ends a live referral from outside.
func (t *turn) cancel(r kith.Referral, how kith.How, at time.Time) error {
	was := r.State
	if err := t.moveReferral(&r, kith.Cancel, kith.House, at); err != nil {
		return err
	}
	r.How = how
	if err := t.saveReferral(r, was, kith.ReferralCancelled, t.by.Person, at); err != nil {
		return err
	}
	return t.endBench(r.Chain, at)
}

// settleReferrals lets happen what is due on a job's referrals before the job
// changes: what was late is judged by the terms of its time.
func (t *turn) settleReferrals(job string) error {
	live, err := t.LiveReferralsFor(t.ctx, job)
	if err != nil {
		return err
	}
	for _, r := range live {
		if _, err := t.dueReferral(r.ID); err != nil {
			return err
		}
	}
	return nil
}

// cancelReferrals ends those live referrals of a job that which picks. What was
// due on them has happened already.
func (t *turn) cancelReferrals(job string, how kith.How, which func(kith.Referral) bool) error {
	live, err := t.LiveReferralsFor(t.ctx, job)
	if err != nil {
		return err
	}
	for _, r := range live {
		if !which(r) {
			continue
		}
		if err := t.cancel(r, how, t.by.Now); err != nil {
			return err
		}
		if err := t.declineStands(r); err != nil {
			return err
		}
	}
	return nil
}

// declineStands tells the client of the decline that a referral brought along,
// where the referral was cancelled before it left and the job goes on.
func (t *turn) declineStands(r kith.Referral) error {
	if r.State != kith.Sending && r.State != kith.AwaitingOutsider || !r.Job.Live() {
		return nil
	}
	i, err := t.Invitation(t.ctx, r.Invitation)
	if err != nil {
		return err
	}
	return t.plainDecline(r, i, t.by.Now)
}
