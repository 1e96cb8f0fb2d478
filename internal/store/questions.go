package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

func questionOf(q db.Question) kith.Question {
	return kith.Question{
		ID: q.ID, Referral: q.ReferralID, By: kith.Party(q.ByParty), To: kith.Party(q.ToParty), Asker: q.AskerID, Asked: q.AskedID,
		Text: q.Text, At: q.At.UTC(), Till: q.Till.UTC(), Answer: q.Answer, AnsweredAt: moment(q.AnsweredAt),
	}
}

// AddQuestion keeps a new question.
func (t *Tx) AddQuestion(ctx context.Context, q kith.Question) error {
	return t.q.InsertQuestion(ctx, db.InsertQuestionParams{
		ID: q.ID, ReferralID: q.Referral, ByParty: string(q.By), ToParty: string(q.To), AskerID: q.Asker, AskedID: q.Asked, Text: q.Text, At: q.At, Till: q.Till,
	})
}

// Question is the question with this id.
func (t *Tx) Question(ctx context.Context, id string) (kith.Question, error) {
	q, err := t.q.Question(ctx, id)
	return questionOf(q), found(err)
}

// Questions are those about a referral, oldest first.
func (t *Tx) Questions(ctx context.Context, referral string) ([]kith.Question, error) {
	rows, err := t.q.QuestionsOfReferral(ctx, referral)
	return each(rows, err, questionOf)
}

// AnswerQuestion keeps the answer to a question that has none.
func (t *Tx) AnswerQuestion(ctx context.Context, id, answer string, at time.Time) error {
	return moved(t.q.AnswerQuestion(ctx, db.AnswerQuestionParams{ID: id, Answer: answer, AnsweredAt: &at}))
}

// AddThanks keeps thanks. It says false where the same party has thanked already.
func (t *Tx) AddThanks(ctx context.Context, k kith.Thanks) (bool, error) {
	n, err := t.q.InsertThanks(ctx, db.InsertThanksParams{ReferralID: k.Referral, ByParty: string(k.By), PersonID: k.Person, Text: k.Text, At: k.At})
	return n > 0, err
}

// Thanks are those for a referral, oldest first.
func (t *Tx) Thanks(ctx context.Context, referral string) ([]kith.Thanks, error) {
	rows, err := t.q.ThanksOfReferral(ctx, referral)
	return each(rows, err, func(k db.Thank) kith.Thanks {
		return kith.Thanks{Referral: k.ReferralID, By: kith.Party(k.ByParty), Person: k.PersonID, Text: k.Text, At: k.At.UTC()}
	})
}
