package act

import (
	"context"
	"time"

	"kith/internal/kith"
)

// AskQuestion asks one of the others one question, by whoever's turn it is
// (R17). The clocks stand until the answer, for a day at most.
func (h *House) AskQuestion(ctx context.Context, by By, id string, to kith.Party, text string) error {
	text = kith.Clean(text)
	var wrong kith.Problems
	wrong.Add(to == "", "to", "choice_missing")
	wrong = append(wrong, checkShort(text, "question_missing", kith.QuestionMax)...)
	if err := wrong.Err(); err != nil {
		return err
	}
	_, err := h.do(ctx, by, func(t *turn) error {
		r, party, err := t.lockedReferral(id)
		if err != nil {
			return err
		}
		if err := r.MayAskOne(party, to); err != nil {
			return err
		}
		before, err := t.Questions(t.ctx, r.ID)
		if err != nil {
			return err
		}
		for _, q := range before {
			if q.Asker == t.by.Person {
				return kith.Refuse(kith.AskedAlready)
			}
		}
		return t.putQuestion(r, party, to, text)
	})
	return err
}

func (t *turn) putQuestion(r kith.Referral, party, to kith.Party, text string) error {
	q := kith.Question{
		ID: t.house.IDs.New(), Referral: r.ID, By: party, To: to, Asker: t.by.Person, Asked: r.Who(to).ID, Text: text,
		At: t.by.Now, Till: t.by.Now.Add(kith.QuestionTime),
	}
	if err := t.AddQuestion(t.ctx, q); err != nil {
		return err
	}
	if err := t.standStill(r, t.by.Now, (*kith.Standstill).StopForQuestion); err != nil {
		return err
	}
	t.ledTo = q.ID
	return t.questionEvent(r, q, q.AsksEvent(), q.Till)
}

// AnswerQuestion answers a question by the one who was asked. An answer that
// comes while the clocks stand for it lets them run on; a late one is shown and
// moves none. The referral's id comes back.
func (h *House) AnswerQuestion(ctx context.Context, by By, id, text string) (referral string, err error) {
	text = kith.Clean(text)
	if err := checkShort(text, "answer_missing", kith.QuestionMax).Err(); err != nil {
		return "", err
	}
	return h.do(ctx, by, func(t *turn) error {
		q, err := t.Question(t.ctx, id)
		if err != nil {
			return err
		}
		if q.Asked != t.by.Person {
			return kith.Refuse(kith.NotFound)
		}
		r, _, err := t.lockedReferral(q.Referral)
		if err != nil {
			return err
		}
		if q, err = t.Question(t.ctx, id); err != nil { // as it is now that the referral is ours
			return err
		}
		if !q.AnsweredAt.IsZero() {
			return kith.Refuse(kith.AlreadyAnswered)
		}
		t.ledTo = r.ID
		if err := t.Tx.AnswerQuestion(t.ctx, q.ID, text, t.by.Now); err != nil {
			return err
		}
		if r.StandsFor(q) {
			if err := t.goOn(r, t.by.Now, (*kith.Standstill).QuestionCloses); err != nil {
				return err
			}
		}
		return t.questionEvent(r, q, q.AnswersEvent(), time.Time{})
	})
}

// questionEvent tells the one to whom the question or the answer goes.
func (t *turn) questionEvent(r kith.Referral, q kith.Question, kind kith.EventKind, till time.Time) error {
	e, err := t.happened(kith.Event{
		Kind: kind, Actor: t.by.Person, Job: r.Job.ID, Invitation: r.Invitation, Referral: r.ID, Message: q.ID, Till: till,
	})
	if err != nil {
		return err
	}
	return t.tell(e, r.ID, r.Who, func(p kith.Party) bool { return r.Told(p, e) })
}

// checkShort is what is wrong with a short text that goes to somebody at once.
func checkShort(text, missing string, most int) kith.Problems {
	var wrong kith.Problems
	wrong.Add(text == "", "text", missing)
	wrong.Add(kith.Length(text) > most, "text", "too_long", "max", most)
	return append(wrong, LeaveOut("text", text)...)
}
