package history

import (
	"math"
	"slices"

	"kith/rank"
)

// Fit finds weights with which those who did take the work on are likeliest, by
// the questions of the first 70 % of each set in order of time: a conditional
// logit, climbed by its gradient, a question of each set by turns, so that no set
// counts more because it is larger. No weight goes below 0. Equal sets give equal
// weights. Only the lines of H and K are fitted; the sets say nothing of others.
func Fit(sets []*Folder, w rank.Weights, done func(int)) rank.Weights {
	refer, other := newClimb(), newClimb()
	n := 0
	for _, f := range sets {
		a, b := f.lessons(w, func() { n++; done(n) })
		refer.sets, other.sets = append(refer.sets, a), append(other.sets, b)
	}
	w.Refer, w.Other = refer.run(w.Refer, "HK"), other.run(w.Other, "H")
	return w
}

// lesson is one question: the unweighted lines of everybody who has any, and
// who was right.
type lesson struct {
	lines [][]float64
	right []bool
}

// most lessons that are kept of each set; the questions are thinned evenly.
const most = 1500

func (f *Folder) lessons(w rank.Weights, done func()) (refer, other []lesson) {
	plain := w
	plain.Refer, plain.Other = rank.Lines{}, rank.Lines{}
	for _, l := range rank.All {
		plain.Refer[l.Key], plain.Other[l.Key] = 1000, 1000
	}
	cut := len(f.Queries) * 7 / 10
	count, step := 0, max(1, cut/most)
	f.Replay(plain, func(q Query, m *rank.Market) {
		done()
		count++
		if count > cut || count%step != 0 || q.Kind == "order" {
			return
		}
		ask := q.Question()
		ask.Limit = 0
		l := f.lesson(q, m.Ask(ask).Rows)
		switch {
		case !slices.Contains(l.right, true):
		case q.Kind == "refer":
			refer = append(refer, l)
		default:
			other = append(other, l)
		}
	})
	return refer, other
}

func (f *Folder) lesson(q Query, rows []rank.Row) (l lesson) {
	truth := f.Truths[q.ID]
	for _, r := range rows {
		if r.Part('H') == 0 && r.Part('K') == 0 {
			continue
		}
		line := make([]float64, len(r.Lines))
		for i, v := range r.Lines {
			line[i] = float64(v) / 1000
		}
		l.lines = append(l.lines, line)
		l.right = append(l.right, q.Kind == "refer" && r.ID == truth.Next || q.Kind == "take" && truth.Rel[r.ID] == 2)
	}
	return l
}

type climb struct {
	sets    [][]lesson
	w, seen []float64
}

func newClimb() *climb {
	return &climb{w: make([]float64, len(rank.All)), seen: make([]float64, len(rank.All))}
}

// run climbs three times through all and gives the lines with what was found.
func (c *climb) run(was rank.Lines, parts string) rank.Lines {
	longest := 0
	for _, set := range c.sets {
		longest = max(longest, len(set))
	}
	if longest == 0 {
		return was
	}
	for round := range 3 {
		for i := range longest {
			for _, set := range c.sets {
				if i < len(set) {
					c.step(set[i*7919%len(set)], 0.3/float64(1+round), parts)
				}
			}
		}
	}
	now := rank.Lines{}
	for i, l := range rank.All {
		if n, is := was[l.Key]; is {
			now[l.Key] = n
			if c.fits(i, parts) {
				now[l.Key] = min(int(math.Round(c.w[i]*1000)), 10_000)
			}
		}
	}
	return now
}

// fits says whether a line is fitted; of the circle, the sets know nothing.
func (c *climb) fits(i int, parts string) bool {
	l := rank.All[i]
	return l.Key != "circle" && slices.Contains([]byte(parts), byte(l.Part))
}

func (c *climb) step(l lesson, rate float64, parts string) {
	all, right := l.chances(c.w)
	for k := range c.w {
		if !c.fits(k, parts) {
			continue
		}
		var g float64
		for j, line := range l.lines {
			g += (right[j] - all[j]) * line[k]
		}
		c.seen[k] += g * g
		c.w[k] = max(0, c.w[k]+rate*g/math.Sqrt(c.seen[k]+1e-6))
	}
}

// chances are everybody's, and those of the right ones among themselves.
func (l lesson) chances(w []float64) (all, right []float64) {
	all, right = make([]float64, len(l.lines)), make([]float64, len(l.lines))
	top := math.Inf(-1)
	for j, line := range l.lines {
		for k := range w {
			all[j] += w[k] * line[k]
		}
		top = max(top, all[j])
	}
	var sum, sumRight float64
	for j := range all {
		all[j] = math.Exp(all[j] - top)
		sum += all[j]
		if l.right[j] {
			right[j] = all[j]
			sumRight += all[j]
		}
	}
	for j := range all {
		all[j] /= sum
		right[j] /= max(sumRight, 1e-300)
	}
	return all, right
}
