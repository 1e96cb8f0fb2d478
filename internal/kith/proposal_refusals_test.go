package kith_test

import (
	"testing"

	"kith/internal/kith"
)

// TestProposalRefusals holds that a refusal speaks of what was tried, not only of
// where the proposal stands.
func TestProposalRefusals(t *testing.T) {
	for _, c := range []struct {
		status kith.ProposalStatus
		act    kith.Act
		by     kith.Party
		want   kith.Code
	}{
		{kith.Submitted, kith.Unshortlist, kith.Client, kith.NotShortlisted},
		{kith.Shortlisted, kith.Hire, kith.Freelancer, kith.NotYours},
		{kith.Shortlisted, kith.Shortlist, kith.Client, kith.AlreadyShortlisted},
		{kith.Hired, kith.Withdraw, kith.Freelancer, kith.AlreadyHired},
		{kith.ProposalWithdrawn, kith.Hire, kith.Client, kith.ProposalTakenBack},
	} {
		if _, err := c.status.Move(c.act, c.by); refusedFor(err) != c.want {
			t.Errorf("%s, %s by the %s: %v", c.status, c.act, c.by, err)
		}
	}
}
