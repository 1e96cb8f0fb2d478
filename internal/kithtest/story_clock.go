package kithtest

import (
	"fmt"
	"strings"
	"time"

	"kith/internal/act"
	"kith/internal/clock"
	"kith/internal/kith"
	"kith/internal/query"
)

// clockSteps are what calendars and clocks do.
var clockSteps = []row{
	says(`it is DATE, (\d\d:\d\d)`, func(s *story, w []string) error {
		at, err := time.Parse("2006-01-02 15:04", w[0]+" "+w[1])
		s.Pass(at.Sub(s.Clock.Now()))
		return err
	}),
	says(`the clock steps back (\d+) (second|minute|hour|day)s?`, func(s *story, w []string) error {
		s.Clock = clock.Fixed(s.Clock.Now().Add(-span(w[0], w[1])))
		return nil
	}),
	says(`NAME lives? in TEXT`, func(s *story, w []string) error {
		who := s.people[w[0]]
		if who.ID == "" {
			s.id(w[0])
			who = s.people[w[0]]
		}
		who.TimeZone = w[1]
		s.people[w[0]] = who
		return s.House.SaveProfile(s.Ctx, s.as(w[0]), who)
	}),
	says(`NAME shortlists? NAME`, func(s *story, w []string) error {
		return s.House.Shortlist(s.Ctx, s.as(w[0]), s.proposals[part{s.job, w[1]}])
	}),
	says(`NAME completes? the proposal`, func(s *story, w []string) error {
		return s.House.CompleteProposal(s.Ctx, s.as(w[0]), s.proposals[part{s.job, w[0]}], act.Offer{Letter: "At length."})
	}),
	says(`NAME takes? the proposal back`, func(s *story, w []string) error {
		return s.House.WithdrawProposal(s.Ctx, s.as(w[0]), s.proposals[part{s.job, w[0]}])
	}),
}

// turnChecks are what somebody finds on "Your turn", and by searching.
var turnChecks = []row{
	says(`NAME's turn is TEXT(?:, then TEXT)?(?:, then TEXT)?`, turnIs),
	says(`NAME finds NAME under TEXT`, func(s *story, w []string) error {
		f, err := s.Desk.Find(s.Ctx, w[2])
		return foundIn(namesIn(f), w[1], err)
	}),
	says(`NAME finds nobody under TEXT`, func(s *story, w []string) error {
		f, err := s.Desk.Find(s.Ctx, w[1])
		if names := namesIn(f); err == nil && len(names) > 0 {
			err = fmt.Errorf("they find %q", names)
		}
		return err
	}),
	says(`the draft has (.+) on the bench of NAME`, draftHas),
}

// turnIs compares the titles on "Your turn", in their order.
func turnIs(s *story, w []string) error {
	_, waits, err := s.Desk.Me(s.Ctx, s.Reader(s.id(w[0])))
	var have, want []string
	for _, one := range waits {
		have = append(have, plain(s.voice().T("turn.title."+string(one.Kind), "who", kith.FirstName(one.Who.Name), "says", kith.FirstName(one.Says), "job", one.Job.Title)))
	}
	for _, title := range w[1:] {
		if title != "" {
			want = append(want, plain(title))
		}
	}
	if err == nil && strings.Join(have, "; ") != strings.Join(want, "; ") {
		err = fmt.Errorf("it is %q", have)
	}
	return err
}

func namesIn(f query.Finding) (names []string) {
	for _, n := range f.Named {
		names = append(names, n.Name)
	}
	for _, n := range f.Meant {
		names = append(names, n.Name)
	}
	return names
}

func foundIn(names []string, name string, err error) error {
	for _, one := range names {
		if one == name {
			return err
		}
	}
	return fmt.Errorf("they find %q (%v)", names, err)
}

// draftHas: undoing keeps those on the bench, in their order.
func draftHas(s *story, w []string) error {
	on, err := s.Desk.DraftBench(s.Ctx, s.Reader(s.id(w[1])), s.invitations[part{s.job, w[1]}])
	var names []string
	for _, b := range on {
		names = append(names, b.Name)
	}
	if have := strings.Join(names, ", "); err == nil && have != w[0] {
		err = fmt.Errorf("it has %q", have)
	}
	return err
}
