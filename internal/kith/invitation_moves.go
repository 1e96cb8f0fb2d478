package kith

import "time"

type invitationMove struct {
	next   InvitationState
	within time.Duration // time given to the freelancer from here on
}

// Declined and Withdraw: while a referral is still sending, the client sees
// the invitation as pending and may take it back; act allows it only then.
var invitationMoves = map[step[InvitationState]]invitationMove{
	{"", Invite, Client}:           {next: Pending, within: 7 * day},
	{Pending, Accept, Freelancer}:  {next: Accepted},
	{Pending, Decline, Freelancer}: {next: Declined},
	{Pending, Refer, Freelancer}:   {next: Declined},
	{Pending, Withdraw, Client}:    {next: Withdrawn},
	{Pending, Remind, Clock}:       {next: Pending},
	{Pending, Lapse, Clock}:        {next: Expired},
	{Pending, Cancel, House}:       {next: Withdrawn},
	{Declined, Refer, Freelancer}:  {next: Declined},
	{Declined, Undo, Freelancer}:   {next: Pending},
	{Declined, Withdraw, Client}:   {next: Withdrawn},
	{Expired, Refer, Freelancer}:   {next: Expired},
}

var invitationRefusals = map[InvitationState]Code{
	"":        NotFound,
	Pending:   NotYours,
	Accepted:  InvitationAccepted,
	Declined:  InvitationDeclined,
	Withdrawn: InvitationTakenBack,
	Expired:   InvitationExpired,
}

// Move is where act takes the invitation, with the time that it gives, or the
// refusal that people read.
func (s InvitationState) Move(act Act, by Party) (InvitationState, time.Duration, error) {
	move, ok := invitationMoves[step[InvitationState]{s, act, by}]
	if !ok {
		return s, 0, Refuse(invitationRefusals[s])
	}
	return move.next, move.within, nil
}
