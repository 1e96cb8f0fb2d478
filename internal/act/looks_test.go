package act_test

import (
	"context"
	"encoding/json"
	"strings"

	"pgregory.net/rapid"

	"kith/internal/kith"
	"kith/internal/mail"
	"kith/internal/store"
)

// What the referrer writes, so that it is found wherever it turns up.
const (
	noteCanary = "canary-of-the-note"
	handCanary = "canary-of-the-hand-over"
	cysCanary  = "canary-of-the-words-about-the-next"
)

// look lets the sweep run, and asks each of the three what they see.
func (s *tale) look() {
	if _, err := s.Worker.Sweep(s.Ctx, s.now); err != nil {
		s.r.Fatal(err)
	}
	s.want.settle(s.now)
	s.moveOn(true)
	for _, party := range kith.Readers {
		s.lookFrom(party)
	}
	s.lookAround(rapid.SampledFrom(kith.Readers).Draw(s.r, "looks around"))
}

// lookFrom compares one reader's page with what ought to be.
func (s *tale) lookFrom(party kith.Party) {
	view, err := s.Desk.Referral(s.Ctx, s.reader(party), s.referral)
	if party != kith.Referrer && s.want.asked.IsZero() {
		if !store.IsNone(err) {
			s.r.Errorf("the %s sees a referral that never left: %v", party, err)
		}
		return
	}
	s.ok(err)
	says := view.Says(party)
	if view.State != s.want.state || says.Turn != s.want.turn() || says.Key == "" {
		s.r.Errorf("the %s reads %s, %q, turn %q; it is %s, turn %q", party, view.State, says.Key, says.Turn, s.want.state, s.want.turn())
	}
	if s.want.live() && !says.Until.Equal(s.want.until) {
		s.r.Errorf("the %s reads until %s, it is %s", party, says.Until, s.want.until)
	}
	if hand := strings.HasPrefix(view.HandOver, handCanary); hand != (party != kith.Client && s.want.place == 0) {
		s.r.Errorf("the %s reads the hand-over note: %v", party, hand)
	}
}

// lookAround searches a person's other pages for what they may not know.
func (s *tale) lookAround(party kith.Party) {
	home, err := s.Desk.Home(s.Ctx, s.reader(party))
	s.ok(err)
	given, received, err := s.Desk.Referrals(s.Ctx, s.reader(party))
	s.ok(err)
	_, waits, err := s.Desk.Me(s.Ctx, s.reader(party))
	s.ok(err)
	pages := []any{home, waits, given, received}
	if party == kith.Client {
		manager, err := s.Desk.Manager(s.Ctx, s.reader(party), s.job)
		s.ok(err)
		pages = append(pages, manager)
	}
	all, err := json.Marshal(pages)
	s.ok(err)
	s.reads(party, "pages", string(all))
}

// reads complains where a text holds what a party may not know now.
func (s *tale) reads(party kith.Party, where, text string) {
	var r kith.Referral
	s.ok(s.Store.Read(s.Ctx, func(tx *store.Tx) (err error) {
		r, err = tx.Referral(s.Ctx, s.referral)
		return err
	}))
	for what, canary := range map[kith.What]string{
		kith.TheReferral: r.Ref, kith.CandidateName: s.candidateName, kith.TheNote: s.note, kith.TheHandOver: handCanary,
	} {
		if strings.Contains(text, canary) && r.Sees(party, what) == kith.Absent {
			s.r.Errorf("%s of the %s tell %s while it is %s", where, party, what, r.State)
		}
	}
	if party == kith.Client && strings.Contains(text, handCanary) {
		s.r.Errorf("%s of the client tell the hand-over note", where)
	}
}

// post delivers letters and reads each at the moment it goes out.
type post struct {
	s       *tale
	caught  *mail.Caught
	byTopic map[string]string // Message-ID by address and subject
}

func watch(s *tale) *post {
	s.Mail.Forget()
	p := &post{s, s.Mail, map[string]string{}}
	s.Worker.Mail = p
	return p
}

// Deliver implements mail.Deliverer.
func (p *post) Deliver(ctx context.Context, messages []mail.Message) []error {
	for _, m := range messages {
		for party, person := range p.s.who {
			if person.Email == m.To {
				p.read(party, m)
			}
		}
	}
	return p.caught.Deliver(ctx, messages)
}

func (p *post) read(party kith.Party, m mail.Message) {
	topic := m.To + " " + m.Subject
	if before, again := p.byTopic[topic]; again && before != m.MessageID {
		p.s.r.Errorf("the %s gets %q twice, as %s and %s", party, m.Subject, before, m.MessageID)
	}
	p.byTopic[topic] = m.MessageID
	text := m.Subject + m.Text + m.HTML
	p.s.reads(party, "the letters", text)
	switch {
	case party == kith.Candidate && p.s.want.asked.IsZero() && p.s.now.Before(p.s.want.until):
		p.s.r.Errorf("the candidate gets %q before it has left", m.Subject)
	case party != kith.Candidate && strings.Contains(text, handCanary):
		p.s.r.Errorf("the %s gets the hand-over note in %q", party, m.Subject)
	}
}
