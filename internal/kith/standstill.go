package kith

import "time"

// MostStanding is for how long in all the clocks of a chain may stand. What
// stands longer is cancelled.
const MostStanding = 14 * day

// QuestionTime is for how long at most a question lets the clocks stand (R17).
const QuestionTime = 24 * time.Hour

// Standstill says whether the clocks of a referral stand, why, and for how long
// they have stood before. Any number of reasons stop the same clocks once.
type Standstill struct {
	Since        time.Time // zero while they run
	ByJob        bool      // the job is paused or held
	QuestionTill time.Time // zero where no question is open
	Stood        time.Duration
}

// Stands says whether the clocks stand.
func (s Standstill) Stands() bool { return !s.Since.IsZero() }

// TooLongAt is when they will have stood for the most that is allowed in all;
// zero while they run.
func (s Standstill) TooLongAt() time.Time {
	if !s.Stands() {
		return time.Time{}
	}
	return s.Since.Add(MostStanding - s.Stood)
}

// StopForJob stops the clocks because the job is paused or held.
func (s *Standstill) StopForJob(at time.Time) {
	s.begin(at)
	s.ByJob = true
}

// StopForQuestion stops the clocks until a question is answered, for a day at
// most.
func (s *Standstill) StopForQuestion(at time.Time) {
	s.begin(at)
	s.QuestionTill = at.Add(QuestionTime)
}

func (s *Standstill) begin(at time.Time) {
	if !s.Stands() {
		s.Since = at
	}
}

// JobGoesOn and QuestionCloses take one reason away. They say for how long the
// clocks stood, which is nothing while another reason still stops them.
func (s *Standstill) JobGoesOn(at time.Time) time.Duration {
	s.ByJob = false
	return s.run(at)
}

// QuestionCloses is told at JobGoesOn.
func (s *Standstill) QuestionCloses(at time.Time) time.Duration {
	s.QuestionTill = time.Time{}
	return s.run(at)
}

func (s *Standstill) run(at time.Time) time.Duration {
	if !s.Stands() || s.ByJob || !s.QuestionTill.IsZero() || at.Before(s.Since) {
		return 0
	}
	stood := at.Sub(s.Since)
	s.Since, s.Stood = time.Time{}, s.Stood+stood
	return stood
}

// PassedOn is the standstill as what comes next in the chain inherits it, and for
// how long the clocks stood before: a question concerned only the one before.
func (s Standstill) PassedOn(at time.Time) (next Standstill, stood time.Duration) {
	if !s.Stands() {
		return Standstill{Stood: s.Stood}, 0
	}
	stood = at.Sub(s.Since)
	next = Standstill{ByJob: s.ByJob, Stood: s.Stood + stood}
	if s.ByJob {
		next.Since = at
	}
	return next, stood
}

// Restarted is the referral with the standstill so far counted in, for clocks
// that begin at a moment: what stops them still, stops them from then on.
func (r Referral) Restarted(at time.Time) Referral {
	next, stood := r.Stand.PassedOn(at)
	r.Stand = next
	if !r.AskingEnds.IsZero() {
		r.AskingEnds = r.AskingEnds.Add(stood)
	}
	return r
}

// Moved are the referral's clocks after they stood for a while: what was left
// is left, and a deadline moves out of the quiet hours of whoever waits.
func (r *Referral) Moved(stood time.Duration, zone *time.Location) {
	if stood == 0 {
		return
	}
	if r.State == Sending {
		r.LeavesAt = r.LeavesAt.Add(stood)
		if r.Checked() {
			r.CheckTill = r.CheckTill.Add(stood)
		}
	}
	switch {
	case r.Deadline.IsZero():
	case r.State == AwaitingOutsider: // quiet hours don't hold for links
		r.Deadline = r.Deadline.Add(stood)
	default:
		r.Deadline = outOfQuiet(r.Deadline.Add(stood), zone)
	}
	if !r.AskingEnds.IsZero() {
		r.AskingEnds = r.AskingEnds.Add(stood)
	}
}
