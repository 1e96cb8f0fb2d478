package kith

var jobMoves = map[step[JobStatus]]JobStatus{
	{"", Post, Client}:       JobOpen,
	{JobOpen, Edit, Client}:  JobOpen,
	{JobOpen, Close, Client}: JobClosed,
	{JobOpen, Fill, House}:   JobFilled,

	{JobOpen, Pause, Client}:    JobPaused,
	{JobPaused, Resume, Client}: JobOpen,
	{JobPaused, Edit, Client}:   JobPaused,
	{JobPaused, Close, Client}:  JobClosed,
	{JobPaused, Fill, House}:    JobFilled,

	{JobOpen, Hold, House}:       JobHeld,
	{JobPaused, Hold, House}:     JobHeld,
	{JobHeld, Release, Reviewer}: JobOpen,
	{JobHeld, Pause, Reviewer}:   JobPaused, // let go, and paused as before
	{JobHeld, Close, Reviewer}:   JobClosed,
	{JobHeld, Close, Client}:     JobClosed,
}

// Move is where act takes the job, or the refusal that people read.
func (s JobStatus) Move(act Act, by Party) (JobStatus, error) {
	next, ok := jobMoves[step[JobStatus]{s, act, by}]
	if !ok {
		return s, Refuse(jobRefusal(s))
	}
	return next, nil
}

// NotOpenFor is why a job that is not open takes nobody new.
func (j Job) NotOpenFor() Code { return jobRefusal(j.Status) }

func jobRefusal(s JobStatus) Code {
	switch s {
	case JobHeld:
		return JobIsHeld
	case JobPaused:
		return JobIsPaused
	}
	return JobNotOpen
}
