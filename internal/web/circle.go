package web

import (
	"context"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// circleView is the page of somebody's circle.
type circleView struct {
	v *visit
	s *sheet
	query.Circle
	Asked string // what was typed to find somebody
	Found query.Finding
}

// circle shows it, and answers a search.
func circle(v *visit) error { return v.circlePage(v.fresh(nil), v.ask("q")) }

func (v *visit) circlePage(s *sheet, asked string) error {
	c, err := v.site.Desk.Circle(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	view := circleView{v: v, s: s, Circle: c, Asked: kith.Line(asked)}
	if view.Asked != "" {
		if view.Found, err = v.site.Desk.Find(v.r.Context(), view.Asked); err != nil {
			return err
		}
	}
	return v.showAs(s.status(), circlePage(view))
}

// askIntoCircle asks somebody who was found.
func askIntoCircle(v *visit) error {
	s := v.typed()
	p, err := v.site.Desk.Person(v.r.Context(), s.Value("person"))
	if err == nil {
		err = v.site.House.AskIntoCircle(v.r.Context(), v.by(), p.ID)
	}
	switch {
	case s.took(err):
		return v.circlePage(s, s.Value("q"))
	case err != nil:
		return err
	}
	return v.goTo("/circle", v.t("circle.asked_done", "name", kith.FirstName(p.Name)))
}

// What the one who looks does to a tie.
func confirmColleague(v *visit) error {
	return v.onTie((*act.House).ConfirmColleague, "circle.confirmed")
}

func declineColleague(v *visit) error {
	return v.onTie((*act.House).DeclineColleague, "circle.declined")
}

func takeCircleAskBack(v *visit) error {
	return v.onTie((*act.House).TakeCircleAskBack, "circle.taken_back")
}

func standIn(v *visit) error { return v.onTie((*act.House).StandIn, "circle.stands_in") }

func standDown(v *visit) error { return v.onTie((*act.House).StopStandingIn, "circle.stands_down") }

func leaveCircle(v *visit) error { return v.onTie((*act.House).LeaveCircle, "circle.left") }

func (v *visit) onTie(do func(h *act.House, ctx context.Context, by act.By, person string) error, done string) error {
	s := v.typed()
	p, err := v.site.Desk.Person(v.r.Context(), v.path("person"))
	if err == nil {
		err = do(v.site.House, v.r.Context(), v.by(), p.ID)
	}
	switch {
	case s.took(err):
		return v.circlePage(s, "")
	case err != nil:
		return err
	}
	return v.goTo("/circle", v.t(done, "name", kith.FirstName(p.Name)))
}

// leavingCircle asks once more.
func leavingCircle(v *visit) error {
	c, err := v.site.Desk.Circle(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	for _, one := range c.In {
		if one.ID == v.path("person") {
			return v.show(leaveCirclePage(v, v.fresh(nil), one))
		}
	}
	return kith.Refuse(kith.NotFound)
}

func (c circleView) title() parts.TitleProps {
	return parts.TitleProps{
		Title: c.v.t("circle.title"), Lead: c.v.t("circle.lead"),
		Crumbs: parts.CrumbsProps{Label: c.v.t("loop.back"), Links: []parts.Link{{Label: c.v.t("profile.title"), Href: "/profile"}}},
	}
}

func (c circleView) say(key string, one query.Colleague) string {
	return c.v.t(key, "name", firstName(one.Someone), "until", c.v.voice.Day(one.Until))
}

// post is one button about one colleague.
func (c circleView) post(one query.Colleague, act, key string, kind parts.Kind) parts.PostProps {
	return parts.PostProps{
		Action: "/circle/" + one.ID + "/" + act, Key: c.v.newKey(), Label: c.say(key, one), More: ": " + one.Name, Kind: kind, Small: true,
	}
}

func (c circleView) row(one query.Colleague, line string) parts.RowProps {
	return parts.RowProps{ID: one.ID, Name: one.Name, Title: one.Name, Href: profileLink(one.Someone), Line: line}
}

// inLine says how near a colleague stands.
func (c circleView) inLine(one query.Colleague) string {
	switch {
	case one.State == kith.Buddies:
		return c.say("circle.buddy", one)
	case one.State == kith.WouldStandIn:
		return c.say("circle.would", one)
	case one.Proposed:
		return c.say("circle.proposed", one)
	}
	return one.Headline
}

// standing is the button about standing in for each other.
func (c circleView) standing(one query.Colleague) parts.PostProps {
	switch {
	case one.State == kith.Buddies:
		return c.post(one, "stand-down", "circle.stand_down", parts.Bare)
	case one.State == kith.WouldStandIn:
		return c.post(one, "stand-down", "circle.stand_back", parts.Bare)
	}
	return c.post(one, "stand-in", "circle.stand_in", parts.Outlined)
}

func (c circleView) leave(one query.Colleague) parts.LinkButtonProps {
	return parts.LinkButtonProps{Label: c.v.t("circle.leave"), More: ": " + one.Name, Href: "/circle/" + one.ID + "/leave", Kind: parts.Bare}
}

func (c circleView) search() parts.FieldProps {
	f := parts.FieldProps{
		Name: "q", Label: c.v.t("refer.who.find"), Hint: c.v.t("circle.find_hint"), Value: c.Asked, Type: "search", Autocomplete: "off",
	}
	if c.Found.Email != "" {
		f.Error = c.v.t("circle.no_address")
	}
	return f
}

// found are those whom a search found, each with how they stand to the reader.
func (c circleView) found() (all []query.Colleague) {
	for _, n := range append(c.Found.Named, c.Found.Meant...) {
		one := query.Colleague{Someone: kith.Someone{ID: n.ID, Name: n.Name}, Handle: n.Handle, Headline: n.Headline, State: kith.NoTie}
		for _, have := range append(append(c.Waits, c.In...), c.Circle.Asked...) {
			if have.ID == n.ID {
				one.State = have.State
			}
		}
		all = append(all, one)
	}
	return all
}

func (c circleView) nobody() bool { return c.Asked != "" && c.Found.Email == "" && len(c.found()) == 0 }

// ask is the button that asks somebody who was found.
func (c circleView) ask(one query.Colleague) parts.PostProps {
	return parts.PostProps{
		Action: "/circle", Key: c.v.newKey(), Label: c.say("circle.ask", one), More: ": " + one.Name, Kind: parts.Outlined, Small: true,
		Hidden: []parts.Hidden{{Name: "person", Value: one.ID}, {Name: "q", Value: c.Asked}},
	}
}

// stands says in the place of the button why there is none.
func (c circleView) stands(one query.Colleague) string {
	switch {
	case one.ID == c.v.me.ID:
		return c.v.voice.Refusal(kith.BlockSelf)
	case one.State.Confirmed():
		return c.v.voice.Refusal(kith.InCircleAlready)
	case one.State == kith.TieAsked:
		return c.v.voice.Refusal(kith.AskedIntoCircle)
	}
	return ""
}
