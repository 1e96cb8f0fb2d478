package act

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// giveLink makes the link that the referrer passes on, as of the moment the ten
// minutes ended. Nobody else hears of it before somebody has joined (R13).
func (t *turn) giveLink(r kith.Referral, i kith.Invitation) (kith.Referral, error) {
	if no := r.Job.MayReferOutside(); no != nil {
		return t.stopped(r, i, no)
	}
	was, at := r.State, r.LeavesAt
	if _, err := t.declineShows(r, i, at); err != nil {
		return r, err
	}
	r.Title = r.Job.Title
	if err := t.AddOutsiderLink(t.ctx, t.house.IDs.Token(), r.ID); err != nil {
		return r, err
	}
	if err := t.moveReferral(&r, kith.Give, kith.Clock, at); err != nil {
		return r, err
	}
	return r, t.saveReferral(r, was, kith.LinkMade, "", at)
}

// TakeLink lets somebody with an account, or who has just joined, take the link
// that they were given: they are the candidate from now on, and are asked as
// anybody would be. Opening the link does nothing of it. The referral's id comes
// back. Who took it already is led to it again.
func (h *House) TakeLink(ctx context.Context, by By, token string) (id string, err error) {
	return h.keep(ctx, by, func(t *turn) error {
		r, err := t.ReferralOfLink(t.ctx, token)
		if err == nil {
			r, err = t.dueReferral(r.ID)
		}
		switch {
		case store.IsNone(err):
			return kith.Refuse(kith.LinkOver)
		case err != nil:
			return err
		case r.Candidate.ID == t.by.Person:
			t.ledTo = r.ID
			return nil
		}
		return t.takeLink(r)
	})
}

func (t *turn) takeLink(r kith.Referral) error {
	if _, err := r.BehindLink(false); err != nil {
		return err
	}
	if r.Referrer.ID == t.by.Person {
		return kith.Refuse(kith.OwnLink)
	}
	me, err := t.Person(t.ctx, t.by.Person)
	if err != nil {
		return err
	}
	r.Candidate = me.Someone()
	if err := t.mayTakeLink(r); err != nil {
		return err
	}
	zones, err := t.zonesOfChain(r)
	if err != nil {
		return err
	}
	at := t.by.Now
	r.AskedAt, r.AskingEnds, r.HearBy = at, at.Add(kith.AskingTime), kith.LatestEnd(at, zones)
	if err := t.moveReferral(&r, kith.TakeLink, kith.Candidate, at); err != nil {
		return err
	}
	t.ledTo = r.ID
	return t.saveReferral(r, kith.AwaitingOutsider, kith.OutsiderJoined, t.by.Person, at)
}

// mayTakeLink asks the rules for asking somebody, of the job and of the
// candidate. Whatever stands in the way, one sentence is read, and the link
// isn't used up.
func (t *turn) mayTakeLink(r kith.Referral) error {
	i, err := t.Invitation(t.ctx, r.Invitation)
	if err != nil {
		return err
	}
	no := t.mayRefer(i, r)
	if no != nil && !isRefusal(no) {
		return no
	}
	may, err := t.canBeAsked(r)
	if err == nil && (no != nil || !may) {
		err = kith.Refuse(kith.LinkNotNow)
	}
	return err
}

// linkIsOver ends a referral whose link nobody joined through. The next on the
// bench is asked, or the client hears of the decline.
func (t *turn) linkIsOver(r kith.Referral) error {
	i, err := t.Invitation(t.ctx, r.Invitation)
	if err != nil {
		return err
	}
	at := r.Deadline
	if err := t.moveReferral(&r, kith.Lapse, kith.Clock, at); err != nil {
		return err
	}
	r.How = kith.LinkUnused
	if err := t.endTurn(r, kith.AwaitingOutsider, kith.LinkLapsed, "", at); err != nil {
		return err
	}
	r, err = t.Referral(t.ctx, r.ID)
	if err != nil || r.FollowedBy != "" {
		return err
	}
	return t.plainDecline(r, i, at)
}
