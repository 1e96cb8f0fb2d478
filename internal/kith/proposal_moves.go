package kith

var proposalMoves = map[step[ProposalStatus]]ProposalStatus{
	{"", Submit, Freelancer}:            Submitted,
	{Submitted, Complete, Freelancer}:   Submitted,
	{Submitted, Withdraw, Freelancer}:   ProposalWithdrawn,
	{Submitted, Shortlist, Client}:      Shortlisted,
	{Submitted, Hire, Client}:           Hired,
	{Submitted, NotSelect, Client}:      NotSelected,
	{Submitted, Cancel, House}:          NotSelected,
	{Shortlisted, Complete, Freelancer}: Shortlisted,
	{Shortlisted, Withdraw, Freelancer}: ProposalWithdrawn,
	{Shortlisted, Unshortlist, Client}:  Submitted,
	{Shortlisted, Hire, Client}:         Hired,
	{Shortlisted, NotSelect, Client}:    NotSelected,
	{Shortlisted, Cancel, House}:        NotSelected,
}

var proposalRefusals = map[ProposalStatus]Code{
	"":                NotFound,
	Submitted:         NotYours,
	Shortlisted:       AlreadyShortlisted,
	Hired:             AlreadyHired,
	NotSelected:       AlreadyNotSelected,
	ProposalWithdrawn: ProposalTakenBack,
}

// Move is where act takes the proposal, or the refusal that people read.
func (s ProposalStatus) Move(act Act, by Party) (ProposalStatus, error) {
	next, ok := proposalMoves[step[ProposalStatus]{s, act, by}]
	if !ok {
		return s, Refuse(s.refusal(act, by))
	}
	return next, nil
}

// refusal says why act is not possible: it is never this side's to do, or the
// state is against it.
func (s ProposalStatus) refusal(act Act, by Party) Code {
	theirs := false
	for m := range proposalMoves {
		theirs = theirs || m.act == act && m.party == by
	}
	switch {
	case s != "" && !theirs:
		return NotYours
	case s == Submitted && act == Unshortlist:
		return NotShortlisted
	}
	return proposalRefusals[s]
}
