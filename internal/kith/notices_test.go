package kith_test

import (
	"slices"
	"testing"

	"kith/internal/kith"
)

// TestEveryLetterIsSentForSomething walks event × party: what is named exists,
// and no letter waits for an event that never comes.
func TestEveryLetterIsSentForSomething(t *testing.T) {
	sent := map[kith.LetterKind]bool{kith.LetterSignIn: true} // follows from no event
	states := slices.Concat(texts(kith.ReferralStates), texts(kith.InvitationStates), texts(kith.TieStates), texts(kith.ReviewStates))
	for _, e := range constants[kith.EventKind](t, "EventKind") {
		for _, n := range kith.Notices(e) {
			sent[n.Letter] = true
			if !slices.Contains(kith.LetterKinds, n.Letter) {
				t.Errorf("%s → %s: the letter %q is not in the list", e, n.Party, n.Letter)
			}
			if n.Only != "" && !slices.Contains(states, n.Only) {
				t.Errorf("%s → %s: only in %q, which is no state", e, n.Party, n.Only)
			}
		}
	}
	for _, l := range constants[kith.LetterKind](t, "LetterKind") {
		if !sent[l] {
			t.Errorf("nothing sends the letter %q", l)
		}
	}
}

// TestWhatAsksForAnAnswerIsOvertaken holds that a letter which asks for an
// answer names the state in which that is still wanted.
func TestWhatAsksForAnAnswerIsOvertaken(t *testing.T) {
	asking := []kith.LetterKind{
		kith.LetterInvited, kith.LetterInvitedReminder, kith.LetterAsked, kith.LetterAskedReminder, kith.LetterApproval, kith.LetterApprovalRemind,
		kith.LetterCircle,
	}
	for _, e := range constants[kith.EventKind](t, "EventKind") {
		for _, n := range kith.Notices(e) {
			if slices.Contains(asking, n.Letter) && n.Only == "" {
				t.Errorf("%s → %s: %s is sent also when the answer is no longer wanted", e, n.Party, n.Letter)
			}
		}
	}
}

// TestNobodyIsToldOfTheirOwnActOrOfWhatTheyMayNotKnow walks event × party × who
// acted, in every situation.
func TestNobodyIsToldOfTheirOwnActOrOfWhatTheyMayNotKnow(t *testing.T) {
	eachView(func(at string, r, _ kith.Referral, reader kith.Party, may bool) {
		who := r.Who(reader).ID
		for _, actor := range []string{"", "ana", "bo", "otis"} {
			told := r.Told(reader, kith.Event{Actor: actor})
			if want := may && who != "" && who != actor; told != want {
				t.Errorf("%s, done by %q: told %v, should be %v", at, actor, told, want)
			}
		}
	})
}

// TestEveryEndReachesWhoWaited holds that whatever ends a referral tells each
// of the three who didn't do it and may know of it (R10).
func TestEveryEndReachesWhoWaited(t *testing.T) {
	doers := map[kith.EventKind]kith.Party{
		kith.CandidateNo: kith.Candidate, kith.CandidateNoLater: kith.Candidate, kith.CandidateLapsed: kith.Clock,
		kith.ClientNo: kith.Client, kith.ClientLapsed: kith.Clock, kith.ReferralTakenBack: kith.Referrer, kith.ReferralCancelled: kith.House,
	}
	for e, doer := range doers {
		var hears []kith.Party
		for _, n := range kith.Notices(e) {
			hears = append(hears, n.Party)
		}
		for _, p := range kith.Readers {
			if p != doer && !slices.Contains(hears, p) {
				t.Errorf("%s: the %s gets no letter", e, p)
			}
		}
	}
}
