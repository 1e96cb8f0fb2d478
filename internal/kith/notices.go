package kith

// LetterKind names a letter. Each is written by one file of package letters.
type LetterKind string

// The letters so far.
const (
	LetterInvited         LetterKind = "invited"
	LetterInvitedReminder LetterKind = "invited_reminder"
	LetterAccepted        LetterKind = "accepted"
	LetterDeclined        LetterKind = "declined"
	LetterInvitationEnded LetterKind = "invitation_ended"
	LetterTakenBack       LetterKind = "invitation_taken_back"

	LetterAsked          LetterKind = "asked"
	LetterAskedReminder  LetterKind = "asked_reminder"
	LetterHasAsked       LetterKind = "has_asked"
	LetterIntroduction   LetterKind = "introduction"
	LetterApproval       LetterKind = "approval"
	LetterApprovalRemind LetterKind = "approval_reminder"
	LetterReferralEnded  LetterKind = "referral_ended"

	LetterQuestion LetterKind = "question"
	LetterAnswer   LetterKind = "answer"

	LetterApplied      LetterKind = "applied"
	LetterHired        LetterKind = "hired"
	LetterNotSelected  LetterKind = "not_selected"
	LetterProposalBack LetterKind = "proposal_withdrawn"
	LetterMessage      LetterKind = "message"

	LetterCircle          LetterKind = "circle"
	LetterWorkAskedAfter  LetterKind = "work_asked_after"
	LetterWorkOver        LetterKind = "work_over"
	LetterOutcomeReminder LetterKind = "outcome_reminder"
	LetterNoteChange      LetterKind = "note_change"
	LetterNoteRefused     LetterKind = "note_refused"
	LetterJobHeld         LetterKind = "job_held"
	LetterJobReleased     LetterKind = "job_released"
	LetterJobRefused      LetterKind = "job_refused"
	LetterReviewAnswered  LetterKind = "review_answered"

	// LetterSignIn follows from no event.
	LetterSignIn LetterKind = "sign_in"
)

// LetterKinds are all of them, in the order of the table.
var LetterKinds = []LetterKind{
	LetterInvited, LetterInvitedReminder, LetterAccepted, LetterDeclined, LetterInvitationEnded, LetterTakenBack,
	LetterAsked, LetterAskedReminder, LetterHasAsked, LetterIntroduction, LetterApproval, LetterApprovalRemind,
	LetterReferralEnded, LetterQuestion, LetterAnswer, LetterApplied, LetterHired, LetterNotSelected, LetterProposalBack, LetterMessage,
	LetterCircle,
	LetterWorkAskedAfter, LetterWorkOver, LetterOutcomeReminder,
	LetterNoteChange, LetterNoteRefused, LetterJobHeld, LetterJobReleased, LetterJobRefused, LetterReviewAnswered,
}

type hearing struct {
	event EventKind
	party Party
}

// Notice is what a party hears of an event.
type Notice struct {
	Party  Party
	Letter LetterKind
	// Only is the state in which the letter still makes sense when its turn to
	// be sent comes; empty means always. A letter that asks for an answer is
	// not sent when the answer is no longer wanted.
	Only string
}

type noticeRow struct {
	letter LetterKind
	only   string
}

