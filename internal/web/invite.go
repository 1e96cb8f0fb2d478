package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/store"
	"kith/internal/web/parts"
)

// inviteView is the page on which a client finds somebody and invites them.
type inviteView struct {
	v   *visit
	Job kith.Job
	// To is who was chosen; without an ID nobody yet.
	To       kith.Person
	Asked    string // what was typed to find somebody
	Searched bool
	Found    query.Finding
	s        *sheet
	// in says for those who can't be invited why.
	in map[string]kith.Code
}

// inviteForm asks whom, and then what to say to them.
func inviteForm(v *visit) error {
	return v.invitePage(v.fresh(nil), v.ask("to"))
}

// invite sends an invitation.
func invite(v *visit) error {
	s := v.typed()
	who, err := v.site.Desk.Person(v.r.Context(), v.form("to"))
	if err != nil {
		return err
	}
	_, err = v.site.House.Invite(v.r.Context(), v.by(), v.path("id"), who.ID, v.form("message"))
	switch {
	case s.took(err):
		return v.invitePage(s, who.Handle)
	case err != nil:
		return err
	}
	return v.goTo("/jobs/"+v.path("id")+"/people", v.t("invite.done", "name", who.Name))
}

func (v *visit) invitePage(s *sheet, to string) error {
	job, err := v.site.Desk.Job(v.r.Context(), v.reader(), v.path("id"))
	if err != nil {
		return err
	}
	if !job.Mine {
		return kith.Refuse(kith.NotFound)
	}
	view := inviteView{v: v, Job: job.Job, Asked: kith.Line(v.ask("q")), Searched: v.r.URL.Query().Has("q"), s: s}
	if to != "" {
		if view.To, err = v.site.Desk.Person(v.r.Context(), to); err != nil {
			return err
		}
	}
	if view.Asked != "" {
		if view.Found, err = v.site.Desk.Find(v.r.Context(), view.Asked); err != nil {
			return err
		}
	}
	if view.in, err = v.site.Desk.NotToInvite(v.r.Context(), v.reader(), job.ID); err != nil {
		return err
	}
	return v.showAs(s.status(), invitePage(view))
}

func (i inviteView) here() string { return "/jobs/" + i.Job.ID + "/invite" }

func (i inviteView) title() parts.TitleProps {
	return parts.TitleProps{
		Title: i.v.t("invite.title"), Line: i.v.jobLine(i.Job),
		Crumbs: parts.CrumbsProps{Label: i.v.t("loop.back"), Links: []parts.Link{{Label: i.Job.Title, Href: "/jobs/" + i.Job.ID + "/people"}}},
	}
}

// whyNot is the sentence where the job takes no invitations.
func (i inviteView) whyNot() string {
	if i.Job.Open() {
		return ""
	}
	return i.v.voice.Refusal(kith.JobNotOpen)
}

// whyNotThem is the sentence for somebody who can't be invited; of those who
// can, empty.
func (i inviteView) whyNotThem(id string) string {
	if code, is := i.in[id]; is {
		return i.v.voice.Refusal(code)
	}
	return ""
}

func (i inviteView) search() parts.FieldProps {
	f := parts.FieldProps{
		Name: "q", Label: i.v.t("invite.find"), Hint: i.v.t("invite.find_hint"), Value: i.Asked, Type: "search", Autocomplete: "off",
	}
	if i.Searched && i.Asked == "" {
		f.Error = i.v.voice.Problem(kith.Problem{Key: "invite_who_missing"})
	}
	return f
}

// searchKind keeps one filled button a view: the search, until somebody is
// found.
func (i inviteView) searchKind() parts.Kind {
	if len(i.people()) > 0 {
		return parts.Outlined
	}
	return parts.Filled
}

// people are those found, or those who may have been meant.
func (i inviteView) people() []store.Name { return append(i.Found.Named, i.Found.Meant...) }

// answer says what the search led to.
func (i inviteView) answer() string {
	switch {
	case i.Asked == "":
		return ""
	case i.Found.Email != "":
		return i.v.t("invite.no_addresses")
	case len(i.Found.Meant) > 0:
		return i.v.t("invite.meant")
	case len(i.Found.Named) == 0:
		return i.v.t("problem.who_unknown") + "."
	}
	return i.v.t("invite.found", "count", len(i.Found.Named))
}

func (i inviteView) row(n store.Name) parts.RowProps {
	return parts.RowProps{ID: n.ID, Name: n.Name, Title: n.Name, Href: "/people/" + n.Handle, Line: n.Headline, Level: 2}
}

func (i inviteView) choose(n store.Name) parts.LinkButtonProps {
	return parts.LinkButtonProps{Label: i.v.t("invite.choose", "name", kith.FirstName(n.Name)), Href: i.here() + "?to=" + n.Handle, Kind: parts.Outlined, Small: true}
}

func (i inviteView) who() parts.WhoProps {
	return parts.WhoProps{ID: i.To.ID, Name: i.To.Name, Href: "/people/" + i.To.Handle, Line: joined(i.To.Headline, i.rate())}
}

func (i inviteView) rate() string {
	if !i.To.Rate.Stated() {
		return ""
	}
	return i.v.t("invite.rate", "rate", i.v.voice.Money(i.To.Rate))
}

func (i inviteView) message() parts.FieldProps {
	return parts.FieldProps{
		Name: "message", Label: i.v.t("invite.message", "name", kith.FirstName(i.To.Name)), Hint: i.v.t("invite.message_hint"),
		Optional: i.v.t("form.optional"), Max: kith.NoteMax, Value: i.s.Value("message"), Error: i.s.Error("message"),
	}
}

func (i inviteView) what() string {
	key := "invite.what"
	if i.Job.Policy() == kith.PolicyOff {
		key = "invite.what_off"
	}
	return i.v.t(key, "name", kith.FirstName(i.To.Name))
}
