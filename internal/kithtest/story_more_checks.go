package kithtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/query"
)

func offerOf(letter string) act.Offer { return act.Offer{Letter: letter} }

// readTheSame compares what two referrers see of their referrals, and every
// letter that came of theirs, but for names and addresses.
func readTheSame(s *story, w []string) error {
	one, err := s.wholePage(w[0])
	if err != nil {
		return err
	}
	other, err := s.wholePage(w[1])
	if err != nil {
		return err
	}
	if one != other {
		return fmt.Errorf("\n%s\nbut\n%s", one, other)
	}
	return nil
}

// wholePage is everything on the page of somebody's referral, with what is
// theirs taken out.
func (s *story) wholePage(name string) (string, error) {
	r, err := s.referral(name)
	if err != nil {
		return "", err
	}
	say, then := s.voice().Says(r.Referral, r.Party)
	lines := []string{say, then, string(r.State), string(r.How), r.Candidate.Name, s.voice().When(r.Deadline)}
	for _, l := range r.Story {
		if l.Kind != kith.FreelancerInvited {
			lines = append(lines, s.voice().When(l.At)+" "+l.Key)
		}
	}
	for _, n := range r.WhatNext(r.Party) {
		lines = append(lines, n.Key+" "+s.voice().When(n.At))
	}
	for _, l := range s.letters {
		if l.To == address(name) {
			lines = append(lines, l.Subject)
		}
	}
	return strings.NewReplacer(name, "NAME", r.Email, "ADDRESS").Replace(strings.Join(lines, "\n")), nil
}

// canHandOn: it stands on the home page, or the invitation is pending, and the
// rules allow it.
func canHandOn(s *story, w []string) error {
	i, err := s.invitation(w[0])
	if err != nil {
		return err
	}
	if i.MayRefer != nil {
		return errors.New(s.sentence(i.MayRefer))
	}
	home, err := s.Desk.Home(s.Ctx, s.Reader(s.id(w[0])))
	if err == nil && i.State != kith.Pending && !slices.ContainsFunc(home.HandOn, func(h kith.Invitation) bool { return h.ID == i.ID }) {
		err = errors.New("their home page doesn't offer it")
	}
	return err
}

// cannotHandOn: the page says why, and whoever tries all the same reads it too.
func cannotHandOn(s *story, w []string) error {
	i, err := s.invitation(w[0])
	if err != nil {
		return err
	}
	_, tried := s.House.Refer(s.Ctx, s.as(w[0]), i.ID)
	for where, err := range map[string]error{"the page": i.MayRefer, "trying": tried} {
		if err == nil {
			return fmt.Errorf("%s lets them", where)
		}
		if got := s.sentence(err); !strings.Contains(plain(got), plain(w[1])) {
			return fmt.Errorf("%s says %q", where, got)
		}
	}
	return nil
}

func (s *story) invitation(name string) (query.Invitation, error) {
	return s.Desk.Invitation(s.Ctx, s.Reader(s.id(name)), s.invitations[part{s.job, name}])
}

func inTheList(s *story, w []string) error {
	m, err := s.Desk.Manager(s.Ctx, s.Reader(s.id(w[0])), s.job)
	if err != nil {
		return err
	}
	for _, one := range m.Rows {
		if one.Person.Name == w[1] && one.Proposal != nil {
			return nil
		}
	}
	return fmt.Errorf("no proposal by %s among %d", w[1], len(m.Rows))
}

func nothingWaits(s *story, w []string) error {
	_, waits, err := s.Desk.Me(s.Ctx, s.Reader(s.id(w[0])))
	if err == nil && len(waits) > 0 {
		err = fmt.Errorf("%d things wait for them", len(waits))
	}
	return err
}
