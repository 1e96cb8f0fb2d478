package kithtest

import (
	"kith/internal/act"
	"kith/internal/kith"
)

// reachSteps are what people say about being asked at all.
var reachSteps = []row{
	says(`NAME takes referrals from WORD`, func(s *story, w []string) error { return s.reach(w[0], kith.Reach{Takes: kith.Takes(w[1])}) }),
	says(`NAME takes no referrals until DATE`, func(s *story, w []string) error {
		return s.reach(w[0], kith.Reach{Takes: kith.FromEveryone, AwayTill: w[1]})
	}),
	says(`NAME takes no referrals until further notice`, func(s *story, w []string) error {
		return s.reach(w[0], kith.Reach{Takes: kith.FromEveryone, Away: true})
	}),
	says(`NAME says? not now until DATE, and nobody may ask before`, func(s *story, w []string) error {
		answer := act.No{Reason: kith.ReasonNotNow, Till: w[1], NobodyBefore: true}
		return s.House.DeclineReferral(s.Ctx, s.as(w[0]), s.referrals[part{s.job, w[0]}], answer)
	}),
	says(`NAME blocks? NAME`, func(s *story, w []string) error { return s.House.Block(s.Ctx, s.as(w[0]), s.id(w[1])) }),
	says(`NAME unblocks? NAME`, func(s *story, w []string) error { return s.House.Unblock(s.Ctx, s.as(w[0]), s.id(w[1])) }),
}

func (s *story) reach(name string, r kith.Reach) error {
	return s.House.SaveReach(s.Ctx, s.as(name), r)
}
