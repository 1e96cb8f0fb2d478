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
		return s, Refuse(proposalRefusals[s])
	}
	return next, nil
}
