package kith

import "strings"

// Code names a reason why something can't be done. The catalogue holds the
// sentence that people read, under "refusal." and the code.
type Code string

// Why an invitation can't be handed on, in the order of R12.
const (
	JobIsPrivate        Code = "job_is_private"
	ReferralsOff        Code = "referrals_off"
	JobIsHeld           Code = "job_is_held"
	JobIsPaused         Code = "job_is_paused"
	JobNotOpen          Code = "job_not_open"
	InvitationTakenBack Code = "invitation_taken_back"
	InvitationAccepted  Code = "invitation_accepted"
	HandOnUnderWay      Code = "hand_on_under_way"
	JobFull             Code = "job_full"
	ReferrerFull        Code = "referrer_full"
	TooLongAgo          Code = "too_long_ago"
	NotSwitchedOn       Code = "not_switched_on"
)

// Other refusals.
const (
	NotFound           Code = "not_found"
	SignInFirst        Code = "sign_in_first"
	NotYours           Code = "not_yours"
	TooLate            Code = "too_late"
	AlreadyAnswered    Code = "already_answered"
	AlreadyEnded       Code = "already_ended"
	NotSentYet         Code = "not_sent_yet"
	StillSending       Code = "still_sending"
	SaidYesAlready     Code = "said_yes_already"
	InvitationDeclined Code = "invitation_declined"
	InvitationExpired  Code = "invitation_expired"
	AlreadyInvited     Code = "already_invited"
	AlreadyInJob       Code = "already_in_job"
	AnswerFirst        Code = "answer_first"
	YesWaits           Code = "yes_waits"
	TooManyInvitations Code = "too_many_invitations"
	OwnJob             Code = "own_job"
	ReferSelf          Code = "refer_self"
	ReferClient        Code = "refer_client"
	ReferredBefore     Code = "referred_before"
	CantBeAskedNow     Code = "cant_be_asked_now"
	BlockSelf          Code = "block_self"
	OutsiderNotPublic  Code = "outsider_not_public"
	LinkOver           Code = "link_over"
	LinkNotNow         Code = "link_not_now"
	OwnLink            Code = "own_link"
	InCircleAlready    Code = "in_circle_already"
	AskedIntoCircle    Code = "asked_into_circle"
	CircleAsksFull     Code = "circle_asks_full"
	AlreadyShortlisted Code = "already_shortlisted"
	NotShortlisted     Code = "not_shortlisted"
	AlreadyHired       Code = "already_hired"
	AlreadyNotSelected Code = "already_not_selected"
	ProposalTakenBack  Code = "proposal_taken_back"
	WorkGoesOn         Code = "work_goes_on"
	WorkIsOver         Code = "work_is_over"
	SayingIsOver       Code = "saying_is_over"
	SaidAlready        Code = "said_already"
	ClientWritesFirst  Code = "client_writes_first"
	JobIsFull          Code = "openings_taken"
	LinkUsed           Code = "link_used"
	LinkOld            Code = "link_old"
	OtherBrowser       Code = "other_browser"
	CodeWrong          Code = "code_wrong"
	TooManyTries       Code = "too_many_tries"
	ChangedMeanwhile   Code = "changed_meanwhile"
	MoreTimeTaken      Code = "more_time_taken"
	NoMoreTime         Code = "no_more_time"
	BenchFull          Code = "bench_full"
	OnTheChain         Code = "on_the_chain"
	OthersWaitNow      Code = "others_wait_now"
	EditedMeanwhile    Code = "edited_meanwhile"
	ReviewDecided      Code = "review_decided"
	ReviewOwn          Code = "review_own"
	ReviewTwice        Code = "review_twice"
	ContestedAlready   Code = "contested_already"
	ReportedAlready    Code = "reported_already"
	CantAskThem        Code = "cant_ask_them"
	AskedAlready       Code = "asked_already"
	ThankedAlready     Code = "thanked_already"
	StillUnderWay      Code = "still_under_way"
	CantThank          Code = "cant_thank"
)

// Refusal is an error that people may read: its code leads to a sentence in
// the catalogue. Every other error is our fault and is shown as a number only.
type Refusal struct {
	Code  Code
	Name  string // whom it is about, where the sentence says so
	Limit int    // the number that was reached, where it was one
}

// Refuse says no with a sentence.
func Refuse(code Code) error { return Refusal{Code: code} }

func (r Refusal) Error() string { return "refused: " + string(r.Code) }

// Problem is one thing wrong with one field of a form.
type Problem struct {
	Field string
	// Key names the sentence in the catalogue, under "problem.".
	Key string
	// Args are name and value pairs for the sentence.
	Args []any
}

// Problems is an error about what was typed. Nothing was changed.
type Problems []Problem

func (p Problems) Error() string {
	fields := make([]string, len(p))
	for i, one := range p {
		fields[i] = one.Field + ": " + one.Key
	}
	return "not valid: " + strings.Join(fields, ", ")
}

// Add notes a problem when wrong is true.
func (p *Problems) Add(wrong bool, field, key string, args ...any) {
	if wrong {
		*p = append(*p, Problem{field, key, args})
	}
}

// Err is nil where there is no problem.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}
