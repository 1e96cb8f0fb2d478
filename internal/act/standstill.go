package act

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// PauseJob lets a job rest: the clocks of what is under way stand, and nobody
// new is invited or referred.
func (h *House) PauseJob(ctx context.Context, by By, id string) error {
	return h.restJob(ctx, by, id, kith.Pause, kith.JobWasPaused)
}

// ResumeJob lets a paused job go on, and its clocks with it.
func (h *House) ResumeJob(ctx context.Context, by By, id string) error {
	return h.restJob(ctx, by, id, kith.Resume, kith.JobWentOn)
}

func (h *House) restJob(ctx context.Context, by By, id string, act kith.Act, kind kith.EventKind) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		j, err := t.myJob(id)
		if err != nil {
			return err
		}
		if err := t.moveJob(&j, act, kith.Client); err != nil {
			return err
		}
		_, err = t.happened(kith.Event{Kind: kind, Actor: t.by.Person, Job: j.ID})
		return err
	})
	return err
}

// moveJob takes a locked job where act leads, saves it, and stops or starts the
// clocks of its referrals where it begins or ends to rest. What was due before
// has happened first.
func (t *turn) moveJob(j *kith.Job, act kith.Act, party kith.Party) error {
	if err := t.settleReferrals(j.ID); err != nil {
		return err
	}
	if err := t.settleInvitations(j.ID); err != nil {
		return err
	}
	rested := j.Rests()
	var err error
	if j.Status, err = j.Status.Move(act, party); err != nil {
		return err
	}
	j.ChangedAt = t.by.Now
	if err := t.SaveJob(t.ctx, *j); err != nil || rested == j.Rests() {
		return err
	}
	live, err := t.LiveReferralsFor(t.ctx, j.ID)
	if err != nil {
		return err
	}
	for _, r := range live {
		if j.Rests() {
			err = t.standStill(r, t.by.Now, (*kith.Standstill).StopForJob)
		} else {
			err = t.goOn(r, t.by.Now, (*kith.Standstill).JobGoesOn)
		}
		if err != nil {
			return err
		}
	}
	return t.restInvitations(*j)
}

// standStill stops the clocks of a live referral for a reason: StopForJob or
// StopForQuestion.
func (t *turn) standStill(r kith.Referral, at time.Time, why func(*kith.Standstill, time.Time)) error {
	why(&r.Stand, at)
	if err := t.SaveReferral(t.ctx, r, r.State); err != nil {
		return err
	}
	if till := r.Stand.QuestionTill; !till.IsZero() {
		if err := t.later(store.TaskLapse, r.ID, till); err != nil {
			return err
		}
	}
	return t.later(store.TaskLapse, r.ID, r.Stand.TooLongAt())
}

// goOn takes a reason away: JobGoesOn or QuestionCloses. When none is left the
// clocks run on with what was left.
func (t *turn) goOn(r kith.Referral, at time.Time, why func(*kith.Standstill, time.Time) time.Duration) error {
	zone := t.zone(r.Who(turnOf(r.State)))
	reminder, since := r.ReminderFor(zone), r.Stand.Since
	stood := why(&r.Stand, at)
	r.Moved(stood, zone)
	if err := t.SaveReferral(t.ctx, r, r.State); err != nil || r.Stand.Stands() || stood == 0 {
		return err
	}
	if r.Checked() {
		return t.later(store.TaskLapse, r.ID, r.CheckTill)
	}
	if r.State == kith.Sending {
		return t.later(store.TaskLeave, r.ID, r.LeavesAt)
	}
	if reminder.After(since) { // else it was reminded of before they stood
		if err := t.later(store.TaskRemind, r.ID, r.ReminderFor(zone)); err != nil {
			return err
		}
	}
	return t.later(store.TaskLapse, r.ID, r.Deadline)
}

// questionIsOver lets the clocks run on when a question has stood open for as
// long as it may.
func (t *turn) questionIsOver(r kith.Referral) error {
	till := r.Stand.QuestionTill
	if till.IsZero() || t.by.Now.Before(till) {
		return nil
	}
	return t.goOn(r, till, (*kith.Standstill).QuestionCloses)
}
