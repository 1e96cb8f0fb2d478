package sim_test

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"kith/internal/kith"
	"kith/internal/mail"
	"kith/internal/query"
	"kith/internal/store"
)

// check looks whether everything that was promised holds now.
func (s *town) check() {
	s.t.Helper()
	waiting, live := map[string]int{}, map[string]map[string]bool{}
	for _, id := range s.referrals {
		r := s.referral(id)
		if r.State.Live() || s.chance(20) {
			s.oneTruth(r)
		}
		if r.State == kith.AwaitingCandidate || r.State == kith.AwaitingClient {
			waiting[r.Job.ID]++
		}
		if r.State.Live() {
			if live[r.Referrer.ID] == nil {
				live[r.Referrer.ID] = map[string]bool{}
			}
			live[r.Referrer.ID][r.Chain] = true
		}
	}
	for job, n := range waiting {
		if n > tight.WaitingPerJob {
			s.errorf("%d referrals of job %s wait, and %d may", n, job, tight.WaitingPerJob)
		}
	}
	for who, chains := range live {
		if n := len(chains); n > tight.LivePerReferrer {
			s.errorf("%d referrals of %s are live, and %d may be", n, who, tight.LivePerReferrer)
		}
	}
	if s.chance(25) {
		s.lookAround(pick(s, s.people))
	}
	if s.chance(10) {
		s.everyWaitEnds()
	}
}

// oneTruth: whoever may know of a referral reads the same turn and the same time
// as the others, and whoever may not finds nothing (R9).
func (s *town) oneTruth(r kith.Referral) {
	s.t.Helper()
	var turn kith.Party
	var until time.Time
	for _, party := range kith.Readers {
		who := r.Who(party)
		if who.ID == "" {
			continue
		}
		view, err := s.Desk.Referral(s.Ctx, s.reader(who.ID), r.ID)
		if r.Sees(party, kith.TheReferral) == kith.Absent {
			if err == nil {
				s.errorf("the %s finds the referral %s, %s", party, r.Ref, r.State)
			}
			continue
		}
		s.must(err)
		says := view.Says(party)
		if says.Key == "" {
			s.errorf("the %s reads nothing of %s, %s %s", party, r.Ref, r.State, r.How)
		}
		if says.Turn == "" {
			continue
		}
		if turn != "" && (turn != says.Turn || !until.Equal(says.Until)) {
			s.errorf("of %s the %s reads %s until %s, the others %s until %s", r.Ref, party, says.Turn, says.Until, turn, until)
		}
		turn, until = says.Turn, says.Until
		if until.IsZero() {
			s.errorf("%s waits for the %s without a deadline", r.Ref, turn)
		}
	}
	if stranger := pick(s, s.people); r.PartyOf(stranger.ID) == kith.Stranger {
		if _, err := s.Desk.Referral(s.Ctx, s.reader(stranger.ID), r.ID); err == nil {
			s.errorf("a stranger reads %s", r.Ref)
		}
	}
}

// lookAround searches all of a person's pages for what they may not know.
func (s *town) lookAround(p kith.Person) {
	s.t.Helper()
	text := s.pages(p)
	for _, id := range s.referrals {
		r := s.referral(id)
		for _, hand := range []string{s.canary("hand", r.ID), s.canary("hand", r.Invitation)} {
			if strings.Contains(text, hand) && p.ID != r.Referrer.ID && !s.candidateFrom(r.Invitation, p.ID) {
				s.errorf("the pages of %s hold the hand-over note of %s", p.Name, r.Ref)
			}
		}
		if strings.Contains(text, r.Ref) && r.Sees(r.PartyOf(p.ID), kith.TheReferral) == kith.Absent {
			s.errorf("the pages of %s hold %s, %s, which they may not know of", p.Name, r.Ref, r.State)
		}
	}
	for id, may := range s.brought {
		if strings.Contains(text, s.canary("private", id)) && !may[p.ID] {
			s.errorf("the pages of %s hold what is private in job %s", p.Name, id)
		}
	}
}

// candidateFrom says whether somebody is a candidate of any referral made from
// an invitation; the canary is the invitation's.
func (s *town) candidateFrom(invitation, person string) bool {
	for _, id := range s.referrals {
		if r := s.referral(id); r.Invitation == invitation && r.Candidate.ID == person {
			return true
		}
	}
	return false
}

