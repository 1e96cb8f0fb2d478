package act_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/query"
	"kith/internal/store"
)

// TestWhateverThreePeopleDo lets three people and the clock do anything in any
// order to one referral, and compares each step with the reference.
func TestWhateverThreePeopleDo(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		t.Parallel() // the one waits for the disk while the other thinks
		w, n := kithtest.New(t, url), 0
		rapid.Check(t, func(r *rapid.T) {
			n++
			s := begin(r, w, n)
			for range rapid.IntRange(1, 10).Draw(r, "steps") {
				s.pass()
				s.step()
			}
			s.look()
			s.now = s.now.Add(40 * 24 * time.Hour)
			s.look()
			if s.want.last().live() {
				r.Errorf("after forty days it is still %s", s.want.last().state)
			}
		})
	})
}

// tale is one referral among three people, and what ought to be.
type tale struct {
	*kithtest.World
	r                         *rapid.T
	now                       time.Time
	who                       map[kith.Party]kith.Person
	job, invitation, referral string
	candidateName, note       string
	cy                        kith.Person // the colleague for the bench
	want                      *reference
	post                      *post
}

// hours are those of a day; the clocks reach the quiet ones from any.
var hours = []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23}

var zones = []string{"UTC", "America/Los_Angeles", "Asia/Kolkata", "Europe/Lisbon", "Pacific/Auckland"}

// begin brings three new people and a new job to the point where the referral
// has just been sent.
func begin(r *rapid.T, w *kithtest.World, n int) *tale {
	s := &tale{World: w, r: r, who: map[kith.Party]kith.Person{}, candidateName: fmt.Sprintf("Bo%dx", n), note: noteCanary}
	s.now = kithtest.Begin.Add(time.Duration(rapid.SampledFrom(hours).Draw(r, "hours into the day"))*time.Hour + 17*time.Minute)
	s.post = watch(s)
	anaIn, boIn, otisIn := s.join(kith.Referrer, fmt.Sprintf("Ana%dx", n)), s.join(kith.Candidate, s.candidateName), s.join(kith.Client, fmt.Sprintf("Otis%dx", n))
	cyIn := s.joins(&s.cy, "colleague", fmt.Sprintf("Cy%dx", n))
	s.want = &reference{anaIn: anaIn, boIn: boIn, cyIn: cyIn, otisIn: otisIn, askMe: rapid.Bool().Draw(r, "ask me"), state: "sending", invitation: "declined"}
	policy := kith.PolicyOpen
	if s.want.askMe {
		policy = kith.PolicyAskMe
	}
	var err error
	s.job, err = w.House.PostJob(w.Ctx, s.by(kith.Client), kith.Job{Title: "Poems", Text: "Twelve.", Visibility: kith.Public, Openings: 1, StatedPolicy: policy})
	s.ok(err)
	s.invitation, err = w.House.Invite(w.Ctx, s.by(kith.Client), s.job, s.who[kith.Referrer].ID, "Please")
	s.ok(err)
	s.want.invitationRunsTill = awake(s.now.Add(7*24*time.Hour), anaIn)
	s.now = s.now.Add(rapid.SampledFrom([]time.Duration{0, time.Hour, 4 * 24 * time.Hour, 7*24*time.Hour - 3*time.Minute}).Draw(r, "thinks it over"))
	s.refer()
	return s
}

func (s *tale) refer() {
	bo, vouch, note, hand := s.who[kith.Candidate].ID, kith.KnowTheirWork, noteCanary, handCanary
	s.ok(s.House.Draft(s.Ctx, s.by(kith.Referrer), s.invitation, act.Answers{Candidate: &bo, Vouch: &vouch, Note: &note, HandOver: &hand}))
	var err error
	s.referral, err = s.House.Refer(s.Ctx, s.by(kith.Referrer), s.invitation)
	s.ok(err)
	s.want.until = s.now.Add(10 * time.Minute)
}

func (s *tale) join(party kith.Party, name string) *time.Location {
	var p kith.Person
	zone := s.joins(&p, string(party), name)
	s.who[party] = p
	return zone
}

