package history

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"kith/rank"
)

// Comparison says what other weights would have shown.
type Comparison struct {
	folder      *Folder
	questions   int
	same        int // with the same first five, in the same order
	likeness    float64
	compared    int
	comes, goes map[string]int // who enters and leaves the first five, how often
	was, would  showing
}

// NewComparison is empty. Without a folder there are no answers to compare with.
func NewComparison(f *Folder) *Comparison {
	return &Comparison{folder: f, comes: map[string]int{}, goes: map[string]int{}, was: newShowing(), would: newShowing()}
}

// firstFive are the places that most people look at; compareTo is how far the
// two orders are compared.
const (
	firstFive = 5
	compareTo = 20
)

// Compare asks every question of a set under two weights, as of its time.
func (f *Folder) Compare(was, would rank.Weights, done func(int)) *Comparison {
	c, n := NewComparison(f), 0
	f.Replay(was, func(q Query, m *rank.Market) {
		if q.Kind != "order" {
			ask := q.Question()
			c.See(q.ID, m.Ask(ask).Rows, m.With(would).Ask(ask).Rows)
		}
		n++
		done(n)
	})
	return c
}

// See adds a question's two answers. The id leads to the truth, where the folder
// knows it.
func (c *Comparison) See(id string, was, would []rank.Row) {
	c.questions++
	truth, known := Truth{}, false
	if c.folder != nil {
		truth, known = c.folder.Truths[id]
	}
	right := func(p string) bool { return p == truth.Next || truth.Rel[p] == 2 }
	if !known {
		right = nil
	}
	c.was.see(was, right)
	c.would.see(would, right)
	a, b := ids(was, firstFive), ids(would, firstFive)
	if slices.Equal(a, b) {
		c.same++
	}
	count(c.comes, b, a)
	count(c.goes, a, b)
	if tau, ok := likeness(ids(was, compareTo), ids(would, compareTo)); ok {
		c.likeness += tau
		c.compared++
	}
}

func count(into map[string]int, of, without []string) {
	for _, p := range of {
		if !slices.Contains(without, p) {
			into[p]++
		}
	}
}

func ids(rows []rank.Row, most int) (out []string) {
	for _, r := range rows[:min(most, len(rows))] {
		out = append(out, r.ID)
	}
	return out
}

// likeness is Kendall's tau over all who stand in either: 1 the same order, 0
// none, −1 turned round. Whoever is missing stands behind all the others.
func likeness(a, b []string) (float64, bool) {
	all := slices.Clone(a)
	for _, p := range b {
		if !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	place := func(list []string, p string) int {
		if i := slices.Index(list, p); i >= 0 {
			return i
		}
		return len(list)
	}
	agree, pairs := 0, 0
	for i, p := range all {
		for _, q := range all[:i] {
			x, y := place(a, p)-place(a, q), place(b, p)-place(b, q)
			pairs++
			switch {
			case x*y > 0:
				agree++
			case x*y < 0:
				agree--
			}
		}
	}
	if pairs == 0 {
		return 0, false
	}
	return float64(agree) / float64(pairs), true
}

// showing is what one set of weights shows.
type showing struct {
	first     map[string]int // places among the first five, by person
	places    int
	newcomers int
	bins      [10]bin
	asked     int
	right     float64 // sum of 1/place of whoever did it
}

// bin counts how likely people were said to be, and how often they were.
type bin struct{ n, said, was float64 }

func newShowing() showing { return showing{first: map[string]int{}} }

func (s *showing) see(rows []rank.Row, right func(string) bool) {
	for _, r := range rows[:min(firstFive, len(rows))] {
		s.first[r.ID]++
		s.places++
		if r.Newcomer() {
			s.newcomers++
		}
	}
	if right == nil || len(rows) == 0 {
		return
	}
	s.asked++
	if at := slices.IndexFunc(rows, func(r rank.Row) bool { return right(r.ID) }); at >= 0 {
		s.right += 1 / float64(at+1)
	}
	s.chances(rows, right)
}

// chances compares what S says with what was: points are logarithms of chances,
// so that each one's share of all that are shown is how likely they are said to
// be.
func (s *showing) chances(rows []rank.Row, right func(string) bool) {
	top := rows[0].S
	for _, r := range rows {
		top = max(top, r.S)
	}
	all := 0.0
	each := make([]float64, len(rows))
	for i, r := range rows {
		each[i] = math.Exp(float64(r.S-top) / 1000)
		all += each[i]
	}
	for i, r := range rows {
		p := each[i] / all
		b := &s.bins[min(int(p*10), 9)]
		b.n++
		b.said += p
		if right(r.ID) {
			b.was++
		}
	}
}

// held is the share of the first five places that the ten most shown hold.
func (s *showing) held() float64 {
	counts := make([]int, 0, len(s.first))
	for _, id := range keys(s.first) {
		counts = append(counts, s.first[id])
	}
	slices.Sort(counts)
	most := 0
	for _, n := range counts[max(0, len(counts)-10):] {
		most += n
	}
	return float64(most) / float64(max(s.places, 1))
}

// off is how far what was said and what was lie apart on average.
func (s *showing) off() (sum float64) {
	n := 0.0
	for _, b := range s.bins {
		sum += math.Abs(b.said - b.was)
		n += b.n
	}
	return sum / max(n, 1)
}

// String is a table.
func (c *Comparison) String() string {
	var b strings.Builder
	n := float64(max(c.questions, 1))
	fmt.Fprintf(&b, "%d questions; the same first five in the same order: %.1f %%\n", c.questions, 100*float64(c.same)/n)
	fmt.Fprintf(&b, "likeness of the first twenty (Kendall's tau, 1 = the same): %.3f\n\n", c.likeness/float64(max(c.compared, 1)))
	fmt.Fprintf(&b, "%-46s %8s %8s\n", "", "now", "then")
	row := func(name string, of func(*showing) float64) {
		fmt.Fprintf(&b, "%-46s %8.3f %8.3f\n", name, of(&c.was), of(&c.would))
	}
	row("newcomers' share of the first five places", func(s *showing) float64 { return float64(s.newcomers) / float64(max(s.places, 1)) })
	row("share that the ten most shown hold", (*showing).held)
	row("people among the first five at all", func(s *showing) float64 { return float64(len(s.first)) })
	if c.was.asked > 0 {
		row("MRR", func(s *showing) float64 { return s.right / float64(max(s.asked, 1)) })
		row("chances said and seen lie apart by", (*showing).off)
		b.WriteString("\nHow likely S says somebody is, and how often it was so:\n")
		for i := range c.was.bins {
			fmt.Fprintf(&b, "  %3d to %3d %%   %s   %s\n", i*10, i*10+10, c.was.bins[i], c.would.bins[i])
		}
	}
	c.movers(&b, "comes in among the first five", c.comes)
	c.movers(&b, "leaves the first five", c.goes)
	return b.String()
}

func (b bin) String() string {
	if b.n == 0 {
		return fmt.Sprintf("%-26s", "never said")
	}
	return fmt.Sprintf("said %.3f  was %.3f %7.0f", b.said/b.n, b.was/b.n, b.n)
}

func (c *Comparison) movers(b *strings.Builder, what string, counts map[string]int) {
	who := keys(counts)
	slices.SortStableFunc(who, func(x, y string) int { return counts[y] - counts[x] })
	fmt.Fprintf(b, "\nWho %s: %d people\n", what, len(who))
	for _, p := range who[:min(len(who), 10)] {
		fmt.Fprintf(b, "  %-40s %d times\n", p, counts[p])
	}
}
