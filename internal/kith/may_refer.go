package kith

import (
	"slices"
	"time"
)

// Limits are the numbers of R11 that an operator can set.
type Limits struct {
	OpenInvitationsPerJob int // open invitations of one job
	WaitingPerJob         int // referrals of one job that await somebody
	LivePerReferrer       int // live referrals of one referrer
	WaitingPerCandidate   int // referrals that wait for one candidate
}

// DefaultLimits are the numbers where the operator sets none.
var DefaultLimits = Limits{OpenInvitationsPerJob: 30, WaitingPerJob: 5, LivePerReferrer: 5, WaitingPerCandidate: 3}

// HandOnQuestion is everything that decides whether an invitation can be
// handed on.
type HandOnQuestion struct {
	Invitation   Invitation // with its Job, its newest HandOn, and who waits
	LiveReferrer int        // live referrals of the one who asks
	Limits       Limits
	NotYet       bool // not switched on for the one who asks (RollOut)
	Now          time.Time
}

type obstacle struct {
	code   Code
	stands func(q HandOnQuestion) bool
}

// Why an invitation can't be handed on: the first that stands is the reason
// people read (R12).
var obstacles = []obstacle{
	{JobIsPrivate, func(q HandOnQuestion) bool { return q.Invitation.Job.Visibility == Private }},
	{ReferralsOff, func(q HandOnQuestion) bool { return q.Invitation.Job.Policy() == PolicyOff }},
	{JobIsHeld, func(q HandOnQuestion) bool { return q.Invitation.Job.Status == JobHeld }},
	{JobIsPaused, func(q HandOnQuestion) bool { return q.Invitation.Job.Status == JobPaused }},
	{JobNotOpen, func(q HandOnQuestion) bool { return !q.Invitation.Job.Open() }},
	{InvitationTakenBack, func(q HandOnQuestion) bool { return q.Invitation.State == Withdrawn }},
	{InvitationAccepted, func(q HandOnQuestion) bool { return q.Invitation.State == Accepted }},
	{HandOnUnderWay, func(q HandOnQuestion) bool { return q.underWay() }},
	{JobFull, func(q HandOnQuestion) bool { return q.Invitation.Waiting >= q.Limits.WaitingPerJob }},
	{ReferrerFull, func(q HandOnQuestion) bool { return q.LiveReferrer >= q.Limits.LivePerReferrer }},
	{TooLongAgo, func(q HandOnQuestion) bool { return q.tooLongAgo() }},
	{NotSwitchedOn, func(q HandOnQuestion) bool { return q.NotYet }},
}

// MayRefer is nil where the invitation can be handed on, else the refusal with
// the first reason.
func MayRefer(q HandOnQuestion) error {
	for _, o := range obstacles {
		if o.stands(q) {
			return Refusal{Code: o.code, Limit: q.Limits.of(o.code)}
		}
	}
	return nil
}

// of is the number that a refusal names, where it is about a limit.
func (l Limits) of(code Code) int {
	switch code {
	case JobFull:
		return l.WaitingPerJob
	case ReferrerFull:
		return l.LivePerReferrer
	case TooManyInvitations:
		return l.OpenInvitationsPerJob
	}
	return 0
}

// MayInvite is nil where one more invitation to a job can be open.
func (l Limits) MayInvite(open int) error {
	if open >= l.OpenInvitationsPerJob {
		return Refusal{Code: TooManyInvitations, Limit: l.OpenInvitationsPerJob}
	}
	return nil
}

func (q HandOnQuestion) underWay() bool {
	s := q.Invitation.HandOn.State
	return s.Live() || s == Introduced
}

func (q HandOnQuestion) tooLongAgo() bool {
	until := q.Invitation.HandOnUntil()
	return !until.IsZero() && !q.Now.Before(until)
}

// MayAsk is nil where the candidate can be asked at all, else a refusal in
// plain words. By an e-mail address nobody is refused here: the answer would
// tell whose address it is, so the referral ends later, neutrally (R2).
func MayAsk(r Referral, before []string) error {
	switch {
	case r.ByAddress():
		return nil
	case r.Candidate.ID == r.Referrer.ID:
		return Refuse(ReferSelf)
	case r.Candidate.ID == r.Client.ID:
		return Refuse(ReferClient)
	case slices.Contains(before, r.Candidate.ID):
		return Refuse(ReferredBefore)
	}
	return nil
}
