package kith_test

import (
	"testing"

	"kith/internal/kith"
	"kith/internal/kithtest/situations"
)

// TestWhoAsksWhom goes through situation × way × who × whom: it is the turn of
// the one who asks, the two can see each other, and the referrer of an address
// is never asked before a yes.
func TestWhoAsksWhom(t *testing.T) {
	asked := map[[2]kith.Party]bool{}
	for _, s := range situations.All {
		for _, way := range situations.Ways {
			r := s.Referral()
			if way.Find(&r); !way.Asks && s.Yes {
				continue
			}
			for _, by := range constantReaders {
				for _, to := range constantReaders {
					want := by != to && (r.State == kith.AwaitingCandidate && by == kith.Candidate && r.Candidate.ID != "" && (to == kith.Client || to == kith.Referrer && !r.ByAddress()) ||
						r.State == kith.AwaitingClient && by == kith.Client && (to == kith.Candidate || to == kith.Referrer))
					if got := r.MayAskOne(by, to) == nil; got != want {
						t.Errorf("%s, found %s: the %s may ask the %s: %v", s.Description, way.Name, by, to, got)
					}
					asked[[2]kith.Party{by, to}] = asked[[2]kith.Party{by, to}] || want
				}
			}
		}
	}
	for two, may := range asked {
		q := kith.Question{By: two[0], To: two[1]}
		if may != (q.AsksEvent() != "") || may != (q.AnswersEvent() != "") {
			t.Errorf("%s to %s: %q, %q", q.By, q.To, q.AsksEvent(), q.AnswersEvent())
		}
	}
}

// TestTheThirdReadsNoQuestion: of a question and of thanks only the two between
// whom they are, in every situation; nothing shows the referrer of an address
// before a yes that somebody is there.
func TestTheThirdReadsNoQuestion(t *testing.T) {
	parties := []kith.Party{kith.Candidate, kith.Client, kith.Referrer}
	eachView(func(at string, whole, _ kith.Referral, reader kith.Party, _ bool) {
		unknown := reader == kith.Referrer && whole.ByAddress() && whole.SaidYesAt.IsZero()
		for _, by := range parties {
			for _, to := range parties {
				q := kith.Question{By: by, To: to}
				if whole.SeesQuestion(reader, q) && (q.AsksEvent() == "" || reader != by && reader != to || unknown && by == kith.Candidate) {
					t.Errorf("%s: reads what the %s asks the %s", at, by, to)
				}
			}
			if k := (kith.Thanks{By: by}); whole.SeesThanks(reader, k) && (by == kith.Referrer || reader != by && reader != kith.Referrer || unknown) {
				t.Errorf("%s: reads the thanks of the %s", at, by)
			}
		}
	})
}

// TestWhoMayThank: client and candidate, from the introduction or the end on;
// where somebody else was asked next, the client not yet.
func TestWhoMayThank(t *testing.T) {
	for _, s := range situations.All {
		r := s.Referral()
		for _, by := range constantReaders {
			want := (by == kith.Candidate || by == kith.Client) && s.Asked && !s.State.Live()
			if got := r.MayThank(by) == nil; got != want {
				t.Errorf("%s: the %s may thank: %v", s.Description, by, got)
			}
			known := r
			known.Email = "bo@kith.test"
			if got := known.MayThank(by) == nil; got != (want && s.Yes) {
				t.Errorf("%s, found by an address: the %s may thank: %v", s.Description, by, got)
			}
			r.FollowedBy = "another"
			if got := r.MayThank(by) == nil; got != (want && by == kith.Candidate) {
				t.Errorf("%s, another asked next: the %s may thank: %v", s.Description, by, got)
			}
			r.FollowedBy = ""
		}
	}
}
