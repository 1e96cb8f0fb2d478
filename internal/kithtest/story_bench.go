package kithtest

import (
	"fmt"
	"slices"
	"strings"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/store"
)

// benchSteps are what is done to a chain and to its clocks.
var benchSteps = []row{
	says(`NAME (?:declines? and )?refers? NAME, then NAME(?:, then NAME)?: WORD, TEXT`, referChain),
	says(`NAME puts? NAME on the bench: WORD, TEXT`, func(s *story, w []string) error {
		err := s.House.AddToBench(s.Ctx, s.as(w[0]), s.referrals[part{s.job, w[0]}], act.OnBench{Candidate: s.id(w[1]), Vouch: kith.Vouch(w[2]), Note: w[3]})
		return s.chained(w[0], err)
	}),
	says(`NAME orders? the bench: NAME(?:, NAME)?`, func(s *story, w []string) error {
		return s.orderBench(w[0], w[1:])
	}),
	says(`NAME empt(?:ies|y) the bench`, func(s *story, w []string) error { return s.orderBench(w[0], nil) }),
	says(`NAME turns? to NAME's referral`, func(s *story, w []string) error {
		s.referrals[part{s.job, w[0]}] = s.referrals[part{s.job, w[1]}]
		return nil
	}),
	says(`NAME needs? more time`, onReferral((*act.House).TakeMoreTime)),
	says(`NAME pauses? the job`, func(s *story, w []string) error { return s.House.PauseJob(s.Ctx, s.as(w[0]), s.job) }),
	says(`NAME resumes? the job`, func(s *story, w []string) error { return s.House.ResumeJob(s.Ctx, s.as(w[0]), s.job) }),
}

// referChain refers the first with the same words for those on the bench.
func referChain(s *story, w []string) error {
	for _, name := range w[2:4] {
		if name == "" {
			continue
		}
		b := act.OnBench{Candidate: s.id(name), Vouch: kith.Vouch(w[4]), Note: w[5]}
		if err := s.House.DraftBench(s.Ctx, s.as(w[0]), s.invitations[part{s.job, w[0]}], b); err != nil {
			return err
		}
	}
	return s.chained(w[0], refer(s, []string{w[0], w[1], "", w[4], w[5], "", ""}))
}

// chained notes which referral is whose in a chain.
func (s *story) chained(referrer string, err error) error {
	if err != nil {
		return err
	}
	chain, err := s.chain(referrer)
	for _, r := range chain {
		s.referrals[part{s.job, kith.FirstName(r.Candidate.Name)}] = r.ID
	}
	return err
}

func (s *story) chain(referrer string) (chain []kith.Referral, err error) {
	err = s.Store.Read(s.Ctx, func(tx *store.Tx) error {
		r, err := tx.Referral(s.Ctx, s.referrals[part{s.job, referrer}])
		if err == nil {
			chain, err = tx.Chain(s.Ctx, r.Chain)
		}
		return err
	})
	return chain, err
}

func (s *story) orderBench(referrer string, names []string) error {
	var order []string
	for _, name := range slices.DeleteFunc(names, func(n string) bool { return n == "" }) {
		order = append(order, s.referrals[part{s.job, name}])
	}
	return s.House.OrderBench(s.Ctx, s.as(referrer), s.referrals[part{s.job, referrer}], order)
}

// seesNext is what somebody reads of what comes then.
func seesNext(s *story, w []string) error {
	r, err := s.referral(w[0])
	if err != nil {
		return err
	}
	if _, then := s.voice().Says(r.Referral, r.Party); !strings.Contains(plain(then), plain(w[1])) {
		return fmt.Errorf("they see next %q", then)
	}
	return nil
}
