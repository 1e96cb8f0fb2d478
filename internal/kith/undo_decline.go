package kith

import "time"

// UndoUntil is until when a plain decline can be taken back: for ten minutes,
// as long as the invitation would still be pending. It is zero where nothing was
// declined, or by a referral, which has an undo of its own.
func (i Invitation) UndoUntil() time.Time {
	if i.State != Declined || i.Reason == HandedOn {
		return time.Time{}
	}
	return earlier(i.EndedAt.Add(UndoTime), i.RunsOut())
}

// MayUndoDecline is nil where the freelancer can take a plain decline back now.
func (i Invitation) MayUndoDecline(now time.Time) error {
	until := i.UndoUntil()
	switch {
	case i.State != Declined:
		return Refuse(invitationRefusals[i.State])
	case i.HandOn.Referral != "":
		return Refuse(HandOnUnderWay)
	case !i.Job.Live():
		return Refuse(JobNotOpen)
	case until.IsZero() || !now.Before(until):
		return Refuse(TooLate)
	}
	return nil
}
