package rank

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"
)

// wishes are how likely each person wants each job, and each job each person.
type wishes struct{ person, job [][]float64 }

const (
	seekers = 150
	offers  = 100
)

// mixed draws wishes at random, mixed by lambda with an order that all share.
func mixed(lambda float64, seed int) wishes {
	d := dice(seed*2654435761 + 88172645463325252)
	chance := func() float64 { return float64(d.n(1_000_000)) / 1_000_000 }
	draw := func(n, m int) (out [][]float64) {
		for range n {
			row := make([]float64, m)
			for j := range row {
				row[j] = (1-lambda)*chance() + lambda*float64(j)/float64(m-1)
			}
			out = append(out, row)
		}
		return out
	}
	return wishes{draw(seekers, offers), draw(offers, seekers)}
}

// welfare is how many meet, as expected: a person looks at the job in place x
// with chance 1/x and applies if they want it; a client looks at those who
// applied, in the order in which they want them, in the same way.
func (w wishes) welfare(lists [][]int) (sum float64) {
	applies := make([][]float64, seekers)
	for c, list := range lists {
		applies[c] = make([]float64, offers)
		for x, j := range list {
			applies[c][j] = w.person[c][j] / float64(x+1)
		}
	}
	for j := range offers {
		order := make([]int, seekers)
		for c := range order {
			order[c] = c
		}
		slices.SortFunc(order, func(a, b int) int { return cmp.Compare(w.job[j][b], w.job[j][a]) })
		ahead := []float64{1} // chance that so many who are ahead applied
		for _, c := range order {
			seen := 0.0
			for n, p := range ahead {
				seen += p / float64(n+1)
			}
			sum += applies[c][j] * w.job[j][c] * seen
			next := make([]float64, len(ahead)+1)
			for n, p := range ahead {
				next[n] += p * (1 - applies[c][j])
				next[n+1] += p * applies[c][j]
			}
			ahead = next
		}
	}
	return sum
}

// lists asks the engine which jobs suit each person, one after the other, and
// tells it what was shown. How likely both sides are to say yes comes in as what
// the person asks above the budget, which the engine takes off as −2·ln.
func (w wishes) lists(weights Weights) (out [][]int) {
	m := New(weights)
	var jobs []string
	for j := range offers {
		jobs = append(jobs, fmt.Sprint("job", j))
		m.PutJob(Job{ID: jobs[j], Budget: 1_000_000})
	}
	at := map[string]int{}
	for j, id := range jobs {
		at[id] = j
	}
	for c := range seekers {
		id := fmt.Sprint("person", c)
		m.PutPerson(Person{ID: id})
		rows := m.askJobs(id, jobs, func(job string) Question {
			both := math.Sqrt(max(w.person[c][at[job]]*w.job[at[job]][c], 1e-6))
			return Question{Kind: Jobs, Job: job, Day: 1, Asks: map[string]int64{id: int64(1_000_000 / both)}}
		})
		var list []int
		for x, r := range rows {
			list = append(list, at[r.ID])
			m.AddJobShown(Shown{Job: r.ID, Person: id, Place: x + 1})
		}
		out = append(out, list)
	}
	return out
}

// TestCongestion compares what one pass reaches with the social welfare that Su,
// Bayoumi and Joachims (Optimizing rankings for recommendation in matching
// markets, WWW 2022) publish for a large linear program.
func TestCongestion(t *testing.T) {
	weights := Defaults()
	for i, published := range []float64{198.5, 173.5, 152.7, 134.2, 118.2} {
		lambda := float64(i) / 4
		sum := 0.0
		for seed := range 3 {
			w := mixed(lambda, seed+1)
			sum += w.welfare(w.lists(weights))
		}
		got := sum / 3
		t.Logf("λ %.2f: %.1f, published %.1f: %.1f %%", lambda, got, published, 100*got/published)
		if got < 0.95*published {
			t.Errorf("λ %.2f: %.1f is less than 95 %% of %.1f", lambda, got, published)
		}
	}
}
