package web

// undoReferral takes it back within the ten minutes, as if it had not been.
func undoReferral(v *visit) error {
	s, id := v.typed(), v.path("id")
	err := v.site.House.UndoReferral(v.r.Context(), v.by(), id)
	switch {
	case s.took(err):
		return v.referralPage(s)
	case err != nil:
		return err
	}
	r, err := v.readReferral()
	if err != nil {
		return err
	}
	return v.goTo("/invitations/"+r.Invitation, v.t("referral.undone"))
}
