package storetest

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kith/internal/kith"
	"kith/internal/store"
)

// odd is a text with everything that a careless database would change.
const odd = "Ünï 🍵 'one' \"two\" \\ %_ ; -- $1 ?\n\tשלום 日本 \u200d"

// things are one of each that people meet. In full ones everything is set, in
// bare ones nothing that can be left out.
type things struct {
	person     kith.Person
	job        kith.Job
	invitation kith.Invitation
	referral   kith.Referral
	proposal   kith.Proposal
}

func full(id string) things {
	ana := kith.Person{
		ID: "ana" + id, Email: "ana" + id + "@kith.test", Name: "Ana " + odd, Handle: "ana" + id, Headline: odd, About: odd,
		Skills: []string{odd, "b", "a"}, Languages: []string{"pt", "en"}, Rate: kith.Money{Amount: 1 << 40, Currency: "EUR"},
		HoursPerWeek: 168, TimeZone: "Europe/Lisbon", JoinedAt: begin,
	}
	j := kith.Job{
		ID: "job" + id, Client: ana.Someone(), Title: odd, Text: odd, Skills: []string{"z", odd}, Visibility: kith.Members,
		StatedPolicy: kith.PolicyAskMe, Status: kith.JobClosed, Openings: 1000, Hired: 3,
		Budget: kith.Range{Lower: 1, Upper: 1 << 41, Currency: "JPY"}, WantedBy: "2026-05-03",
		PostedAt: begin.Add(time.Microsecond), ChangedAt: begin.Add(time.Hour), EndedAt: begin.AddDate(170, 0, 0),
	}
	plain := j
	plain.Skills = nil // the job inside of another thing comes without
	i := kith.Invitation{
		ID: "inv" + id, Job: plain, Freelancer: ana.Someone(), Message: odd, State: kith.Declined, Reason: kith.ReasonNotNow,
		NotNowTill: "2026-06-01", InvitedAt: begin, ExpiresAt: begin.Add(7 * 24 * time.Hour), EndedAt: begin.Add(time.Minute),
	}
	r := kith.Referral{
		ID: "ref" + id, Ref: "K-" + id, Invitation: i.ID, Job: plain, Title: odd, Client: ana.Someone(), Referrer: ana.Someone(),
		Candidate: ana.Someone(), Email: "bo@kith.test", Vouch: kith.FoundBySearch, Note: odd, HandOver: odd + odd,
		State: kith.ReferralDeclined, How: kith.SaidNotNow, Reason: kith.ReasonNotNow, NotNowTill: "2026-06-01",
		SentAt: begin, LeavesAt: begin.Add(kith.UndoTime), AskedAt: begin.Add(time.Microsecond), SaidYesAt: begin.Add(2 * time.Microsecond),
		Deadline: begin.Add(3 * time.Microsecond), EndedAt: begin.Add(4 * time.Microsecond), Proposal: "pro" + id, Restores: true,
		Shared: true, MinVouch: kith.FoundBySearch,
	}
	p := kith.Proposal{
		ID: "pro" + id, Job: plain, Freelancer: ana.Someone(), Headline: odd, Source: kith.Referred, Status: kith.NotSelected,
		Reason: kith.BecausePrice, Rate: kith.Money{Amount: 5, Currency: "USD"}, Letter: odd, Invitation: i.ID, Referral: r.ID,
		MadeAt: begin, DecidedAt: begin.Add(time.Hour), Opened: true,
	}
	i.HandOn.Asked = true // through r
	return things{ana, j, i, r, p}
}

func bare(id string) things {
	ana := kith.Person{ID: "ana" + id, Email: id + "@kith.test", Handle: id, JoinedAt: begin}
	j := kith.Job{ID: "job" + id, Client: ana.Someone(), PostedAt: begin, ChangedAt: begin, Status: kith.JobOpen}
	i := kith.Invitation{ID: "inv" + id, Job: j, Freelancer: ana.Someone(), State: kith.Pending, InvitedAt: begin, ExpiresAt: begin}
	r := kith.Referral{
		ID: "ref" + id, Ref: "K-" + id, Invitation: i.ID, Job: j, Client: ana.Someone(), Referrer: ana.Someone(),
		State: kith.Sending, SentAt: begin, LeavesAt: begin,
	}
	p := kith.Proposal{ID: "pro" + id, Job: j, Freelancer: ana.Someone(), Source: kith.Applied, Status: kith.Submitted, MadeAt: begin}
	return things{ana, j, i, r, p}
}

