package web

import "kith/internal/kith"

// applyView is the form with which somebody offers to do a job.
type applyView struct {
	jobView
	s *sheet
}

func applyForm(v *visit) error {
	j, err := v.readJob()
	if err != nil {
		return err
	}
	return v.applyPage(j, v.fresh(nil))
}

// apply makes the proposal.
func apply(v *visit) error {
	j, err := v.readJob()
	if err != nil {
		return err
	}
	s := v.typed()
	proposal, err := v.site.House.Apply(v.r.Context(), v.by(), j.ID, s.offer(v.currencyOf(j.Job.Job)))
	switch {
	case s.took(err):
		return v.applyPage(j, s)
	case err != nil:
		return err
	}
	return v.goTo("/proposals/"+proposal, j.say("apply.done"))
}

func (v *visit) applyPage(j jobView, s *sheet) error {
	if err := j.asked(); err != nil {
		return err
	}
	return v.showAs(s.status(), applyPage(applyView{j, s}))
}

// reason is why the form isn't there.
func (a applyView) reason() string {
	if isCode(a.MayApply, kith.NotFound) {
		return a.v.t("job.by_invitation")
	}
	return a.v.sentenceOf(a.MayApply)
}
