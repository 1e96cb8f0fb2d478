package kith

import (
	"slices"
	"time"
)

// Source is the way a proposal came to a job. It never changes.
type Source string

// The sources.
const (
	Applied  Source = "applied"
	Invited  Source = "invited"
	Referred Source = "referred"
)

// Sources are all of them, in the order of the proposal manager's filter.
var Sources = []Source{Invited, Referred, Applied}

// Valid says whether s is one of the sources.
func (s Source) Valid() bool { return slices.Contains(Sources, s) }

// ProposalStatus is where a proposal stands.
type ProposalStatus string

// The statuses built so far.
const (
	Submitted         ProposalStatus = "submitted"
	Shortlisted       ProposalStatus = "shortlisted"
	Hired             ProposalStatus = "hired"
	NotSelected       ProposalStatus = "not_selected"
	ProposalWithdrawn ProposalStatus = "withdrawn"
)

// ProposalStatuses are all of them.
var ProposalStatuses = []ProposalStatus{Submitted, Shortlisted, Hired, NotSelected, ProposalWithdrawn}

// Alive says whether the client can still decide about it.
func (s ProposalStatus) Alive() bool { return s == Submitted || s == Shortlisted }

// NotSelectedReason is why a client did not choose a proposal. The freelancer
// reads it.
type NotSelectedReason string

// The eight reasons.
const (
	BecauseSkills       NotSelectedReason = "skills"
	BecauseExperience   NotSelectedReason = "experience"
	BecausePrice        NotSelectedReason = "price"
	BecauseTiming       NotSelectedReason = "timing"
	BecauseAvailability NotSelectedReason = "availability"
	BecauseHiredAnother NotSelectedReason = "hired_another"
	BecauseJobChanged   NotSelectedReason = "job_changed"
	BecauseJobDropped   NotSelectedReason = "job_dropped"
)

// NotSelectedReasons are all eight, as they stand on the form.
var NotSelectedReasons = []NotSelectedReason{
	BecauseSkills, BecauseExperience, BecausePrice, BecauseTiming,
	BecauseAvailability, BecauseHiredAnother, BecauseJobChanged, BecauseJobDropped,
}

// Valid says whether r is one of the eight.
func (r NotSelectedReason) Valid() bool { return slices.Contains(NotSelectedReasons, r) }

// Proposal is a freelancer offering to do a job.
type Proposal struct {
	ID         string
	Job        Job
	Freelancer Someone
	Headline   string // of the freelancer's profile
	Source     Source
	Status     ProposalStatus
	Reason     NotSelectedReason // set when not selected
	Rate       Money             // for the whole job; not stated when "my profile only"
	Letter     string            // empty when "my profile only"
	Invitation string            // the invitation it came from, if any
	Referral   string            // the referral it came from, if any
	MadeAt     time.Time
	DecidedAt  time.Time // when it was hired, not selected or withdrawn
	// Opened says whether the client has written, so that the freelancer may.
	Opened bool
}

// ProfileOnly says whether the freelancer said yes without a rate or a letter,
// to complete them later (R6).
func (p Proposal) ProfileOnly() bool { return !p.Rate.Stated() && p.Letter == "" }

// MayWrite says whether party may write in the proposal's thread. It opens
// when the client writes first (R7).
func (p Proposal) MayWrite(by Party) bool {
	return by == Client || by == Freelancer && p.Opened
}

// Message is one entry of a proposal's thread.
type Message struct {
	ID       string
	Proposal string
	Author   Someone
	Text     string
	SentAt   time.Time
}

// Who is the person on a side. The referrer of a referred proposal is known to
// its referral only.
func (p Proposal) Who(party Party) Someone {
	switch party {
	case Client:
		return p.Job.Client
	case Freelancer:
		return p.Freelancer
	}
	return Someone{}
}

// PartyOf is the side on which a person stands.
func (p Proposal) PartyOf(person string) Party {
	switch {
	case person == "":
		return Stranger
	case person == p.Job.Client.ID:
		return Client
	case person == p.Freelancer.ID:
		return Freelancer
	}
	return Stranger
}
