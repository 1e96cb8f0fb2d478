package web

import (
	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/query"
)

// editView is the form that changes the words while they haven't left.
type editView struct{ referralView }

// editReferral shows the words as they stand.
func editReferral(v *visit) error {
	r, err := v.readReferral()
	if err != nil {
		return err
	}
	return v.editPage(v.fresh(wordValues(r)))
}

func wordValues(r query.Referral) map[string]string {
	return map[string]string{"vouch": string(r.Vouch), "shared": ticked(r.Shared), "note": r.Note, "hand_over": r.HandOver}
}

var wordLabels = [][2]string{{"note", "kept.note"}, {"hand_over", "kept.hand_over"}}

// saveReferral keeps what was changed.
func saveReferral(v *visit) error {
	s, id := v.typed(), v.path("id")
	err := v.site.House.EditReferral(v.r.Context(), v.by(), id, act.Words{
		Vouch: kith.Vouch(s.Value("vouch")), Shared: s.Value("shared") != "", Note: s.Value("note"), HandOver: s.Value("hand_over"),
	})
	switch {
	case s.took(err):
		return v.editPage(s)
	case err != nil:
		return err
	}
	r, err := v.readReferral()
	if err != nil {
		return err
	}
	flash := "referral.edited"
	switch {
	case r.Referral.Checked():
		flash = "referral.edited_checked"
	case r.State != kith.Sending && r.State != kith.Queued:
		flash = "referral.edited_left"
	}
	return v.goTo("/referrals/"+id, v.t(flash))
}

func (v *visit) editPage(s *sheet) error {
	r, err := v.readReferral()
	if err != nil {
		return err
	}
	if r.Party != kith.Referrer {
		return kith.Refuse(kith.NotFound)
	}
	if s.overtaken {
		s.differs(wordValues(r), wordLabels)
	}
	return v.showAs(s.status(), editReferralPage(editView{referralView{v: v, Referral: r, s: s}}))
}

// called is how the page calls the colleague: by name, or by the address given.
func (e editView) called() string {
	switch {
	case e.Outside:
		return e.v.t("outside.called")
	case !e.Candidate.Known():
		return e.Email
	}
	return firstName(e.Candidate)
}
