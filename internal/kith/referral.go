package kith

import "time"

// ReferralState is where a referral stands.
type ReferralState string

// The states of a referral built so far.
const (
	Sending           ReferralState = "sending"
	Undone            ReferralState = "undone"
	Queued            ReferralState = "queued"            // on the bench
	AwaitingOutsider  ReferralState = "awaiting_outsider" // a link waits for somebody to join through it
	AwaitingCandidate ReferralState = "awaiting_candidate"
	AwaitingClient    ReferralState = "awaiting_client"
	Introduced        ReferralState = "introduced"
	ReferralDeclined  ReferralState = "declined"
	NotApproved       ReferralState = "not_approved"
	ReferralExpired   ReferralState = "expired"
	ReferralWithdrawn ReferralState = "withdrawn"
	Cancelled         ReferralState = "cancelled"
)

// ReferralStates are all of them, in the order of the loop.
var ReferralStates = []ReferralState{
	Sending, Undone, Queued, AwaitingOutsider, AwaitingCandidate, AwaitingClient, Introduced,
	ReferralDeclined, NotApproved, ReferralExpired, ReferralWithdrawn, Cancelled,
}

// Live says whether somebody or the clock still has to act on it. Whoever is on
// the bench waits for the one before, who is live.
func (s ReferralState) Live() bool {
	return s == Sending || s == AwaitingOutsider || s == AwaitingCandidate || s == AwaitingClient
}

// How tells apart the ways in which a referral came to its state.
type How string

// The ways. What becomes of an introduction later is told with the same word.
const (
	ByEmail         How = "by_email"         // awaiting_candidate, found by an address
	SaidNo          How = "no"               // declined
	SaidNotNow      How = "not_now"          // declined
	NoAfterYes      How = "no_after_yes"     // declined while the client was deciding
	CandidateSilent How = "candidate_silent" // expired
	ClientSilent    How = "client_silent"    // expired
	LinkUnused      How = "link_unused"      // expired: nobody joined through the link
	JobEnded        How = "job_ended"        // cancelled: closed or filled
	TurnedPrivate   How = "turned_private"   // cancelled
	SwitchedOff     How = "switched_off"     // cancelled: referrals of the job
	TakenBack       How = "taken_back"       // cancelled: the invitation, while sending
	NoLonger        How = "no_longer"        // cancelled: the rules, checked again, forbid it
	Unasked         How = "unasked"          // cancelled: on the bench when it ended
	CantGoOn        How = "cant_go_on"       // cancelled: one of the two keeps the other away
	CantBeAsked     How = "cant_be_asked"    // cancelled: as it was about to leave
	StoodTooLong    How = "stood_too_long"   // cancelled: the clocks stood for 14 days
	Checking        How = "checking"         // sending, queued: a reviewer has to look at the words
	ChangeAsked     How = "change_asked"     // sending, queued: a reviewer wants other words
	NoteRefused     How = "note_refused"     // cancelled: a reviewer refused the words
	NoteUnchecked   How = "note_unchecked"   // cancelled: nobody looked at the words in time
	LaterHired      How = "hired"            // introduced, and then
	LaterNot        How = "not_selected"     // introduced, and then
	LaterBack       How = "withdrawn"        // introduced, and then the candidate took it back
	LaterFilled     How = "job_filled"       // introduced, and then others were hired
	LaterClosed     How = "job_closed"       // introduced, and then the job closed without a hire
)

// Referral is an invited freelancer putting a colleague forward for one job.
type Referral struct {
	ID         string
	Ref        string // K-7Q4M-2X, for people
	Invitation string
	Job        Job
	Title      string // the job's title as it was when the referral was sent
	Client     Someone
	Referrer   Someone
	// Candidate has no ID where the referrer gave an e-mail address that has
	// no account here; nobody but the machine learns that.
	Candidate Someone
	// Email is the address the candidate was found by; empty where they were
	// found by name, handle or link.
	Email    string
	Outside  bool // the candidate comes, or came, through a link
	Vouch    Vouch
	Shared   bool   // the referrer says that they share a business or household
	MinVouch Vouch  // what the job asked for when the referral was sent
	Note     string // to the client
	HandOver string // to the candidate; the client never sees it
	State    ReferralState
	How      How
	// OwnVouch and OwnShared are the candidate's side of it, said with their yes.
	OwnVouch  Vouch
	OwnShared bool
	// Confirmed says that a contract on this site had both of them.
	Confirmed bool
	// Rate and Letter are what the candidate said with their yes; empty for "my
	// profile only".
	Rate   Money
	Letter string
	// Reason is the candidate's, when declined.
	Reason     DeclineReason
	NotNowTill string // a date, 2006-01-02; set when the candidate said "not now"
	SentAt     time.Time
	LeavesAt   time.Time // end of the ten minutes
	CheckTill  time.Time // when words that are checked are refused; zero where they never were
	AskedAt    time.Time // when it left; zero before
	SaidYesAt  time.Time // the candidate's yes; zero before
	Deadline   time.Time // of whoever's turn it is; zero when it is nobody's
	EndedAt    time.Time // introduced or ended otherwise; zero while live
	Proposal   string    // what the introduction made
	// Later is what became of the introduction, and LaterAt when; empty while
	// the client hasn't decided about the proposal.
	Later   How
	LaterAt time.Time
	// Chain is what those asked one after another have in common, and Place where
	// this one stands: 0 is the first, the bench comes after.
	Chain string
	Place int
	// Next is who is asked when this one ends without a yes, or, once it has
	// ended, who was.
	Next       Someone
	FollowedBy string    // the referral of whoever was asked next
	AskingEnds time.Time // when the asking of the chain ends; zero before the first was asked
	// HearBy is the latest end that the chain as sent could have, as the client
	// was told.
	HearBy time.Time
	// CandidateMore and ClientMore say who has taken more time.
	CandidateMore, ClientMore bool
	Stand                     Standstill
	// Held is an end that only the candidate reads until their time is over.
	Held Held
	// Restores says that the referral declined a pending invitation, which
	// undoing brings back.
	Restores bool
}

// ByAddress says whether the candidate was found by an e-mail address, so that
// the referrer may not learn before a yes whether it has an account (R2).
func (r Referral) ByAddress() bool { return r.Email != "" }

// PartyOf is the side on which a person stands.
func (r Referral) PartyOf(person string) Party {
	switch {
	case person == "":
		return Stranger
	case person == r.Referrer.ID:
		return Referrer
	case person == r.Candidate.ID:
		return Candidate
	case person == r.Client.ID:
		return Client
	}
	return Stranger
}

// Who is the person on a side; nobody for the clock, the house and strangers.
func (r Referral) Who(p Party) Someone {
	switch p {
	case Referrer:
		return r.Referrer
	case Candidate:
		return r.Candidate
	case Client:
		return r.Client
	}
	return Someone{}
}
