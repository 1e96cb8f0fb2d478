package kith

import "time"

// What each of the three reads of an event in the timeline of a referral. An
// event without a row for a reader isn't told to them.
var storyLines = map[hearing]string{
	{FreelancerInvited, Client}:    "invited.client",
	{FreelancerInvited, Referrer}:  "invited.referrer",
	{FreelancerInvited, Candidate}: "invited.candidate",
	{InvitationNo, Client}:         "passed.client",
	{InvitationNo, Referrer}:       "passed.referrer",
	{InvitationLapsed, Client}:     "lapsed.client",
	{InvitationLapsed, Referrer}:   "lapsed.referrer",

	{ReferralSent, Referrer}:       "sent.referrer",
	{ReferralEdited, Referrer}:     "edited.referrer",
	{ReferralUndone, Referrer}:     "undone.referrer",
	{NoteHeld, Referrer}:           "note_held.referrer",
	{NoteReleased, Referrer}:       "note_released.referrer",
	{NoteChangeAsked, Referrer}:    "note_change_asked.referrer",
	{NoteWasRefused, Referrer}:     "note_refused.referrer",
	{CandidateAsked, Referrer}:     "asked.referrer",
	{CandidateAsked, Candidate}:    "asked.candidate",
	{CandidateAsked, Client}:       "asked.client",
	{LinkMade, Referrer}:           "link_made.referrer",
	{OutsiderJoined, Referrer}:     "outsider_joined.referrer",
	{OutsiderJoined, Candidate}:    "outsider_joined.candidate",
	{OutsiderJoined, Client}:       "asked.client",
	{LinkLapsed, Referrer}:         "link_lapsed.referrer",
	{NextAsked, Referrer}:          "next_asked.referrer",
	{NextAsked, Candidate}:         "asked.candidate",
	{NextAsked, Client}:            "next_asked.client",
	{BenchChanged, Referrer}:       "bench_changed.referrer",
	{CandidateMoreTime, Referrer}:  "more_time.referrer",
	{CandidateMoreTime, Candidate}: "more_time.you",
	{CandidateMoreTime, Client}:    "more_time.client",
	{ClientMoreTime, Referrer}:     "client_more_time.others",
	{ClientMoreTime, Candidate}:    "client_more_time.others",
	{ClientMoreTime, Client}:       "more_time.you",
	{CandidateReminded, Candidate}: "reminded.candidate",
	{CandidateReminded, Referrer}:  "reminded.referrer",
	{CandidateYes, Referrer}:       "yes.referrer",
	{CandidateYes, Candidate}:      "yes.candidate",
	{CandidateYes, Client}:         "yes.client",
	{CandidateYesAskMe, Referrer}:  "yes_ask_me.referrer",
	{CandidateYesAskMe, Candidate}: "yes_ask_me.candidate",
	{CandidateYesAskMe, Client}:    "yes_ask_me.client",
	{CandidateNo, Referrer}:        "no.referrer",
	{CandidateNo, Candidate}:       "no.candidate",
	{CandidateNo, Client}:          "no.client",
	{CandidateNoLater, Referrer}:   "no_later.others",
	{CandidateNoLater, Candidate}:  "no_later.candidate",
	{CandidateNoLater, Client}:     "no_later.others",
	{CandidateLapsed, Referrer}:    "silent.referrer",
	{CandidateLapsed, Candidate}:   "silent.candidate",
	{CandidateLapsed, Client}:      "silent.client",
	{ClientReminded, Client}:       "client_reminded.client",
	{ClientYes, Referrer}:          "client_yes.others",
	{ClientYes, Candidate}:         "client_yes.others",
	{ClientYes, Client}:            "client_yes.client",
	{ClientNo, Referrer}:           "client_no.others",
	{ClientNo, Candidate}:          "client_no.others",
	{ClientNo, Client}:             "client_no.client",
	{ClientLapsed, Referrer}:       "client_silent.others",
	{ClientLapsed, Candidate}:      "client_silent.others",
	{ClientLapsed, Client}:         "client_silent.client",
	{ReferralTakenBack, Referrer}:  "taken_back.referrer",
	{ReferralTakenBack, Candidate}: "taken_back.others",
	{ReferralTakenBack, Client}:    "taken_back.others",
	{FreelancerHired, Referrer}:    "hired.referrer",
	{FreelancerHired, Candidate}:   "hired.candidate",
	{FreelancerHired, Client}:      "hired.client",
	{FreelancerNot, Referrer}:      "not_selected.others",
	{FreelancerNot, Candidate}:     "not_selected.others",
	{FreelancerNot, Client}:        "not_selected.client",
	{ProposalBack, Referrer}:       "proposal_back.others",
	{ProposalBack, Candidate}:      "proposal_back.candidate",
	{ProposalBack, Client}:         "proposal_back.others",
	{WorkFinished, Referrer}:       "work_finished.others",
	{WorkFinished, Candidate}:      "work_finished.candidate",
	{WorkFinished, Client}:         "work_finished.others",
	{WorkStopped, Referrer}:        "work_over",
	{WorkStopped, Candidate}:       "work_over",
	{WorkStopped, Client}:          "work_over",

	{QuestionCandidateReferrer, Candidate}: "question.to_referrer",
	{QuestionCandidateReferrer, Referrer}:  "question.from_candidate",
	{QuestionCandidateReferrer, Client}:    "question.others",
	{QuestionCandidateClient, Candidate}:   "question.to_client",
	{QuestionCandidateClient, Client}:      "question.from_colleague",
	{QuestionCandidateClient, Referrer}:    "question.others",
	{QuestionClientReferrer, Client}:       "question.to_referrer",
	{QuestionClientReferrer, Referrer}:     "question.from_client",
	{QuestionClientReferrer, Candidate}:    "question.others",
	{QuestionClientCandidate, Client}:      "question.to_candidate",
	{QuestionClientCandidate, Candidate}:   "question.from_client",
	{QuestionClientCandidate, Referrer}:    "question.others",
	{AnswerReferrerCandidate, Referrer}:    "answer.you",
	{AnswerReferrerCandidate, Candidate}:   "answer.referrer",
	{AnswerReferrerCandidate, Client}:      "answer.others",
	{AnswerClientCandidate, Client}:        "answer.you",
	{AnswerClientCandidate, Candidate}:     "answer.client",
	{AnswerClientCandidate, Referrer}:      "answer.others",
	{AnswerReferrerClient, Referrer}:       "answer.you",
	{AnswerReferrerClient, Client}:         "answer.referrer",
	{AnswerReferrerClient, Candidate}:      "answer.others",
	{AnswerCandidateClient, Candidate}:     "answer.you",
	{AnswerCandidateClient, Client}:        "answer.candidate",
	{AnswerCandidateClient, Referrer}:      "answer.others",

	{CandidateThanked, Candidate}: "thanks.you",
	{CandidateThanked, Referrer}:  "thanks.candidate",
	{ClientThanked, Client}:       "thanks.you",
	{ClientThanked, Referrer}:     "thanks.client",
	{NoHeld, Candidate}:           "no.candidate",
	{EndHeld, Candidate}:          "cancelled.cant_go_on",
}

