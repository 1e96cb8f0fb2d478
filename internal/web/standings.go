package web

import (
	"kith/internal/query"
	"kith/internal/web/parts"
)

// standingsView is "Where you were shown".
type standingsView struct {
	v   *visit
	All []query.Standing
}

func standings(v *visit) error {
	all, err := v.site.Desk.Standings(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	return v.show(standingsPage(standingsView{v, all}))
}

func (s standingsView) row(one query.Standing) parts.RowProps {
	key := "shown." + one.Kind
	if one.Title == "" {
		key += "_hidden"
	}
	p := parts.RowProps{Title: s.v.t(key, "job", one.Title), Line: s.v.t("shown.place", "place", one.Place, "of", one.Compared), Sign: parts.Invited, Say: s.v.voice.Day(one.At), Level: 2}
	if moved := s.v.movedBy(one.Ranked); moved != "" {
		p.Line += " " + moved
	}
	return p
}

// points leads to the numbers.
func (s standingsView) points(one query.Standing) parts.DetailsProps {
	return parts.DetailsProps{Summary: s.v.t("rank.points", "points", signed(one.Points)), More: s.v.t("shown.points_of", "on", s.v.voice.Day(one.At), "place", one.Place)}
}
