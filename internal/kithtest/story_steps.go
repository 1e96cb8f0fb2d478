package kithtest

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/mail"
)

// steps are what people do and what time does. A verb stands with and without
// its s, for "Bo can't say yes".
var steps []row

func init() { // cannot says a step itself
	steps = []row{
		says(`NAME can't (.+): TEXT`, cannot),
		says(`NAME (?:is|are) a member`, func(s *story, w []string) error { s.id(w[0]); return nil }),
		says(`the talk is of TEXT`, talkOf),
		says(`(\d+) (second|minute|hour|day)s? pass(?:es)?`, timePasses),
		says(`(\d+) (second|minute|hour|day)s? pass(?:es)?, and nobody sweeps`, clockOnly),
		says(`the mail server goes away`, func(s *story, _ []string) error { s.Mail.FailNext(10000, mail.ErrNotNow); return nil }),
		says(`the mail server comes back`, mailIsBack),

		says(`NAME posts? TEXT((?:, [a-z_]+)*)(?: and invites NAME)?`, post),
		says(`NAME shows? the job to members only`, edit(func(j *kith.Job) { j.Visibility = kith.Members })),
		says(`NAME turns? the job private`, edit(func(j *kith.Job) { j.Visibility = kith.Private })),
		says(`NAME switch(?:es)? referrals off`, edit(func(j *kith.Job) { j.StatedPolicy = kith.PolicyOff })),
		says(`NAME asks? to be asked`, edit(func(j *kith.Job) { j.StatedPolicy = kith.PolicyAskMe })),
		says(`NAME asks? for WORD at least`, func(s *story, w []string) error {
			return edit(func(j *kith.Job) { j.MinVouch = kith.Vouch(w[1]) })(s, w)
		}),
		says(`NAME closes? the job`, func(s *story, w []string) error { return s.House.CloseJob(s.Ctx, s.as(w[0]), s.job) }),

		says(`NAME invites? NAME`, invite),
		says(`NAME takes? NAME's invitation back`, func(s *story, w []string) error {
			return s.House.WithdrawInvitation(s.Ctx, s.as(w[0]), s.invitations[part{s.job, w[1]}])
		}),
		says(`NAME accepts? the invitation`, acceptInvitation),
		says(`NAME declines?: WORD(?: until DATE)?`, func(s *story, w []string) error {
			return s.House.DeclineInvitation(s.Ctx, s.as(w[0]), s.invitations[part{s.job, w[0]}], no(w[1], w[2]))
		}),

		says(`NAME (?:declines? and )?refers? (?:NAME|TEXT): WORD, TEXT(?:, privately TEXT)?(, sharing a household)?`, refer),
		says(`NAME edits? it: WORD, TEXT(?:, privately TEXT)?`, editReferral),
		says(`NAME undo(?:es)? it`, onReferral((*act.House).UndoReferral)),
		says(`NAME takes? it back`, onReferral((*act.House).WithdrawReferral)),
		says(`NAME says? yes(?:: WORD)?(, sharing a household)?`, sayYes),
		says(`NAME says? yes to NAME`, sayYesTo),
		says(`NAME says? no: WORD(?: until DATE)?`, sayNo),
		says(`NAME takes? the yes back: WORD()`, sayNo),
		says(`NAME says? not now until DATE`, func(s *story, w []string) error { return sayNo(s, []string{w[0], "not_now", w[1]}) }),
		says(`NAME says? no by the link: WORD`, sayNoByLink),
		says(`a scanner opens the link to NAME and clicks`, scan),
		says(`NAME approves? NAME`, approve),
		says(`NAME (?:doesn't want|refuse) NAME`, onReferral((*act.House).DisapproveReferral)),

		says(`NAME appl(?:ies|y)`, apply),
		says(`NAME hires? NAME`, func(s *story, w []string) error {
			return s.House.Hire(s.Ctx, s.as(w[0]), s.proposals[part{s.job, w[1]}])
		}),
		says(`NAME doesn't choose NAME: WORD`, func(s *story, w []string) error {
			return s.House.NotSelect(s.Ctx, s.as(w[0]), s.proposals[part{s.job, w[1]}], kith.NotSelectedReason(w[2]))
		}),
		says(`NAME writes? to NAME: TEXT`, write),
	}
	steps = append(append(append(steps, benchSteps...), reachSteps...), circleSteps...)
	checks = append(checks, circleChecks...)
	steps, checks = append(steps, workSteps...), append(checks, workChecks...)
	steps = append(steps, reviewSteps...)
	steps, checks = append(steps, outsideSteps...), append(checks, outsideChecks...)
	steps, checks = append(steps, adviceSteps...), append(checks, adviceChecks...)
	steps, checks = append(steps, clockSteps...), append(checks, turnChecks...)
	steps, checks = append(steps, questionSteps...), append(checks, questionChecks...)
}