func (s *tale) joins(p *kith.Person, as, name string) *time.Location {
	zone := rapid.SampledFrom(zones).Draw(s.r, "zone of the "+as)
	id, err := s.House.Join(s.Ctx, act.By{Now: s.now}, name+"@kith.test", name, zone)
	s.ok(err)
	*p, err = s.Desk.Person(s.Ctx, id)
	s.ok(err)
	return kith.Zone(zone, time.UTC)
}

func (s *tale) by(party kith.Party) act.By { return act.By{Person: s.who[party].ID, Now: s.now} }

func (s *tale) reader(party kith.Party) query.Reader {
	return query.Reader{Person: s.who[party].ID, Now: s.now}
}

func (s *tale) ok(err error) {
	if err != nil {
		s.r.Fatal(err)
	}
}

// pass lets time pass: a little, much, or up to what is due, or just before;
// the sweep runs or hasn't come round yet.
func (s *tale) pass() {
	left := max(s.want.last().due().Sub(s.now), time.Microsecond)
	s.now = s.now.Add(rapid.SampledFrom([]time.Duration{
		0, time.Second, 4 * time.Minute, time.Hour, 26 * time.Hour, 80 * time.Hour, left, left - time.Microsecond,
	}).Draw(s.r, "passes"))
	if rapid.Bool().Draw(s.r, "mail fails") {
		s.Mail.FailAfterAccepting(1)
	}
	if rapid.Bool().Draw(s.r, "sweep") {
		s.look()
	}
}

// step lets somebody do something; mostly the one whose it is to do.
func (s *tale) step() {
	d := rapid.SampledFrom(deeds).Draw(s.r, "deed")
	party := d.whose
	if rapid.IntRange(0, 5).Draw(s.r, "other hands") == 0 {
		party = rapid.SampledFrom(kith.Readers).Draw(s.r, "whose")
	}
	err := d.do(s, s.by(party))
	var no kith.Refusal
	if err != nil && !errors.As(err, &no) {
		s.r.Fatalf("%s by the %s: %v", d.what, party, err)
	}
	var may bool
	if party == d.whose {
		may = s.want.does(d.what, s.now)
		s.want.settle(s.now) // an undone referral can bring back an invitation that is over
	}
	if may != (err == nil) {
		s.r.Fatalf("%s by the %s: %v; it ought to be possible: %v (now %s)", d.what, party, err, may, s.want.state)
	}
	if err == nil {
		s.moveOn(false)
	}
}

// moveOn compares the referral that the tale is about and, where the one on the
// bench was asked next, goes on with that one.
func (s *tale) moveOn(swept bool) {
	s.compare(swept)
	for s.want.follow != nil {
		var r kith.Referral
		s.ok(s.Store.Read(s.Ctx, func(tx *store.Tx) (err error) {
			r, err = tx.Referral(s.Ctx, s.referral)
			return err
		}))
		s.referral, s.want, s.who[kith.Candidate], s.candidateName, s.note = r.FollowedBy, s.want.follow, s.cy, s.cy.Name, cysCanary
		s.compare(swept)
	}
}

// compare says where what is kept differs from what ought to be. What is over
// may stand unwritten until the sweep comes round.
func (s *tale) compare(swept bool) {
	var got kith.Referral
	var from kith.Invitation
	s.ok(s.Store.Read(s.Ctx, func(tx *store.Tx) (err error) {
		if got, err = tx.Referral(s.Ctx, s.referral); err == nil {
			from, err = tx.Invitation(s.Ctx, s.invitation)
		}
		return err
	}))
	m := s.want
	invitation := m.last().invitation
	if !swept && from.State == "pending" && invitation == "expired" {
		from.State = "expired"
	}
	is := reference{
		state: got.State, how: got.How, later: got.Later, asked: got.AskedAt, yes: got.SaidYesAt, ended: got.EndedAt, invitation: from.State,
	}
	ought := reference{state: m.state, how: m.how, later: m.later, asked: m.asked, yes: m.yes, ended: m.ended, invitation: invitation}
	if m.turn() != "" {
		is.until, ought.until = got.Deadline, m.until.UTC()
	}
	if is != ought {
		s.r.Errorf("it is\n%+v and ought to be\n%+v", is, ought)
	}
	if (got.Proposal != "") != (m.state == "introduced") {
		s.r.Errorf("%s, with the proposal %q", got.State, got.Proposal)
	}
}
