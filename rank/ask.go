package rank

import (
	"cmp"
	"strings"
)

// Kindred is which of the questions is asked; they share one score.
type Kindred string

// The questions that order people or jobs. Why is asked of an answer.
const (
	Refer  Kindred = "refer"  // whom could I refer?
	Client Kindred = "client" // in which order should the client look?
	Taken  Kindred = "taken"  // who is likely to take it on?
	Jobs   Kindred = "jobs"   // which jobs suit me?
)

// Question asks for people for a job.
type Question struct {
	Kind  Kindred
	Job   string
	From  string   // who refers
	Path  []string // who had the job before, in order; never suggested
	Day   int
	Limit int               // how many; 0 = all
	May   func(string) bool // who may be suggested; nil = all
	// Asks is what people ask for this very job, in the budget's coin and measure;
	// whoever isn't in it asks their own rate.
	Asks map[string]int64
}

// Row is one person, or for Jobs one job, of an answer.
type Row struct {
	ID    string
	S     Points
	Lines [nLines]Points // S is their sum, exactly
	// Skills are the job's skills one by one, told of those who are shown.
	Skills []Match
	Move   string // "newcomer" or "cap" where a rule moved it, else ""
	By     int    // places up (above 0) or down
	hash   uint64
	F      Points
	isNew  bool
}

// Part is the sum of a part's lines.
func (r Row) Part(p Part) (sum Points) {
	for i, l := range All {
		if l.Part == p {
			sum += r.Lines[i]
		}
	}
	return sum
}

// Newcomer says whether the newcomer rule counts the person as one.
func (r Row) Newcomer() bool { return r.isNew }

// Answer is what a question gives.
type Answer struct {
	Rows []Row
	Of   int // how many were compared
}

// Ask answers with the best first. The score of everybody is exact; whoever
// isn't among the rows has no higher place than the last of them.
func (m *Market) Ask(q Question) Answer {
	s := m.sheet(q)
	if s == nil {
		return Answer{}
	}
	defer s.leave()
	order := s.order(q.Limit)
	a := Answer{Rows: make([]Row, 0, len(order)), Of: len(s.room.all)}
	for _, p := range order {
		r := s.row(int(p.at))
		r.Move, r.By = p.move, p.by
		a.Rows = append(a.Rows, r)
	}
	return a
}

func better(a, b Row) int {
	return cmp.Or(cmp.Compare(b.S, a.S), cmp.Compare(a.hash, b.hash), strings.Compare(a.ID, b.ID))
}
