package web

import (
	"slices"

	"github.com/a-h/templ"

	"kith/internal/kith"
	"kith/internal/web/parts"
)

// personView is somebody's page.
type personView struct {
	v *visit
	kith.Person
	// Jobs are the reader's own open ones, to which they can invite.
	Jobs []kith.Job
	// AsFreelancer and AsClient are the work that was finished here.
	AsFreelancer, AsClient kith.Record
}

// person shows a profile to members.
func person(v *visit) error {
	p, err := v.site.Desk.Person(v.r.Context(), v.path("handle"))
	if err != nil {
		return err
	}
	view := personView{v: v, Person: p}
	if view.AsFreelancer, view.AsClient, err = v.site.Desk.Records(v.r.Context(), v.reader(), p.ID); err != nil {
		return err
	}
	if !view.mine() {
		if view.Jobs, err = v.myOpenJobs(); err != nil {
			return err
		}
	}
	return v.show(personPage(view))
}

func (v *visit) myOpenJobs() ([]kith.Job, error) {
	mine, err := v.site.Desk.MyJobs(v.r.Context(), v.reader())
	return slices.DeleteFunc(mine, func(j kith.Job) bool { return !j.Open() }), err
}

func (p personView) inviteTo(j kith.Job) parts.LinkButtonProps {
	return parts.LinkButtonProps{Label: p.v.t("person.invite_to", "job", j.Title), Href: "/jobs/" + j.ID + "/invite?to=" + p.Handle, Kind: parts.Outlined}
}

// mine says whether it is the reader's own.
func (p personView) mine() bool { return p.ID == p.v.me.ID }

func (p personView) title() parts.TitleProps {
	return parts.TitleProps{Title: p.Name, Lead: p.Headline, Line: p.v.t("person.line", "handle", p.Handle, "time", p.localTime())}
}

// localTime is what the clock says where somebody lives.
func (p personView) localTime() string {
	zone := kith.Zone(p.TimeZone, p.v.site.Zone)
	return p.v.t("person.local_time", "place", p.v.zoneName(zone), "at", p.v.now.In(zone).Format("15:04"))
}

func (p personView) first() string { return kith.FirstName(p.Name) }

func (p personView) about() parts.NoteProps {
	return parts.NoteProps{Cite: p.v.t("person.words", "name", p.first()), Text: p.About, Large: true}
}

func (p personView) nothing() string {
	if p.mine() {
		return p.v.t("person.nothing_mine")
	}
	return p.v.t("person.nothing", "name", p.first())
}

// facts are what somebody said about their work; what they left open is left
// out.
func (p personView) facts() []parts.Fact {
	var facts []parts.Fact
	add := func(key, text string, body templ.Component) {
		if text != "" || body != nil {
			facts = append(facts, parts.Fact{Term: p.v.t(key), Text: text, Body: body})
		}
	}
	if p.HoursPerWeek > 0 {
		add("person.hours", p.v.t("person.hours_text", "count", p.HoursPerWeek), nil)
	}
	if p.Rate.Stated() {
		add("person.rate", p.v.t("person.rate_text", "rate", p.v.voice.Money(p.Rate)), nil)
	}
	if len(p.Skills) > 0 {
		add("person.skills", "", skillTags(p.Skills))
	}
	add("person.languages", p.v.voice.LanguageNames(p.Languages), nil)
	add("person.since", p.v.date(p.JoinedAt), nil)
	return append(facts, p.v.records(p.AsFreelancer, p.AsClient)...)
}
