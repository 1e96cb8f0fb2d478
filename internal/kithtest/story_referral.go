package kithtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"reflect"
	"regexp"

	"kith/internal/act"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/query"
)

func refer(s *story, w []string) error {
	referrer, candidate, email := w[0], w[1], w[2]
	vouch, invitation := kith.Vouch(w[3]), s.invitations[part{s.job, referrer}]
	shared := w[6] != ""
	answers := act.Answers{Email: &email, Vouch: &vouch, Shared: &shared, Note: &w[4], HandOver: &w[5]}
	if candidate != "" {
		id := s.id(candidate)
		answers.Candidate, answers.Email = &id, nil
	}
	if err := s.House.Draft(s.Ctx, s.as(referrer), invitation, answers); err != nil {
		return err
	}
	id, err := s.House.ReferWithAdvice(s.Ctx, s.as(referrer), invitation, s.advice)
	if err != nil {
		return err
	}
	for name := range s.people {
		if name == referrer || name == candidate || address(name) == email || name == s.client[s.job] {
			s.referrals[part{s.job, name}] = id
		}
	}
	s.keepSecret(w[5])
	return nil
}

func (s *story) keepSecret(handOver string) {
	if handOver != "" {
		s.secrets = append(s.secrets, secret{handOver, address(s.client[s.job])})
	}
}

func editReferral(s *story, w []string) error {
	s.keepSecret(w[3])
	return s.House.EditReferral(s.Ctx, s.as(w[0]), s.referrals[part{s.job, w[0]}], act.Words{Vouch: kith.Vouch(w[1]), Note: w[2], HandOver: w[3]})
}

// onReferral is an act on the newest referral in which the one who acts has a
// part, or of the candidate who is named.
func onReferral(do func(h *act.House, ctx context.Context, by act.By, id string) error) func(s *story, w []string) error {
	return func(s *story, w []string) error {
		return do(s.House, s.Ctx, s.as(w[0]), s.referrals[part{s.job, w[len(w)-1]}])
	}
}

func sayYes(s *story, w []string) error {
	yes := act.Yes{Offer: act.Offer{Letter: "Gladly."}, Vouch: kith.Vouch(cmp.Or(w[1], string(kith.WorkedTogether))), Shared: w[2] != ""}
	proposal, err := s.House.AcceptReferral(s.Ctx, s.as(w[0]), s.referrals[part{s.job, w[0]}], yes)
	return s.proposed(w[0], proposal, err)
}

func approve(s *story, w []string) error {
	proposal, err := s.House.ApproveReferral(s.Ctx, s.as(w[0]), s.referrals[part{s.job, w[1]}])
	return s.proposed(w[1], proposal, err)
}

func acceptInvitation(s *story, w []string) error {
	proposal, err := s.House.AcceptInvitation(s.Ctx, s.as(w[0]), s.invitations[part{s.job, w[0]}], act.Offer{Letter: "Gladly."})
	return s.proposed(w[0], proposal, err)
}

func apply(s *story, w []string) error {
	proposal, err := s.House.Apply(s.Ctx, s.as(w[0]), s.job, act.Offer{Letter: "May I?"})
	return s.proposed(w[0], proposal, err)
}

func (s *story) proposed(who, proposal string, err error) error {
	if err == nil && proposal != "" {
		s.proposals[part{s.job, who}] = proposal
	}
	return err
}

func write(s *story, w []string) error {
	proposal, ok := s.proposals[part{s.job, w[1]}]
	if !ok {
		proposal = s.proposals[part{s.job, w[0]}]
	}
	return s.House.Write(s.Ctx, s.as(w[0]), proposal, w[2])
}

func sayNo(s *story, w []string) error {
	return s.House.DeclineReferral(s.Ctx, s.as(w[0]), s.referrals[part{s.job, w[0]}], no(w[1], w[2]))
}

var answerLink = regexp.MustCompile(`/answer/([A-Za-z0-9_-]+)`)

// token is in the newest letter to somebody that has a link for saying no.
func (s *story) token(name string) (string, error) {
	token := ""
	for _, l := range s.letters {
		if found := answerLink.FindStringSubmatch(l.Text); found != nil && l.To == address(name) {
			token = found[1]
		}
	}
	if token == "" {
		return "", errors.New("no letter has a link")
	}
	return token, nil
}

func sayNoByLink(s *story, w []string) error {
	token, err := s.token(w[0])
	if err != nil {
		return err
	}
	return s.House.DeclineByLink(s.Ctx, ids.Hash(token), no(w[1], ""), s.Clock.Now())
}

// scan follows the link and presses the button without having chosen: what mail
// scanners do. It must change nothing, and the hand-over note stays hidden.
func scan(s *story, w []string) error {
	token, err := s.token(w[0])
	if err != nil {
		return err
	}
	before, err := s.referral(w[0])
	if err != nil {
		return err
	}
	seen, err := s.Desk.ReferralBehind(s.Ctx, query.Reader{Now: s.Clock.Now()}, ids.Hash(token))
	if err != nil {
		return err
	}
	if seen.HandOver != "" || len(seen.Story) > 0 {
		return errors.New("the page shows what only the candidate may read")
	}
	var wrong kith.Problems
	if err := s.House.DeclineByLink(s.Ctx, ids.Hash(token), act.No{}, s.Clock.Now()); !errors.As(err, &wrong) {
		return fmt.Errorf("an empty choice is not refused: %v", err)
	}
	if after, err := s.referral(w[0]); err != nil || !reflect.DeepEqual(before, after) {
		return fmt.Errorf("something changed (%v)", err)
	}
	return nil
}

// referral is somebody's newest in the job that is talked about, as they see it.
func (s *story) referral(name string) (query.Referral, error) {
	return s.Desk.Referral(s.Ctx, s.Reader(s.id(name)), s.referrals[part{s.job, name}])
}
