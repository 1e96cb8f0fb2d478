package web

import (
	"cmp"
	"slices"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// near are those in the reader's circle: they stand first when somebody is
// chosen.
func (v *visit) near() ([]query.Colleague, error) {
	c, err := v.site.Desk.Circle(v.r.Context(), v.reader())
	return c.In, err
}

// withNear are the options with everybody in the circle, who can be chosen
// without a search. Whoever was chosen before stands first.
func (w whoView) withNear(chosen []parts.Option) []parts.Option {
	all := chosen
	for _, one := range w.Near {
		o := w.person(one.ID, one.Name, one.Handle, one.Headline)
		if !slices.ContainsFunc(chosen, func(c parts.Option) bool { return c.Value == o.Value }) {
			all = append(all, o)
		}
	}
	return all
}

// nearFirst puts those in the circle before others who were found.
func (w whoView) nearFirst(found []parts.Option) []parts.Option {
	slices.SortStableFunc(found, func(a, b parts.Option) int { return cmp.Compare(w.place(a.Person), w.place(b.Person)) })
	return found
}

// place is where somebody stands in the circle, or after all who are in it.
func (w whoView) place(id string) int {
	at := slices.IndexFunc(w.Near, func(c query.Colleague) bool { return c.ID == id })
	if at < 0 {
		return len(w.Near)
	}
	return at
}

// nearness says how near somebody is, before their handle; nothing of others.
func (w whoView) nearness(id string) string {
	at := w.place(id)
	switch {
	case at == len(w.Near):
		return ""
	case w.Near[at].State == kith.Buddies:
		return w.v.t("circle.your_buddy") + " · "
	}
	return w.v.t("circle.in_yours") + " · "
}
