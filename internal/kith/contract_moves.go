package kith

var contractMoves = map[step[ContractState]]ContractState{
	{"", Hire, Client}:            Running,
	{Running, Finish, Client}:     Finished,
	{Running, Finish, Freelancer}: Finished,
	{Running, Stop, Client}:       Stopped,
	{Running, Stop, Freelancer}:   Stopped,
	{Running, Remind, Clock}:      Running,
	{Finished, Rate, Client}:      Finished,
	{Finished, Rate, Freelancer}:  Finished,
	{Finished, Remind, Clock}:     Finished,
	{Stopped, Rate, Client}:       Stopped,
	{Stopped, Rate, Freelancer}:   Stopped,
	{Stopped, Remind, Clock}:      Stopped,
}

var contractRefusals = map[ContractState]Code{"": NotFound, Running: WorkGoesOn, Finished: WorkIsOver, Stopped: WorkIsOver}

// Move is where act takes the contract, or the refusal that people read.
func (s ContractState) Move(act Act, by Party) (ContractState, error) {
	next, ok := contractMoves[step[ContractState]{s, act, by}]
	if !ok {
		return s, Refuse(contractRefusals[s])
	}
	return next, nil
}
