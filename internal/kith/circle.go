package kith

import "time"

// CircleAskTime is for how long somebody who was asked into a circle can
// answer, and for how long the same person isn't written to a second time.
const CircleAskTime = 30 * day

// CircleAsksMost is how many people somebody can have asked into their circle
// within that time who have not confirmed.
const CircleAsksMost = 20

// TieState is how somebody stands to a colleague, as they see it themselves.
type TieState string

// The states. What was declined reads as asked to the one who asked, until the
// time to answer is over: a no is neither told nor seen.
const (
	NoTie        TieState = "none"
	TieAsked     TieState = "asked"          // by oneself
	TieWaits     TieState = "waits"          // for oneself to answer
	InCircle     TieState = "in_circle"      // each confirmed the other
	WouldStandIn TieState = "would_stand_in" // one's own yes, which the other doesn't see
	Buddies      TieState = "buddies"        // both agreed to stand in for each other
)

// TieStates are all of them.
var TieStates = []TieState{NoTie, TieAsked, TieWaits, InCircle, WouldStandIn, Buddies}

// What one of the two does, and how they stand then. Asking back is a yes.
var tieMoves = map[step[TieState]]TieState{
	{NoTie, AskIn, Colleague}:            TieAsked,
	{TieAsked, Withdraw, Colleague}:      NoTie,
	{TieWaits, AskIn, Colleague}:         InCircle,
	{TieWaits, Accept, Colleague}:        InCircle,
	{TieWaits, Decline, Colleague}:       NoTie,
	{InCircle, StandIn, Colleague}:       WouldStandIn, // Buddies, where the other agreed already
	{InCircle, Part, Colleague}:          NoTie,
	{WouldStandIn, StandDown, Colleague}: InCircle,
	{WouldStandIn, Part, Colleague}:      NoTie,
	{Buddies, StandDown, Colleague}:      InCircle,
	{Buddies, Part, Colleague}:           NoTie,
}

// Move is where act takes the tie, or the refusal that people read.
func (s TieState) Move(act Act, by Party) (TieState, error) {
	next, ok := tieMoves[step[TieState]{s, act, by}]
	switch {
	case ok:
		return next, nil
	case act == AskIn && s == TieAsked:
		return s, Refuse(AskedIntoCircle)
	case act == AskIn && s.Confirmed():
		return s, Refuse(InCircleAlready)
	}
	return s, Refuse(AlreadyEnded)
}

// Confirmed says whether the two are in each other's circle.
func (s TieState) Confirmed() bool { return s == InCircle || s == WouldStandIn || s == Buddies }

// Tie is what there is between two people, as one of them, Me, looks at it.
type Tie struct {
	Me, Other   Someone
	Asker       string // the one of the two who asked
	AskedAt     time.Time
	ConfirmedAt time.Time
	Declined    bool
	TakenBack   bool
	// Agrees and OtherAgrees say who would stand in for the other.
	Agrees, OtherAgrees bool
}

// State is how Me stands to the other now.
func (t Tie) State(now time.Time) TieState {
	switch {
	case !t.ConfirmedAt.IsZero() && t.Agrees && t.OtherAgrees:
		return Buddies
	case !t.ConfirmedAt.IsZero() && t.Agrees:
		return WouldStandIn
	case !t.ConfirmedAt.IsZero():
		return InCircle
	case t.TakenBack || t.Over(now):
		return NoTie
	case t.Asker == t.Me.ID:
		return TieAsked
	case t.Declined:
		return NoTie
	}
	return TieWaits
}

// Until is when the time to answer is over.
func (t Tie) Until() time.Time { return t.AskedAt.Add(CircleAskTime) }

// Over says whether it is.
func (t Tie) Over(now time.Time) bool { return !now.Before(t.Until()) }

// Do lets Me do something to the tie. A tie that nothing is left of has no
// Asker any more.
func (t *Tie) Do(act Act, now time.Time) error {
	was := t.State(now)
	if _, err := was.Move(act, Colleague); err != nil {
		return err
	}
	switch act {
	case AskIn:
		t.ask(was, now)
	case Accept:
		t.ConfirmedAt = now
	case Decline:
		t.Declined = true
	case Withdraw:
		t.TakenBack = true
	case Part:
		*t = Tie{Me: t.Me, Other: t.Other}
	case StandIn:
		t.Agrees = true
	case StandDown:
		t.Agrees, t.OtherAgrees = false, t.OtherAgrees && was != Buddies
	}
	return nil
}

// ask asks the other, or confirms them where they asked: also after a no, if
// their time to be answered isn't over. Who takes an ask back and asks anew
// within that time doesn't ask a second time: what was declined stays declined.
func (t *Tie) ask(was TieState, now time.Time) {
	alive := !t.Over(now)
	switch {
	case was == TieWaits || alive && t.Asker == t.Other.ID && !t.TakenBack:
		t.ConfirmedAt = now
	case alive && t.Asker == t.Me.ID:
		t.TakenBack = false
	default:
		*t = Tie{Me: t.Me, Other: t.Other, Asker: t.Me.ID, AskedAt: now}
	}
}

// KeptApart is the tie when Me blocks the other: what was confirmed is over, and
// what was asked reads as if nobody had answered.
func (t Tie) KeptApart() Tie {
	switch {
	case !t.ConfirmedAt.IsZero():
		return Tie{Me: t.Me, Other: t.Other}
	case t.Asker == t.Me.ID:
		t.TakenBack = true
	default:
		t.Declined = true
	}
	return t
}
