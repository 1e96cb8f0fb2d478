package kithtest

import (
	"fmt"
	"regexp"
	"strings"

	"kith/internal/kith"
	"kith/internal/store"
)

// end checks what holds at the end of every story: each letter follows from one
// event, nobody got two for one event, one of them twice, or one for an act of
// their own, no words are missing, and no client has read a hand-over note.
func (s *story) end() {
	events := s.eventsOfLetters()
	first := map[string]string{} // person and event → Message-ID
	seen := map[string]bool{}
	for _, l := range s.letters {
		event, ok := events[l.MessageID]
		key := l.To + " " + event.id
		switch {
		case !ok:
			s.T.Errorf("%s: %q to %s follows from nothing that happened", s.file, l.Subject, l.To)
		case seen[l.MessageID]:
			s.T.Errorf("%s: %q went to %s twice", s.file, l.Subject, l.To)
		case first[key] != "":
			s.T.Errorf("%s: %s got %q as a second letter for one event", s.file, l.To, l.Subject)
		case event.actor == l.To:
			s.T.Errorf("%s: %s got %q for an act of their own", s.file, l.To, l.Subject)
		case unsaid.MatchString(l.Subject + l.Text):
			s.T.Errorf("%s: the letter %q lacks words:\n%s", s.file, l.Subject, l.Text)
		}
		first[key], seen[l.MessageID] = l.MessageID, true
		for _, secret := range s.secrets {
			if l.To == secret.client && strings.Contains(l.Subject+l.Text+l.HTML, secret.text) {
				s.T.Errorf("%s: the client reads the hand-over note in %q", s.file, l.Subject)
			}
		}
	}
}

// unsaid is what stands in place of words that the catalogue or a caller lacks.
var unsaid = regexp.MustCompile(`\[[a-z_]+\.[a-z_.]+\]|<no value>`)

// cause is the event that a letter follows from, and the address of who did it.
type cause struct{ id, actor string }

// eventsOfLetters says which event each letter that was written follows from.
func (s *story) eventsOfLetters() map[string]cause {
	of, addresses := map[string]cause{}, map[string]string{}
	for name, p := range s.people {
		addresses[p.ID] = address(name)
	}
	s.read(func(tx *store.Tx) error {
		all, err := s.events(tx)
		if err != nil {
			return err
		}
		for _, e := range all {
			for _, n := range kith.Notices(e.Kind) {
				for _, task := range s.letterTasks(e, n.Party) {
					l, err := tx.Letter(s.Ctx, task)
					if err == nil {
						of[l.MessageID] = cause{e.ID, addresses[e.Actor]}
					} else if !store.IsNone(err) {
						return err
					}
				}
			}
		}
		return nil
	})
	return of
}

// letterTasks are the names that the tasks of a notice can have: there may be
// several referrers of one proposal.
func (s *story) letterTasks(e kith.Event, party kith.Party) []string {
	names := []string{fmt.Sprintf("letter:%s:%s:%s", e.Kind, e.ID, party)}
	for _, p := range s.people {
		names = append(names, names[0]+":"+p.ID)
	}
	return names
}

func (s *story) events(tx *store.Tx) (all []kith.Event, err error) {
	for _, id := range s.allInvitations {
		some, err := tx.EventsOfInvitation(s.Ctx, id)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	for _, id := range s.jobs {
		some, err := tx.EventsOfHold(s.Ctx, id)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	for _, id := range s.proposals {
		some, err := tx.EventsOfProposal(s.Ctx, id)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	for _, p := range s.people {
		some, err := tx.EventsBy(s.Ctx, p.ID, kith.CircleAsked)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}
