package memory_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/memory"
	"kith/internal/store"
	"kith/rank"
)

// town is a world in which people have skills and jobs come and go.
type town struct {
	*kithtest.World
	market *memory.Market
	people map[string]string
}

func newTown(t *testing.T, url string) *town {
	w := kithtest.New(t, url)
	return &town{w, memory.NewMarket(w.Store), map[string]string{}}
}

func (t *town) ok(err error) {
	t.T.Helper()
	if err != nil {
		t.T.Fatal(err)
	}
}

func (t *town) person(name string, skills ...string) string {
	t.T.Helper()
	p := t.Join(name)
	t.people[name] = p.ID
	t.skills(name, skills...)
	return p.ID
}

func (t *town) skills(name string, skills ...string) {
	t.T.Helper()
	p, err := t.Desk.Person(t.Ctx, t.people[name])
	t.ok(err)
	p.Skills, p.Headline = skills, "Works on "+fmt.Sprint(skills)
	t.ok(t.House.SaveProfile(t.Ctx, t.By(p.ID), p))
}

func (t *town) job(client string, v kith.Visibility, skills ...string) string {
	t.T.Helper()
	id, err := t.House.PostJob(t.Ctx, t.By(t.people[client]), kith.Job{
		Title: fmt.Sprint("Work with ", skills), Text: "All about it.", Skills: skills, Visibility: v, Openings: 1,
	})
	t.ok(err)
	return id
}

// hire lets somebody do a job.
func (t *town) hire(client, freelancer, job string) {
	t.T.Helper()
	if j, err := t.Desk.Job(t.Ctx, t.Reader(t.people[client]), job); err == nil && j.Visibility == kith.Private {
		i, err := t.House.Invite(t.Ctx, t.By(t.people[client]), job, t.people[freelancer], "")
		t.ok(err)
		p, err := t.House.AcceptInvitation(t.Ctx, t.By(t.people[freelancer]), i, act.Offer{ProfileOnly: true})
		t.ok(err)
		t.ok(t.House.Hire(t.Ctx, t.By(t.people[client]), p))
		return
	}
	p, err := t.House.Apply(t.Ctx, t.By(t.people[freelancer]), job, act.Offer{ProfileOnly: true})
	t.ok(err)
	t.ok(t.House.Hire(t.Ctx, t.By(t.people[client]), p))
}

// answer is all of an answer, as bytes, and the hash of what it rests on.
func (t *town) answer(m *memory.Market, job string) (text, inputs string) {
	t.T.Helper()
	t.ok(m.Look(t.Ctx, t.Clock.Now(), func(v memory.View) error {
		a := v.Rank().Ask(rank.Question{Kind: rank.Refer, Job: job, From: t.people["Ana Ode"], Day: v.Day})
		b, err := json.Marshal(a)
		text = string(b)
		_, _, inputs = v.Versions()
		return err
	}))
	return text, inputs
}

func (t *town) live() string {
	t.person("Ana Ode", "go", "sql")
	t.person("Bo Ode", "go", "postgresql")
	t.person("Cas Ode", "figma")
	t.person("Dee Ode", "go")
	t.person("Otis Ode")
	t.hire("Otis Ode", "Bo Ode", t.job("Otis Ode", kith.Members, "go", "sql"))
	t.hire("Otis Ode", "Cas Ode", t.job("Otis Ode", kith.Public, "figma"))
	return t.job("Otis Ode", kith.Members, "go", "postgresql")
}

// TestAChangeIsInTheNextAnswer, fed by what has changed or read whole: the same.
func TestAChangeIsInTheNextAnswer(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := newTown(t, url)
		job := w.live()
		seen := map[string]bool{}
		different := func(what string) {
			t.Helper()
			fed, inputs := w.answer(w.market, job)
			whole, again := w.answer(memory.NewMarket(w.Store), job)
			if fed != whole || inputs != again {
				t.Errorf("after %s what was fed and what was read whole differ:\n%s\n%s\n%s\n%s", what, fed, whole, inputs, again)
			}
			if seen[fed] {
				t.Errorf("%s changes nothing", what)
			}
			seen[fed] = true
		}
		different("the beginning")
		w.skills("Dee Ode", "go", "postgresql")
		different("a new skill")
		w.person("Eli Ode", "postgresql")
		different("somebody new")
		w.hire("Otis Ode", "Dee Ode", w.job("Otis Ode", kith.Members, "postgresql"))
		different("a hire")
	})
}

// TestAPrivateJobEntersNothing: with it and without it the answers are the same
// bytes, and so is the hash of what they rest on.
func TestAPrivateJobEntersNothing(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := newTown(t, url)
		job := w.live()
		text, inputs := w.answer(w.market, job)
		w.hire("Otis Ode", "Dee Ode", w.job("Otis Ode", kith.Private, "go", "postgresql", "secret"))
		for name, m := range map[string]*memory.Market{"fed": w.market, "whole": memory.NewMarket(w.Store)} {
			if now, again := w.answer(m, job); now != text || inputs != again {
				t.Errorf("%s: a private job changes %s to %s", name, text, now)
			}
		}
	})
}

// TestSameBytesOnBothDatabases compares the answers of both.
func TestSameBytesOnBothDatabases(t *testing.T) {
	var texts, inputs []string
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := newTown(t, url)
		text, in := w.answer(w.market, w.live())
		texts, inputs = append(texts, text), append(inputs, in)
	})
	if len(texts) == 2 && (texts[0] != texts[1] || inputs[0] != inputs[1]) {
		t.Errorf("%s\n%s\n%v", texts[0], texts[1], inputs)
	}
}

// TestNoneThatCommitsLateIsMissed: a transaction that began first and commits
// last is read all the same.
func TestNoneThatCommitsLateIsMissed(t *testing.T) {
	url := kithtest.Postgres(t)
	w := newTown(t, url)
	job := w.live()
	w.answer(w.market, job)
	began, goOn, done := make(chan bool), make(chan bool), make(chan error)
	go func() {
		done <- w.Store.Write(w.Ctx, func(tx *store.Tx) error {
			p, err := tx.Person(w.Ctx, w.people["Dee Ode"])
			if err != nil {
				return err
			}
			p.Skills = append(p.Skills, "postgresql")
			err = tx.SavePerson(w.Ctx, p, w.Clock.Now())
			began <- true
			<-goOn
			return err
		})
	}()
	<-began
	w.skills("Cas Ode", "figma", "go") // begins later, commits first
	before, _ := w.answer(w.market, job)
	goOn <- true
	w.ok(<-done)
	after, _ := w.answer(w.market, job)
	if whole, _ := w.answer(memory.NewMarket(w.Store), job); after == before || after != whole {
		t.Errorf("before %s, after %s, whole %s", before, after, whole)
	}
}

// TestNotReadyWhileItIsBuilt: nobody waits for a market that is being read.
func TestNotReadyWhileItIsBuilt(t *testing.T) {
	w := newTown(t, "sqlite:"+t.TempDir()+"/kith.db")
	w.live()
	var during error
	err := w.market.Build(w.Ctx, w.Clock.Now(), func(int, int) {
		during = w.market.Look(w.Ctx, w.Clock.Now(), func(memory.View) error { return nil })
	})
	if err != nil || during != memory.ErrNotReady {
		t.Errorf("%v, while it was built %v", err, during)
	}
	if err := w.market.Look(w.Ctx, w.Clock.Now().Add(time.Hour), func(memory.View) error { return nil }); err != nil {
		t.Error(err)
	}
}
