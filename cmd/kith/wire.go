package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"kith/internal/act"
	"kith/internal/auth"
	"kith/internal/clock"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/mail"
	"kith/internal/memory"
	"kith/internal/query"
	"kith/internal/store"
	"kith/internal/web"
	"kith/internal/words"
	"kith/internal/work"
)

// plan is what an installation is to be like.
type plan struct {
	name, base, from, currency string
	zone                       *time.Location
	secure, proxy              bool
	operators                  map[string]bool
	rollOut                    kith.RollOut
	limits                     kith.Limits
	mail                       mail.Deliverer
	clock                      clock.Clock
	ids                        ids.Source
	log                        *slog.Logger
}

// installation is Kith with everything in its place.
type installation struct {
	store  *store.Store
	site   *web.Site
	worker *work.Worker
	clock  clock.Clock
	wake   chan struct{}
	log    *slog.Logger
}

// wire puts together what a plan says, on an open store.
func wire(p plan, s *store.Store) (*installation, error) {
	book, err := words.Open()
	if err != nil {
		return nil, err
	}
	wake := make(chan struct{}, 1)
	nudge := func() {
		select {
		case wake <- struct{}{}:
		default: // it is awake already
		}
	}
	house := &act.House{Store: s, IDs: p.ids, Limits: p.limits, RollOut: p.rollOut, Zone: p.zone, Wake: nudge}
	return &installation{
		store: s, clock: p.clock, wake: wake, log: p.log,
		worker: &work.Worker{
			Store: s, House: house, Book: book, Mail: p.mail, IDs: p.ids, Base: p.base, Site: p.name, From: p.from, Zone: p.zone, Log: p.log,
		},
		site: &web.Site{
			House: house, Desk: &query.Desk{Store: s, People: memory.NewPeople(s), Market: memory.NewMarket(s), Limits: house.Limits, RollOut: p.rollOut, Zone: p.zone, Base: p.base},
			Doorman:  &auth.Doorman{Store: s, IDs: p.ids, Limits: auth.NewLimits(), Wake: nudge},
			Sessions: auth.Sessions(s, p.clock, p.secure), Book: book, Clock: p.clock, IDs: p.ids, Log: p.log,
			Base: p.base, Name: p.name, Zone: p.zone, Currency: p.currency, Secure: p.secure, Proxy: p.proxy, Operators: p.operators,
			Ready: func() error { return ready(s) },
		},
	}, nil
}

const readyWithin = 2 * time.Second

func ready(s *store.Store) error {
	ctx, cancel := context.WithTimeout(context.Background(), readyWithin)
	defer cancel()
	return s.Ready(ctx)
}

// run serves and works until ctx is done, then stops in order: no new requests,
// those begun are answered, the worker finishes its batch, the store closes.
func (i *installation) run(ctx context.Context, door *door) error {
	working, stopWorking := context.WithCancel(context.Background())
	defer stopWorking()
	worked := make(chan struct{})
	go func() {
		defer close(worked)
		i.worker.Run(working, i.clock, i.wake)
	}()
	read := make(chan struct{})
	go func() {
		defer close(read)
		i.readMarket(working)
	}()
	err := door.serve(ctx, i.site.Handler(), i.log)
	stopWorking()
	select {
	case <-worked:
	case <-time.After(patience):
		i.log.Warn("The worker was cut off. What it had begun is done again after the next start.")
	}
	<-read
	err = errors.Join(err, i.store.Close())
	i.log.Info("stopped")
	return err
}

// readMarket reads what ranking knows, and says in the log how far it is. Pages do
// without suggestions until then.
func (i *installation) readMarket(ctx context.Context) {
	start, last := i.clock.Now(), 0
	everyThousands := func(people, jobs int) {
		if n := (people + jobs) / 10_000; n > last {
			last = n
			i.log.Info("reading what ranking knows", "people", people, "jobs", jobs)
		}
	}
	switch err := i.site.Desk.Market.Build(ctx, start, everyThousands); {
	case err == nil:
		i.log.Info("ranking is ready", "ms", i.clock.Now().Sub(start).Milliseconds())
	case ctx.Err() == nil:
		i.log.Error("what ranking knows can't be read; the next question tries again", "problem", err.Error())
	}
}
