package kith

import "time"

type referralMove struct {
	next   ReferralState
	askMe  ReferralState // next, where the job's policy is ask_me
	within time.Duration // time given from here on, where somebody must act
}

// The referral loop. A yes leads to an introduction, or under ask_me to the
// client, who gets the time that stands beside it.
var referralMoves = map[step[ReferralState]]referralMove{
	{"", Refer, Referrer}: {next: Sending, within: UndoTime},

	{Sending, Edit, Referrer}: {next: Sending},
	{Sending, Undo, Referrer}: {next: Undone},
	{Sending, Leave, Clock}:   {next: AwaitingCandidate, within: CandidateTime},
	{Sending, Give, Clock}:    {next: AwaitingOutsider, within: OutsiderTime},
	{Sending, Cancel, House}:  {next: Cancelled},

	{"", Queue, Referrer}:    {next: Queued},
	{Queued, Undo, Referrer}: {next: Undone},
	{Queued, Edit, Referrer}: {next: Queued},
	{Queued, Turn, Clock}:    {next: AwaitingCandidate, within: BenchTime},
	{Queued, Cancel, House}:  {next: Cancelled},

	{AwaitingOutsider, TakeLink, Candidate}: {next: AwaitingCandidate, within: CandidateTime},
	{AwaitingOutsider, Withdraw, Referrer}:  {next: ReferralWithdrawn},
	{AwaitingOutsider, Lapse, Clock}:        {next: ReferralExpired},
	{AwaitingOutsider, Cancel, House}:       {next: Cancelled},

	{AwaitingCandidate, Accept, Candidate}:      {next: Introduced, askMe: AwaitingClient, within: ClientTime},
	{AwaitingCandidate, Decline, Candidate}:     {next: ReferralDeclined},
	{AwaitingCandidate, NotNow, Candidate}:      {next: ReferralDeclined},
	{AwaitingCandidate, Withdraw, Referrer}:     {next: ReferralWithdrawn},
	{AwaitingCandidate, MoreTimeAct, Candidate}: {next: AwaitingCandidate, within: MoreTime},
	{AwaitingCandidate, Remind, Clock}:          {next: AwaitingCandidate},
	{AwaitingCandidate, Lapse, Clock}:           {next: ReferralExpired},
	{AwaitingCandidate, Cancel, House}:          {next: Cancelled},

	{AwaitingCandidate, Ask, Candidate}: {next: AwaitingCandidate},
	{AwaitingCandidate, Tell, Clock}:    {next: ReferralDeclined},
	{AwaitingClient, Ask, Client}:       {next: AwaitingClient},

	{AwaitingClient, Approve, Client}:     {next: Introduced},
	{AwaitingClient, Disapprove, Client}:  {next: NotApproved},
	{AwaitingClient, Decline, Candidate}:  {next: ReferralDeclined},
	{AwaitingClient, MoreTimeAct, Client}: {next: AwaitingClient, within: MoreTime},
	{AwaitingClient, Remind, Clock}:       {next: AwaitingClient},
	{AwaitingClient, Lapse, Clock}:        {next: ReferralExpired},
	{AwaitingClient, Cancel, House}:       {next: Cancelled},
}

// Move is where act takes the referral under the job's policy, with the time
// that is given from then on, or the refusal that people read. Whether act
// comes too late is for Late to say.
func (s ReferralState) Move(act Act, by Party, policy Policy) (ReferralState, time.Duration, error) {
	move, ok := referralMoves[step[ReferralState]{s, act, by}]
	switch {
	case !ok:
		return s, 0, Refuse(s.refusal(act))
	case move.askMe != "" && policy == PolicyAskMe:
		return move.askMe, move.within, nil
	case move.askMe != "":
		return move.next, 0, nil
	}
	return move.next, move.within, nil
}

// refusal says why act is not possible now, in the words of what happened.
func (s ReferralState) refusal(act Act) Code {
	switch {
	case s == Sending || s == Queued:
		return NotSentYet
	case (act == Undo || act == Edit) && (s.Live() || s == Introduced):
		return TooLate
	case s == AwaitingClient && act == Withdraw:
		return SaidYesAlready
	case s == AwaitingClient || s == Introduced:
		return AlreadyAnswered
	case s == AwaitingOutsider || s == AwaitingCandidate:
		return NotYours
	}
	return AlreadyEnded
}

// Late says whether the time for what people may do in the present state is
// over: at the deadline, not only after it. Where the deadline isn't told, it is
// not for the reader to say. While the clocks stand, only standing itself can
// last too long.
func (r Referral) Late(now time.Time) bool {
	if r.Stand.Stands() {
		return r.State.Live() && !now.Before(r.Stand.TooLongAt())
	}
	switch r.State {
	case Sending:
		if r.Checked() {
			return !now.Before(r.CheckTill)
		}
		return !now.Before(r.LeavesAt)
	case AwaitingOutsider, AwaitingCandidate, AwaitingClient:
		return !r.Deadline.IsZero() && !now.Before(r.Deadline)
	}
	return false
}

// LinkIsOld says whether a link in the candidate's letter is of no use any more.
// It was made for the deadline of its day; where that moved, by more time or
// because the clocks stood, the link lasts as long as the wait does.
func (r Referral) LinkIsOld(madeFor, now time.Time) bool {
	return !now.Before(madeFor) && (r.State != AwaitingCandidate || r.Late(now))
}

// whileHeld is what people may do while the job is held: no, and taking back.
var whileHeld = map[Act]bool{Decline: true, NotNow: true, Disapprove: true, Withdraw: true, Undo: true}

// MayNow refuses what a person can't do while the operator checks the job, and
// what a candidate can't who has ended it for themselves already.
func (r Referral) MayNow(act Act, by Party) error {
	if r.Job.Status == JobHeld && by != Clock && by != House && r.State.Live() && !whileHeld[act] {
		return Refuse(JobIsHeld)
	}
	if by == Candidate && r.Held.Over() {
		return Refuse(AlreadyEnded)
	}
	return nil
}

// TakeMoreTime gives whoever's turn it is more time, once: counted from the old
// deadline, for the candidate at most until the asking ends. Zone is theirs.
func (r *Referral) TakeMoreTime(by Party, zone *time.Location) error {
	_, given, err := r.State.Move(MoreTimeAct, by, r.Job.Policy())
	if err != nil {
		return err
	}
	taken, till := &r.ClientMore, r.Deadline.Add(given)
	if by == Candidate {
		taken = &r.CandidateMore
		if !r.AskingEnds.IsZero() {
			till = earlier(till, r.AskingEnds)
		}
	}
	if *taken {
		return Refuse(MoreTimeTaken)
	}
	if till = outOfQuiet(till, zone); !till.After(r.Deadline) {
		return Refuse(NoMoreTime)
	}
	*taken, r.Deadline = true, till
	return nil
}
