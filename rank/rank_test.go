package rank

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
)

// dice is a small generator with a seed, for invented people and jobs.
type dice uint64

func (d *dice) n(most int) int {
	*d ^= *d << 13
	*d ^= *d >> 7
	*d ^= *d << 17
	return int(uint64(*d) >> 11 % uint64(most))
}

var (
	crafts = []string{"poems", "tea", "figma", "go", "sql", "javascript", "react", "html", "css", "editing", "copywriting", "translation", "seo", "excel"}
	stuff  = []string{"garden", "shop", "letters", "kettle", "harbour", "bakery", "museum", "lantern", "orchard", "ferry", "clock", "violin", "paper", "bridge"}
)

func (d *dice) some(of []string, n int) (out []string) {
	for range n {
		out = append(out, of[d.n(len(of))])
	}
	return out
}

// world is an invented market as lists, so that it can be shuffled.
type world struct {
	people  []Person
	jobs    []Job
	events  []Event
	vouches []Vouch
	shown   []Shown
}

func invented(seed, people, jobs int) world {
	d := dice(seed*2654435761 + 88172645463325252)
	var w world
	for i := range people {
		w.people = append(w.people, Person{
			ID: fmt.Sprintf("person%d", i), Skills: d.some(crafts, 1+d.n(5)), Text: fmt.Sprint(d.some(stuff, 4)),
			Languages: d.some([]string{"en", "de", "pt"}, 1+d.n(2)), Rate: int64(2000 + d.n(9000)), Hours: d.n(40),
			Level: d.n(4), Zone: d.n(1440) - 720, HasZone: d.n(3) > 0, Waiting: d.n(4), Interests: d.some(crafts, d.n(2)),
		})
	}
	for i := range jobs {
		w.jobs = append(w.jobs, Job{
			ID: fmt.Sprintf("job%d", i), Title: fmt.Sprint(d.some(stuff, 2)), Text: fmt.Sprint(d.some(stuff, 5)),
			Must: d.some(crafts, 1+d.n(3)), Nice: d.some(crafts, d.n(3)), Tags: []string{"area" + fmt.Sprint(d.n(5)), "area" + fmt.Sprint(d.n(5)) + "/part"},
			Budget: int64(3000 + d.n(7000)), Hours: d.n(40), Level: d.n(4), Language: d.some([]string{"en", "de", "pt", ""}, 1)[0],
			Private: i%11 == 10,
		})
	}
	someone := func() string { return w.people[d.n(people)].ID }
	for range jobs * 3 {
		kind := []Kind{Asked, HandedOn, Done}[d.n(3)]
		e := Event{Day: d.n(900), Job: w.jobs[d.n(jobs)].ID, To: someone(), Kind: kind}
		if kind == HandedOn {
			e.From = someone()
		}
		if kind == Done {
			e.Again = Again(d.n(3))
		}
		w.events = append(w.events, e)
	}
	for range people {
		w.vouches = append(w.vouches, Vouch{someone(), someone(), d.n(4), d.n(2) == 0})
		w.shown = append(w.shown, Shown{Day: 850 + d.n(50), Person: someone(), Place: 1 + d.n(9)})
	}
	return w
}

func (w world) market() *Market {
	m := New(Defaults())
	w.into(m)
	return m
}

func (w world) into(m *Market) {
	for _, j := range w.jobs {
		m.PutJob(j)
	}
	for _, p := range w.people {
		m.PutPerson(p)
	}
	for _, e := range w.events {
		m.Add(e)
	}
	for _, v := range w.vouches {
		m.AddVouch(v)
	}
	for _, s := range w.shown {
		m.AddShown(s)
	}
}

// shuffled is the same world in another order.
func (w world) shuffled(seed int) world {
	d := dice(seed*7919 + 362436069)
	w.people, w.jobs, w.events = slices.Clone(w.people), slices.Clone(w.jobs), slices.Clone(w.events)
	w.vouches, w.shown = slices.Clone(w.vouches), slices.Clone(w.shown)
	mix(&d, w.people)
	mix(&d, w.jobs)
	mix(&d, w.events)
	mix(&d, w.vouches)
	mix(&d, w.shown)
	return w
}

func mix[T any](d *dice, s []T) {
	for i := len(s) - 1; i > 0; i-- {
		j := d.n(i + 1)
		s[i], s[j] = s[j], s[i]
	}
}

// questions are some of each kind.
func (w world) questions(n int) (out []Question) {
	d := dice(99 + n)
	for i := range n {
		q := Question{Kind: []Kindred{Refer, Client, Taken}[i%3], Job: w.jobs[d.n(len(w.jobs))].ID, Day: 900, Limit: 10}
		if q.Kind == Refer {
			q.From = w.people[d.n(len(w.people))].ID
			q.Path = []string{w.people[d.n(len(w.people))].ID, q.From}
		}
		out = append(out, q)
	}
	return out
}

func (w world) answers(m *Market, n int) string {
	var all []Answer
	for _, q := range w.questions(n) {
		all = append(all, m.Ask(q))
	}
	out, err := json.Marshal(all)
	if err != nil {
		panic(err)
	}
	return string(out)
}

// score is a person's S, without rules.
func (m *Market) score(q Question, id string) Row {
	s := m.sheet(q)
	defer s.leave()
	return s.row(m.at[id])
}

