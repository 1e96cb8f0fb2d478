package kith

import (
	"slices"
	"time"
)

// Visibility says who may know of a job.
type Visibility string

// The visibilities. A private job is known to its client and to those invited.
const (
	Public  Visibility = "public"
	Members Visibility = "members"
	Private Visibility = "private"
)

// Visibilities are all of them, widest first.
var Visibilities = []Visibility{Public, Members, Private}

// Valid says whether v is one of the visibilities.
func (v Visibility) Valid() bool { return slices.Contains(Visibilities, v) }

// Policy says what a candidate's yes is worth on a job.
type Policy string

// The referral policies. Under PolicyOpen a candidate's yes makes a proposal,
// under PolicyAskMe the client says yes too, under PolicyOff nobody can refer.
const (
	PolicyOpen  Policy = "open"
	PolicyAskMe Policy = "ask_me"
	PolicyOff   Policy = "off"
)

// Policies are all of them, as they stand on a form.
var Policies = []Policy{PolicyOpen, PolicyAskMe, PolicyOff}

// Valid says whether p is one of the policies.
func (p Policy) Valid() bool { return slices.Contains(Policies, p) }

// JobStatus is where a job stands.
type JobStatus string

// The statuses built so far.
const (
	JobOpen   JobStatus = "open"
	JobPaused JobStatus = "paused" // by the client: clocks stand, people may act
	JobHeld   JobStatus = "held"   // by the operator: clocks stand, only no and withdrawing
	JobFilled JobStatus = "filled"
	JobClosed JobStatus = "closed"
)

// JobStatuses are all of them.
var JobStatuses = []JobStatus{JobOpen, JobPaused, JobHeld, JobFilled, JobClosed}

// Valid says whether s is one of the statuses.
func (s JobStatus) Valid() bool { return slices.Contains(JobStatuses, s) }

// Job is what a client wants done.
type Job struct {
	ID         string
	Client     Someone
	Title      string
	Text       string
	Skills     []string
	Visibility Visibility
	// StatedPolicy is what the client chose; Policy is what holds.
	StatedPolicy Policy
	// MinVouch is the least that a referrer must be able to say; empty where
	// anybody may be put forward. It binds new referrals.
	MinVouch  Vouch
	Status    JobStatus
	Openings  int
	Hired     int // how many of the openings are taken
	Budget    Range
	WantedBy  string // a date, 2006-01-02, or empty
	PostedAt  time.Time
	ChangedAt time.Time
	EndedAt   time.Time // zero while the job is open
}

// Policy is the referral policy in force. Private jobs are always off.
func (j Job) Policy() Policy {
	if j.Visibility == Private {
		return PolicyOff
	}
	return j.StatedPolicy
}

// Open says whether the job still looks for somebody.
func (j Job) Open() bool { return j.Status == JobOpen }

// Live says whether the job has not ended: it is open, or rests.
func (j Job) Live() bool { return j.Open() || j.Rests() }

// Rests says whether the job is paused or held, so that its clocks stand.
func (j Job) Rests() bool { return j.Status == JobPaused || j.Status == JobHeld }
