package kithtest

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/store"
)

// Words and jobs that are held until somebody has looked, reports and contests.
var reviewSteps = []row{
	says(`NAME lets? NAME's words go(?: on)?()()`, rule(kith.Release)),
	says(`NAME asks? NAME for other words: WORD, TEXT`, rule(kith.AskChange)),
	says(`NAME refuses? NAME's words: WORD, TEXT`, rule(kith.Disapprove)),
	says(`NAME contests? it: TEXT`, contest),
	says(`NAME answers? NAME, (upholding|overturning) it: TEXT(, alone)?`, answerContest),
	says(`NAME edits? NAME's note: WORD, TEXT`, editBenched),
	says(`NAME benches? NAME: WORD, TEXT`, func(s *story, w []string) error {
		b := act.OnBench{Candidate: s.id(w[1]), Vouch: kith.Vouch(w[2]), Note: w[3]}
		return s.House.DraftBench(s.Ctx, s.as(w[0]), s.invitations[part{s.job, w[0]}], b)
	}),

	says(`NAME reports? the job: WORD(?:, TEXT)?`, func(s *story, w []string) error {
		return s.House.ReportJob(s.Ctx, s.as(w[0]), s.job, act.Complaint{Ground: kith.Ground(w[1]), Words: w[2]})
	}),
	says(`NAME holds? the job: WORD, TEXT`, func(s *story, w []string) error {
		return s.House.HoldJob(s.Ctx, s.as(w[0]), s.job, act.Complaint{Ground: kith.Ground(w[1]), Words: w[2]})
	}),
	says(`NAME lets? the job go on(?:: TEXT)?`, func(s *story, w []string) error {
		return s.ruleJob(w[0], act.Ruling{What: kith.Release, Words: w[1]})
	}),
	says(`NAME closes? the held job: WORD, TEXT`, func(s *story, w []string) error {
		return s.ruleJob(w[0], act.Ruling{What: kith.Disapprove, Ground: kith.Ground(w[1]), Words: w[2]})
	}),
}

func init() {
	checks = append(checks,
		says(`a reviewer finds NAME's words: (WORD(?: WORD)*)`, reviewerFinds),
		says(`a reviewer finds the job: (WORD(?: WORD)*)`, reviewerFindsJob),
		says(`a reviewer finds one report of the job`, func(s *story, _ []string) error {
			w, err := s.Desk.Waiting(s.Ctx)
			if err == nil && (len(w.Reports) != 1 || w.Reports[0].Job.ID != s.job) {
				err = fmt.Errorf("%d reports", len(w.Reports))
			}
			return err
		}),
		says(`nothing waits for a reviewer`, func(s *story, _ []string) error {
			n, err := s.Desk.WaitingCount(s.Ctx)
			if err == nil && n > 0 {
				err = fmt.Errorf("%d things do", n)
			}
			return err
		}),
		says(`the reviews say: (WORD(?:, WORD)*)`, trailSays),
		says(`the invitation looks untouched to NAME`, untouched),
		says(`NAME reads that NAME declined on DATE`, declinedOn),
	)
}

// review is the newest of somebody's words, or of the job.
func (s *story) review(name string) (found kith.Review, err error) {
	s.read(func(tx *store.Tx) error {
		var all []kith.Review
		if name == "" {
			all, err = tx.ReviewsOfJob(s.Ctx, s.job)
		} else {
			all, err = tx.ReviewsOf(s.Ctx, s.referrals[part{s.job, name}])
		}
		if err == nil && len(all) == 0 {
			err = errors.New("nothing of it was ever looked at")
		}
		if err == nil {
			found = all[0]
		}
		return nil
	})
	return found, err
}

func rule(what kith.Act) func(s *story, w []string) error {
	return func(s *story, w []string) error {
		r, err := s.review(w[1])
		if err != nil {
			return err
		}
		return s.House.Rule(s.Ctx, s.as(w[0]), r.ID, act.Ruling{What: what, Ground: kith.Ground(w[2]), Words: w[3]})
	}
}

