package kith

import "time"

// Sentence is what a page says of a state: a message key, whose turn it is and
// until when, and the key of what comes then. The names in it are the names
// the reader may know.
type Sentence struct {
	Key   string
	Turn  Party // whose turn it is; empty for nobody's
	Until time.Time
	Then  string
}

type saying struct {
	state  ReferralState
	how    How
	reader Party
}

type said struct {
	say  string
	turn Party
	then string
}

// What each of the three reads in each state. One row, one truth: the rows of
// a state differ in who "you" is and in what the reader may know.
var referralSays = map[saying]said{
	{Sending, "", Referrer}:      {"sending.referrer", "", "sending.then"},
	{Sending, ByEmail, Referrer}: {"sending.referrer", "", "sending.then"},
	{Undone, "", Referrer}:       {"undone.referrer", "", ""},

	{Sending, Checking, Referrer}:    {"checking.referrer", "", "checking"},
	{Sending, ChangeAsked, Referrer}: {"change_asked.referrer", Referrer, "change_asked"},
	{Queued, Checking, Referrer}:     {"checking.queued", "", "checking"},
	{Queued, ChangeAsked, Referrer}:  {"change_asked.queued", Referrer, "change_asked"},

	{Queued, "", Referrer}: {"queued.referrer", "", ""},

	{AwaitingOutsider, "", Referrer}: {"outsider.referrer", "", "outsider.then"},

	{AwaitingCandidate, "", Referrer}:      {"asked.referrer", Candidate, "asked.then_ends"},
	{AwaitingCandidate, ByEmail, Referrer}: {"asked.by_email", "", ""},
	{AwaitingCandidate, "", Candidate}:     {"asked.candidate", Candidate, "asked.then_ends_candidate"},
	{AwaitingCandidate, "", Client}:        {"asked.client", Candidate, "asked.then_ends_client"},

	{AwaitingClient, "", Referrer}:  {"yes.referrer", Client, "yes.then_ends"},
	{AwaitingClient, "", Candidate}: {"yes.candidate", Client, "yes.then_ends"},
	{AwaitingClient, "", Client}:    {"yes.client", Client, "yes.then_ends"},

	{Introduced, "", Referrer}:  {"introduced.referrer", "", "introduced.then"},
	{Introduced, "", Candidate}: {"introduced.candidate", "", "introduced.then"},
	{Introduced, "", Client}:    {"introduced.client", "", "introduced.then_client"},

	{Introduced, LaterHired, Referrer}:  {"hired.referrer", "", ""},
	{Introduced, LaterHired, Candidate}: {"hired.candidate", "", ""},
	{Introduced, LaterHired, Client}:    {"hired.client", "", ""},
	{Introduced, LaterNot, Referrer}:    {"not_selected.referrer", "", "no_blame"},
	{Introduced, LaterNot, Candidate}:   {"not_selected.candidate", "", "no_blame"},
	{Introduced, LaterNot, Client}:      {"not_selected.client", "", ""},
	{Introduced, LaterBack, Referrer}:   {"back.referrer", "", "no_blame"},
	{Introduced, LaterBack, Candidate}:  {"back.candidate", "", "no_blame"},
	{Introduced, LaterBack, Client}:     {"back.client", "", ""},

	{Introduced, LaterFilled, Referrer}:  {"filled.referrer", "", "no_blame"},
	{Introduced, LaterFilled, Candidate}: {"filled.candidate", "", "no_blame"},
	{Introduced, LaterFilled, Client}:    {"filled.client", "", ""},
	{Introduced, LaterClosed, Referrer}:  {"closed.referrer", "", "no_blame"},
	{Introduced, LaterClosed, Candidate}: {"closed.candidate", "", "no_blame"},
	{Introduced, LaterClosed, Client}:    {"closed.client", "", ""},

	{ReferralDeclined, SaidNo, Referrer}:      {"declined.referrer", "", "may_hand_on"},
	{ReferralDeclined, SaidNo, Candidate}:     {"declined.candidate", "", "no_blame"},
	{ReferralDeclined, SaidNo, Client}:        {"declined.client", "", ""},
	{ReferralDeclined, SaidNotNow, Referrer}:  {"declined.referrer", "", "may_hand_on"},
	{ReferralDeclined, SaidNotNow, Candidate}: {"declined.not_now", "", "no_blame"},
	{ReferralDeclined, SaidNotNow, Client}:    {"declined.client", "", ""},
	{ReferralDeclined, NoAfterYes, Referrer}:  {"declined.after_yes", "", "may_hand_on"},
	{ReferralDeclined, NoAfterYes, Candidate}: {"declined.candidate_after_yes", "", "no_blame"},
	{ReferralDeclined, NoAfterYes, Client}:    {"declined.after_yes", "", ""},

	{NotApproved, "", Referrer}:  {"not_approved.referrer", "", "no_blame"},
	{NotApproved, "", Candidate}: {"not_approved.candidate", "", "no_blame"},
	{NotApproved, "", Client}:    {"not_approved.client", "", ""},

	{ReferralExpired, CandidateSilent, Referrer}:  {"expired.referrer", "", "may_hand_on"},
	{ReferralExpired, CandidateSilent, Candidate}: {"expired.candidate", "", "no_blame"},
	{ReferralExpired, CandidateSilent, Client}:    {"expired.client", "", ""},
	{ReferralExpired, ClientSilent, Referrer}:     {"expired.client_silent", "", "no_blame"},
	{ReferralExpired, ClientSilent, Candidate}:    {"expired.client_silent", "", "no_blame"},
	{ReferralExpired, ClientSilent, Client}:       {"expired.you_silent", "", ""},

	{ReferralExpired, LinkUnused, Referrer}: {"expired.link", "", "no_blame"},

	{ReferralWithdrawn, "", Referrer}:  {"withdrawn.referrer", "", "may_hand_on"},
	{ReferralWithdrawn, "", Candidate}: {"withdrawn.candidate", "", ""},
	{ReferralWithdrawn, "", Client}:    {"withdrawn.client", "", ""},

	{Cancelled, JobEnded, Referrer}:       {"cancelled.job_ended", "", "no_blame"},
	{Cancelled, JobEnded, Candidate}:      {"cancelled.job_ended", "", "no_blame"},
	{Cancelled, JobEnded, Client}:         {"cancelled.job_ended", "", ""},
	{Cancelled, LaterFilled, Referrer}:    {"cancelled.job_filled", "", "no_blame"},
	{Cancelled, LaterFilled, Candidate}:   {"cancelled.job_filled", "", "no_blame"},
	{Cancelled, LaterFilled, Client}:      {"cancelled.job_filled", "", ""},
	{Cancelled, LaterClosed, Referrer}:    {"cancelled.job_closed", "", "no_blame"},
	{Cancelled, LaterClosed, Candidate}:   {"cancelled.job_closed", "", "no_blame"},
	{Cancelled, LaterClosed, Client}:      {"cancelled.job_closed", "", ""},
	{Cancelled, TurnedPrivate, Referrer}:  {"cancelled.turned_private", "", "no_blame"},
	{Cancelled, TurnedPrivate, Candidate}: {"cancelled.not_open_any_more", "", "no_blame"},
	{Cancelled, TurnedPrivate, Client}:    {"cancelled.turned_private", "", ""},
	{Cancelled, SwitchedOff, Referrer}:    {"cancelled.switched_off", "", "no_blame"},
	{Cancelled, SwitchedOff, Candidate}:   {"cancelled.switched_off", "", "no_blame"},
	{Cancelled, SwitchedOff, Client}:      {"cancelled.switched_off", "", ""},
	{Cancelled, TakenBack, Referrer}:      {"cancelled.taken_back", "", "no_blame"},
	{Cancelled, NoLonger, Referrer}:       {"cancelled.no_longer", "", "may_hand_on"},
	{Cancelled, Unasked, Referrer}:        {"cancelled.unasked", "", "no_blame"},
	{Cancelled, CantGoOn, Referrer}:       {"cancelled.cant_go_on", "", "no_blame"},
	{Cancelled, CantGoOn, Candidate}:      {"cancelled.cant_go_on", "", "no_blame"},
	{Cancelled, CantGoOn, Client}:         {"cancelled.cant_go_on", "", ""},
	{Cancelled, CantBeAsked, Referrer}:    {"cancelled.cant_be_asked", "", "may_hand_on"},
	{Cancelled, NoteRefused, Referrer}:    {"cancelled.note_refused", "", "may_hand_on"},
	{Cancelled, NoteUnchecked, Referrer}:  {"cancelled.note_unchecked", "", "may_hand_on"},
	{Cancelled, StoodTooLong, Referrer}:   {"cancelled.stood_too_long", "", "no_blame"},
	{Cancelled, StoodTooLong, Candidate}:  {"cancelled.stood_too_long", "", "no_blame"},
	{Cancelled, StoodTooLong, Client}:     {"cancelled.stood_too_long", "", ""},
}

