package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// acceptView is the form with which an invitation becomes a proposal.
type acceptView struct {
	v *visit
	query.Invitation
	s *sheet
}

// acceptForm asks for rate and letter.
func acceptForm(v *visit) error { return v.acceptPage(v.fresh(nil)) }

// accept sends the proposal.
func accept(v *visit) error {
	i, err := v.readInvitation()
	if err != nil {
		return err
	}
	s := v.typed()
	offer := s.offer(v.currencyOf(i.Job))
	if len(s.wrong) > 0 {
		return v.acceptPage(s)
	}
	proposal, err := v.site.House.AcceptInvitation(v.r.Context(), v.by(), i.ID, offer)
	switch {
	case s.took(err):
		return v.acceptPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/proposals/"+proposal, v.invitationWord("accept.done", i.Invitation))
}

func (v *visit) acceptPage(s *sheet) error {
	i, err := v.readInvitation()
	if err != nil {
		return err
	}
	if i.Party != kith.Freelancer {
		return kith.Refuse(kith.NotFound)
	}
	return v.showAs(s.status(), acceptPage(acceptView{v, i, s}))
}

func (a acceptView) say(key string) string { return a.v.invitationWord(key, a.Invitation.Invitation) }

// whyNot is the sentence that stands in the place of the form once it can't be
// sent.
func (a acceptView) whyNot() string { return a.v.answerNot(a.Invitation, kith.Accept) }

// answerNot is why an invitation can't be answered now.
func (v *visit) answerNot(i query.Invitation, act kith.Act) string {
	_, _, err := i.State.Move(act, kith.Freelancer)
	return v.sentenceOf(err)
}

// title is that of a page on which an invitation is answered.
func (v *visit) answerTitle(key string, i query.Invitation) parts.TitleProps {
	back := parts.Link{Label: v.t("loop.back_invitation"), Href: "/invitations/" + i.ID}
	return parts.TitleProps{
		Title: v.invitationWord(key, i.Invitation), Crumbs: parts.CrumbsProps{Label: v.t("loop.back"), Links: []parts.Link{back}},
	}
}
