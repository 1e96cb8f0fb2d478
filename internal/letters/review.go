package letters

import (
	"kith/internal/kith"
	"kith/internal/words"
)

// statement are the reasons for a decision, as the page about it gives them too.
func (f Facts) statement() []Block {
	var all []Block
	for _, line := range f.Voice.Statement(f.Review) {
		all = append(all, Block{Kind: Para, Text: line})
	}
	return append(all, f.quoted("review.words", f.Review.Words)...)
}

func (f Facts) review(key string, rest ...Block) Letter {
	return Letter{
		Subject: f.t(key + ".subject"),
		Body:    join([]Block{f.hello(), f.para(key + ".text")}, rest),
		Foot:    f.t("review.foot"),
	}
}

// statementButton leads to the page on which a decision can be contested.
func (f Facts) statementButton() Block { return f.button("review.button", "/reviews/"+f.Review.ID) }

// noteChange asks a referrer for other words.
func noteChange(f Facts) Letter {
	return f.review("note_change", append(f.statement(), f.button("note_change.button", "/referrals/"+f.Review.Referral+"/edit"))...)
}

// noteRefused tells a referrer that their words were refused, with the reasons.
func noteRefused(f Facts) Letter {
	key := "note_refused"
	if f.Review.State == kith.ReviewUnchecked {
		key = "note_unchecked"
	}
	return f.review(key, append(f.statement(), f.para("review.contest"), f.statementButton())...)
}

// jobHeld tells a client that their job is looked at.
func jobHeld(f Facts) Letter {
	return f.review("job_held", append(f.statement(), f.statementButton())...)
}

// jobReleased tells a client that it goes on.
func jobReleased(f Facts) Letter {
	return f.review("job_released", append(f.quoted("review.words", f.Review.Words), f.button("job_released.button", "/jobs/"+f.Review.Job.ID))...)
}

// jobRefused tells a client that it was closed, with the reasons.
func jobRefused(f Facts) Letter {
	return f.review("job_refused", append(f.statement(), f.para("review.contest"), f.statementButton())...)
}

// reviewAnswered brings the answer to what an author said against a decision.
func reviewAnswered(f Facts) Letter {
	key := "review_answered_" + string(f.Review.State)
	who := Block{Kind: Para, Text: f.Voice.T(words.Answerer(f.Review))}
	return f.review(key, append(f.quoted("review.answer", f.Review.Answer), who, f.statementButton())...)
}