func (s *story) ruleJob(who string, ruling act.Ruling) error {
	r, err := s.review("")
	if err != nil {
		return err
	}
	return s.House.Rule(s.Ctx, s.as(who), r.ID, ruling)
}

// ownReview is somebody's own: of their words, or of their job.
func (s *story) ownReview(name string) (kith.Review, error) {
	if s.client[s.job] == name {
		return s.review("")
	}
	return s.review(name)
}

func contest(s *story, w []string) error {
	r, err := s.ownReview(w[0])
	if err != nil {
		return err
	}
	return s.House.ContestReview(s.Ctx, s.as(w[0]), r.ID, w[1])
}

func answerContest(s *story, w []string) error {
	r, err := s.ownReview(w[1])
	if err != nil {
		return err
	}
	what := map[string]kith.Act{"upholding": kith.Uphold, "overturning": kith.Overturn}[w[2]]
	return s.House.AnswerContest(s.Ctx, s.as(w[0]), r.ID, what, w[3], w[4] == "")
}

// editBenched changes the note about somebody on the bench.
func editBenched(s *story, w []string) error {
	r, err := s.referral(w[0])
	if err != nil {
		return err
	}
	id := ""
	s.read(func(tx *store.Tx) error {
		all, err := tx.Chain(s.Ctx, r.Chain)
		for _, q := range all {
			if q.Candidate.Name == w[1] {
				id = q.ID
			}
		}
		return err
	})
	return s.House.EditReferral(s.Ctx, s.as(w[0]), id, act.Words{Vouch: kith.Vouch(w[2]), Note: w[3]})
}

func reviewerFinds(s *story, w []string) error {
	waiting, err := s.Desk.Waiting(s.Ctx)
	for _, r := range waiting.Reviews {
		if r.Author.Name == w[0] && !r.OfJob() && kith.FoundText(r.Found) == w[1] {
			return err
		}
	}
	return errors.Join(err, fmt.Errorf("not among %+v", waiting.Reviews))
}

func reviewerFindsJob(s *story, w []string) error {
	waiting, err := s.Desk.Waiting(s.Ctx)
	for _, r := range waiting.Reviews {
		if r.OfJob() && r.Job.ID == s.job && kith.FoundText(r.Found) == w[0] {
			return err
		}
	}
	return errors.Join(err, fmt.Errorf("not among %d", len(waiting.Reviews)))
}

// trailSays compares what was done in all reviews of the job and its referrals.
func trailSays(s *story, w []string) error {
	var done []string
	s.read(func(tx *store.Tx) error {
		var all []store.Trail
		for _, name := range []string{"Ana", ""} {
			r, err := s.review(name)
			if err != nil {
				continue
			}
			trail, err := tx.TrailOf(s.Ctx, r.ID)
			if err != nil {
				return err
			}
			all = append(all, trail...)
		}
		for _, e := range all {
			done = append(done, string(e.What))
		}
		return nil
	})
	if got := strings.Join(done, ", "); got != w[0] {
		return fmt.Errorf("they say %q", got)
	}
	return nil
}

// untouched: the client sees a pending invitation, as before anything was sent.
func untouched(s *story, w []string) error {
	m, err := s.Desk.Manager(s.Ctx, s.Reader(s.id(w[0])), s.job)
	if err != nil {
		return err
	}
	for _, row := range m.Rows {
		if row.Referral != nil || row.Invitation != nil && row.Invitation.State != kith.Pending {
			return fmt.Errorf("there is %+v", row)
		}
	}
	return nil
}

// declinedOn is the day of the decline as the client sees it.
func declinedOn(s *story, w []string) error {
	m, err := s.Desk.Manager(s.Ctx, s.Reader(s.id(w[0])), s.job)
	if err != nil {
		return err
	}
	for _, row := range m.Rows {
		if i := row.Invitation; i != nil && i.Freelancer.Name == w[1] && i.State == kith.Declined && i.EndedAt.Format(time.DateOnly) == w[2] {
			return nil
		}
	}
	return fmt.Errorf("in none of %d rows", len(m.Rows))
}
