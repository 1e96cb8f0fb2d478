package kith_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kith/internal/kith"
)

// TestTheWeakerClaimCounts walks all pairs of claims.
func TestTheWeakerClaimCounts(t *testing.T) {
	const w, k, f = kith.WorkedTogether, kith.KnowTheirWork, kith.FoundBySearch
	for _, c := range []struct{ referrer, candidate, want kith.Vouch }{
		{w, w, w},
		{w, k, k},
		{w, f, f},
		{k, w, k},
		{k, k, k},
		{k, f, f},
		{f, w, f},
		{f, k, f},
		{f, f, f},
		{w, "", w},
		{k, "", k},
		{f, "", f},
		{"", w, w},
		{"", "", ""},
	} {
		if got := kith.Weaker(c.referrer, c.candidate); got != c.want {
			t.Errorf("%q and %q: %q, want %q", c.referrer, c.candidate, got, c.want)
		}
	}
}

// TestWhatAYesIsWorthUnderAMinimum walks policy, minimum and the candidate's
// claim.
func TestWhatAYesIsWorthUnderAMinimum(t *testing.T) {
	for _, policy := range kith.Policies {
		for _, least := range append([]kith.Vouch{""}, kith.Vouches...) {
			for _, own := range append([]kith.Vouch{""}, kith.Vouches...) {
				r := kith.Referral{Job: kith.Job{StatedPolicy: policy}, MinVouch: least, OwnVouch: own}
				want := policy
				weaker := least == kith.WorkedTogether && own != kith.WorkedTogether || least == kith.KnowTheirWork && own == kith.FoundBySearch
				if policy == kith.PolicyOpen && own != "" && weaker {
					want = kith.PolicyAskMe
				}
				if got := r.Policy(); got != want {
					t.Errorf("%s, at least %q, candidate says %q: %s, want %s", policy, least, own, got, want)
				}
			}
		}
	}
}

func TestClaims(t *testing.T) {
	for name, c := range map[string]struct {
		r    kith.Referral
		want []string
	}{
		"before the yes": {kith.Referral{Vouch: kith.WorkedTogether}, []string{"vouch.worked_together"}},
		"alike":          {kith.Referral{Vouch: kith.KnowTheirWork, OwnVouch: kith.KnowTheirWork, Confirmed: true}, []string{"vouch.know_their_work", "own.same", "confirmed"}},
		"not alike":      {kith.Referral{Vouch: kith.WorkedTogether, OwnVouch: kith.FoundBySearch, OwnShared: true}, []string{"vouch.worked_together", "own.found_by_search", "shared"}},
		"below":          {kith.Referral{Vouch: kith.WorkedTogether, OwnVouch: kith.KnowTheirWork, MinVouch: kith.WorkedTogether}, []string{"vouch.worked_together", "own.know_their_work", "below_minimum"}},
		"may not see":    {kith.Referral{}, nil},
	} {
		if diff := cmp.Diff(c.want, c.r.Claims()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
