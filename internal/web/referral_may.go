package web

import (
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// may says whether the reader can do this to the referral now.
func (r referralView) may(a kith.Act) bool {
	_, _, err := r.State.Move(a, r.Party, r.Referral.Job.Policy())
	if a == kith.Undo && r.State == kith.Queued && !r.v.now.Before(r.LeavesAt) {
		return false // the first has left, and with it what could be undone
	}
	return err == nil && r.MayNow(a, r.Party) == nil && !r.Late(r.v.now)
}

// whyNot is the sentence in the place of something that can't be done any more.
func (r referralView) whyNot(a kith.Act) string {
	_, _, err := r.State.Move(a, r.Party, r.Referral.Job.Policy())
	switch {
	case err != nil || !r.Late(r.v.now):
	case r.State == kith.Sending:
		err = kith.Refuse(kith.TooLate)
	default:
		err = kith.Refuse(kith.AlreadyEnded)
	}
	return r.v.sentenceOf(err)
}

// back is the head of a page about one thing to do with a referral.
func (r referralView) back(key string) parts.TitleProps {
	link := parts.Link{Label: r.v.t("referral.back"), Href: "/referrals/" + r.ID}
	return parts.TitleProps{Title: r.say(key), Crumbs: parts.CrumbsProps{Label: r.v.t("loop.back"), Links: []parts.Link{link}, Note: r.Ref}}
}

// mayApply says whether somebody whose referral ended can still apply (R18).
func (r referralView) mayApply() bool {
	return r.Party == kith.Candidate && !r.State.Live() && r.State != kith.Introduced && r.Job.MayApply == nil
}
