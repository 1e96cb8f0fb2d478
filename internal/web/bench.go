package web

import (
	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// benchView is the page on which the referrer says who is asked if it doesn't
// work out with the first: of a draft, or of a referral that is under way.
type benchView struct {
	v    *visit
	s    *sheet
	Path string
	Back string
	On   []query.Benched
	// Taken is how many of the places are taken, also by those asked already.
	Taken int
}

// draftBench is the bench of a draft.
func draftBench(v *visit) error { return v.draftBenchPage(v.fresh(nil)) }

func (v *visit) draftBenchPage(s *sheet) error {
	i, err := v.readInvitation()
	if err != nil {
		return err
	}
	if i.Party != kith.Freelancer {
		return kith.Refuse(kith.NotFound)
	}
	on, err := v.site.Desk.DraftBench(v.r.Context(), v.reader(), i.ID)
	if err != nil {
		return err
	}
	at := "/invitations/" + i.ID + "/refer"
	return v.showAs(s.status(), benchPage(benchView{v: v, s: s, Path: at + "/bench", Back: at + "/check", On: on, Taken: len(on)}))
}

// addToDraftBench puts somebody on it.
func addToDraftBench(v *visit) error {
	s := v.typed()
	b, err := v.onBench(s)
	if err == nil {
		err = v.site.House.DraftBench(v.r.Context(), v.by(), v.path("id"), b)
	}
	switch {
	case s.took(err):
		return v.draftBenchPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/invitations/"+v.path("id")+"/refer/bench", v.t("bench.changed"))
}

// orderDraftBench takes somebody off it, or puts them first.
func orderDraftBench(v *visit) error {
	on, err := v.site.Desk.DraftBench(v.r.Context(), v.reader(), v.path("id"))
	if err != nil {
		return err
	}
	err = v.site.House.DraftBenchOrder(v.r.Context(), v.by(), v.path("id"), ordered(on, v.form("first"), v.form("off")))
	if err != nil {
		return err
	}
	return v.goTo("/invitations/"+v.path("id")+"/refer/bench", v.t("bench.changed"))
}

// liveBench is the bench of a referral that is under way.
func liveBench(v *visit) error { return v.liveBenchPage(v.fresh(nil)) }

func (v *visit) liveBenchPage(s *sheet) error {
	on, taken, err := v.site.Desk.Bench(v.r.Context(), v.reader(), v.path("id"))
	if err != nil {
		return err
	}
	at := "/referrals/" + v.path("id")
	return v.showAs(s.status(), benchPage(benchView{v: v, s: s, Path: at + "/bench", Back: at, On: on, Taken: taken}))
}

func addToBench(v *visit) error {
	s := v.typed()
	b, err := v.onBench(s)
	if err == nil {
		err = v.site.House.AddToBench(v.r.Context(), v.by(), v.path("id"), b)
	}
	switch {
	case s.took(err):
		return v.liveBenchPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/referrals/"+v.path("id")+"/bench", v.t("bench.changed"))
}

func orderBench(v *visit) error {
	s := v.typed()
	on, _, err := v.site.Desk.Bench(v.r.Context(), v.reader(), v.path("id"))
	if err != nil {
		return err
	}
	err = v.site.House.OrderBench(v.r.Context(), v.by(), v.path("id"), ordered(on, v.form("first"), v.form("off")))
	switch {
	case s.took(err):
		return v.liveBenchPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/referrals/"+v.path("id")+"/bench", v.t("bench.changed"))
}

// ordered are the ids of those on the bench with one put first, or one left out.
func ordered(on []query.Benched, first, off string) (ids []string) {
	for _, b := range on {
		switch b.ID {
		case off:
		case first:
			ids = append([]string{b.ID}, ids...)
		default:
			ids = append(ids, b.ID)
		}
	}
	return ids
}

// onBench is what was typed about somebody. They are found by handle, profile
// link or name, where that leads to one person only.
func (v *visit) onBench(s *sheet) (act.OnBench, error) {
	found, err := v.site.Desk.Find(v.r.Context(), kith.Line(s.Value("who")))
	if err != nil {
		return act.OnBench{}, err
	}
	b := act.OnBench{Vouch: kith.Vouch(s.Value("vouch")), Note: s.Value("note")}
	s.wrong.Add(len(found.Named) > 1, "who", "who_several")
	if len(found.Named) == 1 {
		b.Candidate = found.Named[0].ID
	}
	if len(s.wrong) > 0 {
		wrong := s.wrong
		s.wrong = nil
		return b, wrong
	}
	return b, nil
}

func (b benchView) title() parts.TitleProps {
	link := parts.Link{Label: b.v.t("loop.back"), Href: b.Back}
	return parts.TitleProps{Title: b.v.t("bench.title"), Lead: b.v.t("bench.lead"), Crumbs: parts.CrumbsProps{Label: b.v.t("loop.back"), Links: []parts.Link{link}}}
}

func (b benchView) full() bool { return b.Taken >= act.BenchMost }

func (b benchView) who() parts.FieldProps {
	return parts.FieldProps{
		Name: "who", Label: b.v.t("bench.who"), Hint: b.v.t("bench.who_hint"), Value: b.s.Value("who"), Error: b.s.Error("who"), Autocomplete: "off",
	}
}

func (b benchView) note() parts.FieldProps {
	return parts.FieldProps{
		Name: "note", Label: b.v.t("bench.note"), Hint: b.v.t("bench.note_hint", "max", kith.NoteMax), Rows: 5, Value: b.s.Value("note"), Error: b.s.Error("note"),
	}
}

func (b benchView) vouches() parts.ChoiceProps {
	return b.s.vouches(b.v.t("bench.vouch"), "", "")
}