// Says is the sentence that reader is shown. It is empty for a reader who may
// not know of the referral in its present state. Masking (SeenBy) comes first:
// it softens what the reader may not know.
func (r Referral) Says(reader Party) Sentence {
	key := saying{r.State, r.way(), reader}
	if r.ByAddress() && reader == Referrer && r.State.Live() && r.SaidYesAt.IsZero() && !r.Checked() {
		key.how = ByEmail
	}
	row, ok := referralSays[key]
	if !ok {
		return Sentence{}
	}
	s := Sentence{Key: "says." + row.say, Turn: row.turn, Until: r.Until()}
	if row.then != "" {
		s.Then = "then." + row.then
	}
	if next := r.nextKey(reader); next != "" {
		s.Then = "then." + next
	}
	if r.Stand.Stands() && r.State.Live() {
		s.Then = "then.stands." + r.Stand.Why()
	}
	return s
}

// way is the how under which its sentences stand: what became of it later, or of
// the job with which it ended.
func (r Referral) way() How {
	switch {
	case r.Later != "":
		return r.Later
	case r.State == Cancelled && r.How == JobEnded:
		return r.Job.endedAs(JobEnded)
	}
	return r.How
}

// What comes then, or came, where somebody is next on the bench.
var nextKeys = map[ahead]string{
	{AwaitingCandidate, Referrer}: "next",
	{AwaitingCandidate, Client}:   "next.client",
	{ReferralDeclined, Referrer}:  "next_asked",
	{ReferralDeclined, Client}:    "next_asked.client",
	{ReferralExpired, Referrer}:   "next_asked",
	{ReferralExpired, Client}:     "next_asked.client",
	{Cancelled, Referrer}:         "next_asked",
}

// nextKey is empty where nobody is next, or where there would be no time left
// to ask them at the deadline.
func (r Referral) nextKey(reader Party) string {
	if r.Next.ID == "" || r.State == AwaitingCandidate && !r.TimeToAsk(r.Deadline) {
		return ""
	}
	return nextKeys[ahead{r.State, reader}]
}

// Why is the word for what stops the clocks: the job, or a question.
func (s Standstill) Why() string {
	if s.ByJob {
		return "job"
	}
	return "question"
}

// Until is the time of the sentence: when the present state runs out, or, of
// what has ended, when it did.
func (r Referral) Until() time.Time {
	switch {
	case r.Checked():
		return r.CheckTill
	case r.State == Sending:
		return r.LeavesAt
	case r.Later != "":
		return r.LaterAt
	case !r.State.Live():
		return r.EndedAt
	}
	return r.Deadline
}
