package sim_test

import (
	"slices"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/store"
)

// orderBench turns the order on a bench round, or takes one off it.
func (s *town) orderBench() error {
	id := s.likely(s.referrals, func(id string) bool { return s.referral(id).State == kith.Queued })
	if id == "" {
		return errNothing
	}
	r := s.referral(id)
	var order []string
	for _, one := range s.chain(r) {
		if one.State == kith.Queued {
			order = append(order, one.ID)
		}
	}
	slices.Reverse(order)
	if s.chance(30) && len(order) > 0 {
		order = order[1:]
	}
	return s.House.OrderBench(s.Ctx, s.whose(r.Referrer.ID), id, order)
}

// draftsBench puts somebody on the bench before it is sent.
func (s *town) draftsBench(by act.By, invitation string) {
	if s.chance(40) {
		err := s.House.DraftBench(s.Ctx, by, invitation, act.OnBench{Candidate: pick(s, s.people).ID, Vouch: kith.KnowTheirWork, Note: "Good too"})
		s.logf("draft a bench: %v", err)
	}
}

// keepInMind notes all of a chain.
func (s *town) keepInMind(id string) {
	for _, one := range s.chain(s.referral(id)) {
		if !slices.Contains(s.referrals, one.ID) {
			s.referrals = append(s.referrals, one.ID)
		}
	}
}

func (s *town) chain(r kith.Referral) (chain []kith.Referral) {
	s.must(s.Store.Read(s.Ctx, func(tx *store.Tx) (err error) {
		chain, err = tx.Chain(s.Ctx, r.Chain)
		return err
	}))
	return chain
}
