package kith

// Party is the side from which somebody acts on a thing or looks at it.
type Party string

// The parties. Client, Referrer and Candidate are people; Freelancer is who
// was invited or proposes, as seen from an invitation or a proposal, Colleague
// one of two people who are in each other's circle or may be. Clock is time passing, House is a consequence of something that happened elsewhere
// (the job closed), Stranger is everybody who has no part in it. Reviewer is an
// operator who looks at words or at a job, Author whose they are.
const (
	Client     Party = "client"
	Referrer   Party = "referrer"
	Candidate  Party = "candidate"
	Freelancer Party = "freelancer"
	Colleague  Party = "colleague"
	Clock      Party = "clock"
	House      Party = "house"
	Stranger   Party = "stranger"
	Reviewer   Party = "reviewer"
	Author     Party = "author"
)

// Readers are the parties for whom a referral has a page.
var Readers = []Party{Referrer, Candidate, Client}

// Someone is a person as named on a page or in a letter. A Someone without a
// name is somebody whom the reader may not know.
type Someone struct {
	ID   string
	Name string
	// TimeZone is the IANA name of the zone the person lives in; empty means
	// the installation's.
	TimeZone string
}

// Known says whether the reader may know who this is.
func (s Someone) Known() bool { return s.Name != "" }