// Who gets which letter for what. Nobody gets one for their own act (Told sees
// to that), and what stands here without a row is read on the pages only.
var notices = map[hearing]noticeRow{
	{FreelancerInvited, Freelancer}:  {LetterInvited, string(Pending)},
	{InvitationReminded, Freelancer}: {LetterInvitedReminder, string(Pending)},
	{InvitationYes, Client}:          {LetterAccepted, ""},
	{InvitationNo, Client}:           {LetterDeclined, string(Declined)},
	{InvitationLapsed, Client}:       {LetterInvitationEnded, ""},
	{InvitationBack, Freelancer}:     {LetterTakenBack, ""},
	{InvitationDropped, Freelancer}:  {LetterTakenBack, ""},

	{CandidateAsked, Candidate}:    {LetterAsked, string(AwaitingCandidate)},
	{CandidateAsked, Client}:       {LetterHasAsked, string(AwaitingCandidate)},
	{NextAsked, Candidate}:         {LetterAsked, string(AwaitingCandidate)},
	{OutsiderJoined, Client}:       {LetterHasAsked, string(AwaitingCandidate)},
	{LinkLapsed, Referrer}:         {LetterReferralEnded, ""},
	{CandidateReminded, Candidate}: {LetterAskedReminder, string(AwaitingCandidate)},
	{CandidateYes, Client}:         {LetterIntroduction, ""},
	{CandidateYes, Referrer}:       {LetterIntroduction, ""},
	{CandidateYesAskMe, Client}:    {LetterApproval, string(AwaitingClient)},
	{ClientReminded, Client}:       {LetterApprovalRemind, string(AwaitingClient)},
	{ClientYes, Candidate}:         {LetterIntroduction, ""},
	{ClientYes, Referrer}:          {LetterIntroduction, ""},

	{CandidateNo, Referrer}:        {LetterReferralEnded, ""},
	{CandidateNo, Client}:          {LetterReferralEnded, ""},
	{CandidateNoLater, Referrer}:   {LetterReferralEnded, ""},
	{CandidateNoLater, Client}:     {LetterReferralEnded, ""},
	{CandidateLapsed, Referrer}:    {LetterReferralEnded, ""},
	{CandidateLapsed, Client}:      {LetterReferralEnded, ""},
	{CandidateLapsed, Candidate}:   {LetterReferralEnded, ""},
	{ClientNo, Referrer}:           {LetterReferralEnded, ""},
	{ClientNo, Candidate}:          {LetterReferralEnded, ""},
	{ClientLapsed, Referrer}:       {LetterReferralEnded, ""},
	{ClientLapsed, Candidate}:      {LetterReferralEnded, ""},
	{ClientLapsed, Client}:         {LetterReferralEnded, ""},
	{ReferralTakenBack, Candidate}: {LetterReferralEnded, ""},
	{ReferralTakenBack, Client}:    {LetterReferralEnded, ""},
	{ReferralCancelled, Referrer}:  {LetterReferralEnded, ""},
	{ReferralCancelled, Candidate}: {LetterReferralEnded, ""},
	{ReferralCancelled, Client}:    {LetterReferralEnded, ""},
	{EndHeld, Candidate}:           {LetterReferralEnded, ""},

	{QuestionCandidateReferrer, Referrer}: {LetterQuestion, string(AwaitingCandidate)},
	{QuestionCandidateClient, Client}:     {LetterQuestion, string(AwaitingCandidate)},
	{QuestionClientReferrer, Referrer}:    {LetterQuestion, string(AwaitingClient)},
	{QuestionClientCandidate, Candidate}:  {LetterQuestion, string(AwaitingClient)},
	{AnswerReferrerCandidate, Candidate}:  {LetterAnswer, string(AwaitingCandidate)},
	{AnswerClientCandidate, Candidate}:    {LetterAnswer, string(AwaitingCandidate)},
	{AnswerReferrerClient, Client}:        {LetterAnswer, string(AwaitingClient)},
	{AnswerCandidateClient, Client}:       {LetterAnswer, string(AwaitingClient)},

	{ProposalMade, Client}:        {LetterApplied, ""},
	{FreelancerHired, Freelancer}: {LetterHired, ""},
	{FreelancerHired, Referrer}:   {LetterHired, ""},
	{FreelancerNot, Freelancer}:   {LetterNotSelected, ""},
	{ProposalBack, Client}:        {LetterProposalBack, ""},
	{MessageWritten, Client}:      {LetterMessage, ""},
	{MessageWritten, Freelancer}:  {LetterMessage, ""},

	{CircleAsked, Colleague}:      {LetterCircle, string(TieWaits)},
	{WorkAskedAfter, Client}:      {LetterWorkAskedAfter, ""},
	{WorkAskedAfter, Freelancer}:  {LetterWorkAskedAfter, ""},
	{WorkFinished, Client}:        {LetterWorkOver, ""},
	{WorkFinished, Freelancer}:    {LetterWorkOver, ""},
	{WorkFinished, Referrer}:      {LetterWorkOver, ""},
	{WorkStopped, Client}:         {LetterWorkOver, ""},
	{WorkStopped, Freelancer}:     {LetterWorkOver, ""},
	{WorkStopped, Referrer}:       {LetterWorkOver, ""},
	{OutcomeReminded, Client}:     {LetterOutcomeReminder, ""},
	{OutcomeReminded, Freelancer}: {LetterOutcomeReminder, ""},
	{NoteChangeAsked, Referrer}:   {LetterNoteChange, string(ReviewChange)},
	{NoteWasRefused, Referrer}:    {LetterNoteRefused, ""},
	{JobWasHeld, Client}:          {LetterJobHeld, string(ReviewWaits)},
	{JobWasReleased, Client}:      {LetterJobReleased, ""},
	{JobWasRefused, Client}:       {LetterJobRefused, ""},
	{ReviewAnswered, Referrer}:    {LetterReviewAnswered, ""},
	{ReviewAnswered, Client}:      {LetterReviewAnswered, ""},
}

// hearers is the order in which parties are told, so that equal histories
// write equal rows.
var hearers = []Party{Client, Referrer, Candidate, Freelancer, Colleague}

// Notices are the letters that follow from an event, in a fixed order.
func Notices(event EventKind) []Notice {
	var all []Notice
	for _, party := range hearers {
		if row, ok := notices[hearing{event, party}]; ok {
			all = append(all, Notice{party, row.letter, row.only})
		}
	}
	return all
}

// goesOn are the ends of one referral after which a chain can go on. Then only
// its candidate is told by letter: for the others nothing has ended.
var goesOn = map[EventKind]bool{CandidateNo: true, CandidateNoLater: true, CandidateLapsed: true, LinkLapsed: true, ReferralCancelled: true}

// Told says whether a person on a side of the referral is told of the event:
// not of one's own act, and not of what one may not know of (sees.go).
func (r Referral) Told(party Party, e Event) bool {
	who := r.Who(party)
	if goesOn[e.Kind] && r.FollowedBy != "" && party != Candidate {
		return false
	}
	if r.toldBefore(e.Kind, party) {
		return false
	}
	return who.ID != "" && who.ID != e.Actor && r.Sees(party, TheReferral) != Absent
}
