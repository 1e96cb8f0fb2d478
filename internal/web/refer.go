package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// referView is one of the four steps on the way to a referral. The answers
// given so far are a draft in the store.
type referView struct {
	v *visit
	query.Invitation
	s *sheet
	// Who is the colleague chosen so far: a person, a nameless ID with an
	// address for a name, or nobody.
	Who kith.Person
}

// steps are how many questions there are, the check among them.
const steps = 4

func (v *visit) referring(s *sheet) (referView, error) {
	i, err := v.readInvitation()
	if err != nil {
		return referView{}, err
	}
	if i.Party != kith.Freelancer {
		return referView{}, kith.Refuse(kith.NotFound)
	}
	who, err := v.chosen(i)
	return referView{v, i, s, who}, err
}

// chosen is who a draft names. Of an address nothing is shown but itself,
// whether or not it has an account (R2).
func (v *visit) chosen(i query.Invitation) (kith.Person, error) {
	switch d := i.Draft; {
	case d.Outside:
		return kith.Person{Name: v.t("outside.name")}, nil
	case d.Email != "":
		return kith.Person{Name: d.Email}, nil
	case d.Candidate == "":
		return kith.Person{}, nil
	}
	return v.site.Desk.Person(v.r.Context(), i.Draft.Candidate)
}

// nextStep leads to the first question of a draft that isn't answered, or to
// the check.
func nextStep(i query.Invitation) string {
	at := "/invitations/" + i.ID + "/refer"
	switch d := i.Draft; {
	case d.Candidate == "" && d.Email == "" && !d.Outside:
		return at
	case !d.Vouch.Valid():
		return at + "/how"
	case d.Note == "":
		return at + "/words"
	}
	return at + "/check"
}

// toNext leads on after a step.
func (v *visit) toNext() error {
	i, err := v.readInvitation()
	if err != nil {
		return err
	}
	return v.goTo(nextStep(i), "")
}

func (r referView) byAddress() bool { return r.Draft.Email != "" }

// called is how the pages call the colleague: by first name, or by the address.
func (r referView) called() string {
	switch {
	case r.byAddress():
		return r.Draft.Email
	case r.Draft.Outside:
		return r.v.t("outside.called")
	}
	return kith.FirstName(r.Who.Name)
}

func (r referView) say(key string) string {
	return r.v.invitationWord(key, r.Invitation.Invitation, "colleague", r.called())
}

func (r referView) path(step string) string { return "/invitations/" + r.ID + "/refer" + step }

// title is the head of a step, with the way back; answers are kept.
func (r referView) title(key string, step int, back string) parts.TitleProps {
	link := parts.Link{Label: r.v.t("refer.back"), Href: back}
	if step == 1 {
		link.Label = r.v.t("loop.back_invitation")
	}
	return parts.TitleProps{
		Title:  r.say(key),
		Crumbs: parts.CrumbsProps{Label: r.v.t("loop.back"), Links: []parts.Link{link}, Note: r.v.t("refer.step", "step", step, "of", steps)},
	}
}

// cancel leads away; the answers stay where they are.
func (r referView) cancel() parts.LinkButtonProps {
	return parts.LinkButtonProps{Label: r.v.t("refer.later"), Href: "/invitations/" + r.ID, Kind: parts.Bare}
}

// kept says that nothing of what was answered is lost.
func (r referView) kept() string {
	if r.Draft.Ref == "" {
		return ""
	}
	return r.v.t("refer.kept")
}
