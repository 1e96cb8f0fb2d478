package kithtest

import (
	"fmt"
	"strconv"

	"kith/internal/kith"
	"kith/internal/query"
)

// takesVouchFor is the level that stands as the vouch for a reader: the weaker
// of the two claims for whoever may see both.
func takesVouchFor(s *story, w []string) error {
	r, err := s.referral(w[0])
	if err == nil && r.Level() != kith.Vouch(w[1]) {
		err = fmt.Errorf("it is %q", r.Level())
	}
	return err
}

// sayYesTo is sayYes where several people have referred one.
func sayYesTo(s *story, w []string) error {
	s.referrals[part{s.job, w[0]}] = s.referrals[part{s.job, w[1]}]
	return sayYes(s, []string{w[0], "", ""})
}

// proposalOf is somebody's proposal as the client of the job sees it.
func (s *story) proposalOf(name string) (query.Proposal, error) {
	return s.Desk.Proposal(s.Ctx, s.Reader(s.id(s.client[s.job])), s.proposals[part{s.job, name}])
}

func cameAs(s *story, w []string) error {
	p, err := s.proposalOf(w[0])
	if err == nil && p.Source != kith.Source(w[1]) {
		err = fmt.Errorf("they came as %q", p.Source)
	}
	return err
}

// readsVouches counts the vouches beside a proposal, on its page and in the
// proposal manager.
func readsVouches(s *story, w []string) error {
	p, err := s.proposalOf(w[2])
	if err != nil {
		return err
	}
	m, err := s.Desk.Manager(s.Ctx, s.Reader(s.id(w[0])), s.job)
	if err != nil {
		return err
	}
	onPage, inManager := len(p.Vouches), 0
	if p.Referral != nil {
		onPage++
	}
	for _, row := range m.Rows {
		if row.Person.ID == s.id(w[2]) && row.Referral != nil {
			inManager += 1 + len(row.Vouches)
		}
	}
	if want, _ := strconv.Atoi(w[1]); onPage != want || inManager != want {
		return fmt.Errorf("%d on the page of the proposal, %d in the proposal manager", onPage, inManager)
	}
	return nil
}

func isReferrer(s *story, w []string) error {
	p, err := s.proposalOf(w[1])
	if err == nil && (p.Referral == nil || p.Referral.Referrer.ID != s.id(w[0])) {
		err = fmt.Errorf("it is %+v", p.Referral)
	}
	return err
}
