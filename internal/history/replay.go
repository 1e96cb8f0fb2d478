package history

import (
	"strings"

	"kith/rank"
)

// Reply is an answer to a question: people in order, or points by task.
type Reply struct {
	ID      string                 `json:"id"`
	Rank    []string               `json:"rank,omitempty"`
	Variant int                    `json:"variant,omitempty"`
	Scores  map[string]rank.Points `json:"scores,omitempty"`
}

// Places is how many people a reply holds.
const Places = 100

const day = 86400

// Replay goes through a set in order of time and gives see every question with
// the market as it was: with the tasks and events that came strictly earlier.
func (f *Folder) Replay(w rank.Weights, see func(q Query, m *rank.Market)) {
	m := rank.New(w)
	at := map[string]int{}
	for i, t := range f.Tasks {
		at[t.ID] = i
	}
	put := make([]bool, len(f.Tasks))
	bring := func(i int) {
		if !put[i] {
			put[i] = true
			m.PutJob(f.Tasks[i].job())
		}
	}
	for _, p := range f.People {
		m.PutPerson(rank.Person{ID: p.ID, Text: p.Text})
	}
	task, event := 0, 0
	for _, q := range f.Queries {
		for ; task < len(f.Tasks) && f.Tasks[task].Time < q.Time; task++ {
			bring(task)
		}
		for ; event < len(f.Events) && f.Events[event].Time < q.Time; event++ {
			e := f.Events[event]
			if i, known := at[e.Task]; known {
				bring(i)
			}
			if happened, counts := e.event(); counts {
				m.Add(happened)
			}
		}
		if i, known := at[q.Task]; known {
			bring(i)
		}
		see(q, m)
	}
}

func (t Task) job() rank.Job { return rank.Job{ID: t.ID, Title: t.Title, Text: t.Text, Tags: t.Tags} }

// event is what the engine is told; how an invitation ended isn't.
func (e Event) event() (rank.Event, bool) {
	kinds := map[string]rank.Kind{"invited": rank.Asked, "referred": rank.HandedOn, "done": rank.Done}
	kind, counts := kinds[e.Kind]
	return rank.Event{Day: int(e.Time / day), Job: e.Task, From: e.From, To: e.To, Kind: kind}, counts
}

// Question is what the engine is asked.
func (q Query) Question() rank.Question {
	kind := rank.Taken
	if q.Kind == "refer" {
		kind = rank.Refer
	}
	return rank.Question{
		Kind: kind, Job: q.Task, From: q.From, Path: q.Path, Day: int(q.Time / day), Limit: Places,
		May: func(id string) bool { return !strings.HasPrefix(id, "t") },
	}
}

// Answers asks the engine every question of a set.
func (f *Folder) Answers(w rank.Weights, done func(int), give func(Query, Reply) error) (err error) {
	n := 0
	f.Replay(w, func(q Query, m *rank.Market) {
		if err == nil && q.Kind != "order" {
			r := Reply{ID: q.ID}
			for _, row := range m.Ask(q.Question()).Rows {
				r.Rank = append(r.Rank, row.ID)
			}
			err = give(q, r)
			n++
			done(n)
		}
	})
	if err == nil {
		err = f.orders(w, func(q Query, r Reply) error { return give(q, r) })
	}
	return err
}

// orders answers the questions that put tasks in order for a person, once with
// each sample of what the person did.
func (f *Folder) orders(w rank.Weights, give func(Query, Reply) error) error {
	tasks := map[string]Task{}
	for _, t := range f.Tasks {
		tasks[t.ID] = t
	}
	var m *rank.Market
	for _, q := range f.Queries {
		if q.Kind != "order" {
			continue
		}
		if m == nil {
			m = rank.New(w)
			for _, t := range f.Tasks {
				m.PutJob(t.job())
			}
		}
		for _, p := range f.People {
			if p.ID != q.Person {
				continue
			}
			for i, sample := range p.Profiles {
				if err := give(q, order(m, q, p, sample, i+1, tasks)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func order(m *rank.Market, q Query, p Person, sample []string, variant int, tasks map[string]Task) Reply {
	m.PutPerson(rank.Person{ID: p.ID, Text: p.Text})
	for _, id := range sample {
		m.Add(rank.Event{Day: -1, Job: id, To: p.ID, Kind: rank.Done})
	}
	r := Reply{ID: q.ID, Variant: variant, Scores: map[string]rank.Points{}}
	for _, row := range m.AskJobs(p.ID, q.Tasks, 0) {
		r.Scores[row.ID] = row.S
	}
	for _, id := range sample {
		m.PutJobAnew(tasks[id].job())
	}
	m.RemovePerson(p.ID)
	return r
}
