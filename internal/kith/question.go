package kith

import "time"

// QuestionMax is how long a question and its answer may each be, in characters.
const QuestionMax = 500

// Question is the one question that whoever's turn it is may ask one of the
// others, and the one answer to it (R17). While it is open the clocks stand.
type Question struct {
	ID         string
	Referral   string
	By, To     Party
	Asker      string // a person's id
	Asked      string // a person's id
	Text       string
	At         time.Time
	Till       time.Time // for how long at most the clocks stand for it
	Answer     string
	AnsweredAt time.Time // zero while there is none
}

type asking struct{ by, to Party }

// Who may ask whom, what of the referral their question is to sees.go, and what
// happens with it and with its answer.
var askings = map[asking]struct {
	what            What
	asked, answered EventKind
}{
	{Candidate, Referrer}: {CandidateAsksReferrer, QuestionCandidateReferrer, AnswerReferrerCandidate},
	{Candidate, Client}:   {CandidateAsksClient, QuestionCandidateClient, AnswerClientCandidate},
	{Client, Referrer}:    {ClientAsksReferrer, QuestionClientReferrer, AnswerReferrerClient},
	{Client, Candidate}:   {ClientAsksCandidate, QuestionClientCandidate, AnswerCandidateClient},
}

// AsksEvent and AnswersEvent are what happens when it is asked and answered.
func (q Question) AsksEvent() EventKind { return askings[asking{q.By, q.To}].asked }

// AnswersEvent is told at AsksEvent.
func (q Question) AnswersEvent() EventKind { return askings[asking{q.By, q.To}].answered }

// MayAskOne is nil where a party may ask another a question now: it is their
// turn, and the two can see each other. That they asked one already is for the
// caller to know.
func (r Referral) MayAskOne(by, to Party) error {
	if err := r.MayNow(Ask, by); err != nil {
		return err
	}
	if _, _, err := r.State.Move(Ask, by, r.Job.Policy()); err != nil {
		return err
	}
	row, ok := askings[asking{by, to}]
	if !ok || r.Sees(by, row.what) == Absent || r.Sees(to, row.what) == Absent {
		return Refuse(CantAskThem)
	}
	return nil
}

// MayAskWhom are those whom a party may ask now, in the order of the form.
func (r Referral) MayAskWhom(by Party) (whom []Party) {
	for _, to := range Readers {
		if r.MayAskOne(by, to) == nil {
			whom = append(whom, to)
		}
	}
	return whom
}

// SeesQuestion says whether a party reads a question of the referral: the two
// between whom it is do, the third doesn't.
func (r Referral) SeesQuestion(by Party, q Question) bool {
	return r.Sees(by, askings[asking{q.By, q.To}].what) == Shown
}

// StandsFor says whether the clocks of the referral stand for this question.
func (r Referral) StandsFor(q Question) bool {
	return r.State.Live() && q.AnsweredAt.IsZero() && !r.Stand.QuestionTill.IsZero() && r.Stand.QuestionTill.Equal(q.Till)
}
