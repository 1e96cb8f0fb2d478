package kith

var jobMoves = map[step[JobStatus]]JobStatus{
	{"", Post, Client}:       JobOpen,
	{JobOpen, Edit, Client}:  JobOpen,
	{JobOpen, Close, Client}: JobClosed,
	{JobOpen, Fill, House}:   JobFilled,
}

// Move is where act takes the job, or the refusal that people read.
func (s JobStatus) Move(act Act, by Party) (JobStatus, error) {
	next, ok := jobMoves[step[JobStatus]{s, act, by}]
	if !ok {
		return s, Refuse(JobNotOpen)
	}
	return next, nil
}
