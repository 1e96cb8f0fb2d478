package web

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// The orders in which a client can look at those who propose. Whoever was hired
// stands first in each.
const (
	orderFit    = "fit"
	orderNewest = "newest"
	orderName   = "name"
	orderSource = "source"
)

var orders = []string{orderFit, orderNewest, orderName, orderSource}

// rank asks for the best fit, and writes it down where it is what is shown.
func (m *managerView) rank() error {
	o, err := m.v.site.Desk.BestFit(m.v.r.Context(), m.v.reader(), m.Manager)
	if err != nil {
		return err
	}
	m.Fit = map[string]query.Ranked{}
	for _, r := range o.Rows {
		m.Fit[r.ID] = r
	}
	if m.Order = m.v.ask("order"); !slices.Contains(orders, m.Order) {
		m.Order = orderFit
	}
	if m.Order != orderFit {
		return nil
	}
	return m.v.keepShown(o)
}

// before compares two of those who propose.
func (m managerView) before() func(a, b query.Row) int {
	by := map[string]func(a, b query.Row) int{
		orderFit:    func(a, b query.Row) int { return cmp.Compare(m.placeOf(a), m.placeOf(b)) },
		orderNewest: func(a, b query.Row) int { return b.Proposal.MadeAt.Compare(a.Proposal.MadeAt) },
		orderName: func(a, b query.Row) int {
			return strings.Compare(strings.ToLower(a.Person.Name), strings.ToLower(b.Person.Name))
		},
		orderSource: func(a, b query.Row) int {
			return cmp.Compare(slices.Index(kith.Sources, a.Source), slices.Index(kith.Sources, b.Source))
		},
	}[m.Order]
	return func(a, b query.Row) int {
		return cmp.Or(hiredFirst(a)-hiredFirst(b), by(a, b), b.Proposal.MadeAt.Compare(a.Proposal.MadeAt), cmp.Compare(a.Proposal.ID, b.Proposal.ID))
	}
}

func hiredFirst(row query.Row) int {
	if row.Proposal.Status == kith.Hired {
		return 0
	}
	return 1
}

// placeOf is where somebody stands by fit; those without a place come last.
func (m managerView) placeOf(row query.Row) int {
	if r, ranked := m.Fit[row.Person.ID]; ranked {
		return r.Place
	}
	return len(m.Fit) + 1
}

// at is this page narrowed down and ordered.
func (m managerView) at(show kith.Source, order string) string {
	ask := url.Values{}
	if show != "" {
		ask.Set("show", string(show))
	}
	if order != orderFit {
		ask.Set("order", order)
	}
	here := "/jobs/" + m.Job.ID + "/people"
	if len(ask) == 0 {
		return here
	}
	return here + "?" + ask.Encode()
}

// orderChips are the orders to choose from.
func (m managerView) orderChips() parts.PlacesProps {
	p := parts.PlacesProps{Label: m.v.t("manager.order")}
	for _, o := range orders {
		p.Items = append(p.Items, parts.NavItem{Label: m.v.t("manager.order." + o), Href: m.at(m.Show, o), Current: m.Order == o})
	}
	return p
}

// pointsSummary leads to the numbers.
func (m managerView) pointsSummary(r query.Ranked) parts.DetailsProps {
	return parts.DetailsProps{Summary: m.v.t("rank.points", "points", signed(r.Points)), More: m.v.t("rank.points_of", "name", r.Name)}
}

// entry is somebody with a proposal in the order, with what speaks for and
// against them.
func (m managerView) entry(row query.Row) parts.EntryProps {
	o := m.offer(row)
	e := parts.EntryProps{ID: o.ID, Name: o.Name, Href: o.Href, Line: o.Line, Tags: o.Tags, How: o.How, Quote: o.Quote, Cite: o.Cite, Acts: o.Acts, Words: offerWords(m, row)}
	if r, ranked := m.Fit[row.Person.ID]; ranked {
		e.Reasons = m.v.reasons(r, "")
		if m.Order == orderFit {
			e.Place = strconv.Itoa(r.Place)
		}
	}
	return e
}
