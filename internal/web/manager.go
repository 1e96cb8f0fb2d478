package web

import (
	"slices"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// managerView is the client's page for one job with everybody in it.
type managerView struct {
	v *visit
	query.Manager
	// Show is the source that the reader narrowed it down to; empty for all.
	Show kith.Source
	// Open are the decisions that wait, Offers the proposals that the client can
	// still choose or has hired, Others everybody else.
	Open   []decisionView
	Offers []query.Row
	Others []query.Row
	// Fit is where those stand who propose, by person; Order is how the page is
	// ordered.
	Fit   map[string]query.Ranked
	Order string
}

// manager shows it.
func manager(v *visit) error {
	m, err := v.site.Desk.Manager(v.r.Context(), v.reader(), v.path("id"))
	if err != nil {
		return err
	}
	view := managerView{v: v, Manager: m}
	if s := kith.Source(v.ask("show")); s.Valid() {
		view.Show = s
	}
	for _, row := range m.Rows {
		if view.Show != "" && row.Source != view.Show {
			continue
		}
		if err := view.place(row); err != nil {
			return err
		}
	}
	if err := view.rank(); err != nil {
		return err
	}
	slices.SortStableFunc(view.Offers, view.before())
	slices.SortStableFunc(view.Others, newest)
	return v.show(managerPage(view))
}

// place puts a row where it belongs on the page.
func (m *managerView) place(row query.Row) error {
	switch {
	case row.Proposal != nil && (row.Proposal.Status.Alive() || row.Proposal.Status == kith.Hired):
		m.Offers = append(m.Offers, row)
	case row.Proposal == nil && row.Referral != nil && m.waits(*row.Referral):
		d, err := m.v.decision(*row.Referral)
		m.Open = append(m.Open, d)
		return err
	default:
		m.Others = append(m.Others, row)
	}
	return nil
}

// waits says whether a referral waits for the client; one whose time is over
// does not, whether or not the sweep has run.
func (m managerView) waits(r query.Referral) bool {
	return r.State == kith.AwaitingClient && !r.Late(m.v.now)
}

// newest puts those first that somebody touched last; the rows come in a fixed
// order, and those of equal times keep it.
func newest(a, b query.Row) int { return touched(b).Compare(touched(a)) }

// shown is how many people the page shows.
func (m managerView) shown() int { return len(m.Open) + len(m.Offers) + len(m.Others) }

// chips narrow it down by how people came.
func (m managerView) chips() parts.PlacesProps {
	count := map[kith.Source]int{}
	for _, row := range m.Rows {
		count[row.Source]++
	}
	p := parts.PlacesProps{Label: m.v.t("manager.filter"), Items: []parts.NavItem{
		{Label: m.v.t("manager.all"), Href: m.at("", m.Order), Count: len(m.Rows), Counted: true, Current: m.Show == ""},
	}}
	for _, s := range kith.Sources {
		p.Items = append(p.Items, parts.NavItem{
			Label: m.v.t("manager." + string(s)), Href: m.at(s, m.Order), Count: count[s], Counted: true, Current: m.Show == s,
		})
	}
	return p
}

func (m managerView) title() parts.TitleProps {
	return parts.TitleProps{Title: m.Job.Title, Line: m.v.jobLine(m.Job), Crumbs: parts.CrumbsProps{
		Label: m.v.t("loop.back"), Links: []parts.Link{{Label: m.v.t("manager.my_jobs"), Href: "/my-jobs"}},
	}}
}

// inbox is R7 in a sentence, and how the job takes referrals while it is open.
func (m managerView) inbox() parts.TellProps {
	p := parts.TellProps{Text: m.v.t("manager.inbox")}
	if m.Job.Open() {
		p.Text += " " + m.v.t("manager.policy."+string(m.Job.Policy()))
	}
	if m.Job.Open() && m.Job.Visibility != kith.Private {
		p.Link = parts.Link{Label: m.v.t("manager.change"), Href: "/jobs/" + m.Job.ID + "/edit"}
	}
	return p
}
