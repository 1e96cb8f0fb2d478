package kith

import (
	"slices"
	"strings"
	"time"
)

// CheckTime is how long words may wait for a reviewer, and how long their author
// has for a change that was asked for. It runs through the night.
const CheckTime = 72 * time.Hour

// ReviewMax is the longest text about a review, in characters: a reason, a
// contest, an answer, a report.
const ReviewMax = 1000

// ReviewState is where a review stands.
type ReviewState string

// The states of a review.
const (
	ReviewWaits      ReviewState = "waiting"
	ReviewChange     ReviewState = "change_asked"
	ReviewCleared    ReviewState = "cleared" // the author took out what was marked
	ReviewReleased   ReviewState = "released"
	ReviewRefused    ReviewState = "refused"
	ReviewUnchecked  ReviewState = "unchecked" // nobody looked at it in time
	ReviewGone       ReviewState = "gone"      // what it was about ended otherwise
	ReviewContested  ReviewState = "contested"
	ReviewUpheld     ReviewState = "upheld"     // the answer: it stays as decided
	ReviewOverturned ReviewState = "overturned" // the answer: the author was right
)

// ReviewStates are all of them, in their order.
var ReviewStates = []ReviewState{
	ReviewWaits, ReviewChange, ReviewCleared, ReviewReleased, ReviewRefused, ReviewUnchecked, ReviewGone, ReviewContested, ReviewUpheld, ReviewOverturned,
}

// What happens to a review. A reviewer is an operator who is not its author.
var reviewMoves = map[step[ReviewState]]ReviewState{
	{"", Hold, House}: ReviewWaits,

	{ReviewWaits, Release, Reviewer}:    ReviewReleased,
	{ReviewWaits, AskChange, Reviewer}:  ReviewChange,
	{ReviewWaits, Disapprove, Reviewer}: ReviewRefused,
	{ReviewWaits, Edit, Author}:         ReviewWaits,
	{ReviewWaits, Clear, House}:         ReviewCleared,
	{ReviewWaits, Lapse, Clock}:         ReviewUnchecked,
	{ReviewWaits, Cancel, House}:        ReviewGone,

	{ReviewChange, Edit, Author}:  ReviewWaits,
	{ReviewChange, Clear, House}:  ReviewCleared,
	{ReviewChange, Lapse, Clock}:  ReviewRefused,
	{ReviewChange, Cancel, House}: ReviewGone,

	{ReviewWaits, Contest, Author}:        ReviewWaits, // read before it is decided
	{ReviewRefused, Contest, Author}:      ReviewContested,
	{ReviewUnchecked, Contest, Author}:    ReviewContested,
	{ReviewContested, Uphold, Reviewer}:   ReviewUpheld,
	{ReviewContested, Overturn, Reviewer}: ReviewOverturned,
}

// Move is where act takes the review, or the refusal that people read.
func (s ReviewState) Move(act Act, by Party) (ReviewState, error) {
	next, ok := reviewMoves[step[ReviewState]{s, act, by}]
	if !ok {
		return s, Refuse(ReviewDecided)
	}
	return next, nil
}

// Ground is the point of the community guidelines that something touches.
type Ground string

// The grounds. The first three are also what the check of words finds.
const (
	GroundContact        Ground = "contact"
	GroundLink           Ground = "link"
	GroundAbuse          Ground = "abuse"
	GroundScam           Ground = "scam"
	GroundAround         Ground = "around_the_site"
	GroundDiscrimination Ground = "discrimination"
	GroundIllegal        Ground = "illegal"
	GroundOther          Ground = "other"
)

// NoteGrounds are those for which words can be refused, JobGrounds those for
// which a job can be reported, held and closed, each as on a form.
var (
	NoteGrounds = []Ground{GroundContact, GroundLink, GroundAbuse, GroundOther}
	JobGrounds  = []Ground{GroundScam, GroundAround, GroundDiscrimination, GroundAbuse, GroundIllegal, GroundOther}
)

// Review is one time that people who run the site look at something before it
// goes on: the words of a referral, or a job.
type Review struct {
	ID string
	// Referral is the one whose words are looked at, and Ref its number; both are
	// empty where the job itself is.
	Referral, Ref  string
	Job            Someone // id and title
	Author         Someone // who wrote the words, or the job's client
	Note, HandOver string  // the words as they stand
	Found          []Ground
	State          ReviewState
	Was            JobStatus // the job's, before it was held
	OpenedAt       time.Time
	Till           time.Time // when it is over by itself; zero for a job
	// Ground and Words are the statement of reasons, By the human who decided;
	// nobody where time did.
	Ground    Ground
	Words     string
	By        Someone
	DecidedAt time.Time
	// Contest is what the author says against it, Answer what a reviewer says to
	// that.
	Contest     string
	ContestedAt time.Time
	Answer      string
	AnsweredBy  Someone
	AnsweredAt  time.Time
}

// OfJob says whether the review is of a job, not of words.
func (r Review) OfJob() bool { return r.Referral == "" }

// Open says whether a reviewer has to do something.
func (r Review) Open() bool { return r.State == ReviewWaits || r.State == ReviewContested }

// MayContest refuses a contest where none is possible, or where the author has
// written already and it is still to be read.
func (r Review) MayContest() error {
	_, err := r.State.Move(Contest, Author)
	if err == nil && r.State == ReviewWaits && r.Contest != "" {
		err = Refuse(ContestedAlready)
	}
	return err
}

// Grounds are those for which the thing can be decided.
func (r Review) Grounds() []Ground {
	if r.OfJob() {
		return JobGrounds
	}
	return NoteGrounds
}

// MayReview refuses whoever would judge their own words, or, where there is
// another reviewer, answer a contest of their own decision.
func (r Review) MayReview(person string, others bool) error {
	switch {
	case r.Author.ID == person:
		return Refuse(ReviewOwn)
	case r.State == ReviewContested && others && r.By.ID == person:
		return Refuse(ReviewTwice)
	}
	return nil
}

// FoundText is how what was found is kept, FoundIn how it is read again.
func FoundText(found []Ground) string {
	all := make([]string, len(found))
	for i, g := range found {
		all[i] = string(g)
	}
	return strings.Join(all, " ")
}

// FoundIn is told at FoundText.
func FoundIn(text string) []Ground {
	var all []Ground
	for _, g := range strings.Fields(text) {
		all = append(all, Ground(g))
	}
	return all
}

// ValidGround says whether a ground can be chosen among some.
func ValidGround(g Ground, among []Ground) bool { return slices.Contains(among, g) }

// ReportsToHold is how many people have to report a job until it is held.
const ReportsToHold = 2

// MayHold refuses a job that can't be held: it is held already, or has ended.
func (j Job) MayHold() error {
	_, err := j.Status.Move(Hold, House)
	return err
}

// Checked says whether the referral's words wait for a reviewer, or for a change
// that one asked for.
func (r Referral) Checked() bool {
	return (r.State == Sending || r.State == Queued) && (r.How == Checking || r.How == ChangeAsked)
}

// Free lets a referral whose words were checked go on: it leaves at the end of
// its ten minutes, at once where they are over. While the clocks stand it leaves
// when they run on.
func (r *Referral) Free(at time.Time) {
	r.How = ""
	if r.Stand.Stands() {
		at = r.Stand.Since
	}
	if r.LeavesAt.Before(at) {
		r.LeavesAt = at
	}
}
