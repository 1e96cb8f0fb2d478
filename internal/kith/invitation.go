package kith

import (
	"slices"
	"time"
)

// InvitationState is where an invitation stands.
type InvitationState string

// The states of an invitation.
const (
	Pending   InvitationState = "pending"
	Accepted  InvitationState = "accepted"
	Declined  InvitationState = "declined"
	Withdrawn InvitationState = "withdrawn"
	Expired   InvitationState = "expired"
)

// InvitationStates are all of them.
var InvitationStates = []InvitationState{Pending, Accepted, Declined, Withdrawn, Expired}

// Valid says whether s is one of the states.
func (s InvitationState) Valid() bool { return slices.Contains(InvitationStates, s) }

// DeclineReason is why somebody passes.
type DeclineReason string

// The reasons for passing. HandedOn stands for a decline that a referral
// brought with it.
const (
	TooBusy      DeclineReason = "too_busy"
	NotMyField   DeclineReason = "not_my_field"
	TermsDontFit DeclineReason = "terms"
	OtherReason  DeclineReason = "other"
	ReasonNotNow DeclineReason = "not_now"
	HandedOn     DeclineReason = "handed_on"
)

// DeclineReasons are those a person can choose on a form.
var DeclineReasons = []DeclineReason{TooBusy, NotMyField, TermsDontFit, ReasonNotNow, OtherReason}

// Valid says whether r can be chosen on a form.
func (r DeclineReason) Valid() bool { return slices.Contains(DeclineReasons, r) }

// Invitation is a client asking one freelancer to propose.
type Invitation struct {
	ID         string
	Job        Job
	Freelancer Someone
	Message    string
	State      InvitationState
	Reason     DeclineReason // set when declined
	NotNowTill string        // a date, 2006-01-02; set when the reason is "not now"
	Advice     Advice        // what was tapped beside a decline; may be empty
	InvitedAt  time.Time
	ExpiresAt  time.Time
	EndedAt    time.Time // when it was answered, taken back or expired
	// Stand says whether its seven days stand, because the job rests.
	Stand Standstill
	// HandOn is the newest referral that was made from it; its State is empty
	// where there is none.
	HandOn HandOn
	// Waiting is how many referrals of the job await somebody.
	Waiting int
	// Proposal is the proposal it led to, empty before.
	Proposal string
}

// RunsOut is when it expires if nobody answers: at its deadline or, while the job
// rests, when it will have stood for the most that is allowed.
func (i Invitation) RunsOut() time.Time {
	if i.Stand.Stands() {
		return i.Stand.TooLongAt()
	}
	return i.ExpiresAt
}

// Late says whether the time to answer is over: at its end, not only after it.
func (i Invitation) Late(now time.Time) bool { return i.State == Pending && !now.Before(i.RunsOut()) }

// Moved is the invitation after its clock stood for a while: what was left is
// left, and the deadline moves out of the freelancer's quiet hours.
func (i *Invitation) Moved(stood time.Duration, zone *time.Location) {
	if stood > 0 {
		i.ExpiresAt = outOfQuiet(i.ExpiresAt.Add(stood), zone)
	}
}

// HandOn is what an invitation knows of the newest referral made from it.
type HandOn struct {
	Referral string
	State    ReferralState
	// Asked says that a colleague was asked, through this referral or one before
	// it. Nobody is where an address belongs to nobody, or to somebody who
	// can't be asked.
	Asked bool
	// Declined says that this referral brought the decline with it, which undo
	// takes back.
	Declined bool
}

// HandOnDays is how long an invitation can be handed on after it was declined
// or has expired (R1).
const HandOnDays = 14

// HandOnUntil is the moment from which the invitation can't be handed on any
// more; zero while it is pending.
func (i Invitation) HandOnUntil() time.Time {
	if i.State != Declined && i.State != Expired {
		return time.Time{}
	}
	return i.EndedAt.Add(HandOnDays * 24 * time.Hour)
}

// ToClient is the invitation as its client sees it: while a decline can be taken
// back, and until a referral has left (settled case "Sending"), it stands as
// before, and a hand-on through which nobody was asked is a plain decline, as it
// was in the client's letter.
func (i Invitation) ToClient(now time.Time) Invitation {
	switch {
	case i.State != Declined:
	case i.Reason != HandedOn && now.Before(i.EndedAt.Add(UndoTime)), i.Reason == HandedOn && i.HandOn.State == Sending && i.HandOn.Declined:
		i.State, i.Reason, i.NotNowTill, i.Advice, i.EndedAt, i.HandOn = Pending, "", "", "", time.Time{}, HandOn{}
	case i.Reason != HandedOn:
	case !i.HandOn.Asked:
		i.Reason, i.HandOn = OtherReason, HandOn{}
	}
	return i
}

// Alive says whether it waits for an answer or was accepted.
func (i Invitation) Alive() bool { return i.State == Pending || i.State == Accepted }

// Who is the person on a side.
func (i Invitation) Who(p Party) Someone {
	switch p {
	case Client:
		return i.Job.Client
	case Freelancer:
		return i.Freelancer
	}
	return Someone{}
}