func (s *story) as(name string) act.By { return s.By(s.id(name)) }

// cannot says a step that must be refused with a sentence.
func cannot(s *story, w []string) error {
	err := s.say(steps, w[0]+" "+w[1])
	if err == nil {
		return errors.New("they can")
	}
	if got := s.sentence(err); !strings.Contains(plain(got), plain(w[2])) {
		return fmt.Errorf("they read %q", got)
	}
	return nil
}

// sentence is what people read of an error.
func (s *story) sentence(err error) string {
	voice := s.voice()
	var no kith.Refusal
	var wrong kith.Problems
	switch {
	case errors.As(err, &no):
		return voice.Refused(no)
	case errors.As(err, &wrong):
		return voice.Problem(wrong[0])
	}
	return err.Error()
}

func no(reason, till string) act.No { return act.No{Reason: kith.DeclineReason(reason), Till: till} }

func talkOf(s *story, w []string) error {
	id, ok := s.jobs[w[0]]
	if !ok {
		return errors.New("there is no such job")
	}
	s.job = id
	return nil
}

func span(number, unit string) time.Duration {
	n, _ := strconv.Atoi(number)
	return time.Duration(n) * map[string]time.Duration{
		"second": time.Second, "minute": time.Minute, "hour": time.Hour, "day": 24 * time.Hour,
	}[unit]
}

func timePasses(s *story, w []string) error {
	s.Pass(span(w[0], w[1]))
	return nil
}

// clockOnly is what it is like when the sweep is late: the next step comes
// first.
func clockOnly(s *story, w []string) error {
	s.Clock.Set(s.Clock.Now().Add(span(w[0], w[1])))
	s.late = true
	return nil
}

// mailIsBack forgets the orders to fail, which forgets the letters too: they
// are taken in before.
func mailIsBack(s *story, _ []string) error {
	s.collect()
	s.Mail.Forget()
	s.caught = 0
	return nil
}

func post(s *story, w []string) error {
	j := kith.Job{Title: w[1], Text: "All about it.", Visibility: kith.Members, Openings: 1}
	for _, word := range strings.Split(w[2], ", ")[1:] {
		switch v, p := kith.Visibility(word), kith.Policy(word); {
		case v.Valid():
			j.Visibility = v
		case p.Valid():
			j.StatedPolicy = p
		case kith.Vouch(word).Valid():
			j.MinVouch = kith.Vouch(word)
		case word == "two_openings":
			j.Openings = 2
		default:
			return fmt.Errorf("a job can't be %q", word)
		}
	}
	id, err := s.House.PostJob(s.Ctx, s.as(w[0]), j)
	if err != nil {
		return err
	}
	s.jobs[w[1]], s.client[id], s.job = id, w[0], id
	if w[3] == "" {
		return nil
	}
	return invite(s, []string{w[0], w[3]})
}

func edit(change func(*kith.Job)) func(s *story, w []string) error {
	return func(s *story, w []string) error {
		j, err := s.Desk.Job(s.Ctx, s.Reader(s.id(w[0])), s.job)
		if err != nil {
			return err
		}
		change(&j.Job)
		return s.House.EditJob(s.Ctx, s.as(w[0]), s.job, j.Job)
	}
}

func invite(s *story, w []string) error {
	id, err := s.House.Invite(s.Ctx, s.as(w[0]), s.job, s.id(w[1]), "Would you?")
	if err == nil {
		s.invitations[part{s.job, w[1]}] = id
		s.allInvitations = append(s.allInvitations, id)
	}
	return err
}
