package storetest

import (
	"errors"
	"slices"
	"strings"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// order puts in what the collations of a database would sort otherwise than by
// bytes, and times that differ in their fractions only.
func order(h *house) {
	ids := []string{"b", "B", "a", "Z", "_", "-", "é", "z", "aB", "a-b", "a_b", "10", "9", "ß", "🍵"}
	for _, id := range ids {
		bare(id).add(h)
	}
	after := []time.Duration{time.Second, 900 * time.Millisecond, 90 * time.Millisecond, 123456 * time.Microsecond, 120 * time.Millisecond, 0}
	whole := begin.Truncate(time.Second)
	h.do(func(tx *store.Tx) error {
		for i, d := range after {
			at := whole.Add(d)
			if i%2 == 0 {
				at = at.In(tokyo)
			}
			if err := tx.AddEvent(h.ctx, kith.Event{ID: d.String(), At: at, Referral: "refa"}); err != nil {
				return err
			}
		}
		return nil
	})
	slices.Sort(ids)
	h.do(func(tx *store.Tx) error {
		people, err := tx.People(h.ctx)
		h.same("people", err, named(people, func(p kith.Person) string { return p.Handle }), ids)
		jobs, err := tx.Jobs(h.ctx)
		h.same("jobs", err, named(jobs, func(j kith.Job) string { return strings.TrimPrefix(j.ID, "job") }), ids)
		invitations, err := tx.Invitations(h.ctx)
		h.same("invitations", err, named(invitations, func(i kith.Invitation) string { return strings.TrimPrefix(i.ID, "inv") }), ids)
		names, err := tx.NamesChanged(h.ctx, begin.In(tokyo))
		h.same("names", err, named(names, func(n store.Name) string { return n.Handle }), ids)
		names, err = tx.NamesChanged(h.ctx, begin.Add(time.Microsecond))
		h.same("no names", err, len(names), 0)
		var each []string
		err = tx.EachPerson(h.ctx, func(p kith.Person) error { each = append(each, p.Handle); return nil })
		h.same("each person", err, each, ids)
		events, err := tx.EventsOfReferral(h.ctx, "refa")
		slices.Sort(after)
		h.same("events", err, named(events, func(e kith.Event) string { return e.ID }), named(after, time.Duration.String))
		return nil
	})
}

func named[T any](all []T, name func(T) string) (names []string) {
	for _, one := range all {
		names = append(names, name(one))
	}
	return names
}

// unique is what can be there once only.
func unique(h *house) {
	x := bare("u")
	x.add(h)
	i, r, p, who := x.invitation, x.referral, x.proposal, x.person
	i.ID, r.ID, r.Ref, p.ID = "i2", "r2", "K-2", "p2"
	h.refused("two pending invitations", store.Taken, func(tx *store.Tx) error { return tx.AddInvitation(h.ctx, i) })
	h.refused("two live referrals", store.Taken, func(tx *store.Tx) error { return tx.AddReferral(h.ctx, r) })
	h.refused("two proposals", store.Taken, func(tx *store.Tx) error { return tx.AddProposal(h.ctx, p) })
	for _, s := range []kith.ReferralState{kith.AwaitingCandidate, kith.AwaitingClient, kith.Introduced} {
		r.State = s
		h.refused("a second one that is "+string(s), store.Taken, func(tx *store.Tx) error { return tx.AddReferral(h.ctx, r) })
	}
	i.State = kith.Accepted
	h.refused("an accepted and a pending invitation", store.Taken, func(tx *store.Tx) error { return tx.AddInvitation(h.ctx, i) })
	who.ID, who.Handle = "w2", "w2"
	h.refused("an address twice", store.Taken, func(tx *store.Tx) error { return tx.AddPerson(h.ctx, who) })
	who.Email, who.Handle = "w2@kith.test", x.person.Handle
	h.refused("a handle twice", store.Taken, func(tx *store.Tx) error { return tx.AddPerson(h.ctx, who) })
	r.State, r.Ref = kith.ReferralExpired, x.referral.Ref
	h.refused("a reference number twice", store.Taken, func(tx *store.Tx) error { return tx.AddReferral(h.ctx, r) })
	r.Ref, i.State, p.Status = "K-2", kith.Declined, kith.ProposalWithdrawn
	h.do(func(tx *store.Tx) error { // what has ended may stand beside
		return first(
			func() error { return tx.AddInvitation(h.ctx, i) },
			func() error { return tx.AddReferral(h.ctx, r) },
			func() error { return tx.AddProposal(h.ctx, p) },
		)
	})
	h.uniqueLetters()
}

func (h *house) uniqueLetters() {
	l := store.Letter{Task: "t", Person: "p", Event: "e", Kind: kith.LetterAsked, MessageID: "1@x", WrittenAt: begin}
	again, other := l, l
	again.Task, again.MessageID = "t2", "2@x"
	other.Task, other.MessageID, other.Person = "t3", "3@x", "p3"
	for _, one := range []struct {
		letter store.Letter
		fresh  bool
	}{{l, true}, {l, false}, {again, false}, {other, true}} {
		h.do(func(tx *store.Tx) error {
			fresh, err := tx.AddLetter(h.ctx, one.letter)
			h.same("letter "+one.letter.Task, err, fresh, one.fresh)
			return nil
		})
	}
}

// overtaken saves what somebody else has changed meanwhile.
func overtaken(h *house) {
	x := bare("o")
	x.add(h)
	is := func(err error) bool { return errors.Is(err, store.ErrOvertaken) }
	h.refused("an invitation", is, func(tx *store.Tx) error { return tx.SaveInvitation(h.ctx, x.invitation, kith.Declined) })
	h.refused("a referral", is, func(tx *store.Tx) error { return tx.SaveReferral(h.ctx, x.referral, kith.AwaitingClient) })
	h.refused("a proposal", is, func(tx *store.Tx) error { return tx.SaveProposal(h.ctx, x.proposal, kith.Shortlisted) })
	h.refused("a job that isn't there", store.IsNone, func(tx *store.Tx) error { return tx.LockJob(h.ctx, "nothing") })
	failed := errors.New("something else went wrong")
	h.refused("half a change", func(err error) bool { return errors.Is(err, failed) }, func(tx *store.Tx) error {
		if err := tx.SaveSetting(h.ctx, "half", "done"); err != nil {
			return err
		}
		return failed
	})
	h.do(func(tx *store.Tx) error {
		half, err := tx.Setting(h.ctx, "half")
		h.same("half a change", err, half, "")
		return nil
	})
}
