package words

import "kith/internal/kith"

// ReferralArgs are the names and times of a referral, as sentences about it
// take them: first names, and whole ones under "…_full". A candidate whom the
// reader may not know goes by the address the reader gave, or as a colleague.
func ReferralArgs(v Voice, r kith.Referral) []any {
	candidate, full := kith.FirstName(r.Candidate.Name), r.Candidate.Name
	if !r.Candidate.Known() {
		candidate = v.T("someone.colleague")
		if r.Outside {
			candidate = v.T("outside.called")
		}
		if r.Email != "" {
			candidate = r.Email
		}
		full = candidate
	}
	return []any{
		"referrer", kith.FirstName(r.Referrer.Name), "referrer_full", r.Referrer.Name,
		"candidate", candidate, "candidate_full", full,
		"client", kith.FirstName(r.Client.Name), "client_full", r.Client.Name,
		"job", r.Job.Title, "ref", r.Ref, "until", v.When(r.Until()), "until_short", v.Short(r.Until()),
		"next", kith.FirstName(r.Next.Name), "hear_by", v.When(r.HearBy),
		"on", v.Day(r.Until()), "budget", v.Range(r.Job.Budget), "not_now", v.Date(r.NotNowTill),
	}
}

// InvitationArgs are the names and times of an invitation.
func InvitationArgs(v Voice, i kith.Invitation) []any {
	return []any{
		"client", kith.FirstName(i.Job.Client.Name), "client_full", i.Job.Client.Name,
		"freelancer", kith.FirstName(i.Freelancer.Name), "freelancer_full", i.Freelancer.Name,
		"job", i.Job.Title, "until", v.When(i.ExpiresAt), "until_short", v.Short(i.ExpiresAt),
		"on", v.Day(i.EndedAt), "budget", v.Range(i.Job.Budget), "not_now", v.Date(i.NotNowTill),
		"hand_on_until", v.Day(i.HandOnUntil()),
	}
}

// WaitArgs are the names and the time of something that waits for somebody.
func WaitArgs(v Voice, w kith.Wait) []any {
	return []any{
		"who", kith.FirstName(w.Who.Name), "says", kith.FirstName(w.Says), "job", w.Job.Title, "until", v.When(w.Until()),
	}
}

// Says is a referral's sentence, and the sentence of what comes then, which may
// be empty. The referral must be masked for the reader already (SeenBy).
func (v Voice) Says(r kith.Referral, reader kith.Party) (say, then string) {
	s := r.Says(reader)
	args := ReferralArgs(v, r)
	if s.Key == "" {
		return "", ""
	}
	say = v.T(s.Key, args...)
	if s.Then != "" {
		then = v.T(s.Then, args...)
	}
	return say, then
}
