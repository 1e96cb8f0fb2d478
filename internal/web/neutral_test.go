package web_test

import (
	"maps"
	"net/http"
	neturl "net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/store"
)

// whyNot is everything that keeps Bo from being asked, each brought about.
var whyNot = map[string]func(l *loop){
	"paused until a day": func(l *loop) { l.bosReach(kith.Reach{Takes: kith.FromEveryone, AwayTill: "2026-05-20"}) },
	"paused":             func(l *loop) { l.bosReach(kith.Reach{Takes: kith.FromEveryone, Away: true}) },
	"takes none":         func(l *loop) { l.bosReach(kith.Reach{Takes: kith.FromNobody}) },
	"circle only":        func(l *loop) { l.bosReach(kith.Reach{Takes: kith.FromCircle}) },
	"blocks referrer":    func(l *loop) { l.ok(l.House.Block(l.Ctx, l.By(l.bo.ID), l.ana.ID)) },
	"referrer blocks":    func(l *loop) { l.ok(l.House.Block(l.Ctx, l.By(l.ana.ID), l.bo.ID)) },
	"blocks client":      func(l *loop) { l.ok(l.House.Block(l.Ctx, l.By(l.bo.ID), l.otis.ID)) },
	"client blocks":      func(l *loop) { l.ok(l.House.Block(l.Ctx, l.By(l.otis.ID), l.bo.ID)) },
	"hired":              (*loop).hiresBo,
	"at the limit":       (*loop).threeWaitForBo,
}

func (l *loop) bosReach(r kith.Reach) { l.ok(l.House.SaveReach(l.Ctx, l.By(l.bo.ID), r)) }

func (l *loop) hiresBo() {
	proposal := l.must(l.House.Apply(l.Ctx, l.By(l.bo.ID), l.job, act.Offer{ProfileOnly: true}))
	l.ok(l.House.Hire(l.Ctx, l.By(l.otis.ID), proposal))
}

func (l *loop) threeWaitForBo() {
	for _, name := range []string{"Cas Ode", "Dee Ode", "Eli Ode"} {
		who := l.Join(name)
		invitation := l.must(l.House.Invite(l.Ctx, l.By(l.otis.ID), l.job, who.ID, ""))
		vouch, note := kith.WorkedTogether, aNote
		l.ok(l.House.Draft(l.Ctx, l.By(who.ID), invitation, act.Answers{Candidate: &l.bo.ID, Vouch: &vouch, Note: &note}))
		l.must(l.House.Refer(l.Ctx, l.By(who.ID), invitation))
	}
	l.Pass(11 * time.Minute)
}

// work is what a request gave and cost.
type work struct {
	status     int
	body       string
	statements []string
	tasks      int
	took       time.Duration
}

