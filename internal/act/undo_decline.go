package act

import (
	"context"
	"time"

	"kith/internal/kith"
)

// UndoDecline takes a plain decline back within ten minutes, as if it had not
// been. The client, who would have heard of it afterwards, hears nothing.
func (h *House) UndoDecline(ctx context.Context, by By, id string) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		i, err := t.myInvitation(id)
		if err != nil {
			return err
		}
		if err := i.MayUndoDecline(t.by.Now); err != nil {
			return err
		}
		was := i.State
		if i.State, _, err = i.State.Move(kith.Undo, kith.Freelancer); err != nil {
			return err
		}
		i.Reason, i.NotNowTill, i.Advice, i.EndedAt = "", "", "", time.Time{}
		if i.Job.Rests() {
			i.Stand.StopForJob(t.by.Now)
		}
		if err := t.SaveInvitation(t.ctx, i, was); err != nil {
			return err
		}
		if err := t.dropDeclineLetter(i); err != nil {
			return err
		}
		if err := t.invitationClocks(i); err != nil {
			return err
		}
		_, err = t.happened(kith.Event{Kind: kith.DeclineUndone, Actor: t.by.Person, Job: i.Job.ID, Invitation: i.ID})
		return err
	})
	return err
}

// dropDeclineLetter keeps the letter about the decline from going out.
func (t *turn) dropDeclineLetter(i kith.Invitation) error {
	events, err := t.EventsOfInvitation(t.ctx, i.ID)
	for _, e := range events {
		if e.Kind == kith.InvitationNo && err == nil {
			err = t.FinishTask(t.ctx, letterTask(e, kith.Client), t.by.Now)
		}
	}
	return err
}
