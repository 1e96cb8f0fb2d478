package web

import "kith/internal/web/parts"

// undoDecline takes a plain decline back within the ten minutes.
func undoDecline(v *visit) error {
	s, id := v.typed(), v.path("id")
	err := v.site.House.UndoDecline(v.r.Context(), v.by(), id)
	switch {
	case s.took(err):
		return v.invitationPage(s)
	case err != nil:
		return err
	}
	i, err := v.readInvitation()
	if err != nil {
		return err
	}
	return v.goTo("/invitations/"+id, v.invitationWord("invitation.undone", i.Invitation))
}

// mayUndo says whether the reader can take the decline back.
func (i invitationView) mayUndo() bool { return i.MayUndoDecline(i.v.now) == nil }

func (i invitationView) undoText() string {
	return i.v.invitationWord("invitation.undo_until", i.Invitation.Invitation, "undo_until", i.v.voice.Hour(i.UndoUntil()))
}

func (i invitationView) undoPost() parts.PostProps {
	return parts.PostProps{Action: "/invitations/" + i.ID + "/undo", Key: i.s.Key, Label: i.v.t("invitation.undo_decline"), Kind: parts.Outlined}
}
