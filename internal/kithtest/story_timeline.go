package kithtest

import (
	"errors"
	"fmt"
	"strings"

	"kith/internal/words"
)

// seesInStory: it is said in the timeline on somebody's page of the referral.
func seesInStory(s *story, w []string) error {
	r, err := s.referral(w[0])
	if err != nil {
		return err
	}
	var all []string
	for _, l := range r.Story {
		all = append(all, s.voice().T(l.Key, words.ReferralArgs(s.voice(), r.Referral)...))
	}
	if said := strings.Join(all, ". "); !strings.Contains(plain(said), plain(w[1])) {
		return fmt.Errorf("the story is %q", said)
	}
	return nil
}

// inTheListAs: the client has somebody's proposal, and how it came.
func inTheListAs(s *story, w []string) error {
	m, err := s.Desk.Manager(s.Ctx, s.Reader(s.id(w[0])), s.job)
	for _, one := range m.Rows {
		if one.Person.Name == w[1] && one.Proposal != nil && string(one.Source) == w[2] && one.Referral == nil {
			return nil
		}
	}
	return errors.Join(err, fmt.Errorf("no such proposal by %s among %d", w[1], len(m.Rows)))
}
