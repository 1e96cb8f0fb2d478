package letters

import "kith/internal/kith"

// referralEnded tells one of the three that it is over, in the very sentence
// that stands on the page, with what comes then.
func referralEnded(f Facts) Letter {
	say, then := f.Voice.Says(f.Referral, f.Party)
	body := []Block{f.hello(), {Kind: Para, Text: say}}
	if then != "" {
		body = append(body, Block{Kind: Para, Text: then})
	}
	link := f.button("see_referral", "/referrals/"+f.Referral.ID)
	foot := "referrer_foot"
	switch f.Party {
	case kith.Client:
		link, foot = f.button("has_asked.button", "/jobs/"+f.Referral.Job.ID+"/people"), "client_foot"
	case kith.Candidate:
		foot = "asked.foot"
	}
	return Letter{Subject: f.t("referral_ended.subject"), Body: append(body, link), Foot: f.t(foot)}
}
