package rank

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Market is who and what there is and what happened, ready to be asked. People,
// jobs and events can be put in and taken out one at a time, in any order; equal
// content gives equal answers. It is not safe for use while it is changed.
type Market struct {
	weights Weights
	at      map[string]int // person → place in people; places are kept for ever
	people  []*person
	facts   []facts
	lists   spans
	names   *dictionary
	jobAt   map[string]int
	jobs    []*job
	text    index  // jobs' words, for what is similar
	profile index  // people's words
	learned counts // what happened, by context
	pairs   counts // skills that stand together
	having  map[string]int
	had     int // skill lists learned from

	skillAt    map[string]int
	skillNames []string

	tagged map[string]int // jobs by tag
	seen   int            // jobs

	interests numbers
	languages numbers
	fresh     *[2]Points // T and U of whoever has no outcome yet
	today     atomic.Pointer[today]
	rooms     sync.Pool
}

type person struct {
	Person
	present bool
	skills  []string
	words   []term
	done    int
	busy    int     // events that they were part of
	good    []Event // outcomes that were said
	vouches []Vouch
	circle  []string
	shown   []showings
}

type job struct {
	Job
	known  bool
	words  []term
	tags   []string
	set    string // all tags as one
	must   []string
	nice   []string
	events []Event
	takers []taker
	last   int // the day of the latest event
	shown  []showings
}

// taker is somebody who had a job, and how far it went, in thousandths.
type taker struct{ person, role int }

// New is an empty market.
func New(w Weights) *Market {
	names := &dictionary{number: map[string]int32{}}
	m := &Market{
		at: map[string]int{}, jobAt: map[string]int{}, names: names, text: newIndex(names), profile: newIndex(names),
		learned: counts{}, pairs: counts{}, having: map[string]int{}, tagged: map[string]int{}, skillAt: map[string]int{},
		interests: numbers{}, languages: numbers{},
	}
	m.PutWeights(w)
	return m
}

func (m *Market) place(id string) int {
	i, known := m.at[id]
	if !known {
		i = len(m.people)
		m.at[id] = i
		m.people = append(m.people, &person{Person: Person{ID: id}})
		m.facts = append(m.facts, facts{})
		m.change(i)
	}
	return i
}

// PutPerson brings somebody in or changes them.
func (m *Market) PutPerson(p Person) {
	m.leave(p.ID)
	i := m.place(p.ID)
	at := m.people[i]
	at.Person, at.present = p, true
	at.skills = skills(p.Skills)
	at.words = m.names.terms(wordsOf(p.Text))
	at.Skills, at.Text = nil, "" // what is needed of them is in skills and words
	m.profile.see(at.words, 1)
	m.profile.put(i, at.words)
	m.had++
	m.learnSkills(at.skills, 1)
	m.learnFacts(i)
}

// RemovePerson takes somebody out: they are suggested no more. What they did
// with others happened nevertheless; Forget takes that out too.
func (m *Market) RemovePerson(id string) { m.leave(id) }

func (m *Market) leave(id string) {
	i, known := m.at[id]
	if !known || !m.people[i].present {
		return
	}
	at := m.people[i]
	m.profile.see(at.words, -1)
	m.profile.drop(i, at.words)
	m.had--
	m.learnSkills(at.skills, -1)
	at.present, at.skills, at.words = false, nil, nil
	m.facts[i].present = false
}

func (m *Market) jobOf(id string) int {
	i, known := m.jobAt[id]
	if !known {
		i = len(m.jobs)
		m.jobAt[id] = i
		m.jobs = append(m.jobs, &job{Job: Job{ID: id}})
	}
	return i
}

// PutJob brings a job in or changes it. What has happened to it stays.
func (m *Market) PutJob(j Job) {
	i := m.jobOf(j.ID)
	at := m.jobs[i]
	events, shown := at.events, at.shown
	m.RemoveJob(j.ID)
	*at = *m.newJob(j)
	at.shown = shown
	if !j.Private {
		m.seeJob(at, 1)
		m.text.put(i, at.words)
	}
	for _, e := range events {
		m.Add(e)
	}
}

func (m *Market) newJob(j Job) *job {
	at := &job{Job: j, known: true, words: m.names.terms(wordsOf(j.Title, j.Text)), tags: tagsOf(j.Tags)}
	at.Title, at.Text = "", "" // what is needed of them is in words
	m.languages.of(j.Language)
	at.set = strings.Join(at.tags, "\x00")
	at.must, at.nice = skills(j.Must), skills(j.Nice)
	at.nice = slices.DeleteFunc(at.nice, func(s string) bool { return slices.Contains(at.must, s) })
	return at
}

// RemoveJob takes a job out, with all that was learned from it.
func (m *Market) RemoveJob(id string) {
	i, known := m.jobAt[id]
	if !known {
		return
	}
	at := m.jobs[i]
	events := at.events
	if !at.Private && at.known {
		m.count(i, events, -1)
		m.text.drop(i, at.words)
		m.seeJob(at, -1)
	}
	*at = job{Job: Job{ID: id}}
}

// seeJob counts what a job says of how rare words, tags and skills are.
func (m *Market) seeJob(j *job, n int) {
	m.text.see(j.words, n)
	m.seen += n
	for _, t := range j.tags {
		m.tagged[t] += n
	}
	m.had += n
	m.learnSkills(merged(j.must, j.nice), n)
}

// Add brings in what happened to a job. A job that isn't known yet keeps it
// until it is; a private one teaches nothing. A kind that isn't among ours, like
// how an invitation ended, is left out.
func (m *Market) Add(e Event) {
	if stage(e.Kind) < 0 {
		return
	}
	i := m.jobOf(e.Job)
	at := m.jobs[i]
	if !at.known || at.Private {
		at.events = append(at.events, e)
		return
	}
	m.count(i, at.events, -1)
	at.events = append(at.events, e)
	slices.SortStableFunc(at.events, byTime)
	m.count(i, at.events, 1)
}

// PutCircle says who is in somebody's confirmed circle.
func (m *Market) PutCircle(id string, members []string) {
	at := m.people[m.place(id)]
	at.circle = slices.Sorted(slices.Values(members))
}
