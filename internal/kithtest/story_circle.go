package kithtest

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/query"
)

// circleSteps are what two people do about each other's circle, and about being
// buddies.
var circleSteps = []row{
	says(`NAME asks? NAME into the circle`, onTie((*act.House).AskIntoCircle)),
	says(`NAME confirms? NAME`, onTie((*act.House).ConfirmColleague)),
	says(`NAME doesn't confirm NAME`, onTie((*act.House).DeclineColleague)),
	says(`NAME takes? asking NAME back`, onTie((*act.House).TakeCircleAskBack)),
	says(`NAME leaves? NAME's circle`, onTie((*act.House).LeaveCircle)),
	says(`NAME would stand in for NAME`, onTie((*act.House).StandIn)),
	says(`NAME no longer stands in for NAME`, onTie((*act.House).StopStandingIn)),
	says(`NAME passes on TEXT: WORD, asking for TEXT`, passOn),
}

var circleChecks = []row{
	says(`NAME's circle is empty`, circleIs("")),
	says(`NAME's circle is TEXT`, func(s *story, w []string) error { return circleIs(w[1])(s, w) }),
	says(`NAME has asked NAME`, ofColleague(func(c query.Colleague) bool { return c.State == kith.TieAsked })),
	says(`NAME is asked by NAME`, ofColleague(func(c query.Colleague) bool { return c.State == kith.TieWaits })),
	says(`NAME isn't asked by NAME`, func(s *story, w []string) error {
		return not(ofColleague(func(c query.Colleague) bool { return c.State == kith.TieWaits })(s, w))
	}),
	says(`NAME and NAME are buddies`, func(s *story, w []string) error {
		buddies := ofColleague(func(c query.Colleague) bool { return c.State == kith.Buddies })
		return errors.Join(buddies(s, w), buddies(s, []string{w[1], w[0]}))
	}),
	says(`NAME reads nothing of a yes by NAME`, ofColleague(func(c query.Colleague) bool { return c.State == kith.InCircle })),
	says(`NAME is proposed NAME as a buddy`, ofColleague(func(c query.Colleague) bool { return c.Proposed })),
	says(`NAME isn't proposed NAME as a buddy`, ofColleague(func(c query.Colleague) bool { return !c.Proposed })),
}

func onTie(do func(h *act.House, ctx context.Context, by act.By, person string) error) func(s *story, w []string) error {
	return func(s *story, w []string) error { return do(s.House, s.Ctx, s.as(w[0]), s.id(w[1])) }
}

// circleIs compares the names in somebody's circle, in the order of the page.
func circleIs(want string) func(s *story, w []string) error {
	return func(s *story, w []string) error {
		c, err := s.Desk.Circle(s.Ctx, s.Reader(s.id(w[0])))
		var names []string
		for _, one := range c.In {
			names = append(names, one.Name)
		}
		if got := strings.Join(names, ", "); err == nil && got != want {
			err = fmt.Errorf("it is %q", got)
		}
		return err
	}
}

// ofColleague looks at how the first sees the second.
func ofColleague(is func(query.Colleague) bool) func(s *story, w []string) error {
	return func(s *story, w []string) error {
		c, err := s.Desk.Circle(s.Ctx, s.Reader(s.id(w[0])))
		if err != nil {
			return err
		}
		for _, one := range append(append(c.Waits, c.In...), c.Asked...) {
			if one.ID == s.id(w[1]) && is(one) {
				return nil
			}
		}
		return fmt.Errorf("it isn't so in %+v", c)
	}
}

// passOn is an invitation to a job of somebody else's that is declined.
func passOn(s *story, w []string) error {
	j := kith.Job{Title: w[1], Text: "All about it.", Visibility: kith.Members, Openings: 1, Skills: kith.Words(w[3])}
	if w[2] == "private" {
		j.Visibility, w[2] = kith.Private, string(kith.TooBusy)
	}
	job, err := s.House.PostJob(s.Ctx, s.as("Otis"), j)
	if err != nil {
		return err
	}
	id, err := s.House.Invite(s.Ctx, s.as("Otis"), job, s.id(w[0]), "")
	if err != nil {
		return err
	}
	s.allInvitations = append(s.allInvitations, id)
	return s.House.DeclineInvitation(s.Ctx, s.as(w[0]), id, no(w[2], ""))
}
