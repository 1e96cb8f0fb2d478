package kith

import "time"

// AsIfLeft is the referral as it will be when it leaves, for the page on which
// the referrer reads what will be sent (R4). Zones are where those who may be
// asked live, the candidate first.
func (r Referral) AsIfLeft(at time.Time, zones ...*time.Location) Referral {
	r.State, r.AskedAt, r.Title = AwaitingCandidate, at, r.Job.Title
	r.Deadline, r.HearBy, r.AskingEnds = DueBy(at, CandidateTime, zones[0]), LatestEnd(at, zones), at.Add(AskingTime)
	return r
}

// AsIfYes is the referral as it would be if the candidate said yes at a moment
// and had nothing to add. Zone is where the client lives.
func (r Referral) AsIfYes(at time.Time, zone *time.Location) Referral {
	r.SaidYesAt, r.Deadline = at, time.Time{}
	r.State, r.EndedAt = Introduced, at
	if r.Job.Policy() == PolicyAskMe {
		r.State, r.EndedAt, r.Deadline = AwaitingClient, time.Time{}, DueBy(at, ClientTime, zone)
	}
	return r
}
