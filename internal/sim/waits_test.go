package sim_test

import (
	"slices"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// everyWaitEnds: whatever waits has a deadline, and work is written that ends it
// then, or a little later where that work was put off.
func (s *town) everyWaitEnds() {
	s.t.Helper()
	for _, id := range s.referrals {
		if r := s.referral(id); r.State.Live() {
			s.ends("the referral "+r.Ref+", "+string(r.State), id, endOf(r), store.TaskLeave, store.TaskLapse)
		}
	}
	for _, id := range s.invitations {
		if i := s.invitation(id); i.State == kith.Pending {
			s.ends("an invitation", id, i.RunsOut(), store.TaskLapseInvitation)
		}
	}
	for _, p := range s.people {
		s.turnsOf(p)
	}
}

func endOf(r kith.Referral) time.Time {
	switch {
	case r.Stand.Stands():
		return r.Stand.TooLongAt()
	case r.How == kith.Checking || r.How == kith.ChangeAsked: // a canary's id can look like a telephone number
		return r.CheckTill
	case r.State == kith.Sending:
		return r.LeavesAt
	}
	return r.Deadline
}

func (s *town) ends(what, id string, at time.Time, kinds ...store.TaskKind) {
	s.t.Helper()
	if at.IsZero() {
		s.errorf("%s waits without a deadline", what)
		return
	}
	var about []store.Task
	s.must(s.Store.Read(s.Ctx, func(tx *store.Tx) (err error) {
		about, err = tx.TasksAbout(s.Ctx, id)
		return err
	}))
	for _, k := range about {
		if slices.Contains(kinds, k.Kind) && k.DoneAt.IsZero() && !k.Stuck && (!k.Due.After(at) || k.Tries > 0) {
			return
		}
	}
	s.errorf("%s ends at %s, and nothing is written that ends it", what, at)
}

// turnsOf finds out anew what waits for somebody, and compares "Your turn".
func (s *town) turnsOf(p kith.Person) {
	s.t.Helper()
	want := map[string]bool{}
	for _, id := range s.referrals {
		r := s.referral(id)
		mine := r.State == kith.AwaitingCandidate && r.Candidate.ID == p.ID || r.State == kith.AwaitingClient && r.Client.ID == p.ID
		if mine && s.now.Before(endOf(r)) {
			want[id] = true
		}
	}
	for _, id := range s.invitations {
		if i := s.invitation(id); i.State == kith.Pending && i.Freelancer.ID == p.ID && s.now.Before(i.RunsOut()) {
			want[id] = true
		}
	}
	_, have, err := s.Desk.Me(s.Ctx, s.reader(p.ID))
	s.must(err)
	before := time.Time{}
	for _, w := range have {
		if aboutReferring := w.Kind == kith.WaitInvitation || w.Kind == kith.WaitReferral || w.Kind == kith.WaitApproval; aboutReferring && !want[w.ID] {
			s.errorf("%q stands under “Your turn” of %s and doesn’t wait for them", w.Kind, p.Name)
		}
		if delete(want, w.ID); w.Until().Before(before) {
			s.errorf("“Your turn” of %s isn’t in the order of deadlines", p.Name)
		}
		before = w.Until()
	}
	for id := range want {
		s.errorf("%s waits for %s and doesn’t stand under “Your turn”", id, p.Name)
	}
}

// diesAfterTheAct is a worker that did what was due and died before it could mark
// it as done: another one does it again.
func (s *town) diesAfterTheAct() {
	var tasks []store.Task
	s.must(s.Store.Write(s.Ctx, func(tx *store.Tx) (err error) {
		tasks, err = tx.ClaimTasks(s.Ctx, s.now, 5*time.Minute, 3)
		return err
	}))
	for _, k := range tasks {
		switch k.Kind {
		case store.TaskLeave, store.TaskLapse:
			s.must(s.House.Settle(s.Ctx, k.Subject, s.now))
		case store.TaskRemind:
			s.must(s.House.Remind(s.Ctx, k.Subject, s.now))
		case store.TaskLapseInvitation:
			s.must(s.House.LapseInvitation(s.Ctx, k.Subject, s.now))
		case store.TaskRemindInvitation:
			s.must(s.House.RemindInvitation(s.Ctx, k.Subject, s.now))
		}
		s.logf("a worker dies after %s", k.Kind)
	}
}
