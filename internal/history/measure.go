package history

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Measure sums up how good answers are.
type Measure struct {
	folder *Folder
	cut    int64 // questions from here on are the last 30 %
	done   map[string][]int64
	rows   map[string]*figures
	first  map[string]int // first five places, by person
	orders []float64      // loss and most possible loss, by turns
}

type figures struct{ n, first, five, ten, reciprocal float64 }

// NewMeasure is empty.
func NewMeasure(f *Folder) *Measure {
	m := &Measure{folder: f, done: map[string][]int64{}, rows: map[string]*figures{}, first: map[string]int{}, orders: []float64{0, 0}}
	if len(f.Queries) > 0 {
		m.cut = f.Queries[len(f.Queries)*7/10].Time
	}
	for _, e := range f.Events {
		if e.Kind == "done" {
			m.done[e.To] = append(m.done[e.To], e.Time)
		}
	}
	return m
}

// See adds an answer.
func (m *Measure) See(q Query, r Reply) {
	truth, known := m.folder.Truths[q.ID]
	if !known {
		return
	}
	if q.Kind == "order" {
		m.order(truth.Rating, r)
		return
	}
	for _, p := range r.Rank[:min(5, len(r.Rank))] {
		m.first[p]++
	}
	who := truth.Next
	right := func(p string) bool { return p == truth.Next }
	if q.Kind == "take" {
		who = truth.Done
		right = func(p string) bool { return truth.Rel[p] == 2 }
	}
	place := slices.IndexFunc(r.Rank, right) + 1
	names := []string{q.Kind}
	if earlier, _ := slices.BinarySearch(m.done[who], q.Time); earlier < 5 {
		names = append(names, q.Kind+", newcomers")
	}
	if q.Time >= m.cut {
		for _, n := range names {
			names = append(names, n+", last 30 %")
		}
	}
	for _, n := range names {
		if m.rows[n] == nil {
			m.rows[n] = &figures{}
		}
		m.rows[n].see(place)
	}
}

func (f *figures) see(place int) {
	f.n++
	if place == 0 {
		return
	}
	f.reciprocal += 1 / float64(place)
	for _, x := range []struct {
		at int
		n  *float64
	}{{1, &f.first}, {5, &f.five}, {10, &f.ten}} {
		if place <= x.at {
			*x.n++
		}
	}
}

// order adds the loss of an order: pairs the wrong way round, by how much they
// differ; equal points are half wrong.
func (m *Measure) order(rating map[string]float64, r Reply) {
	tasks := keys(rating)
	for i, a := range tasks {
		for _, b := range tasks[:i] {
			want, got := rating[a]-rating[b], r.Scores[a]-r.Scores[b]
			m.orders[1] += math.Abs(want)
			switch {
			case got == 0:
				m.orders[0] += math.Abs(want) / 2
			case (got > 0) != (want > 0):
				m.orders[0] += math.Abs(want)
			}
		}
	}
}

// String is a table.
func (m *Measure) String() string {
	var b strings.Builder
	for _, name := range keys(m.rows) {
		f := m.rows[name]
		fmt.Fprintf(&b, "%-28s n %5.0f  MRR %.4f  hit@1 %.3f  hit@5 %.3f  hit@10 %.3f\n", name, f.n, f.reciprocal/f.n, f.first/f.n, f.five/f.n, f.ten/f.n)
	}
	if all, most := m.concentration(); all > 0 {
		fmt.Fprintf(&b, "%-28s %.3f\n", "ten most suggested hold", float64(most)/float64(all))
	}
	if m.orders[1] > 0 {
		fmt.Fprintf(&b, "%-28s %.4f\n", "loss of orders", m.orders[0]/m.orders[1])
	}
	return b.String()
}

func (m *Measure) concentration() (all, most int) {
	var counts []int
	for _, n := range m.first {
		counts = append(counts, n)
		all += n
	}
	slices.Sort(counts)
	for _, n := range counts[max(0, len(counts)-10):] {
		most += n
	}
	return all, most
}

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
