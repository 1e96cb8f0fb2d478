package kith

import "time"

// EventKind names something that happened.
type EventKind string

// What can happen.
const (
	JobPosted    EventKind = "job_posted"
	JobEdited    EventKind = "job_edited"
	JobWasPaused EventKind = "job_paused"
	JobWentOn    EventKind = "job_went_on"
	JobWasClosed EventKind = "job_closed"
	JobWasFilled EventKind = "job_filled"

	FreelancerInvited  EventKind = "invited"
	InvitationReminded EventKind = "invitation_reminded"
	InvitationYes      EventKind = "invitation_accepted"
	InvitationNo       EventKind = "invitation_declined"
	InvitationBack     EventKind = "invitation_withdrawn"
	InvitationDropped  EventKind = "invitation_dropped" // its job ended
	InvitationLapsed   EventKind = "invitation_expired"

	ReferralSent      EventKind = "referral_sent"
	ReferralEdited    EventKind = "referral_edited"
	ReferralUndone    EventKind = "referral_undone"
	CandidateAsked    EventKind = "candidate_asked"
	CandidateReminded EventKind = "candidate_reminded"
	CandidateYes      EventKind = "candidate_yes"        // under open: introduced
	CandidateYesAskMe EventKind = "candidate_yes_ask_me" // the client decides
	CandidateNo       EventKind = "candidate_no"
	CandidateNoLater  EventKind = "candidate_no_later" // after their yes
	CandidateLapsed   EventKind = "candidate_lapsed"
	NextAsked         EventKind = "next_asked" // from the bench
	BenchChanged      EventKind = "bench_changed"
	CandidateMoreTime EventKind = "candidate_more_time"
	ClientMoreTime    EventKind = "client_more_time"
	ClientReminded    EventKind = "client_reminded"
	ClientYes         EventKind = "client_yes"
	ClientNo          EventKind = "client_no"
	ClientLapsed      EventKind = "client_lapsed"
	LinkMade          EventKind = "link_made"       // for somebody outside
	OutsiderJoined    EventKind = "outsider_joined" // through the link, and is asked
	LinkLapsed        EventKind = "link_lapsed"
	ReferralTakenBack EventKind = "referral_withdrawn"
	ReferralCancelled EventKind = "referral_cancelled"

	ProposalMade        EventKind = "proposal_made"
	ProposalCompleted   EventKind = "proposal_completed"
	ProposalShortlisted EventKind = "proposal_shortlisted"
	ProposalUnlisted    EventKind = "proposal_unlisted"
	FreelancerHired     EventKind = "hired"
	FreelancerNot       EventKind = "not_selected"
	ProposalBack        EventKind = "proposal_withdrawn"
	WorkAskedAfter      EventKind = "work_asked_after" // 30 days after a hire
	WorkFinished        EventKind = "work_finished"
	WorkStopped         EventKind = "work_stopped"
	OutcomeGiven        EventKind = "outcome_given"
	OutcomeReminded     EventKind = "outcome_reminded"
	MessageWritten      EventKind = "message_written"

	CircleAsked     EventKind = "circle_asked" // a colleague, into somebody's circle
	NoteHeld        EventKind = "note_held"
	NoteReleased    EventKind = "note_released"
	NoteChangeAsked EventKind = "note_change_asked"
	NoteWasRefused  EventKind = "note_refused"
	JobWasHeld      EventKind = "job_held"
	JobWasReleased  EventKind = "job_released"
	JobWasRefused   EventKind = "job_refused" // closed by a reviewer
	ReviewAnswered  EventKind = "review_answered"
)

// Who asked whom a question, and who answered whom.
const (
	QuestionCandidateReferrer EventKind = "question_candidate_referrer"
	QuestionCandidateClient   EventKind = "question_candidate_client"
	QuestionClientReferrer    EventKind = "question_client_referrer"
	QuestionClientCandidate   EventKind = "question_client_candidate"
	AnswerReferrerCandidate   EventKind = "answer_referrer_candidate"
	AnswerClientCandidate     EventKind = "answer_client_candidate"
	AnswerReferrerClient      EventKind = "answer_referrer_client"
	AnswerCandidateClient     EventKind = "answer_candidate_client"
)

// A decline taken back, thanks, and ends that only the candidate reads for a while (held.go).
const (
	DeclineUndone    EventKind = "invitation_undone"
	CandidateThanked EventKind = "candidate_thanked"
	ClientThanked    EventKind = "client_thanked"
	NoHeld           EventKind = "candidate_no_held"
	EndHeld          EventKind = "candidate_end_held"
)

// Event is one thing that happened. It is written in the transaction of the
// change that it tells of, and never changed afterwards.
type Event struct {
	ID   string
	At   time.Time
	Kind EventKind
	// Actor is the person who did it; empty for the clock and the house.
	Actor      string
	Job        string
	Invitation string
	Referral   string
	Proposal   string
	Message    string // the message or the question
	// Till is the deadline that began with the event, where there is one.
	Till time.Time
}
