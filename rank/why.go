package rank

import "slices"

// Why says why somebody stands where they stand, what they could change and what
// that would do, and what would do nothing. Of others it holds only medians, and
// those only where there are enough.
type Why struct {
	Row      Row
	Place    int // from 1, after the rules; 0 = not among those that are ordered
	Of       int
	Compared []Compared // part by part, in the order of Parts; empty below MedianFrom
	Would    []WhatIf   // what would add points, the best place first
	WouldNot []WhatIf   // what would add none
}

// Compared is a part of a person's score beside that of those shown.
type Compared struct {
	Part        Part
	Own, Median Points
}

// MedianFrom is how many others must be shown before a median of them is told:
// of fewer, it would tell about somebody.
const MedianFrom = 5

// Why answers "why not me?" for a person, from the real order. Those shown are
// the first q.Limit, or all. It says false where person or job isn't there.
func (m *Market) Why(q Question, id string) (Why, bool) {
	at, known := m.at[id]
	if !known || !m.people[at].present {
		return Why{}, false
	}
	s := m.sheet(q)
	if s == nil {
		return Why{}, false
	}
	defer s.leave()
	w := Why{Row: s.row(at)}
	order := s.order(0)
	w.Of = len(order)
	w.Place = slices.IndexFunc(order, func(r placed) bool { return int(r.at) == at }) + 1
	if w.Place > 0 {
		w.Row.Move, w.Row.By = order[w.Place-1].move, order[w.Place-1].by
	}
	w.Compared = s.compared(order, w.Row)
	for _, change := range s.changes(s.person(at)) {
		if x := s.what(at, change, w); x.Points > 0 {
			w.Would = append(w.Would, x)
		} else {
			w.WouldNot = append(w.WouldNot, x)
		}
	}
	slices.SortStableFunc(w.Would, better2)
	return w, true
}

// compared is each part beside the median of those shown, without the person.
func (s *sheet) compared(order []placed, own Row) []Compared {
	if s.q.Limit > 0 {
		order = order[:min(s.q.Limit, len(order))]
	}
	var shown []Row
	for _, p := range order {
		if r := s.row(int(p.at)); r.ID != own.ID {
			shown = append(shown, r)
		}
	}
	if len(shown) < MedianFrom {
		return nil
	}
	var out []Compared
	for _, p := range Parts {
		var all []Points
		for _, r := range shown {
			all = append(all, r.Part(Part(p)))
		}
		out = append(out, Compared{Part(p), own.Part(Part(p)), median(all)})
	}
	return out
}

// median of an even number is half-way between the two in the middle.
func median(all []Points) Points {
	slices.Sort(all)
	return (all[(len(all)-1)/2] + all[len(all)/2]) / 2
}
