package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"kith/internal/clock"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/store"
)

const (
	callers = 16
	// lasts is how long each measurement runs at most.
	lasts = 5 * time.Second
)

// measure compares what the bare database does with what people get.
func (p program) measure(ctx context.Context, name, database string) error {
	fmt.Println(name)
	g, err := prepare(ctx, database)
	if err != nil {
		return err
	}
	bare, err := bareRate(ctx, database)
	if err != nil {
		return err
	}
	say("bare database, transactions of one insert", bare.String())
	s, err := p.start(ctx, "/readyz", "serve", "--database", database, "--mail-dir", filepath.Join(p.dir, "letters-"+name))
	if err != nil {
		return err
	}
	home := many(ctx, func(n int) error { return g.ask(s, n, http.MethodGet, "/", nil, http.StatusOK) }, 0)
	say("home page, signed in", home.beside(bare))
	refer := many(ctx, func(n int) error {
		path := fmt.Sprintf("/invitations/to-referrer%d/referrals", n)
		return g.ask(s, n, http.MethodPost, path, url.Values{"key": {fmt.Sprint("bench-", n)}}, http.StatusSeeOther)
	}, referrals)
	say("sending a referral, signed in", refer.beside(bare))
	fmt.Println()
	if err := s.stop(); err != nil {
		return err
	}
	for _, r := range []rate{home, refer} {
		if r.failed != nil {
			return r.failed
		}
	}
	return nil
}

// bareRate is how many transactions with one insert the database commits.
func bareRate(ctx context.Context, database string) (rate, error) {
	s, err := store.Open(ctx, database)
	if err != nil {
		return rate{}, err
	}
	defer s.Close()
	source, now := ids.Random(), clock.System().Now()
	r := many(ctx, func(int) error {
		return s.Write(ctx, func(tx *store.Tx) error {
			return tx.AddEvent(ctx, kith.Event{ID: source.New(), At: now, Kind: kith.JobEdited})
		})
	}, 0)
	return r, r.failed
}

var web = http.Client{
	Transport:     &http.Transport{MaxIdleConnsPerHost: callers},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// ask sends a request as the nth referrer.
func (g ground) ask(s *server, n int, method, path string, form url.Values, want int) error {
	request, err := http.NewRequest(method, s.base+path, strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Cookie", g.cookies[n%len(g.cookies)])
	answer, err := web.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return err
	}
	if answer.StatusCode != want {
		return fmt.Errorf("%s %s: %s", method, path, answer.Status)
	}
	return nil
}

// rate is how often something was done, and how long each took.
type rate struct {
	done   int
	took   time.Duration
	each   []time.Duration
	failed error
}

// many does something by many callers at once, at most so often, or without end
// where most is 0, until the time is over.
func many(ctx context.Context, do func(n int) error, most int) rate {
	var r rate
	var mu sync.Mutex
	var all sync.WaitGroup
	var next atomic.Int64
	start := time.Now()
	for range callers {
		all.Go(func() {
			var each []time.Duration
			var failed error
			for failed == nil && ctx.Err() == nil && time.Since(start) < lasts {
				n := int(next.Add(1)) - 1
				if most > 0 && n >= most {
					break
				}
				begun := time.Now()
				if failed = do(n); failed == nil {
					each = append(each, time.Since(begun))
				}
			}
			mu.Lock()
			defer mu.Unlock()
			r.each = append(r.each, each...)
			if failed != nil {
				r.failed = failed
			}
		})
	}
	all.Wait()
	r.took, r.done = time.Since(start), len(r.each)
	slices.Sort(r.each)
	return r
}

func (r rate) perSecond() float64 { return float64(r.done) / r.took.Seconds() }

func (r rate) at(share float64) time.Duration {
	if len(r.each) == 0 {
		return 0
	}
	return r.each[int(share*float64(len(r.each)-1))].Round(100 * time.Microsecond)
}

func (r rate) String() string {
	return fmt.Sprintf("%6.0f/s   half within %v, 99 in 100 within %v", r.perSecond(), r.at(0.5), r.at(0.99))
}

// beside is the rate with what it is of the bare database's.
func (r rate) beside(bare rate) string {
	return fmt.Sprintf("%v   %.2f of bare", r, r.perSecond()/bare.perSecond())
}