func TestTables(t *testing.T) {
	for i, got := range lnTable {
		if want := int64(math.Round(1e6 * math.Log(1+float64(i)/1024))); got != want {
			t.Errorf("ln(1 + %d/1024) is %d, not %d", i, got, want)
		}
	}
	for i, got := range fadeTable {
		if want := int64(math.Round(65536 * math.Exp2(-float64(i)/64))); got != want {
			t.Errorf("2^(−%d/64) is %d, not %d", i, got, want)
		}
	}
	for _, x := range []int64{1, 2, 3, 1000, 65536, 65537, 1e9, 1e15} {
		if got, want := float64(lnOf(x)), 1e6*math.Log(float64(x)); math.Abs(got-want) > 20 {
			t.Errorf("ln %d is %v, not %v", x, got, want)
		}
		if got := root(x); got*got > x || (got+1)*(got+1) <= x {
			t.Errorf("√%d is not %d", x, got)
		}
	}
}

func TestPartsSumExactly(t *testing.T) {
	atLeast := 10_000
	if n, err := strconv.Atoi(os.Getenv("KITH_PAIRS")); err == nil {
		atLeast = n
	}
	w := invented(1, 200, 100)
	m := w.market()
	pairs := 0
	for _, q := range w.questions(60 + atLeast/180) {
		q.Limit = 0
		for _, r := range m.Ask(q).Rows {
			var lines, parts Points
			for _, l := range r.Lines {
				lines += l
			}
			for _, p := range Parts {
				parts += r.Part(Part(p))
			}
			if lines != r.S || parts != r.S {
				t.Fatalf("%s for %s: S is %d, its lines sum to %d and its parts to %d", r.ID, q.Job, r.S, lines, parts)
			}
			for i, l := range All {
				if v := r.Lines[i]; (l.Part == 'F' || l.Part == 'L' || l.Part == 'C') && v > 0 || (l.Part == 'H' || l.Part == 'K' || l.Part == 'V' || l.Part == 'W') && v < 0 {
					t.Errorf("%s is %d, which is the wrong sign", l.Key, v)
				}
			}
			pairs++
		}
	}
	if pairs < atLeast {
		t.Errorf("only %d pairs were tried", pairs)
	}
}

func TestSameBytesHoweverItCame(t *testing.T) {
	w := invented(2, 150, 120)
	want := w.answers(w.market(), 30)
	for seed := range 3 {
		if s := w.shuffled(seed + 1); w.answers(s.market(), 30) != want {
			t.Errorf("shuffled with %d, the answers are others", seed+1)
		}
	}
	before := runtime.GOMAXPROCS(1)
	one := w.answers(w.market(), 30)
	runtime.GOMAXPROCS(2)
	two := w.answers(w.market(), 30)
	runtime.GOMAXPROCS(before)
	if one != want || two != want {
		t.Error("the answers depend on how many processors there are")
	}
}

func TestPrivateAndRemovedLeaveNoTrace(t *testing.T) {
	w := invented(3, 100, 90)
	private := map[string]bool{}
	for _, j := range w.jobs {
		private[j.ID] = j.Private
	}
	without := w
	without.jobs = slices.DeleteFunc(slices.Clone(w.jobs), func(j Job) bool { return j.Private })
	without.events = slices.DeleteFunc(slices.Clone(w.events), func(e Event) bool { return private[e.Job] })
	want := without.answers(without.market(), 30)
	if got := without.answers(w.market(), 30); got != want {
		t.Error("private jobs leave a trace")
	}
	m := without.market()
	m.PutJob(Job{ID: "later", Title: "lantern shop", Must: []string{"go", "tea"}, Tags: []string{"area1"}})
	m.Add(Event{Day: 20, Job: "later", From: "person1", To: "person2", Kind: HandedOn})
	m.Add(Event{Day: 30, Job: "later", To: "person2", Kind: Done, Again: Yes})
	if without.answers(m, 30) == want {
		t.Error("this test doesn't see a job")
	}
	m.RemoveJob("later")
	m.PutPerson(Person{ID: "blocked", Skills: []string{"go", "sql"}, Text: "garden"})
	m.RemovePerson("blocked")
	if got := without.answers(m, 30); got != want {
		t.Error("what was removed leaves a trace")
	}
}

func TestExactIsBruteForce(t *testing.T) {
	w := invented(4, 120, 80)
	m := w.market()
	for _, q := range w.questions(100) {
		short := m.Ask(q).Rows
		q.Limit = 0
		plain := m.weights.NewcomerOf
		m.weights.NewcomerOf, m.weights.Cap = 0, 0
		var all []Row
		for _, p := range m.people {
			if p.present && p.ID != q.From && !slices.Contains(q.Path, p.ID) {
				all = append(all, m.score(q, p.ID))
			}
		}
		slices.SortFunc(all, better)
		q.Limit = 10
		exact := m.Ask(q).Rows
		m.weights.NewcomerOf = plain
		for i := range exact {
			if exact[i].ID != all[i].ID || exact[i].S != all[i].S {
				t.Fatalf("%s at %d: %s, but %s is better", q.Job, i, exact[i].ID, all[i].ID)
			}
		}
		if len(short) != 10 {
			t.Fatalf("%d rows", len(short))
		}
		m.weights.Cap = Defaults().Cap
	}
}