var anID = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|value="[A-Za-z0-9_-]{20,}"`)

// costs does a thing and notes what it cost.
func costs(l *loop, watch *statements, do func() *page) work {
	before := l.openTasks()
	watch.begin()
	start := time.Now()
	page := do()
	took := time.Since(start)
	return work{page.Status, anID.ReplaceAllString(page.Body, "ID"), watch.end(), l.openTasks() - before, took}
}

func (l *loop) openTasks() (n int) {
	l.ok(l.Store.Read(l.Ctx, func(tx *store.Tx) (err error) {
		n, err = tx.CountOpenTasks(l.Ctx)
		return err
	}))
	return n
}

// statements collects those that are run.
type statements struct {
	sync.Mutex
	on  bool
	all []string
}

func (s *statements) told(text string) {
	s.Lock()
	defer s.Unlock()
	if s.on {
		s.all = append(s.all, text)
	}
}

func (s *statements) begin() { s.Lock(); s.on, s.all = true, nil; s.Unlock() }

func (s *statements) end() []string { s.Lock(); defer s.Unlock(); s.on = false; return s.all }

func (w work) same(t *testing.T, name string, first work, bytes bool) {
	t.Helper()
	if w.status != first.status || w.tasks != first.tasks {
		t.Errorf("%s: status %d, %d tasks; first it was %d, %d", name, w.status, w.tasks, first.status, first.tasks)
	}
	if !slices.Equal(w.statements, first.statements) {
		t.Errorf("%s: other statements:\n%s\nfirst:\n%s", name, strings.Join(w.statements, "\n"), strings.Join(first.statements, "\n"))
	}
	if bytes && w.body != first.body {
		t.Errorf("%s: other bytes: %s", name, firstDifference(w.body, first.body))
	}
}

// watchedLoop is a loop on a database of its own, with every statement heard.
func watchedLoop(t *testing.T, url string) (*loop, *statements) {
	t.Helper()
	watch := &statements{}
	if !strings.HasPrefix(url, "sqlite:") {
		url = kithtest.Postgres(t)
	} else {
		url = "sqlite:" + filepath.Join(t.TempDir(), "kith.db")
	}
	site := newSiteOn(t, url)
	site.Store.Watch(watch.told)
	return newLoop(site, func(j *kith.Job) { j.Openings = 2 }), watch
}

// TestOneRefusalForAll holds every cause to one answer: bytes, statements and
// tasks, when somebody is chosen and when the referral is sent (R11).
func TestOneRefusalForAll(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		var choosing, sending work
		for n, name := range slices.Sorted(maps.Keys(whyNot)) {
			l, watch := watchedLoop(t, url)
			check := l.writes()
			whyNot[name](l)
			if name != "at the limit" {
				l.Pass(11 * time.Minute)
			}
			who := neturl.Values{"who": {"person:" + l.bo.ID}, "q": {"bo"}}
			chosen := costs(l, watch, func() *page { return l.ana.post(l.invitation+"/refer", who) })
			sent := costs(l, watch, func() *page { return check.submit(sendForm, nil) })
			if n == 0 {
				choosing, sending = chosen, sent
			}
			for _, w := range []work{chosen, sent} {
				if w.status != http.StatusUnprocessableEntity || !strings.Contains(w.body, "Bo can’t be asked right now. Choose somebody else?") {
					t.Errorf("%s: status %d", name, w.status)
				}
			}
			chosen.same(t, name+", choosing", choosing, true)
			sent.same(t, name+", sending", sending, true)
			t.Logf("%-18s choosing %v in %d statements, sending %v in %d", name, ms(chosen), len(chosen.statements), ms(sent), len(sent.statements))
		}
	})
}

func ms(w work) time.Duration { return w.took.Round(100 * time.Microsecond) }

// TestAddressesCostTheSame holds an address with an account, of whoever can be
// asked or not, to one without: statements and tasks of every step.
func TestAddressesCostTheSame(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		var first []work
		for _, email := range []string{"nobody@example.org", "bo@kith.test", "otis@kith.test", "paused@kith.test"} {
			l, watch := watchedLoop(t, url)
			paused := l.Join("Paused Ode")
			l.ok(l.House.SaveReach(l.Ctx, l.By(paused.ID), kith.Reach{Takes: kith.FromNobody}))
			var steps []work
			step := func(do func() *page) (p *page) {
				steps = append(steps, costs(l, watch, func() *page { p = do(); return p }))
				return p
			}
			how := step(func() *page { return l.ana.post(l.invitation+"/refer", neturl.Values{"who": {"address:" + email}}) })
			words := step(func() *page { return how.submit("main form", neturl.Values{"vouch": {"worked_together"}}) })
			check := step(func() *page { return words.submit("main form", neturl.Values{"note": {aNote}}) })
			step(func() *page { return check.submit(sendForm, nil) })
			if first == nil {
				first = steps
			}
			for n, w := range steps {
				w.same(t, email, first[n], false)
			}
			t.Logf("%-18s %v, %v, %v, %v", email, ms(steps[0]), ms(steps[1]), ms(steps[2]), ms(steps[3]))
		}
	})
}
