package web

import (
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// reachView is the form for who may ask somebody, and whom they keep away.
type reachView struct {
	v       *visit
	s       *sheet
	Blocked []kith.Someone
	// Alone says that nobody is in their circle yet.
	Alone bool
}

// How long a pause lasts.
const (
	pauseNone   = "none"
	pauseTill   = "till"
	pauseAlways = "always"
)

func reach(v *visit) error {
	r, blocked, err := v.site.Desk.Reach(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	values := map[string]string{"takes": string(r.Takes), "pause": pauseNone, "till": r.AwayTill}
	switch {
	case r.Away:
		values["pause"] = pauseAlways
	case r.AwayAt(v.now, v.voice.Zone):
		values["pause"] = pauseTill
	default:
		values["till"] = "" // a pause that is over
	}
	return v.reachPage(v.fresh(values), blocked)
}

func (v *visit) reachPage(s *sheet, blocked []kith.Someone) error {
	c, err := v.site.Desk.Circle(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	return v.showAs(s.status(), reachPage(reachView{v, s, blocked, len(c.In) == 0}))
}

func saveReach(v *visit) error {
	s := v.typed()
	err := v.site.House.SaveReach(v.r.Context(), v.by(), s.reach())
	if len(s.wrong) > 0 || s.took(err) {
		s.inOrder("takes", "pause", "till")
		_, blocked, err := v.site.Desk.Reach(v.r.Context(), v.reader())
		if err != nil {
			return err
		}
		return v.reachPage(s, blocked)
	}
	if err != nil {
		return err
	}
	return v.goTo("/profile/reach", v.t("reach.saved"))
}

// reach reads the form. A pause without its day becomes one that is refused.
func (s *sheet) reach() kith.Reach {
	r := kith.Reach{Takes: kith.Takes(s.Value("takes"))}
	switch s.Value("pause") {
	case pauseAlways:
		r.Away = true
	case pauseTill:
		if r.AwayTill = s.Value("till"); r.AwayTill == "" {
			r.AwayTill = "0001-01-01"
		}
	}
	return r
}

func (r reachView) takes() parts.ChoiceProps {
	c := parts.ChoiceProps{Name: "takes", Label: r.v.t("reach.takes"), Value: r.s.Value("takes"), Error: r.s.Error("takes")}
	for _, t := range kith.TakesAll {
		o := parts.Option{Value: string(t), Label: r.v.t("reach.takes." + string(t)), Hint: r.v.t("reach.takes_hint." + string(t))}
		if t == kith.FromCircle {
			o.Link = parts.Link{Label: r.v.t("circle.link"), Href: "/circle"}
			if r.Alone {
				o.Text = r.v.t("circle.empty")
			}
		}
		c.Options = append(c.Options, o)
	}
	return c
}

func (r reachView) pause() parts.ChoiceProps {
	c := parts.ChoiceProps{Name: "pause", Label: r.v.t("reach.pause"), Hint: r.v.t("reach.pause_hint"), Value: r.s.Value("pause")}
	for _, p := range []string{pauseNone, pauseTill, pauseAlways} {
		c.Options = append(c.Options, parts.Option{Value: p, Label: r.v.t("reach.pause." + p)})
	}
	return c
}

func (r reachView) till() parts.FieldProps {
	f := r.s.till("")
	f.Label, f.Optional = r.v.t("reach.till"), r.v.t("form.optional")
	return f
}

func (r reachView) unblock(who kith.Someone) parts.PostProps {
	return parts.PostProps{
		Action: "/people/" + who.ID + "/unblock", Key: r.v.newKey(), Label: r.v.t("reach.unblock"), More: " " + who.Name, Kind: parts.Outlined, Small: true,
	}
}

func (r reachView) title() parts.TitleProps {
	return parts.TitleProps{
		Title: r.v.t("reach.title"), Lead: r.v.t("reach.lead"),
		Crumbs: parts.CrumbsProps{Label: r.v.t("loop.back"), Links: []parts.Link{{Label: r.v.t("profile.title"), Href: "/profile"}}},
	}
}
