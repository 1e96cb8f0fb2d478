package kith_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"kith/internal/kith"
	"kith/internal/kithtest/situations"
)

// blocked are the reasons of R12 in their order, each with what brings it about.
var blocked = []struct {
	code kith.Code
	put  func(q *kith.HandOnQuestion)
}{
	{kith.JobIsPrivate, func(q *kith.HandOnQuestion) { q.Invitation.Job.Visibility = kith.Private }},
	{kith.ReferralsOff, func(q *kith.HandOnQuestion) { q.Invitation.Job.StatedPolicy = kith.PolicyOff }},
	{kith.JobIsHeld, func(q *kith.HandOnQuestion) { q.Invitation.Job.Status = kith.JobHeld }},
	{kith.JobIsPaused, func(q *kith.HandOnQuestion) { q.Invitation.Job.Status = kith.JobPaused }},
	{kith.JobNotOpen, func(q *kith.HandOnQuestion) { q.Invitation.Job.Status = kith.JobClosed }},
	{kith.InvitationTakenBack, func(q *kith.HandOnQuestion) { q.Invitation.State = kith.Withdrawn }},
	{kith.InvitationAccepted, func(q *kith.HandOnQuestion) { q.Invitation.State = kith.Accepted }},
	{kith.HandOnUnderWay, func(q *kith.HandOnQuestion) {
		q.Invitation.HandOn = kith.HandOn{Referral: "r", State: kith.AwaitingCandidate}
	}},
	{kith.JobFull, func(q *kith.HandOnQuestion) { q.Invitation.Waiting = 5 }},
	{kith.ReferrerFull, func(q *kith.HandOnQuestion) { q.LiveReferrer = 5 }},
	{kith.TooLongAgo, func(q *kith.HandOnQuestion) { q.Invitation.EndedAt = situations.Noon.AddDate(0, 0, -14) }},
	{kith.NotSwitchedOn, func(q *kith.HandOnQuestion) { q.NotYet = true }},
}

func possible() kith.HandOnQuestion {
	return kith.HandOnQuestion{
		Invitation: kith.Invitation{
			Job:   kith.Job{Visibility: kith.Public, StatedPolicy: kith.PolicyOpen, Status: kith.JobOpen},
			State: kith.Declined, EndedAt: situations.Noon.AddDate(0, 0, -14).Add(time.Microsecond), Waiting: 4,
		},
		LiveReferrer: 4, Limits: kith.DefaultLimits, Now: situations.Noon,
	}
}

func refusedFor(err error) kith.Code {
	var no kith.Refusal
	if errors.As(err, &no) {
		return no.Code
	}
	return ""
}

// TestMayReferNamesTheFirstReason tries every pair of reasons: the one that
// stands first is read. (Two states can't hold at once: the later of the two
// stays out.)
func TestMayReferNamesTheFirstReason(t *testing.T) {
	var codes []kith.Code
	for _, b := range blocked {
		codes = append(codes, b.code)
	}
	if !slices.Equal(codes, kith.Obstacles()) {
		t.Errorf("the table has %v, R12 has %v", kith.Obstacles(), codes)
	}
	if err := kith.MayRefer(possible()); err != nil {
		t.Fatalf("nothing stands in the way: %v", err)
	}
	for i, first := range blocked {
		for _, second := range blocked[i:] {
			q := possible()
			second.put(&q)
			first.put(&q)
			if got := refusedFor(kith.MayRefer(q)); got != first.code {
				t.Errorf("%s and %s: refused for %q", first.code, second.code, got)
			}
		}
	}
}

// TestMayReferInEveryState walks the states of invitation and newest referral.
func TestMayReferInEveryState(t *testing.T) {
	for _, s := range kith.InvitationStates {
		for _, h := range append([]kith.ReferralState{""}, kith.ReferralStates...) {
			q := possible()
			q.Invitation.State, q.Invitation.HandOn.State = s, h
			may := kith.MayRefer(q) == nil
			want := (s == kith.Pending || s == kith.Declined || s == kith.Expired) && !h.Live() && h != kith.Introduced
			if may != want {
				t.Errorf("%s with a referral that is %q: %v", s, h, may)
			}
		}
	}
}

// TestMayAsk holds who can't be a candidate, and that by an address nobody is
// refused.
func TestMayAsk(t *testing.T) {
	for _, row := range []struct {
		candidate string
		want      kith.Code
	}{{"bo", ""}, {"ana", kith.ReferSelf}, {"otis", kith.ReferClient}, {"cleo", kith.ReferredBefore}} {
		r := situations.Of(kith.Sending).Referral()
		r.Candidate.ID = row.candidate
		if got := refusedFor(kith.MayAsk(r, []string{"cleo"})); got != row.want {
			t.Errorf("%s: refused for %q, should be %q", row.candidate, got, row.want)
		}
		r.Email = row.candidate + "@kith.test"
		if err := kith.MayAsk(r, []string{"cleo"}); err != nil {
			t.Errorf("%s by address: %v", row.candidate, err)
		}
	}
}
