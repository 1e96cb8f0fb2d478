package crash_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"kith/internal/kith"
	"kith/internal/kithtest"
)

const (
	referrers   = 6
	clients     = 3
	colleagues  = 20
	invitations = 8 // to each referrer, each to a job of its own
)

// crashes is how often the program is killed on each database.
func crashes(t *testing.T) int {
	n, err := strconv.Atoi(os.Getenv("KITH_CRASHES"))
	if err != nil {
		if n = 5; testing.Short() {
			t.Skip("crashes take a while; make test has them")
		}
	}
	return n
}

// TestCrashes kills the program while people refer, change their minds and
// invite, and looks afterwards whether everything that was acknowledged is
// there, once, with its letters.
func TestCrashes(t *testing.T) {
	n := crashes(t)
	binary := build(t)
	kithtest.OnBoth(t, func(t *testing.T, database string) {
		s := newServer(t, binary, database)
		s.fill()
		s.start()
		told := s.peopleAtWork(t, func() {
			random := rand.New(rand.NewPCG(1, 2))
			for range n {
				time.Sleep(time.Duration(100+random.IntN(700)) * time.Millisecond)
				s.kill()
				s.start()
			}
		})
		s.kill()
		t.Logf("%d referrals and %d invitations acknowledged, %d people signed in, over %d crashes", len(told.referrals), len(told.invited), told.signedIn, n)
		s.check(t, told)
	})
}

// fill brings in everybody, by the program itself.
func (s *server) fill() {
	s.t.Helper()
	var b strings.Builder
	person := func(name string) {
		fmt.Fprintf(&b, `{"kind":"person","id":"%s","email":"%s@kith.test","name":"%s","handle":"%s"}`+"\n", name, name, name, name)
	}
	job := func(id, client string) {
		fmt.Fprintf(&b, `{"kind":"job","id":"%s","client":"%s","title":"%s","text":"Work","visibility":"members"}`+"\n", id, client, id)
	}
	person("owner")
	for c := range colleagues {
		person(fmt.Sprintf("colleague%d", c))
	}
	for r := range referrers {
		person(fmt.Sprintf("referrer%d", r))
		for i := range invitations {
			id := fmt.Sprintf("job%d-%d", r, i)
			job(id, "owner")
			fmt.Fprintf(&b, `{"kind":"invitation","id":"to-%s","job":"%s","freelancer":"referrer%d"}`+"\n", id, id, r)
		}
	}
	for c := range clients {
		person(fmt.Sprintf("client%d", c))
		for j := range 1000 {
			job(fmt.Sprintf("work%d-%d", c, j), fmt.Sprintf("client%d", c))
		}
	}
	file := filepath.Join(s.t.TempDir(), "everybody.jsonl")
	if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
		s.t.Fatal(err)
	}
	if out, err := exec.Command(s.binary, "import", "--database", s.database, file).CombinedOutput(); err != nil {
		s.t.Fatalf("%v\n%s", err, out)
	}
}

// referral is one that the program has acknowledged.
type referral struct {
	id, invitation, candidate, note string
	undone                          bool
}

// told is what people were told has happened.
type told struct {
	mu        sync.Mutex
	referrals []referral
	invited   map[string]string // job → freelancer
	signedIn  int
}

// peopleAtWork lets people work while something happens, and gives what they
// were told. Everybody finishes what they have begun.
func (s *server) peopleAtWork(t *testing.T, meanwhile func()) *told {
	t.Helper()
	all := &told{invited: map[string]string{}}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var working sync.WaitGroup
	for r := range referrers {
		who := &referrer{somebody: s.somebody(t, fmt.Sprintf("referrer%d", r)), number: r, random: rand.New(rand.NewPCG(3, uint64(r)))}
		who.mustSignIn()
		working.Go(func() {
			until(ctx, who.refer)
			all.mu.Lock()
			defer all.mu.Unlock()
			all.referrals = append(append(all.referrals, who.done...), who.live...)
		})
	}
	for c := range clients {
		who := &client{somebody: s.somebody(t, fmt.Sprintf("client%d", c)), number: c}
		who.mustSignIn()
		working.Go(func() { until(ctx, func() { who.invite(all) }) })
	}
	working.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			if s.somebody(t, fmt.Sprintf("colleague%d", i%colleagues)).signIn() {
				all.signedIn++
			}
			time.Sleep(time.Second)
		}
	})
	meanwhile()
	stop()
	working.Wait()
	s.somebody(t, "owner").mustSignIn() // what was killed must not stand in the way
	return all
}

// referrer refers, edits and undoes, all the time.
type referrer struct {
	*somebody
	number, next int
	random       *rand.Rand
	live, done   []referral
}

// refer hands one invitation on, as a person would: question by question.
func (r *referrer) refer() {
	if len(r.live) == kith.DefaultLimits.LivePerReferrer || len(r.live) > 0 && r.random.IntN(4) == 0 {
		r.changeMind()
		return
	}
	invitation := r.free()
	path := "/invitations/" + invitation
	one := referral{invitation: invitation, candidate: fmt.Sprintf("colleague%d", r.random.IntN(colleagues)), note: fmt.Sprintf("note %d", r.next)}
	r.send(path+"/refer", "who", "person:"+one.candidate)
	r.send(path+"/refer/how", "vouch", string(kith.WorkedTogether))
	r.send(path+"/refer/words", "note", one.note, "hand_over", "Otis is kind")
	var is bool
	if one.id, is = strings.CutPrefix(r.send(path+"/referrals"), "/referrals/"); !is {
		r.t.Errorf("%s referred and was led to %q", r.name, one.id)
		return
	}
	r.live = append(r.live, one)
}

// free is an invitation from which no referral is under way.
func (r *referrer) free() string {
	for {
		r.next++
		id := fmt.Sprintf("to-job%d-%d", r.number, r.next%invitations)
		taken := false
		for _, one := range r.live {
			taken = taken || one.invitation == id
		}
		if !taken {
			return id
		}
	}
}

func (r *referrer) changeMind() {
	at := r.random.IntN(len(r.live))
	one := &r.live[at]
	if r.random.IntN(3) == 0 {
		one.note += ", once more"
		r.send("/referrals/"+one.id+"/edit", "vouch", string(kith.KnowTheirWork), "note", one.note)
		return
	}
	r.send("/referrals/" + one.id + "/undo")
	one.undone = true
	r.done = append(r.done, *one)
	r.live = append(r.live[:at], r.live[at+1:]...)
}

// client invites somebody to a job of theirs, one after the other.
type client struct {
	*somebody
	number, next int
}

func (c *client) invite(all *told) {
	if c.next == 1000 {
		time.Sleep(10 * time.Millisecond) // nothing left to do
		return
	}
	job, who := fmt.Sprintf("work%d-%d", c.number, c.next), fmt.Sprintf("colleague%d", c.next%colleagues)
	c.next++
	if c.send("/jobs/"+job+"/invitations", "to", who, "message", "Please") == "" {
		return
	}
	all.mu.Lock()
	defer all.mu.Unlock()
	all.invited[job] = who
}
