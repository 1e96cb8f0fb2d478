// Package situations holds every way in which a referral can stand, for tests
// that go through all of them.
package situations

import (
	"time"

	"kith/internal/kith"
)

// Noon is when the referrals of the situations were sent.
var Noon = time.Date(2026, 4, 30, 12, 0, 0, 0, time.UTC)

// Situation is one way in which a referral can stand: its state, how it came
// there, whether the candidate was asked and said yes before that, and what
// became of it later.
type Situation struct {
	State       kith.ReferralState
	How         kith.How
	Asked, Yes  bool
	Later       kith.How
	Description string
}

// All are all of them. A test of package kith sees to it that no state and no
// how is missing.
var All = []Situation{
	{kith.Sending, "", false, false, "", "on its way, within the ten minutes"},
	{kith.Sending, kith.Checking, false, false, "", "on its way, and its words wait for a reviewer"},
	{kith.Sending, kith.ChangeAsked, false, false, "", "on its way, and a reviewer wants other words"},
	{kith.Undone, "", false, false, "", "undone"},
	{kith.Queued, "", false, false, "", "on the bench"},
	{kith.Queued, kith.Checking, false, false, "", "on the bench, and its words wait for a reviewer"},
	{kith.Queued, kith.ChangeAsked, false, false, "", "on the bench, and a reviewer wants other words"},
	{kith.AwaitingOutsider, "", false, false, "", "a link waits for somebody outside"},
	{kith.AwaitingCandidate, "", true, false, "", "the candidate is asked"},
	{kith.AwaitingClient, "", true, true, "", "the client decides"},
	{kith.Introduced, "", true, true, "", "introduced"},
	{kith.Introduced, "", true, true, kith.LaterHired, "introduced, then hired"},
	{kith.Introduced, "", true, true, kith.LaterNot, "introduced, then not selected"},
	{kith.Introduced, "", true, true, kith.LaterBack, "introduced, then taken back by the candidate"},
	{kith.Introduced, "", true, true, kith.LaterFilled, "introduced, then others were hired"},
	{kith.Introduced, "", true, true, kith.LaterClosed, "introduced, then the job closed without a hire"},
	{kith.ReferralDeclined, kith.SaidNo, true, false, "", "the candidate said no"},
	{kith.ReferralDeclined, kith.SaidNotNow, true, false, "", "the candidate said not now"},
	{kith.ReferralDeclined, kith.NoAfterYes, true, true, "", "the candidate took their yes back"},
	{kith.NotApproved, "", true, true, "", "the client said no"},
	{kith.ReferralExpired, kith.CandidateSilent, true, false, "", "the candidate didn’t answer"},
	{kith.ReferralExpired, kith.ClientSilent, true, true, "", "the client didn’t decide"},
	{kith.ReferralExpired, kith.LinkUnused, false, false, "", "nobody joined through the link"},
	{kith.ReferralWithdrawn, "", true, false, "", "the referrer took it back"},
	{kith.Cancelled, kith.JobEnded, false, false, "", "the job ended while it was sending"},
	{kith.Cancelled, kith.JobEnded, true, false, "", "the job ended before the candidate’s answer"},
	{kith.Cancelled, kith.JobEnded, true, true, "", "the job ended after the candidate’s yes"},
	{kith.Cancelled, kith.TurnedPrivate, false, false, "", "the job turned private while it was sending"},
	{kith.Cancelled, kith.TurnedPrivate, true, false, "", "the job turned private before the candidate’s answer"},
	{kith.Cancelled, kith.TurnedPrivate, true, true, "", "the job turned private after the candidate’s yes"},
	{kith.Cancelled, kith.SwitchedOff, false, false, "", "referrals were switched off while it was sending"},
	{kith.Cancelled, kith.SwitchedOff, true, false, "", "referrals were switched off before the candidate’s answer"},
	{kith.Cancelled, kith.TakenBack, false, false, "", "the client took the invitation back while it was sending"},
	{kith.Cancelled, kith.NoLonger, false, false, "", "the rules, asked again as it was about to leave, forbade it"},
	{kith.Cancelled, kith.Unasked, false, false, "", "it ended before the turn of this one on the bench came"},
	{kith.Cancelled, kith.CantBeAsked, false, false, "", "the candidate could not be asked any more as it was about to leave"},
	{kith.Cancelled, kith.NoteRefused, false, false, "", "a reviewer refused the words"},
	{kith.Cancelled, kith.NoteUnchecked, false, false, "", "nobody looked at the words in time"},
	{kith.Cancelled, kith.CantGoOn, true, false, "", "candidate and client keep apart, before the candidate’s answer"},
	{kith.Cancelled, kith.CantGoOn, true, true, "", "candidate and client keep apart, after the candidate’s yes"},
	{kith.Cancelled, kith.StoodTooLong, false, false, "", "the clocks stood for 14 days while it was sending"},
	{kith.Cancelled, kith.StoodTooLong, true, false, "", "the clocks stood for 14 days before the candidate’s answer"},
	{kith.Cancelled, kith.StoodTooLong, true, true, "", "the clocks stood for 14 days after the candidate’s yes"},
}

