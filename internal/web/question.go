package web

import (
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// questionView is a question before the one who was asked it.
type questionView struct {
	referralView
	q kith.Question
}

// question shows it, with the form for the one answer.
func question(v *visit) error { return v.questionPage(v.fresh(nil)) }

// answerQuestion answers it.
func answerQuestion(v *visit) error {
	s := v.typed()
	referral, err := v.site.House.AnswerQuestion(v.r.Context(), v.by(), v.path("id"), s.Value("text"))
	switch {
	case s.took(err):
		return v.questionPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/referrals/"+referral, v.t("question.done"))
}

func (v *visit) questionPage(s *sheet) error {
	q, err := v.site.Desk.Question(v.r.Context(), v.reader(), v.path("id"))
	if err != nil {
		return err
	}
	return v.showAs(s.status(), questionPage(questionView{referralView{v: v, Referral: q.Referral, s: s}, q.Question}))
}

// whyNotAnswer is the sentence in the place of the form once it was answered.
func (q questionView) whyNotAnswer() string {
	if q.s.refused != "" || q.q.AnsweredAt.IsZero() {
		return ""
	}
	return q.v.sentenceOf(kith.Refuse(kith.AlreadyAnswered))
}

// clock says what the answer does to the time.
func (q questionView) clock() string {
	if q.StandsFor(q.q) {
		return q.v.t("question.stands", "till", q.v.voice.When(q.q.Till))
	}
	return q.v.t("question.late")
}

// asks is the question as a quotation.
func (r referralView) asks(q kith.Question) parts.NoteProps {
	key := "between.from." + string(q.By)
	switch {
	case q.By == r.Party:
		key = "between.to." + string(q.To)
	case q.By == kith.Candidate && q.To == kith.Client:
		key = "between.from.colleague"
	}
	return parts.NoteProps{Cite: r.say(key), Text: q.Text}
}

func (r referralView) answers(q kith.Question) parts.NoteProps {
	if q.To == r.Party {
		return parts.NoteProps{Cite: r.v.t("between.answer_yours"), Text: q.Answer}
	}
	return parts.NoteProps{Cite: r.say("between.answer." + string(q.To)), Text: q.Answer}
}

// unanswered says what an open question still waits for.
func (r referralView) unanswered(q kith.Question) string {
	if r.StandsFor(q) {
		return r.v.t("between.stands", "till", r.v.voice.When(q.Till))
	}
	return r.v.t("between.unanswered")
}

func (r referralView) thanked(k kith.Thanks) parts.NoteProps {
	if k.By == r.Party {
		return parts.NoteProps{Cite: r.say("between.thanks_yours"), Text: k.Text}
	}
	return parts.NoteProps{Cite: r.say("between.thanks." + string(k.By)), Text: k.Text}
}
