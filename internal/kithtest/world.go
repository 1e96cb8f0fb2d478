// Package kithtest is the little world that tests live in: a house on a
// database of its own, a clock that stands until told, letters caught, and
// people with names.
package kithtest

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kith/internal/act"
	"kith/internal/clock"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/kithtest/postgres"
	"kith/internal/mail"
	"kith/internal/memory"
	"kith/internal/query"
	"kith/internal/store"
	"kith/internal/words"
	"kith/internal/work"
)

// Begin is when the world begins: a Tuesday, ten in the morning in Lisbon, far
// from quiet hours and from changes of summer time.
var Begin = time.Date(2026, 4, 28, 9, 0, 0, 0, time.UTC)

// base is the address of every world.
const base = "https://kith.test"

// World is a house with everything around it.
type World struct {
	T      testing.TB
	Ctx    context.Context
	URL    string
	Store  *store.Store
	House  *act.House
	Desk   *query.Desk
	Worker *work.Worker
	Clock  *clock.Manual
	Mail   *mail.Caught
	Book   *words.Book
	IDs    ids.Source
}

// OnBoth runs a test on each database. PostgreSQL is skipped loudly where the
// environment names no server; in CI that is a failure.
func OnBoth(t *testing.T, test func(t *testing.T, url string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, "sqlite:"+filepath.Join(t.TempDir(), "kith.db")) })
	t.Run("postgres", func(t *testing.T) { test(t, Postgres(t)) })
}

// Postgres is the address of an empty database that is dropped after the test.
func Postgres(t testing.TB) string {
	server := os.Getenv(postgres.Env)
	if server == "" {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s names no server, and in CI nothing may be skipped", postgres.Env)
		}
		t.Skipf("!!! SKIPPED on PostgreSQL: %s names no server; `make test` starts one", postgres.Env)
	}
	url, drop, err := postgres.NewDatabase(server)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := drop(); err != nil {
			t.Error(err)
		}
	})
	return url
}

// New makes a world on the database at url.
func New(t testing.TB, url string) *World {
	t.Helper()
	ctx := context.Background()
	s, err := store.Open(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	book, err := words.Open()
	if err != nil {
		t.Fatal(err)
	}
	source, caught := ids.Seeded(1), &mail.Caught{}
	house := &act.House{Store: s, IDs: source, Limits: kith.DefaultLimits, Zone: time.UTC}
	return &World{
		T: t, Ctx: ctx, URL: url, Store: s, House: house, Clock: clock.Fixed(Begin), Mail: caught, Book: book, IDs: source,
		Desk: &query.Desk{Store: s, People: memory.NewPeople(s), Market: memory.NewMarket(s), Limits: kith.DefaultLimits, Zone: time.UTC, Base: base},
		Worker: &work.Worker{
			Store: s, House: house, Book: book, Mail: caught, IDs: source, Base: base, Site: "Kith", From: "kith@kith.test",
			Zone: time.UTC, Log: slog.New(slog.DiscardHandler),
		},
	}
}

// By is a person acting now.
func (w *World) By(person string) act.By { return act.By{Person: person, Now: w.Clock.Now()} }

// Reader is a person looking now.
func (w *World) Reader(person string) query.Reader {
	return query.Reader{Person: person, Now: w.Clock.Now()}
}

// Pass lets time pass, and everything happen that becomes due meanwhile, at its
// time.
func (w *World) Pass(d time.Duration) {
	w.T.Helper()
	w.Sweep()
	end := w.Clock.Now().Add(d)
	for {
		due := w.nextDue()
		if due.IsZero() || due.After(end) {
			break
		}
		if due.After(w.Clock.Now()) {
			w.Clock.Set(due)
		}
		w.Sweep()
	}
	w.Clock.Set(end)
}

func (w *World) nextDue() (due time.Time) {
	err := w.Store.Read(w.Ctx, func(tx *store.Tx) (err error) {
		due, err = tx.NextDue(w.Ctx)
		return err
	})
	if err != nil {
		w.T.Fatal(err)
	}
	return due
}

// Sweep lets everything happen that is due now.
func (w *World) Sweep() {
	w.T.Helper()
	if _, err := w.Worker.Sweep(w.Ctx, w.Clock.Now()); err != nil {
		w.T.Fatal(err)
	}
}

// Join makes a person; their address is their handle at kith.test.
func (w *World) Join(name string) kith.Person {
	w.T.Helper()
	id, err := w.House.Join(w.Ctx, w.By(""), kith.FirstName(name)+"@kith.test", name, "UTC")
	if err != nil {
		w.T.Fatal(err)
	}
	p, err := w.Desk.Person(w.Ctx, id)
	if err != nil {
		w.T.Fatal(err)
	}
	return p
}
