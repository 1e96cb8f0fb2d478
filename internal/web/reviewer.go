package web

import (
	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// reviewerView is what waits for a person to look at it.
type reviewerView struct {
	v *visit
	query.Waiting
}

func reviewer(v *visit) error {
	w, err := v.site.Desk.Waiting(v.r.Context())
	if err != nil {
		return err
	}
	return v.show(reviewerPage(reviewerView{v, w}))
}

// row is one review that waits.
func (w reviewerView) row(r kith.Review) parts.RowProps {
	key := "reviewer.note"
	switch {
	case r.State == kith.ReviewContested:
		key = "reviewer.contest"
	case r.OfJob():
		key = "reviewer.job"
	}
	since := r.OpenedAt
	if r.State == kith.ReviewContested {
		since = r.ContestedAt
	}
	p := parts.RowProps{ID: r.Author.ID, Name: r.Author.Name, Title: w.v.reviewWord(key, r), Href: "/operator/reviews/" + r.ID, Sign: parts.StandsStill, Level: 2}
	p.Say = w.v.t("reviewer.since", "at", w.v.voice.Short(since), "found", w.v.grounds(r.Found))
	if r.State == kith.ReviewWaits && !r.Till.IsZero() {
		p.Line = w.v.t("reviewer.by", "till", w.v.voice.When(r.Till))
	}
	return p
}

func (v *visit) grounds(found []kith.Ground) string {
	all := make([]string, len(found))
	for i, g := range found {
		all[i] = v.t("review.ground." + string(g))
	}
	return list(all)
}

// caseView is one review with the forms to decide it.
type caseView struct {
	v *visit
	s *sheet
	query.Case
}

func reviewCase(v *visit) error { return v.casePage(v.fresh(nil)) }

func (v *visit) casePage(s *sheet) error {
	c, err := v.site.Desk.Case(v.r.Context(), v.path("id"))
	if err != nil {
		return err
	}
	return v.showAs(s.status(), casePage(caseView{v, s, c}))
}

// ruleReview decides words or a job, answerContest what an author says against a
// decision.
func ruleReview(v *visit) error {
	s, id := v.typed(), v.path("id")
	err := v.site.House.Rule(v.r.Context(), v.by(), id, act.Ruling{
		What: kith.Act(s.Value("ruling")), Ground: kith.Ground(s.Value("ground")), Words: s.Value("words"),
	})
	return v.ruled(s, err)
}

func answerContest(v *visit) error {
	s, id := v.typed(), v.path("id")
	err := v.site.House.AnswerContest(v.r.Context(), v.by(), id, kith.Act(s.Value("ruling")), s.Value("words"), v.otherReviewers())
	return v.ruled(s, err)
}

func (v *visit) ruled(s *sheet, err error) error {
	switch {
	case s.took(err):
		return v.casePage(s)
	case err != nil:
		return err
	}
	c, err := v.site.Desk.Case(v.r.Context(), v.path("id"))
	if err != nil {
		return err
	}
	return v.goTo("/operator/reviews", v.reviewWord("reviewer.ruled", c.Review))
}

// otherReviewers says whether somebody else runs the installation too.
func (v *visit) otherReviewers() bool { return len(v.site.Operators) > 1 }

func (c caseView) say(key string) string { return c.v.reviewWord(key, c.Review) }

func (c caseView) title() parts.TitleProps {
	key := "reviewer.note"
	if c.OfJob() {
		key = "reviewer.job"
	}
	back := parts.Link{Label: c.v.t("reviewer.title"), Href: "/operator/reviews"}
	return parts.TitleProps{Title: c.say(key), Crumbs: parts.CrumbsProps{Label: c.v.t("loop.back"), Links: []parts.Link{back}, Note: c.Ref}}
}

// contested says whether it is the contest that waits.
func (c caseView) contested() bool { return c.State == kith.ReviewContested }

// whyNot is why the reader can't decide it; empty where they can.
func (c caseView) whyNot() string {
	err := c.MayReview(c.v.me.ID, c.v.otherReviewers())
	if err == nil && !c.Open() {
		err = kith.Refuse(kith.ReviewDecided)
	}
	return c.v.sentenceOf(err)
}

func (c caseView) action() string {
	if c.contested() {
		return "/operator/reviews/" + c.ID + "/answer"
	}
	return "/operator/reviews/" + c.ID + "/ruling"
}

// rulings are what can be decided.
func (c caseView) rulings() parts.ChoiceProps {
	p := parts.ChoiceProps{Name: "ruling", Label: c.v.t("reviewer.ruling"), Value: c.s.Value("ruling"), Error: c.s.Error("ruling")}
	acts := []kith.Act{kith.Release, kith.AskChange, kith.Disapprove}
	switch {
	case c.contested():
		acts = []kith.Act{kith.Uphold, kith.Overturn}
	case c.OfJob():
		acts = []kith.Act{kith.Release, kith.Disapprove}
	}
	for _, a := range acts {
		p.Options = append(p.Options, parts.Option{Value: string(a), Label: c.word(string(a), ""), Hint: c.word(string(a), ".hint")})
	}
	return p
}

// word is what an act is called, where it is about a job perhaps another way.
func (c caseView) word(a, end string) string {
	if key := "reviewer.ruling.job_" + a + end; c.OfJob() && c.v.voice.Has(key) {
		return c.v.t(key)
	}
	return c.v.t("reviewer.ruling." + a + end)
}

func (s *sheet) grounds(label, hint string, among []kith.Ground) parts.ChoiceProps {
	p := parts.ChoiceProps{Name: "ground", Label: label, Hint: hint, Value: s.Value("ground"), Error: s.Error("ground")}
	for _, g := range among {
		p.Options = append(p.Options, parts.Option{Value: string(g), Label: s.v.t("review.ground." + string(g))})
	}
	return p
}

func (s *sheet) reviewWords(label, hint string) parts.FieldProps {
	return parts.FieldProps{Name: "words", Label: label, Hint: hint, Value: s.Value("words"), Error: s.Error("words"), Max: kith.ReviewMax}
}

func (c caseView) wordsHint() string {
	if c.contested() {
		return ""
	}
	return c.say("reviewer.words_hint")
}

func (c caseView) trail() []string { return c.v.trail(c.Trail) }
