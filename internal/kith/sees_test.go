package kith_test

import (
	"encoding/json"
	"strings"
	"testing"

	"kith/internal/kith"
	"kith/internal/kithtest/situations"
)

// TestNobodySeesWhatIsHidden goes through what × party × stage with canaries.
func TestNobodySeesWhatIsHidden(t *testing.T) {
	for _, h := range situations.Canaries {
		eachView(func(at string, r, _ kith.Referral, reader kith.Party, may bool) {
			if r.Candidate.ID == "" {
				return // nobody to hide
			}
			h.Put(&r)
			seen, _ := r.SeenBy(reader)
			written, err := json.Marshal(seen)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(written), h.Text) && !(may && h.May(r, reader)) {
				t.Errorf("%s: sees %s", at, h.Text)
			}
		})
	}
}

// TestWhoKnowsOfAReferral holds who may know of one at all.
func TestWhoKnowsOfAReferral(t *testing.T) {
	eachView(func(at string, r, _ kith.Referral, reader kith.Party, may bool) {
		want := false
		switch reader {
		case kith.Referrer:
			want = true
		case kith.Candidate, kith.Client:
			want = r.Candidate.ID != "" && !r.AskedAt.IsZero()
		}
		if may != want {
			t.Errorf("%s: may know: %v, should: %v", at, may, want)
		}
	})
}

// TestAPrivateJobShowsTheCandidateOnlyWhatWasMailed is for what turned private
// midway.
func TestAPrivateJobShowsTheCandidateOnlyWhatWasMailed(t *testing.T) {
	eachView(func(at string, r, _ kith.Referral, reader kith.Party, may bool) {
		if reader != kith.Candidate || !may {
			return
		}
		r.Job.Visibility, r.Job.Title, r.Job.Text = kith.Private, "canary-title", "canary-text"
		seen, _ := r.SeenBy(reader)
		written, _ := json.Marshal(seen)
		if strings.Contains(string(written), "canary") || seen.Job.Title != "Poems about tea" {
			t.Errorf("%s: sees %s", at, written)
		}
	})
}

// TestWhoSeesAJob goes through visibility × who.
func TestWhoSeesAJob(t *testing.T) {
	for _, row := range []struct {
		v                 kith.Visibility
		signedIn, insider bool
		want              bool
	}{
		{kith.Public, false, false, true},
		{kith.Public, true, false, true},
		{kith.Public, true, true, true},
		{kith.Members, false, false, false},
		{kith.Members, true, false, true},
		{kith.Members, true, true, true},
		{kith.Private, false, false, false},
		{kith.Private, true, false, false},
		{kith.Private, true, true, true},
		{"", true, true, false},
	} {
		if got := (kith.Job{Visibility: row.v}).SeenFrom(row.signedIn, row.insider); got != row.want {
			t.Errorf("%q, signed in %v, insider %v: %v", row.v, row.signedIn, row.insider, got)
		}
	}
}
