package main

import (
	"fmt"

	"kith/internal/kith"
)

// limitFlags are the numbers of how much may be under way at once.
type limitFlags struct {
	InvitationsPerJob   int `env:"KITH_INVITATIONS_PER_JOB" default:"30" placeholder:"N" help:"How many invitations to one job may be open. Default: ${default}."`
	WaitingPerJob       int `env:"KITH_WAITING_PER_JOB" default:"5" placeholder:"N" help:"How many referrals of one job may wait for somebody. Default: ${default}."`
	LivePerReferrer     int `env:"KITH_LIVE_PER_REFERRER" default:"5" placeholder:"N" help:"How many referrals one person may have under way. Default: ${default}."`
	WaitingPerCandidate int `env:"KITH_WAITING_PER_CANDIDATE" default:"3" placeholder:"N" help:"How many referrals may wait for one candidate's answer. Default: ${default}."`
}

func (f limitFlags) limits() (kith.Limits, error) {
	for name, n := range map[string]int{
		"invitations-per-job": f.InvitationsPerJob, "waiting-per-job": f.WaitingPerJob, "live-per-referrer": f.LivePerReferrer,
		"waiting-per-candidate": f.WaitingPerCandidate,
	} {
		if n < 1 {
			return kith.Limits{}, fmt.Errorf("--%s must be 1 or more, not %d", name, n)
		}
	}
	return kith.Limits{
		OpenInvitationsPerJob: f.InvitationsPerJob, WaitingPerJob: f.WaitingPerJob, LivePerReferrer: f.LivePerReferrer,
		WaitingPerCandidate: f.WaitingPerCandidate,
	}, nil
}
