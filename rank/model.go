package rank

// Person is what is known of somebody who could be suggested. Name, place,
// photo and age are not here, so that nothing can depend on them.
type Person struct {
	ID        string
	Skills    []string
	Text      string   // headline and what they write of themselves
	Interests []string // tags or skills of jobs that they would like
	Languages []string
	Rate      int64 // what they ask an hour, in the smallest coin; 0 = not stated
	Floor     int64 // below which they don't work; 0 = not stated
	Hours     int   // free a week; 0 = not stated
	Level     int   // 1 to 3; 0 = not stated
	Zone      int   // minutes east of Greenwich
	HasZone   bool
	Waiting   int // invitations that wait for their answer
}

// Job is what is known of a job.
type Job struct {
	ID, Title, Text string
	Must, Nice      []string // skills
	Tags            []string // what it is filed under, codes and areas
	Budget          int64    // an hour at most, in the smallest coin; 0 = not stated
	Hours           int      // a week; 0 = not stated
	Level           int
	Language        string
	Zone            int
	HasZone         bool
	Private         bool // enters nothing that is learned
}

// Kind is what happened.
type Kind string

// What happens to a job and is learned from. What somebody answered to an
// invitation, other than taking the work on, is not among them: no answer is
// held against anybody.
const (
	Asked    Kind = "asked"     // To was asked
	HandedOn Kind = "handed on" // From handed it on to To, who took it up
	Done     Kind = "done"      // To finished it
)

// Again is what a client said after the work.
type Again int

// Whether the client would work with them again.
const (
	NotSaid Again = iota
	Yes
	No
)

// Event is something that happened on a day, counted from any day.
type Event struct {
	Day      int
	Job      string
	From, To string
	Kind     Kind
	Again    Again // with Done
}

// Vouch is somebody's word for somebody.
type Vouch struct {
	From, To  string
	Level     int  // 0 found by search, 1 knows of them, 2 knows them, 3 worked together
	Confirmed bool // the other side says the same
}

// Shown is a person who stood in a list that somebody saw.
type Shown struct {
	Day    int
	Person string
	Job    string
	Place  int // from 1
}
