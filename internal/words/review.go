package words

import "kith/internal/kith"

// ReviewArgs are the names and times of a review.
func ReviewArgs(v Voice, r kith.Review) []any {
	return []any{"job", r.Job.Name, "ref", r.Ref, "author", kith.FirstName(r.Author.Name), "till", v.When(r.Till)}
}

// Statement are the reasons for what was decided in a review: on what ground,
// and who decided. The reviewer's own words stand beside it.
func (v Voice) Statement(r kith.Review) []string {
	var all []string
	if r.Ground != "" {
		all = append(all, v.T("review.ground."+string(r.Ground)+".said"))
	}
	return append(all, v.T(Decider(r)))
}

// Decider is the key of the sentence that says who decided.
func Decider(r kith.Review) string {
	switch {
	case r.By.ID != "":
		return "review.by.human"
	case r.OfJob():
		return "review.by.reports"
	case r.State == kith.ReviewWaits:
		return "review.by.nobody_yet"
	}
	return "review.by.time"
}

// Answerer is the key of the sentence that says who answered a contest.
func Answerer(r kith.Review) string {
	if r.AnsweredBy.ID == r.By.ID {
		return "review.answered.same"
	}
	return "review.answered.other"
}