func (s *town) pages(p kith.Person) string {
	by := s.reader(p.ID)
	home, err := s.Desk.Home(s.Ctx, by)
	s.must(err)
	given, received, err := s.Desk.Referrals(s.Ctx, by)
	s.must(err)
	invitations, err := s.Desk.Invitations(s.Ctx, by)
	s.must(err)
	proposals, err := s.Desk.Proposals(s.Ctx, by)
	s.must(err)
	open, _, err := s.Desk.OpenJobs(s.Ctx, by, 1)
	s.must(err)
	mine, err := s.Desk.MyJobs(s.Ctx, by)
	s.must(err)
	_, waits, err := s.Desk.Me(s.Ctx, by)
	s.must(err)
	all := []any{home, waits, given, received, invitations, proposals, open, mine}
	for _, j := range mine {
		m, err := s.Desk.Manager(s.Ctx, by, j.ID)
		s.must(err)
		all = append(all, m)
	}
	all = append(all, s.singlePages(by)...)
	text, err := json.Marshal(all)
	s.must(err)
	return string(text)
}

// singlePages are those of one thing each, as far as they open for the reader.
func (s *town) singlePages(by query.Reader) (all []any) {
	open := func(page any, err error) {
		if err == nil {
			all = append(all, page)
		}
	}
	for _, id := range s.jobs {
		open(s.Desk.Job(s.Ctx, by, id))
	}
	for _, id := range s.invitations {
		open(s.Desk.Invitation(s.Ctx, by, id))
		open(s.Desk.DraftBench(s.Ctx, by, id))
	}
	for _, id := range s.referrals {
		open(s.Desk.Referral(s.Ctx, by, id))
		open(s.Desk.Outgoing(s.Ctx, by, id))
	}
	for _, id := range s.proposals {
		open(s.Desk.Proposal(s.Ctx, by, id))
	}
	return all
}

// end lets two months pass without anybody doing anything, and looks whether
// every wait has come to an end.
func (s *town) end() {
	s.Mail.Forget() // the mail server is well again
	for range 24 {
		s.now = s.now.Add(61 * time.Hour)
		_, err := s.Worker.Sweep(s.Ctx, s.now)
		s.must(err)
	}
	s.check()
	for _, id := range s.referrals {
		if r := s.referral(id); r.State.Live() || r.State == kith.Queued || r.EndedAt.IsZero() {
			s.errorf("after two months %s is still %s", r.Ref, r.State)
		}
	}
	for _, id := range s.invitations {
		if i := s.invitation(id); i.State == kith.Pending {
			s.errorf("after two months an invitation is still pending")
		}
	}
	s.must(s.Store.Read(s.Ctx, func(tx *store.Tx) error {
		stuck, err := tx.TasksInTrouble(s.Ctx)
		for _, k := range stuck {
			s.errorf("in trouble: %+v", k)
		}
		return err
	}))
}

// post delivers letters and reads each as it goes out.
type post struct {
	s      *town
	caught *mail.Caught
	ids    map[string]string // Message-ID by address and text
}

func watch(s *town) *post {
	s.Mail.Forget()
	p := &post{s, s.Mail, map[string]string{}}
	s.Worker.Mail = p
	return p
}

// Deliver implements mail.Deliverer.
func (p *post) Deliver(ctx context.Context, messages []mail.Message) []error {
	for _, m := range messages {
		for _, who := range p.s.people {
			if who.Email == m.To {
				p.read(who, m)
			}
		}
	}
	return p.caught.Deliver(ctx, messages)
}

func (p *post) read(who kith.Person, m mail.Message) {
	if before, again := p.ids[m.To+m.Text]; again && before != m.MessageID {
		p.s.errorf("%s gets one letter twice, %q, as %s and %s", who.Name, m.Subject, before, m.MessageID)
	}
	p.ids[m.To+m.Text] = m.MessageID
	for _, id := range p.s.referrals {
		r := p.s.referral(id)
		hand := p.s.canary("hand", r.Invitation)
		if strings.Contains(m.Text+m.HTML, hand) && !p.s.candidateFrom(r.Invitation, who.ID) {
			p.s.errorf("%s gets the hand-over note of %s by mail", who.Name, r.Ref)
		}
		if strings.Contains(m.Text+m.HTML, r.Ref) && r.PartyOf(who.ID) == kith.Stranger {
			p.s.errorf("%s gets a letter about %s and has no part in it", who.Name, r.Ref)
		}
		if strings.Contains(m.Text+m.HTML, r.Ref) && r.Sees(r.PartyOf(who.ID), kith.TheReferral) == kith.Absent {
			p.s.errorf("%s gets %q about %s, which they may not know of", who.Name, m.Subject, r.Ref)
		}
	}
	for id, may := range p.s.brought {
		if strings.Contains(m.Text+m.HTML, p.s.canary("private", id)) && !may[who.ID] {
			p.s.errorf("%s gets a letter with what is private in job %s", who.Name, id)
		}
	}
}
