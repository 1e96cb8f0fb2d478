package history

import (
	"math"
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
	at := f.start(w)
	for _, q := range f.Queries {
		at.until(q.Time)
		at.bring(q.Task)
		see(q, at.m)
	}
}

// End is the market when all has happened.
func (f *Folder) End(w rank.Weights) *rank.Market {
	at := f.start(w)
	at.until(math.MaxInt64)
	return at.m
}

// Day is the day after all that happened.
func (f *Folder) Day() int {
	last := int64(0)
	for _, e := range f.Events {
		last = max(last, e.Time)
	}
	return int(last/day) + 1
}

// walk goes through a set in order of time.
type walk struct {
	*Folder
	m           *rank.Market
	at          map[string]int
	put         []bool
	task, event int
}

func (f *Folder) start(w rank.Weights) *walk {
	k := &walk{Folder: f, m: rank.New(w), at: map[string]int{}, put: make([]bool, len(f.Tasks))}
	for i, t := range f.Tasks {
		k.at[t.ID] = i
	}
	for _, p := range f.People {
		k.m.PutPerson(p.person())
	}
	return k
}

func (k *walk) bring(task string) {
	if i, known := k.at[task]; known && !k.put[i] {
		k.put[i] = true
		k.m.PutJob(k.Tasks[i].job())
	}
}

// until brings what came strictly before.
func (k *walk) until(time int64) {
	for ; k.task < len(k.Tasks) && k.Tasks[k.task].Time < time; k.task++ {
		k.bring(k.Tasks[k.task].ID)
	}
	for ; k.event < len(k.Events) && k.Events[k.event].Time < time; k.event++ {
		e := k.Events[k.event]
		k.bring(e.Task)
		if happened, counts := e.event(); counts {
			k.m.Add(happened)
		}
	}
}

func (p Person) person() rank.Person {
	zone, has := minutes(p.Zone)
	return rank.Person{
		ID: p.ID, Text: p.Text, Skills: p.Skills, Interests: p.Interests, Languages: p.Languages, Rate: p.Rate, Floor: p.Floor,
		Hours: p.Hours, Level: p.Level, Zone: zone, HasZone: has, Waiting: p.Waiting,
	}
}

func (t Task) job() rank.Job {
	zone, has := minutes(t.Zone)
	return rank.Job{
		ID: t.ID, Title: t.Title, Text: t.Text, Tags: t.Tags, Must: t.Must, Nice: t.Nice, Budget: t.Budget, Hours: t.Hours,
		Level: t.Level, Language: t.Language, Zone: zone, HasZone: has, Private: t.Private,
	}
}

func minutes(zone *int) (int, bool) {
	if zone == nil {
		return 0, false
	}
	return *zone, true
}

// event is what the engine is told; how an invitation ended isn't.
func (e Event) event() (rank.Event, bool) {
	kinds := map[string]rank.Kind{"invited": rank.Asked, "referred": rank.HandedOn, "done": rank.Done}
	kind, counts := kinds[e.Kind]
	again := rank.NotSaid
	if e.Again != nil {
		again = map[bool]rank.Again{true: rank.Yes, false: rank.No}[*e.Again]
	}
	return rank.Event{Day: int(e.Time / day), Job: e.Task, From: e.From, To: e.To, Kind: kind, Again: again}, counts
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
	m.PutPerson(p.person())
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
