package kithtest

import (
	"errors"
	"fmt"
	"strings"

	"kith/internal/act"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/query"
)

// What the operator does and reads: the whole story of a referral.
func init() {
	steps = append(steps,
		says(`handing on is switched on for nobody(?: but NAME)?`, rollOut(0)),
		says(`handing on is switched on for everybody()`, rollOut(100)),
		says(`NAME's new jobs begin with WORD`, newJobsBeginWith),
		says(`NAME,? told that (\d+) (?:is|are) asked and (\d+) waits?, switch(?:es)? referrals off`, switchOffTold),
		says(`NAME opens? NAME's referral as the operator: TEXT(, with the private note)?`, openReferral),
	)
	checks = append(checks,
		says(`the operator reads TEXT for NAME`, wholeSays),
		says(`the operator reads the letter TEXT to NAME`, wholeLetter),
		says(`the operator reads that NAME opened it: TEXT`, wholeOpened),
		says(`the operator finds no word of TEXT`, func(s *story, w []string) error { return not(wholeHolds(s, w)) }),
		says(`the operator finds TEXT`, wholeHolds),
		says(`each of the three sees what the operator sees`, wholeIsTrue),
		says(`the operator's opening is over`, func(s *story, _ []string) error {
			if _, err := s.whole(); !refused(err, kith.NotFound) {
				return fmt.Errorf("it answers %v", err)
			}
			return nil
		}),
	)
}

// rollOut sets for whom handing on is switched on.
func rollOut(percent int) func(s *story, w []string) error {
	return func(s *story, w []string) error {
		o := kith.RollOut{Gradual: percent < 100, Percent: percent, Addresses: map[string]bool{address(w[0]): true}}
		s.House.RollOut, s.Desk.RollOut = o, o
		return nil
	}
}

func newJobsBeginWith(s *story, w []string) error {
	p, err := s.Desk.Person(s.Ctx, s.id(w[0]))
	if err != nil {
		return err
	}
	p.DefaultPolicy = kith.Policy(w[1])
	return s.House.SaveProfile(s.Ctx, s.as(w[0]), p)
}

// switchOffTold is switching off by a client who was told numbers.
func switchOffTold(s *story, w []string) error {
	j, err := s.Desk.Job(s.Ctx, s.Reader(s.id(w[0])), s.job)
	if err != nil {
		return err
	}
	var told kith.Waiting
	fmt.Sscan(w[1]+" "+w[2], &told.Asked, &told.ForClient)
	j.StatedPolicy = kith.PolicyOff
	return s.House.EditJobTold(s.Ctx, s.as(w[0]), s.job, j.Job, told)
}

func openReferral(s *story, w []string) error {
	r, err := s.referral(w[1])
	if err != nil {
		return err
	}
	ref, err := ids.ParseReference(strings.ToLower(strings.ReplaceAll(r.Ref, "-", " ")))
	if err != nil {
		return err
	}
	s.opener = w[0]
	s.opening, err = s.House.OpenReferral(s.Ctx, s.as(w[0]), act.Opening{Ref: ref, Reason: w[2], HandOver: w[3] != ""})
	return err
}

func (s *story) whole() (query.Whole, error) {
	return s.Desk.Whole(s.Ctx, s.Reader(s.id(s.opener)), s.opening)
}

func wholeSays(s *story, w []string) error {
	all, err := s.whole()
	if err != nil {
		return err
	}
	for _, view := range all.Views {
		say, _ := s.voice().Says(view.Referral, view.Party)
		if view.Who(view.Party).ID == s.id(w[1]) && strings.Contains(plain(say), plain(w[0])) {
			return nil
		}
	}
	return fmt.Errorf("in none of %d views", len(all.Views))
}

func wholeLetter(s *story, w []string) error {
	all, err := s.whole()
	for _, l := range all.Letters {
		if l.Address == address(w[1]) && !l.SentAt.IsZero() && strings.Contains(plain(l.Subject+l.Text), plain(w[0])) {
			return err
		}
	}
	return errors.Join(err, fmt.Errorf("in none of %d letters", len(all.Letters)))
}

func wholeOpened(s *story, w []string) error {
	all, err := s.whole()
	for _, o := range all.Openings {
		if o.By.Name == w[0] && o.Reason == w[1] {
			return err
		}
	}
	return errors.Join(err, fmt.Errorf("not among %d openings", len(all.Openings)))
}

func wholeHolds(s *story, w []string) error {
	all, err := s.whole()
	if err != nil {
		return err
	}
	if !strings.Contains(fmt.Sprintf("%+v", all), w[0]) {
		return errors.New("it isn't there")
	}
	return nil
}

// wholeIsTrue compares each view of the operator's with what that person is
// shown.
func wholeIsTrue(s *story, _ []string) error {
	all, err := s.whole()
	if err != nil {
		return err
	}
	for _, view := range all.Views {
		theirs, err := s.Desk.Referral(s.Ctx, s.Reader(view.Who(view.Party).ID), view.ID)
		if err != nil {
			return err
		}
		if theirs.HandOver != "" && !all.Opening.HandOver {
			theirs.HandOver = query.Hidden
		}
		if one, other := fmt.Sprintf("%+v", view), fmt.Sprintf("%+v", theirs); one != other {
			return fmt.Errorf("the %s sees\n%s\nbut the operator\n%s", view.Party, other, one)
		}
	}
	return nil
}
