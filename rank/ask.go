package rank

import (
	"cmp"
	"slices"
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
	rows := s.rows()
	best := m.settle(rows, q)
	for i := range best {
		best[i].Skills = s.matches(m.at[best[i].ID])
	}
	return Answer{Rows: best, Of: len(rows)}
}

func (s *sheet) rows() []Row {
	rows := make([]Row, 0, len(s.m.people))
	for i, p := range s.m.people {
		if p.present && !slices.Contains(s.q.Path, p.ID) && p.ID != s.q.From && (s.q.May == nil || s.q.May(p.ID)) {
			rows = append(rows, s.row(i))
		}
	}
	return rows
}

// order is everybody, in order.
func (s *sheet) order() []Row {
	q := s.q
	q.Limit = 0
	return s.m.settle(s.rows(), q)
}

// settle orders the rows, moves whom the rules move, and takes the first.
func (m *Market) settle(rows []Row, q Question) []Row {
	slices.SortFunc(rows, better)
	limit := len(rows)
	if q.Limit > 0 {
		limit = min(limit, q.Limit)
	}
	rows = m.capped(rows, q)
	rows = newcomers(rows, m.weights.NewcomerOf, limit)
	return rows[:limit]
}

func better(a, b Row) int {
	return cmp.Or(cmp.Compare(b.S, a.S), cmp.Compare(a.hash, b.hash), strings.Compare(a.ID, b.ID))
}

// newcomers is the newcomer rule: in each first k there are at least k/of
// newcomers, as long as there are some whose F is no lower than the lowest F of
// the first k by S.
func newcomers(rows []Row, of, limit int) []Row {
	if of <= 0 {
		return rows
	}
	out := make([]Row, 0, len(rows))
	var waiting []int // newcomers by S, still to come
	for i, r := range rows {
		if r.isNew {
			waiting = append(waiting, i)
		}
	}
	taken := make([]bool, len(rows))
	next, have := 0, 0
	var lowest Points
	for k := 1; k <= len(rows); k++ {
		if k == 1 || rows[k-1].F < lowest {
			lowest = rows[k-1].F
		}
		for next < len(rows) && taken[next] {
			next++
		}
		at := next
		if k <= limit && have < k/of && !rows[next].isNew {
			if i := slices.IndexFunc(waiting, func(i int) bool { return !taken[i] && rows[i].F >= lowest && rows[i].Move == "" }); i >= 0 {
				at = waiting[i]
			}
		}
		r := rows[at]
		taken[at] = true
		if up := at + 1 - k; at != next && up > 0 {
			r.Move, r.By = "newcomer", up
		}
		if r.isNew {
			have++
		}
		out = append(out, r)
	}
	return out
}

// capped puts those behind who have been suggested often enough today. The
// client's order knows no cap: there, everybody is shown.
func (m *Market) capped(rows []Row, q Question) []Row {
	if m.weights.Cap <= 0 || q.Kind == Client || q.Kind == Jobs {
		return rows
	}
	var first, last []Row
	for i, r := range rows {
		if m.shownOn(r.ID, q.Day) < m.weights.Cap {
			first = append(first, r)
			continue
		}
		r.Move, r.By = "cap", -(len(rows) - i)
		last = append(last, r)
	}
	for i := range last {
		last[i].By += len(last) - i
	}
	return append(first, last...)
}

func (m *Market) shownOn(id string, day int) (n int) {
	for _, s := range m.people[m.at[id]].shown {
		if s.Day == day {
			n++
		}
	}
	return n
}