// StoryLine is the message key of what a reader is told of an event; empty for
// nothing. Before a yes the referrer of an address is not told what would show
// that it has an account.
func (r Referral) StoryLine(e EventKind, reader Party) string {
	if e == FreelancerNot && (r.Later == LaterFilled || r.Later == LaterClosed) {
		return "story." + string(r.Later)
	}
	if r.toldBefore(e, reader) {
		return ""
	}
	if reader == Referrer && r.ByAddress() && r.State == ReferralExpired && (e == CandidateNo || e == ReferralCancelled) {
		e = CandidateLapsed // what was held back looks like silence
	}
	if e == ReferralCancelled {
		return r.endedFromOutside(reader)
	}
	line, ok := storyLines[hearing{e, reader}]
	if !ok {
		return ""
	}
	if (e == CandidateNo || e == NoHeld) && reader == Candidate && r.How == SaidNotNow {
		return "story.not_now.candidate"
	}
	if reader == Referrer && r.ByAddress() && r.SaidYesAt.IsZero() {
		switch e {
		case CandidateAsked:
			return "story.asked.by_email"
		case CandidateReminded, CandidateMoreTime, QuestionCandidateClient, AnswerClientCandidate:
			return ""
		}
	}
	return "story." + line
}

// toldBefore says whether an end is no news to a candidate for whom it was over
// before.
func (r Referral) toldBefore(e EventKind, reader Party) bool {
	return reader == Candidate && r.Held.Over() && (e == CandidateNo || e == CandidateLapsed || e == ReferralCancelled || e == ReferralTakenBack)
}

// endedFromOutside tells the end by what brought it, as the state's own
// sentence does.
func (r Referral) endedFromOutside(reader Party) string {
	row, ok := referralSays[saying{r.State, r.way(), reader}]
	if r.State != Cancelled || !ok {
		return ""
	}
	return "story." + row.say
}

// Next is something that will happen, or would, and when. A zero time means
// "at a yes".
type Next struct {
	Key string
	At  time.Time
}

type ahead struct {
	state  ReferralState
	reader Party
}

// What lies ahead in each state: at the time that runs out, and at a yes.
var aheads = map[ahead]struct{ atTime, atYes string }{
	{Sending, Referrer}:            {"leaves", "yes.referrer"},
	{AwaitingOutsider, Referrer}:   {"ends.link", ""},
	{AwaitingCandidate, Referrer}:  {"ends.candidate_silent", "yes.referrer"},
	{AwaitingCandidate, Candidate}: {"ends.you_silent", "yes.candidate"},
	{AwaitingCandidate, Client}:    {"ends.client", "yes.client"},
	{AwaitingClient, Referrer}:     {"ends.client_silent", "approved"},
	{AwaitingClient, Candidate}:    {"ends.client_silent", "approved.candidate"},
	{AwaitingClient, Client}:       {"ends.you_client_silent", "approved.client"},
}

// WhatNext is what a reader is told of the time to come, nearest first.
func (r Referral) WhatNext(reader Party) []Next {
	if r.Checked() && reader == Referrer {
		return []Next{{"next." + string(r.How), r.CheckTill}}
	}
	row, ok := aheads[ahead{r.State, reader}]
	if !ok {
		return nil
	}
	yes := row.atYes
	if r.State != AwaitingClient && r.Job.Policy() == PolicyAskMe {
		yes += "_ask_me"
	}
	atTime := row.atTime
	if next := r.nextKey(reader); next != "" {
		atTime = next
	}
	if row.atYes == "" {
		return []Next{{"next." + atTime, r.Until()}}
	}
	next := []Next{{"next." + atTime, r.Until()}, {"next." + yes, time.Time{}}}
	if r.Says(reader).Until.IsZero() { // an address: no deadline is told
		return next[1:]
	}
	return next
}
