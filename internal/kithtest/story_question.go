package kithtest

import (
	"errors"
	"fmt"
	"strings"

	"kith/internal/kith"
)

// questionSteps are the one question with its answer, and thanks.
var questionSteps = []row{
	says(`NAME asks? NAME TEXT`, asks),
	says(`NAME answers? TEXT`, answers),
	says(`NAME takes? the decline back`, func(s *story, w []string) error {
		return s.House.UndoDecline(s.Ctx, s.as(w[0]), s.invitations[part{s.job, w[0]}])
	}),
	says(`NAME thanks? TEXT`, func(s *story, w []string) error {
		return s.House.Thank(s.Ctx, s.as(w[0]), s.referrals[part{s.job, w[0]}], w[1])
	}),
}

// questionChecks are what somebody reads of them on the page of the referral.
var questionChecks = []row{
	says(`NAME reads the question TEXT`, readsBetween(func(q kith.Question) string { return q.Text })),
	says(`NAME reads the answer TEXT`, readsBetween(func(q kith.Question) string { return q.Answer })),
	says(`NAME reads no question`, func(s *story, w []string) error {
		r, err := s.referral(w[0])
		if err == nil && len(r.Questions) > 0 {
			err = fmt.Errorf("they read %q", r.Questions[0].Text)
		}
		return err
	}),
	says(`NAME can ask nobody`, func(s *story, w []string) error {
		r, err := s.referral(w[0])
		if err == nil && len(r.AskWhom) > 0 {
			err = fmt.Errorf("they can ask the %s", r.AskWhom)
		}
		return err
	}),
	says(`NAME feels the pulse (\d+) of (\d+), half within (\d+) hours`, feelsPulse),
	says(`NAME feels no pulse`, func(s *story, w []string) error { return feelsPulse(s, []string{w[0], "", "", ""}) }),
	says(`NAME reads the thanks TEXT`, readsThanks),
	says(`NAME doesn't read the thanks TEXT`, func(s *story, w []string) error { return not(readsThanks(s, w)) }),
}

func asks(s *story, w []string) error {
	id := s.referrals[part{s.job, w[0]}]
	r, err := s.referral(w[0])
	if err != nil {
		return err
	}
	to := kith.House // whoever isn't one of the three
	for _, party := range kith.Readers {
		if r.Who(party).ID == s.id(w[1]) {
			to = party
		}
	}
	return s.House.AskQuestion(s.Ctx, s.as(w[0]), id, to, w[2])
}

// answers the newest question to somebody, answered or not.
func answers(s *story, w []string) error {
	r, err := s.referral(w[0])
	if err != nil {
		return err
	}
	id := ""
	for _, q := range r.Questions {
		if q.To == r.Party {
			id = q.ID
		}
	}
	if id == "" {
		return errors.New("nobody has asked them")
	}
	_, err = s.House.AnswerQuestion(s.Ctx, s.as(w[0]), id, w[1])
	return err
}

func readsBetween(text func(kith.Question) string) func(s *story, w []string) error {
	return func(s *story, w []string) error {
		r, err := s.referral(w[0])
		for _, q := range r.Questions {
			if strings.Contains(plain(text(q)), plain(w[1])) {
				return nil
			}
		}
		return errors.Join(err, fmt.Errorf("in none of %d questions", len(r.Questions)))
	}
}

func readsThanks(s *story, w []string) error {
	r, err := s.referral(w[0])
	for _, k := range r.Thanks {
		if k.Text == w[1] {
			return nil
		}
	}
	return errors.Join(err, fmt.Errorf("in none of %d thanks", len(r.Thanks)))
}

// feelsPulse is what a candidate is told of how responsive the client is.
func feelsPulse(s *story, w []string) error {
	p, err := s.Desk.Pulse(s.Ctx, s.Reader(s.id(w[0])), s.referrals[part{s.job, w[0]}])
	got := ""
	if p.Told() {
		got = fmt.Sprint(p.Answered, " of ", p.All, " within ", p.Half)
	}
	want := ""
	if w[1] != "" {
		want = fmt.Sprint(w[1], " of ", w[2], " within ", span(w[3], "hour"))
	}
	if err == nil && got != want {
		err = fmt.Errorf("it is %q", got)
	}
	return err
}
