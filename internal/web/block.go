package web

import (
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// blockView asks once more before somebody is kept away.
type blockView struct {
	v *visit
	s *sheet
	kith.Person
}

func blocking(v *visit) error { return v.blockPage(v.fresh(nil)) }

func block(v *visit) error {
	s := v.typed()
	p, err := v.site.Desk.Person(v.r.Context(), v.path("handle"))
	if err != nil {
		return err
	}
	err = v.site.House.Block(v.r.Context(), v.by(), p.ID)
	switch {
	case s.took(err):
		return v.blockPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/profile/reach", v.t("block.done", "name", kith.FirstName(p.Name)))
}

func unblock(v *visit) error {
	p, err := v.site.Desk.Person(v.r.Context(), v.path("handle"))
	if err != nil {
		return err
	}
	if err := v.site.House.Unblock(v.r.Context(), v.by(), p.ID); err != nil {
		return err
	}
	return v.goTo("/profile/reach", v.t("block.undone", "name", kith.FirstName(p.Name)))
}

func (v *visit) blockPage(s *sheet) error {
	p, err := v.site.Desk.Person(v.r.Context(), v.path("handle"))
	if err != nil {
		return err
	}
	if p.ID == v.me.ID {
		return kith.Refuse(kith.NotFound)
	}
	return v.showAs(s.status(), blockPage(blockView{v, s, p}))
}

func (b blockView) say(key string) string { return b.v.t(key, "name", kith.FirstName(b.Name)) }

func (b blockView) title() parts.TitleProps {
	return parts.TitleProps{
		Title:  b.say("block.title"),
		Crumbs: parts.CrumbsProps{Label: b.v.t("loop.back"), Links: []parts.Link{{Label: b.Name, Href: "/people/" + b.Handle}}},
	}
}
