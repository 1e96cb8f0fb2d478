package web

import (
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// yesForm asks for what goes with a candidate's yes: rate and letter, or the
// profile only (R6).
func yesForm(v *visit) error { return v.yesPage(v.fresh(nil)) }

// sayYes says it.
func sayYes(v *visit) error {
	r, err := v.readReferral()
	if err != nil {
		return err
	}
	s := v.typed()
	proposal, err := v.site.House.AcceptReferral(v.r.Context(), v.by(), r.ID, s.yes(v.currencyOf(r.Job)))
	switch {
	case s.took(err):
		return v.yesPage(s)
	case err != nil:
		return err
	}
	done := "yes.done_ask_me"
	if proposal != "" {
		done = "yes.done"
	}
	return v.goTo("/referrals/"+r.ID, v.referralWord(done, r))
}

func (v *visit) yesPage(s *sheet) error {
	view, err := v.candidates(s)
	if err != nil {
		return err
	}
	s.inOrder("vouch", "rate", "letter", "profile_only")
	return v.showAs(s.status(), yesPage(view))
}

// candidates is a page that is the candidate's alone.
func (v *visit) candidates(s *sheet) (referralView, error) {
	r, err := v.readReferral()
	if err != nil {
		return referralView{}, err
	}
	if r.Party != kith.Candidate {
		return referralView{}, kith.Refuse(kith.NotFound)
	}
	view := referralView{v: v, Referral: r, s: s}
	return view, view.fill()
}

// alreadyIn says, to the candidate alone, that they are in the job by another
// way (R11); nothing where they aren't.
func (r referralView) alreadyIn() string {
	switch {
	case r.Party != kith.Candidate || !r.State.Live():
		return ""
	case r.Job.Proposal != nil:
		return r.say("referral.already_in.proposal")
	case r.invitedToo():
		return r.say("referral.already_in.invitation")
	}
	return ""
}

// invitedToo says whether the client asked the candidate as well, and waits for
// an answer.
func (r referralView) invitedToo() bool {
	return r.Job.Proposal == nil && r.Job.Invitation != nil && r.Job.Invitation.State == kith.Pending
}

// afterYes says what the candidate's yes leads to.
func (r referralView) afterYes() string {
	switch {
	case r.Referral.Job.Policy() == kith.PolicyAskMe:
		return r.say("letter.after_yes.ask_me")
	case r.MinVouch != "":
		return r.say("letter.after_yes.open") + " " + r.say("yes.minimum."+string(r.MinVouch))
	}
	return r.say("letter.after_yes.open")
}

// withProposal asks for no offer where the candidate has a proposal already: it
// stays as it is.
func (r referralView) withProposal() []parts.Hidden {
	if r.Job.Proposal == nil {
		return nil
	}
	return []parts.Hidden{{Name: "profile_only", Value: "yes"}}
}
