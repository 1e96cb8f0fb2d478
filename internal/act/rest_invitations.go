package act

import (
	"kith/internal/kith"
	"kith/internal/store"
)

// settleInvitations lets those of a job lapse whose time is over, before the job
// changes.
func (t *turn) settleInvitations(job string) error {
	all, err := t.WaitingInvitations(t.ctx, job)
	if err != nil {
		return err
	}
	for _, i := range all {
		if !i.Late(t.by.Now) {
			continue
		}
		if err := t.lapseInvitation(i); err != nil {
			return err
		}
	}
	return nil
}

// restInvitations stops the clocks of a job's invitations where it begins to
// rest, and lets them run on where it goes on. One that a referral still sending
// has declined stands too: undo brings it back as if nothing had been.
func (t *turn) restInvitations(j kith.Job) error {
	all, err := t.WaitingInvitations(t.ctx, j.ID)
	if err != nil {
		return err
	}
	for _, i := range all {
		if j.Rests() {
			i.Stand.StopForJob(t.by.Now)
		} else {
			i.Moved(i.Stand.JobGoesOn(t.by.Now), t.zone(i.Freelancer))
		}
		if err := t.SaveInvitation(t.ctx, i, i.State); err != nil {
			return err
		}
		if err := t.invitationClocks(i); err != nil {
			return err
		}
	}
	return nil
}

// invitationClocks sets the clocks of a pending invitation: its end, and its
// reminder where that is still to come.
func (t *turn) invitationClocks(i kith.Invitation) error {
	if remind := i.RemindAt(t.zone(i.Freelancer)); !i.Stand.Stands() && remind.After(t.by.Now) {
		if err := t.later(store.TaskRemindInvitation, i.ID, remind); err != nil {
			return err
		}
	}
	return t.later(store.TaskLapseInvitation, i.ID, i.RunsOut())
}
