package web

import (
	"errors"
	"strings"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// invitationView is an invitation as one of its two sides sees it.
type invitationView struct {
	v *visit
	query.Invitation
	// Begun is whom the freelancer has chosen on the way to handing it on.
	Begun string
	// Passed is the referral from it that has left, as far as the client may
	// know of it.
	Passed *query.Referral
	s      *sheet
}

// invitation is the page of one.
func invitation(v *visit) error { return v.invitationPage(v.fresh(nil)) }

// invitationPage shows it, after a refused act with the reason.
func (v *visit) invitationPage(s *sheet) error {
	i, err := v.readInvitation()
	if err != nil {
		return err
	}
	view := invitationView{v: v, Invitation: i, s: s}
	if i.Party == kith.Client {
		err = view.passedOn()
	} else {
		err = view.begun()
	}
	if err != nil {
		return err
	}
	return v.showAs(s.status(), invitationPage(view))
}

func (v *visit) readInvitation() (query.Invitation, error) {
	return v.site.Desk.Invitation(v.r.Context(), v.reader(), v.path("id"))
}

// begun finds out how the one is called who is chosen already.
func (i *invitationView) begun() error {
	if i.Draft.Ref == "" || i.MayRefer != nil {
		return nil
	}
	who, err := i.v.chosen(i.Invitation)
	i.Begun = who.Name
	return err
}

// passedOn finds what the client may know of the newest referral.
func (i *invitationView) passedOn() error {
	if i.HandOn.Referral == "" {
		return nil
	}
	r, err := i.v.site.Desk.Referral(i.v.r.Context(), i.v.reader(), i.HandOn.Referral)
	if isCode(err, kith.NotFound) {
		return nil
	}
	i.Passed = &r
	return err
}

// withdrawInvitation takes an invitation back.
func withdrawInvitation(v *visit) error {
	s := v.typed()
	err := v.site.House.WithdrawInvitation(v.r.Context(), v.by(), v.path("id"))
	switch {
	case s.took(err):
		return v.invitationPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/invitations/"+v.path("id"), v.t("invitation.withdrawn"))
}

// isCode says whether an error is the refusal with this code.
func isCode(err error, code kith.Code) bool {
	var refused kith.Refusal
	return errors.As(err, &refused) && refused.Code == code
}

// notPossible keeps the place of something with the reason why it can't be done:
// the first sentence large, what follows small.
func (v *visit) notPossible(title string, why error, level int) parts.NotPossibleProps {
	reason, more, _ := strings.Cut(v.sentenceOf(why), ". ")
	if more != "" {
		reason += "."
	}
	return parts.NotPossibleProps{Title: v.t(title), Reason: reason, More: more, Level: level}
}

// sentenceOf is what people read of a refusal; nothing where there is none.
func (v *visit) sentenceOf(err error) string {
	var refused kith.Refusal
	if errors.As(err, &refused) {
		return v.voice.Refused(refused)
	}
	return ""
}

func (i invitationView) say(key string) string {
	return i.v.invitationWord(key, i.Invitation.Invitation)
}

func (i invitationView) title() parts.TitleProps {
	back := parts.Link{Label: i.v.t("mine.invitations"), Href: "/invitations"}
	if i.Party == kith.Client {
		back = parts.Link{Label: i.v.t("invitation.people"), Href: "/jobs/" + i.Job.ID + "/people"}
	}
	return parts.TitleProps{
		Title:  i.say("invitation.title." + string(i.Party)),
		Crumbs: parts.CrumbsProps{Label: i.v.t("loop.back"), Links: []parts.Link{back}},
	}
}

func (i invitationView) message() parts.NoteProps {
	key := "invitation.wrote." + string(i.Party)
	return parts.NoteProps{Cite: i.v.invitationWord(key, i.Invitation.Invitation, "at", i.v.voice.Day(i.InvitedAt)), Text: i.Message, Large: true}
}

// jobFacts are the particulars of a job.
func (v *visit) jobFacts(j kith.Job) []parts.Fact {
	facts := []parts.Fact{{Term: v.t("loop.job"), Text: j.Title, Href: "/jobs/" + j.ID}}
	add := func(key, text string) {
		if text != "" {
			facts = append(facts, parts.Fact{Term: v.t(key), Text: text})
		}
	}
	add("loop.budget", v.voice.Range(j.Budget))
	if j.WantedBy != "" {
		add("loop.wanted", v.t("loop.by", "date", v.voice.Date(j.WantedBy)))
	}
	add("loop.skills", list(j.Skills))
	add("loop.seen_by", v.t("loop.seen_by."+string(j.Visibility)))
	return facts
}

// invitedFacts are the same for somebody who could hand the job on: with what a
// colleague's yes is worth.
func (v *visit) invitedFacts(j kith.Job) []parts.Fact {
	facts := v.jobFacts(j)
	if p := j.Policy(); p != kith.PolicyOff {
		facts = append(facts, parts.Fact{Term: v.t("loop.policy"), Text: v.t("loop.policy."+string(p), "client", firstName(j.Client))})
	}
	return facts
}

// handOnText says what handing on does, or that it was begun.
func (i invitationView) handOnText() string {
	if i.Begun != "" {
		return i.v.invitationWord("invitation.begun", i.Invitation.Invitation, "colleague", i.Begun)
	}
	if i.Draft.Ref != "" {
		return i.say("invitation.begun_nobody")
	}
	if i.State != kith.Pending {
		return i.say("invitation.hand_on_text_ended")
	}
	return i.say("invitation.hand_on_text")
}

// handOnButton leads to the first question that isn't answered yet.
func (i invitationView) handOnButton() parts.LinkButtonProps {
	label := "invitation.choose"
	if i.Draft.Ref != "" {
		label = "invitation.go_on"
	}
	return parts.LinkButtonProps{Label: i.v.t(label), Href: nextStep(i.Invitation)}
}

// answers are what a freelancer can do with a pending invitation.
func (i invitationView) takeButton() parts.LinkButtonProps {
	return parts.LinkButtonProps{Label: i.v.t("invitation.accept"), Href: "/invitations/" + i.ID + "/accept"}
}

func (i invitationView) declineButton() parts.LinkButtonProps {
	return parts.LinkButtonProps{Label: i.v.t("invitation.decline"), Href: "/invitations/" + i.ID + "/decline", Kind: parts.Outlined}
}

func (i invitationView) declineText() string {
	if i.MayRefer == nil {
		return i.say("invitation.decline_text")
	}
	return i.say("invitation.decline_text_off")
}

// mayWithdraw says whether the client can take it back.
func (i invitationView) mayWithdraw() bool {
	return i.Party == kith.Client && i.State == kith.Pending
}

func (i invitationView) withdrawPost() parts.PostProps {
	return parts.PostProps{Action: "/invitations/" + i.ID + "/withdrawal", Key: i.s.Key, Label: i.v.t("invitation.withdraw"), Kind: parts.Stop}
}
