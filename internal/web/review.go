package web

import (
	"kith/internal/check"
	"kith/internal/kith"
	"kith/internal/web/parts"
	"kith/internal/words"
)

// reviewView is a review as the one whose words or job it is reads it: what was
// decided and why, and how to contest it.
type reviewView struct {
	v *visit
	s *sheet
	kith.Review
}

func review(v *visit) error { return v.reviewPage(v.fresh(nil)) }

// contestReview keeps what the author says against a decision.
func contestReview(v *visit) error {
	s, id := v.typed(), v.path("id")
	err := v.site.House.ContestReview(v.r.Context(), v.by(), id, s.Value("contest"))
	switch {
	case s.took(err):
		return v.reviewPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/reviews/"+id, v.t("review.contested"))
}

func (v *visit) reviewPage(s *sheet) error {
	r, err := v.site.Desk.Review(v.r.Context(), v.reader(), v.path("id"))
	if err != nil {
		return err
	}
	return v.showAs(s.status(), reviewPage(reviewView{v, s, r}))
}

func (r reviewView) say(key string) string { return r.v.reviewWord(key, r.Review) }

// reviewWord is a sentence with the names and times of a review.
func (v *visit) reviewWord(key string, r kith.Review, more ...any) string {
	return v.t(key, append(words.ReviewArgs(v.voice, r), more...)...)
}

func (r reviewView) title() parts.TitleProps {
	key, back := "review.title.note", parts.Link{Label: r.v.t("review.to_referral"), Href: "/referrals/" + r.Referral}
	if r.OfJob() {
		back = parts.Link{Label: r.v.t("review.to_job"), Href: "/jobs/" + r.Job.ID}
		switch r.State {
		case kith.ReviewWaits:
			key = "review.title.job"
		case kith.ReviewReleased, kith.ReviewGone:
			key = "review.title.job_over"
		default:
			key = "review.title.job_closed"
		}
	}
	return parts.TitleProps{Title: r.say(key), Crumbs: parts.CrumbsProps{Label: r.v.t("loop.back"), Links: []parts.Link{back}, Note: r.Ref}}
}

func (r reviewView) status() parts.StatusProps {
	key := "review.state." + string(r.State)
	if job := "review.state.job_" + string(r.State); r.OfJob() && r.v.voice.Has(job) {
		key = job
	}
	p := parts.StatusProps{Sign: parts.ReferrerActs, Sentence: r.say(key)}
	switch r.State {
	case kith.ReviewWaits, kith.ReviewContested:
		p.Sign = parts.StandsStill
	case kith.ReviewChange:
	default:
		p.Sign = parts.Ended
	}
	return p
}

// decided says whether there are reasons to read.
func (r reviewView) decided() bool {
	return r.State != kith.ReviewGone && r.State != kith.ReviewCleared && r.State != kith.ReviewReleased
}

func (r reviewView) mayContest() bool { return r.MayContest() == nil }

// contestText says who reads it.
func (r reviewView) contestText() string {
	if r.State == kith.ReviewWaits {
		return r.v.t("review.contest_before")
	}
	return r.v.t("review.contest_text")
}

func (r reviewView) answerer() string { return r.v.t(words.Answerer(r.Review)) }

func (r reviewView) contest() parts.FieldProps {
	return parts.FieldProps{
		Name: "contest", Label: r.v.t("review.contest"), Value: r.s.Value("contest"), Error: r.s.Error("contest"), Max: kith.ReviewMax,
	}
}

// marks are the passages of words that the check marks, one line each.
func (v *visit) marks(note, handOver string) []string {
	texts := []string{note, handOver}
	var all []string
	for _, h := range check.Texts(note, handOver) {
		all = append(all, v.t("review.marked", "what", texts[h.Text][h.From:h.To], "ground", v.t("review.ground."+string(h.Rule))))
	}
	return all
}

// underReview is what the referrer reads on the referral's page while the words
// are held.
type underReview struct{ referralView }

func (r underReview) key(end string) string {
	if r.How == kith.ChangeAsked {
		return r.v.reviewWord("review.on_page_change"+end, r.Review)
	}
	return r.v.reviewWord("review.on_page"+end, r.Review)
}
