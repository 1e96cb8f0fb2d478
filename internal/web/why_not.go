package web

import (
	"strconv"

	"kith/internal/query"
	"kith/internal/web/parts"
)

// whyNotView is "Why not me?" for a proposal that wasn't chosen.
type whyNotView struct {
	v *visit
	query.WhyNot
}

func whyNot(v *visit) error {
	w, err := v.site.Desk.WhyNot(v.r.Context(), v.reader(), v.path("id"))
	if err != nil {
		return err
	}
	return v.show(whyNotPage(whyNotView{v, w}))
}

func (w whyNotView) title() parts.TitleProps {
	back := parts.Link{Label: w.v.t("proposal.back.freelancer"), Href: "/proposals/" + w.ID}
	return parts.TitleProps{
		Title: w.v.t("why_not.title"), Lead: w.v.proposalWord("why_not.lead", w.Proposal),
		Crumbs: parts.CrumbsProps{Label: w.v.t("loop.back"), Links: []parts.Link{back}},
	}
}

// stood is the place by fit, in a sentence.
func (w whyNotView) stood() string {
	return w.v.t("why_not.stood", "place", w.Row.Place, "of", w.Of)
}

// beside is each part beside the median of the others.
func (w whyNotView) beside() parts.TableProps {
	t := parts.TableProps{Caption: w.v.t("why_not.beside"), HideCaption: true, Columns: []parts.Column{
		{Label: w.v.t("why_not.part")}, {Label: w.v.t("why_not.you"), Number: true}, {Label: w.v.t("why_not.others"), Number: true},
	}}
	for _, c := range w.Compared {
		if c.Own != 0 || c.Median != 0 {
			t.Rows = append(t.Rows, parts.TableRow{Head: w.v.t("rank.part." + c.Part), Cells: []string{signed(c.Own), signed(c.Median)}})
		}
	}
	return t
}

// would are the sentences of what would have changed something.
func (w whyNotView) would() (all []string) {
	for _, x := range w.Would {
		key := "why_not.then_same"
		if x.Place != w.Row.Place {
			key = "why_not.then"
		}
		all = append(all, w.v.t("why_not.would."+x.Key, "skill", x.Skill)+" "+w.v.t(key, "points", signed(x.Points), "place", strconv.Itoa(x.Place)))
	}
	return all
}

// wouldNot are the sentences of what would have changed nothing.
func (w whyNotView) wouldNot() (all []string) {
	for _, x := range w.WouldNot {
		if x.Points == 0 {
			all = append(all, w.v.t("why_not.not."+x.Key, "skill", x.Skill))
		}
	}
	return all
}