// add keeps all of them.
func (x things) add(h *house) {
	h.Helper()
	h.do(func(tx *store.Tx) error {
		return first(
			func() error { return tx.AddPerson(h.ctx, x.person) },
			func() error { return tx.AddJob(h.ctx, x.job) },
			func() error { return tx.AddInvitation(h.ctx, x.invitation) },
			func() error { return tx.AddReferral(h.ctx, x.referral) },
			func() error { return tx.AddProposal(h.ctx, x.proposal) },
		)
	})
}

// first is the first error.
func first(all ...func() error) error {
	for _, do := range all {
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}

// roundTrips keeps things and reads them back.
func roundTrips(h *house) {
	for name, x := range map[string]things{"full": full("f"), "bare": bare("b")} {
		x.add(h)
		h.Run(name, func(t *testing.T) {
			read := func(what string, want any, ask func(tx *store.Tx) (any, error)) {
				t.Helper()
				var got any
				if err := h.Read(h.ctx, func(tx *store.Tx) (err error) { got, err = ask(tx); return err }); err != nil {
					t.Errorf("%s: %v", what, err)
				} else if !reflect.DeepEqual(got, want) {
					t.Errorf("%s came back different:\n%s", what, cmp.Diff(want, got))
				}
			}
			read("person", x.person, func(tx *store.Tx) (any, error) { return tx.Person(h.ctx, x.person.ID) })
			read("address", x.person, func(tx *store.Tx) (any, error) { return tx.PersonByEmail(h.ctx, x.person.Email) })
			read("handle", x.person, func(tx *store.Tx) (any, error) { return tx.PersonByHandle(h.ctx, x.person.Handle) })
			read("job", x.job, func(tx *store.Tx) (any, error) { return tx.Job(h.ctx, x.job.ID) })
			read("invitation", x.invitation, func(tx *store.Tx) (any, error) { return tx.Invitation(h.ctx, x.invitation.ID) })
			read("referral", x.referral, func(tx *store.Tx) (any, error) { return tx.Referral(h.ctx, x.referral.ID) })
			read("reference", x.referral, func(tx *store.Tx) (any, error) { return tx.ReferralByRef(h.ctx, x.referral.Ref) })
			read("proposal", x.proposal, func(tx *store.Tx) (any, error) { return tx.Proposal(h.ctx, x.proposal.ID) })
		})
	}
	h.Run("changed", func(*testing.T) { changed(h) })
	h.Run("small things", func(*testing.T) { small(h) })
}

// changed saves one thing over another: the bare over the full.
func changed(h *house) {
	was, now := full("c"), bare("c")
	was.referral.Candidate, now.referral.State = was.person.Someone(), kith.ReferralWithdrawn
	was.add(h)
	now.person.Email, now.person.Skills = "new@kith.test", []string{"one"}
	now.referral.Rate, now.referral.Letter = kith.Money{Amount: 7, Currency: "SEK"}, odd
	now.referral.Shared, now.referral.OwnVouch, now.referral.OwnShared, now.referral.MinVouch = true, kith.KnowTheirWork, true, was.referral.MinVouch
	h.do(func(tx *store.Tx) error {
		return first(
			func() error { return tx.SavePerson(h.ctx, now.person, begin) },
			func() error { return tx.SaveJob(h.ctx, now.job) },
			func() error { return tx.SaveInvitation(h.ctx, now.invitation, kith.Declined) },
			func() error { return tx.SaveReferral(h.ctx, now.referral, kith.ReferralDeclined) },
			func() error { return tx.SaveProposal(h.ctx, now.proposal, kith.NotSelected) },
		)
	})
	h.do(func(tx *store.Tx) error {
		p, err := tx.Person(h.ctx, now.person.ID)
		if err != nil || !reflect.DeepEqual(p, now.person) {
			h.Errorf("the changed person came back different: %v\n%s", err, cmp.Diff(now.person, p))
		}
		r, err := tx.Referral(h.ctx, now.referral.ID)
		if err != nil || r.State != kith.ReferralWithdrawn || r.Letter != odd || r.Rate != now.referral.Rate || !r.EndedAt.IsZero() || r.Candidate.ID != "" {
			h.Errorf("the changed referral came back different: %v %+v", err, r)
		}
		i, err := tx.Invitation(h.ctx, now.invitation.ID)
		if err != nil || i.State != kith.Pending || !i.EndedAt.IsZero() || i.NotNowTill != "" {
			h.Errorf("the changed invitation came back different: %v %+v", err, i)
		}
		return nil
	})
}
