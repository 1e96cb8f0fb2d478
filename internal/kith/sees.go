package kith

import "time"

// Sight is how much of a thing somebody may see.
type Sight int

// Absent is the zero value: what no row allows is not seen.
const (
	Absent Sight = iota
	Softened
	Shown
)

// What is a part of a referral that not everybody may see.
type What string

// The parts.
const (
	TheReferral    What = "the referral"
	CandidateName  What = "the candidate"
	CandidateEmail What = "the candidate's address"
	TheNote        What = "note and vouch"
	TheHandOver    What = "hand-over note"
	TheAnswer      What = "the candidate's rate, letter and own word on the vouch"
	TheReason      What = "the candidate's reason"
	TheBench       What = "who is next"

	CandidateAsksReferrer What = "a question of the candidate's to the referrer"
	CandidateAsksClient   What = "a question of the candidate's to the client"
	ClientAsksReferrer    What = "a question of the client's to the referrer"
	ClientAsksCandidate   What = "a question of the client's to the candidate"
	CandidateThanks       What = "the candidate's thanks"
	ClientThanks          What = "the client's thanks"
)

// stage is how far a referral has come, as far as seeing goes.
type stage int

const (
	sendingStage   stage = iota // not left yet, or on the bench
	askedStage                  // the candidate decides
	yesStage                    // the client decides
	metStage                    // introduced
	unaskedStage                // ended without having left
	beforeYesStage              // ended before the candidate's yes
	afterYesStage               // ended after it
	stages
)

type look struct {
	what What
	by   Party
}

const (
	no   = Absent
	soft = Softened
	yes  = Shown
)

// Who sees what of a referral. Parties without a row, Stranger among them, see
// nothing.
var sees = map[look][stages]Sight{
	//                          sending asked  yes   met  unasked before after
	{TheReferral, Referrer}:    {yes, yes, yes, yes, yes, yes, yes},
	{TheReferral, Candidate}:   {no, yes, yes, yes, no, yes, yes},
	{TheReferral, Client}:      {no, yes, yes, yes, no, yes, yes},
	{CandidateName, Referrer}:  {yes, yes, yes, yes, yes, yes, yes},
	{CandidateName, Candidate}: {no, yes, yes, yes, no, yes, yes},
	{CandidateName, Client}:    {no, no, yes, yes, no, no, yes},
	{CandidateEmail, Referrer}: {yes, yes, yes, yes, yes, yes, yes},
	{TheNote, Referrer}:        {yes, yes, yes, yes, yes, yes, yes},
	{TheNote, Candidate}:       {no, yes, yes, yes, no, yes, yes},
	{TheNote, Client}:          {no, no, yes, yes, no, no, yes},
	{TheHandOver, Referrer}:    {yes, yes, yes, yes, yes, yes, yes},
	{TheHandOver, Candidate}:   {no, yes, yes, yes, no, yes, yes},
	{TheAnswer, Candidate}:     {no, yes, yes, yes, no, yes, yes},
	{TheAnswer, Client}:        {no, no, yes, yes, no, no, yes},
	{TheBench, Referrer}:       {yes, yes, yes, yes, yes, yes, yes},
	{TheBench, Client}:         {no, soft, soft, soft, no, soft, soft},
	{TheReason, Referrer}:      {no, no, no, no, no, soft, soft},
	{TheReason, Candidate}:     {no, no, no, no, no, yes, yes},

	// of questions and thanks the two between whom they are, never the third
	{CandidateAsksReferrer, Candidate}: {no, yes, yes, yes, no, yes, yes},
	{CandidateAsksReferrer, Referrer}:  {no, yes, yes, yes, no, yes, yes},
	{CandidateAsksClient, Candidate}:   {no, yes, yes, yes, no, yes, yes},
	{CandidateAsksClient, Client}:      {no, yes, yes, yes, no, yes, yes},
	{ClientAsksReferrer, Client}:       {no, no, yes, yes, no, no, yes},
	{ClientAsksReferrer, Referrer}:     {no, no, yes, yes, no, no, yes},
	{ClientAsksCandidate, Client}:      {no, no, yes, yes, no, no, yes},
	{ClientAsksCandidate, Candidate}:   {no, no, yes, yes, no, no, yes},
	{CandidateThanks, Candidate}:       {no, no, no, yes, no, yes, yes},
	{CandidateThanks, Referrer}:        {no, no, no, yes, no, yes, yes},
	{ClientThanks, Client}:             {no, no, no, yes, no, yes, yes},
	{ClientThanks, Referrer}:           {no, no, no, yes, no, yes, yes},
}

