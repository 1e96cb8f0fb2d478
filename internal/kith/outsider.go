package kith

// MayReferOutside is nil where somebody without an account can be referred: for
// public jobs only, since the link is for anybody who gets it (R13).
func (j Job) MayReferOutside() error {
	if j.Visibility != Public {
		return Refuse(OutsiderNotPublic)
	}
	return nil
}

// BehindLink is the referral as whoever opens its link may read it: who thought
// of them, the job's title as it was when the link was made, and the note to the
// client. It is refused, always in the same words, where the link was used or
// taken back, where its time is over, and where the job is no longer for
// everybody to see.
func (r Referral) BehindLink(late bool) (Referral, error) {
	if r.State != AwaitingOutsider || late || r.Job.MayReferOutside() != nil || !r.Job.Live() {
		return Referral{}, Refuse(LinkOver)
	}
	return Referral{
		Ref: r.Ref, Title: r.Title, Job: Job{ID: r.Job.ID, Title: r.Title, Client: r.Client}, Client: r.Client, Referrer: r.Referrer,
		Note: r.Note, State: r.State, Deadline: r.Deadline, Outside: true,
	}, nil
}
