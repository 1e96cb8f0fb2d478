package kithtest

import (
	"fmt"
	"slices"
	"strings"

	"kith/internal/kith"
)

// adviceSteps are declines with something tapped for the client.
var adviceSteps = []row{
	says(`NAME declines?: WORD, advising WORD`, func(s *story, w []string) error {
		n := no(w[1], "")
		n.Advice = kith.Advice(w[2])
		return s.House.DeclineInvitation(s.Ctx, s.as(w[0]), s.invitations[part{s.job, w[0]}], n)
	}),
	says(`NAME hands? it on to NAME, advising WORD`, func(s *story, w []string) error {
		s.advice = kith.Advice(w[2])
		defer func() { s.advice = "" }()
		return s.say(steps, w[0]+" refers "+w[1]+`: worked_together, "Good"`)
	}),
}

// adviceChecks are what the client reads of it, on both pages.
var adviceChecks = []row{
	says(`NAME is advised TEXT`, isAdvised),
	says(`NAME is advised nothing`, func(s *story, w []string) error { return isAdvised(s, []string{w[0], ""}) }),
}

func isAdvised(s *story, w []string) error {
	m, err := s.Desk.Manager(s.Ctx, s.Reader(s.id(w[0])), s.job)
	if err != nil {
		return err
	}
	j, err := s.Desk.Job(s.Ctx, s.Reader(s.id(w[0])), s.job)
	if err != nil {
		return err
	}
	var said []string
	for _, a := range m.Advice {
		said = append(said, s.voice().T("advice.says."+string(a.Advice), "said", a.Said, "passed", a.Passed))
	}
	all := strings.Join(said, " ")
	if !slices.Equal(m.Advice, j.Advice) || plain(all) != plain(w[1]) {
		return fmt.Errorf("they read %q", all)
	}
	return nil
}