// A candidate found by an address is not named to the referrer before a yes:
// the name would tell that the address has an account (R2).
var seesByAddress = [stages]Sight{soft, soft, yes, yes, soft, soft, yes}

// asIfUnknown is what would tell the referrer of an address before a yes that
// somebody is there.
var asIfUnknown = map[What]bool{CandidateAsksReferrer: true, CandidateThanks: true, ClientThanks: true}

func (r Referral) stage() stage {
	switch {
	case r.State == Sending || r.State == Queued || r.State == AwaitingOutsider:
		return sendingStage
	case r.State == AwaitingCandidate:
		return askedStage
	case r.State == AwaitingClient:
		return yesStage
	case r.State == Introduced:
		return metStage
	case r.AskedAt.IsZero():
		return unaskedStage
	case r.SaidYesAt.IsZero():
		return beforeYesStage
	}
	return afterYesStage
}

// Sees says how much of one part of the referral a party may see now. Where an
// address has no account nobody was asked, and only the referrer knows of it.
func (r Referral) Sees(by Party, what What) Sight {
	if r.Candidate.ID == "" && by != Referrer {
		return Absent
	}
	if what == CandidateName && by == Referrer && r.ByAddress() {
		return seesByAddress[r.stage()]
	}
	if asIfUnknown[what] && by == Referrer && r.ByAddress() && r.SaidYesAt.IsZero() {
		return Absent
	}
	return sees[look{what, by}][r.stage()]
}

// SeenBy is the referral with everything taken out that the party may not see,
// and whether they may know of it at all. Pages and letters show only this.
func (r Referral) SeenBy(by Party) (Referral, bool) {
	if r.Sees(by, TheReferral) == Absent {
		return Referral{}, false
	}
	if by == Candidate {
		r = r.Held.toCandidate(r)
	} else {
		r = r.Held.toOthers(r, by)
	}
	seen := r
	if r.Sees(by, CandidateName) != Shown {
		seen.Candidate = Someone{}
		if by == Referrer && !r.Outside {
			seen.Deadline = time.Time{} // whoever has one was asked
			seen.Stand.QuestionTill = time.Time{}
			if !r.Stand.ByJob { // whoever asks has one too
				seen.Stand = Standstill{}
			}
		}
	}
	if r.Sees(by, CandidateEmail) == Absent {
		seen.Email = ""
	}
	if r.Sees(by, TheNote) == Absent {
		seen.Note, seen.Vouch, seen.Shared, seen.Confirmed = "", "", false, false
	}
	if r.Sees(by, TheHandOver) == Absent {
		seen.HandOver = ""
	}
	if r.Sees(by, TheAnswer) == Absent {
		seen.Rate, seen.Letter, seen.OwnVouch, seen.OwnShared = Money{}, "", "", false
	}
	switch r.Sees(by, TheBench) {
	case Absent:
		seen.Next, seen.FollowedBy, seen.Place, seen.Chain, seen.AskingEnds, seen.HearBy = Someone{}, "", 0, "", time.Time{}, time.Time{}
	case Softened:
		if seen.Next.ID != "" {
			seen.Next, seen.FollowedBy = Someone{ID: "somebody"}, ""
		}
	}
	if r.Sees(by, TheReason) != Shown {
		seen.Reason, seen.NotNowTill = "", ""
		if seen.How == SaidNotNow {
			seen.How = SaidNo
		}
	}
	if by != Referrer {
		seen.CheckTill = time.Time{} // nobody else learns that words were held
	}
	if by == Candidate && r.Job.Visibility == Private {
		// Only what was mailed, nothing newer.
		seen.Job = Job{ID: r.Job.ID, Client: r.Job.Client, Title: r.Title, Visibility: Private, Status: r.Job.Status}
	}
	return seen, true
}

// jobSight is who sees a job: by visibility, a visitor, a member, and somebody
// who was brought to it (invited, proposing, or its client).
var jobSight = map[Visibility]struct{ visitor, member, insider bool }{
	Public:  {true, true, true},
	Members: {false, true, true},
	Private: {false, false, true},
}

// SeenFrom says whether somebody may know of the job: signed in or not, brought
// to it or not.
func (j Job) SeenFrom(signedIn, insider bool) bool {
	row := jobSight[j.Visibility]
	return row.visitor || signedIn && row.member || insider && row.insider
}
