package kithtest

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/store"
)

// outsideSteps are those of referring somebody without an account.
var outsideSteps = []row{
	says(`NAME (?:declines? and )?refers? somebody outside: WORD, TEXT(?:, privately TEXT)?`, referOutside),
	says(`NAME (?:joins|takes|join|take)(?: through)? the link`, takeLink),
	says(`somebody opens the link`, openLink),
}

var outsideChecks = []row{
	says(`the link says TEXT`, linkSays),
	says(`the link doesn't say TEXT`, func(s *story, w []string) error { return not(linkSays(s, w)) }),
	says(`the link leads nowhere`, linkLeadsNowhere),
	says(`NAME has the link`, hasLink),
	says(`NAME doesn't have the link`, func(s *story, w []string) error { return not(hasLink(s, w)) }),
	says(`NAME has no account`, hasNoAccount),
}

func referOutside(s *story, w []string) error {
	vouch, invitation := kith.Vouch(w[1]), s.invitations[part{s.job, w[0]}]
	shared := false
	answers := act.Answers{Outside: true, Vouch: &vouch, Shared: &shared, Note: &w[2], HandOver: &w[3]}
	if err := s.House.Draft(s.Ctx, s.as(w[0]), invitation, answers); err != nil {
		return err
	}
	id, err := s.House.Refer(s.Ctx, s.as(w[0]), invitation)
	if err != nil {
		return err
	}
	s.referrals[part{s.job, w[0]}], s.referrals[part{s.job, s.client[s.job]}] = id, id
	s.outside = id
	s.keepSecret(w[3])
	return nil
}

// link is the newest one that was made for somebody outside.
func (s *story) link() (token string, err error) {
	err = s.Store.Read(s.Ctx, func(tx *store.Tx) error {
		token, err = tx.LinkOfReferral(s.Ctx, s.outside)
		return err
	})
	if err != nil {
		err = errors.New("there is no link")
	}
	return token, err
}

// takeLink is somebody who joins through the link, or takes it with an account.
func takeLink(s *story, w []string) error {
	token, err := s.link()
	if err != nil {
		return err
	}
	id, err := s.House.TakeLink(s.Ctx, s.as(w[0]), token)
	if err == nil {
		s.referrals[part{s.job, w[0]}] = id
	}
	return err
}

// openLink is what anybody and every mail scanner does: nothing comes of it.
func openLink(s *story, _ []string) error {
	before, err := s.outsideNow()
	if err != nil {
		return err
	}
	if _, err := s.behind(); err != nil {
		return err
	}
	after, err := s.outsideNow()
	if err == nil && !reflect.DeepEqual(before, after) {
		err = errors.New("something changed")
	}
	return err
}

func (s *story) outsideNow() (r kith.Referral, err error) {
	err = s.Store.Read(s.Ctx, func(tx *store.Tx) error {
		r, err = tx.Referral(s.Ctx, s.outside)
		return err
	})
	return r, err
}

func (s *story) behind() (kith.Referral, error) {
	token, err := s.link()
	if err != nil {
		return kith.Referral{}, err
	}
	seen, mine, err := s.Desk.BehindLink(s.Ctx, query.Reader{Now: s.Clock.Now()}, token)
	if err == nil && mine != "" {
		err = errors.New("it belongs to somebody who isn't signed in")
	}
	return seen, err
}

// linkSays looks through everything that the page behind the link gets to show.
func linkSays(s *story, w []string) error {
	seen, err := s.behind()
	if err != nil {
		return err
	}
	if all := fmt.Sprintf("%+v", seen); !strings.Contains(all, w[0]) {
		return fmt.Errorf("it says %s", all)
	}
	return nil
}

// linkLeadsNowhere: the page and the act say the same sentence as for a link
// that never was.
func linkLeadsNowhere(s *story, _ []string) error {
	if _, err := s.behind(); !refused(err, kith.LinkOver) {
		return fmt.Errorf("the page answers %v", err)
	}
	if _, _, err := s.Desk.BehindLink(s.Ctx, query.Reader{Now: s.Clock.Now()}, "nothing"); !refused(err, kith.LinkOver) {
		return fmt.Errorf("a mistyped link answers %v", err)
	}
	token, err := s.link()
	if err != nil {
		return err
	}
	if _, err := s.House.TakeLink(s.Ctx, s.as("Zoe"), token); !refused(err, kith.LinkOver) {
		return fmt.Errorf("taking it answers %v", err)
	}
	return nil
}

func hasLink(s *story, w []string) error {
	_, err := s.Desk.LinkToPassOn(s.Ctx, s.Reader(s.id(w[0])), s.outside)
	return err
}

func hasNoAccount(s *story, w []string) error {
	if _, ok := s.people[w[0]]; ok {
		return errors.New("they have")
	}
	return nil
}
