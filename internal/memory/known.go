package memory

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"slices"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
	"kith/rank"
)

// Person is what pages tell of somebody who is suggested.
type Person struct {
	ID, Name, Handle, Headline string
	Skills                     []string
	Circle                     []store.Near
}

// Job is what ranking knows of a job besides its words.
type Job struct {
	ID, Client string
	Title      string
	Skills     []string
	Status     kith.JobStatus
	Visibility kith.Visibility
	Budget     kith.Range
	PostedAt   time.Time
}

// market is the content: the engine's, and what pages say of its answers.
type market struct {
	engine      *rank.Market
	weights     rank.Weights
	weightsHash string
	people      map[string]*person
	jobs        map[string]*job
	took        map[string][]string // person → jobs that they took on, one for each time
	handed      map[[2]string]int   // from, to → how often it was taken up
	shown       map[string]bool     // rankings that are counted
	bySkill     map[string][]string // skill → open jobs that aren't private
	sum         digest
	next        int64
}

type person struct {
	Person
	digest digest
}

type job struct {
	Job
	takings []store.Taking
	digest  digest
}

func newKnown() *market {
	k := &market{
		engine: rank.New(rank.Defaults()), people: map[string]*person{}, jobs: map[string]*job{}, took: map[string][]string{},
		handed: map[[2]string]int{}, shown: map[string]bool{}, bySkill: map[string][]string{},
	}
	k.putWeights(rank.Defaults())
	return k
}

func (k *market) putWeights(w rank.Weights) {
	text, _ := json.Marshal(w) // maps come sorted
	k.weights, k.weightsHash = w, hash(text).text()
	k.engine.PutWeights(w)
}

func hash(text []byte) digest {
	sum := sha256.Sum256(text)
	return digest{binary.LittleEndian.Uint64(sum[:8]), binary.LittleEndian.Uint64(sum[8:16])}
}

func hashOf(things ...any) digest {
	text, err := json.Marshal(things)
	if err != nil {
		panic(err) // nothing in it that has no JSON
	}
	return hash(text)
}

// putPerson brings somebody in, or what has changed about them.
func (k *market) putPerson(f store.PersonFacts) {
	slices.SortFunc(f.Circle, func(a, b store.Near) int { return cmp.Compare(a.ID, b.ID) })
	p := rank.Person{
		ID: f.ID, Skills: f.Skills, Text: f.Headline + "\n" + f.About, Languages: f.Languages, Hours: f.HoursPerWeek,
	}
	p.Zone, p.HasZone = offset(f.TimeZone)
	var vouches []rank.Vouch
	for _, v := range f.Vouches {
		vouches = append(vouches, rank.Vouch{From: v.From, To: f.ID, Level: level(v.Vouch), Confirmed: v.Confirmed})
	}
	is := hashOf("person", p, vouches, f.Circle)
	was := k.people[f.ID]
	if was != nil {
		k.sum.sub(was.digest)
	}
	k.sum.add(is)
	k.people[f.ID] = &person{Person{f.ID, f.Name, f.Handle, f.Headline, f.Skills, f.Circle}, is}
	if was != nil && was.digest == is {
		return
	}
	var circle []string
	for _, c := range f.Circle {
		circle = append(circle, c.ID)
	}
	k.engine.PutPerson(p)
	k.engine.PutVouches(f.ID, vouches)
	k.engine.PutCircle(f.ID, circle)
}

// level is how strong the engine takes a vouch to be.
func level(v kith.Vouch) int {
	return map[kith.Vouch]int{kith.WorkedTogether: 3, kith.KnowTheirWork: 2}[v]
}

func (k *market) dropPerson(id string) {
	if was := k.people[id]; was != nil {
		k.sum.sub(was.digest)
		delete(k.people, id)
		k.engine.RemovePerson(id)
	}
}

// putJob brings a job in with what came of it. Of a private one nothing enters
// but the job itself, so that its own client can be answered.
func (k *market) putJob(f store.JobFacts) {
	if f.Visibility == kith.Private {
		f.Takings = nil
	}
	j := rank.Job{
		ID: f.ID, Title: f.Title, Text: f.Text, Must: f.Skills, Tags: tags(f.Skills), Budget: f.Budget.Upper, Private: f.Visibility == kith.Private,
	}
	j.Zone, j.HasZone = offset(f.Client.TimeZone)
	is := hashOf("job", j, f.Takings)
	if j.Private {
		is = digest{} // it must change nothing, not even this
	}
	was := k.jobs[f.ID]
	k.forget(was)
	k.sum.add(is)
	now := &job{Job{f.ID, f.Client.ID, f.Title, f.Skills, f.Status, f.Visibility, f.Budget, f.PostedAt}, f.Takings, is}
	k.jobs[f.ID] = now
	k.note(now)
	if was != nil && was.digest == is && !j.Private {
		return
	}
	k.engine.PutJobAnew(j)
	for _, t := range f.Takings {
		kind := rank.HandedOn
		if t.Hired {
			kind = rank.Done
		}
		k.engine.Add(rank.Event{Day: Day(t.At), Job: f.ID, From: t.From, To: t.To, Kind: kind})
	}
}

// tags are what a job is filed under: the skills that it asks for.
func tags(skills []string) (all []string) {
	for _, s := range skills {
		all = append(all, rank.Skill(s))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// note counts what a job says of people, forget takes that out again.
func (k *market) note(j *job) {
	for _, t := range j.takings {
		k.took[t.To] = append(k.took[t.To], j.ID)
		if !t.Hired {
			k.handed[[2]string{t.From, t.To}]++
		}
	}
	if j.Status == kith.JobOpen && j.Visibility != kith.Private {
		for _, s := range tags(j.Skills) {
			k.bySkill[s] = append(k.bySkill[s], j.ID)
		}
	}
}

func (k *market) forget(j *job) {
	if j == nil {
		return
	}
	k.sum.sub(j.digest)
	for _, t := range j.takings {
		if at := slices.Index(k.took[t.To], j.ID); at >= 0 {
			k.took[t.To] = slices.Delete(k.took[t.To], at, at+1)
		}
		if !t.Hired {
			k.handed[[2]string{t.From, t.To}]--
		}
	}
	for _, s := range tags(j.Skills) {
		k.bySkill[s] = slices.DeleteFunc(k.bySkill[s], func(id string) bool { return id == j.ID })
	}
}

// putShown counts those who stood in a ranking, once.
func (k *market) putShown(all []store.Shown) {
	fresh := map[string]bool{}
	for _, s := range all {
		if k.shown[s.Ranking] && !fresh[s.Ranking] {
			continue
		}
		if !fresh[s.Ranking] {
			k.sum.add(hashOf("ranking", s.Ranking))
		}
		k.shown[s.Ranking], fresh[s.Ranking] = true, true
		k.engine.AddShown(rank.Shown{Day: Day(s.At), Person: s.Person, Job: s.Job, Place: s.Place})
	}
}

// offset is how many minutes east of Greenwich a zone is, without summer time,
// so that it is the same on every day.
func offset(zone string) (minutes int, known bool) {
	at := kith.Zone(zone, nil)
	if at == nil {
		return 0, false
	}
	_, january := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).In(at).Zone()
	_, july := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC).In(at).Zone()
	return min(january, july) / 60, true
}
