package letters

import "kith/internal/kith"

// question asks for the one answer (R17). The client may not know yet who asks.
func question(f Facts) Letter {
	q := f.Question
	key := "question." + string(q.By)
	if q.By == kith.Candidate && q.To == kith.Client {
		key = "question.colleague"
	}
	body := []Block{f.hello(), f.lead(key), quote(q.Text), {Kind: Para, Text: f.t("question.answer", "till", f.Voice.When(q.Till))}}
	if f.Party == kith.Client {
		body = append(body, f.para("not_in_your_inbox"))
	}
	return Letter{Subject: f.t("question.subject"), Body: append(body, f.button("question.button", "/questions/"+q.ID)), Foot: f.foot()}
}

// answer brings it to the one who asked.
func answer(f Facts) Letter {
	q := f.Question
	return Letter{
		Subject: f.t("answer." + string(q.To) + "_subject"),
		Body: join(
			[]Block{f.hello(), f.lead("answer.asked"), quote(q.Text), f.lead("answer." + string(q.To)), quote(q.Answer)},
			[]Block{f.para("answer.turn"), f.button("answer.button", "/referrals/"+f.Referral.ID)},
		),
		Foot: f.foot(),
	}
}

// foot says why each of the three gets a letter about a referral.
func (f Facts) foot() string {
	switch f.Party {
	case kith.Client:
		return f.t("client_foot")
	case kith.Candidate:
		return f.t("asked.foot")
	}
	return f.t("referrer_foot")
}

// withRef puts the reference number before a foot, where a referral led to what
// the letter is about (R9).
func (f Facts) withRef(foot string) string {
	if f.Ref == "" {
		return f.t(foot)
	}
	return f.t("reference", "ref", f.Ref) + " " + f.t(foot)
}