// Of is the first situation with a state.
func Of(state kith.ReferralState) Situation {
	for _, s := range All {
		if s.State == state {
			return s
		}
	}
	panic("no situation has the state " + state)
}

// Referral is the referral of Ana, Bo and Otis in this situation, Bo found by
// name.
func (s Situation) Referral() kith.Referral {
	job := kith.Job{
		ID: "job", Title: "Poems about tea", Text: "Twelve.", Visibility: kith.Members, StatedPolicy: kith.PolicyOpen, Status: kith.JobOpen,
		Openings: 1, Client: kith.Someone{ID: "otis", Name: "Otis Grant"},
	}
	r := kith.Referral{
		ID: "referral", Ref: "K-7Q4M-2X", Invitation: "invitation", Job: job, Title: job.Title, Client: job.Client,
		Referrer: kith.Someone{ID: "ana", Name: "Ana Ferreira"}, Candidate: kith.Someone{ID: "bo", Name: "Bo Lindahl"},
		Vouch: kith.WorkedTogether, Note: "He wrote a book on tea", HandOver: "Otis is kind", State: s.State, How: s.How,
		SentAt: Noon, LeavesAt: Noon.Add(kith.UndoTime),
	}
	if r.Checked() {
		r.CheckTill = Noon.Add(kith.CheckTime)
	}
	if s.State == kith.AwaitingOutsider || s.How == kith.LinkUnused {
		r.Outside, r.Candidate, r.Deadline = true, kith.Someone{}, r.LeavesAt.Add(kith.OutsiderTime)
	}
	if s.Asked {
		r.AskedAt, r.Deadline, r.HearBy = r.LeavesAt, Noon.Add(kith.CandidateTime), Noon.Add(kith.CandidateTime+kith.MoreTime)
		r.AskingEnds = r.AskedAt.Add(kith.AskingTime)
	}
	if s.Yes {
		r.SaidYesAt, r.Rate, r.Letter = Noon.Add(time.Hour), kith.Money{Amount: 220000, Currency: "EUR"}, "With joy"
	}
	if s.State == kith.ReferralDeclined {
		r.Reason = kith.TooBusy
		if s.How == kith.SaidNotNow {
			r.Reason, r.NotNowTill = kith.ReasonNotNow, "2026-06-01"
		}
	}
	if !s.State.Live() {
		r.EndedAt, r.Deadline = Noon.Add(24*time.Hour), time.Time{}
	}
	if s.Later != "" {
		r.Later, r.LaterAt = s.Later, Noon.Add(72*time.Hour)
	}
	if s.State == kith.Introduced {
		r.Proposal = "proposal"
	}
	return r
}

// Way is how the candidate was found.
type Way struct {
	Name string
	Find func(r *kith.Referral)
	Asks bool // somebody is asked
}

// Ways are all of them: by name, by an address that has an account, and by one
// that hasn't, where nobody is asked.
var Ways = []Way{
	{"by name", func(*kith.Referral) {}, true},
	{"by an address", func(r *kith.Referral) {
		if !r.Outside { // a link is passed on by hand
			r.Email = "bo@kith.test"
		}
	}, true},
	{"by an unknown address", func(r *kith.Referral) {
		if !r.Outside {
			r.Email, r.Candidate = "nobody@kith.test", kith.Someone{}
		}
	}, false},
}
