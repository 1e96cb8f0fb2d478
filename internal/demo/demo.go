// Package demo is the village: a small invented world in which a visitor can
// be anybody and let time pass. It is made by the real acts, day by day, over
// the thirty days before the present, and its letters are real letters that
// were caught. The same seed at the same moment makes the same village.
package demo

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"kith/internal/act"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/mail"
	"kith/internal/store"
	"kith/internal/words"
	"kith/internal/work"
)

// Ground is what a village is built on.
type Ground struct {
	Store *store.Store
	Book  *words.Book
	// Mail takes the letters of the past; in `kith demo` it is the folder that
	// the village shows.
	Mail mail.Deliverer
	// Base is the installation's address without a slash at the end, Site its
	// name, From the address its letters come from.
	Base, Site, From string
	Zone             *time.Location
	Log              *slog.Logger
}

// Operator is the address of the one who runs the village.
const Operator = "noor@village.example"

// seed makes the village's ids. Whoever goes on with it afterwards uses
// ids.Random.
const seed = 2026

// What the settings of a village say.
const (
	marker   = "demo"
	begun    = "begun"
	finished = "yes"
)

// Refusals of a database, for the one at the command line.
var (
	ErrNotEmpty = errors.New("this database has people in it and is no demo village; the demo only fills an empty database, so name another one")
	ErrHalf     = errors.New("this database holds a demo village that was begun and never finished; delete it, or name another one")
)

// Prepare builds the village in an empty database, keeps one that is there, and
// refuses any other database.
func Prepare(ctx context.Context, g Ground, now time.Time) (built bool, err error) {
	state, people, err := look(ctx, g.Store)
	switch {
	case err != nil:
		return false, err
	case state == finished:
		return false, nil
	case state == begun:
		return false, ErrHalf
	case people > 0:
		return false, ErrNotEmpty
	}
	if err := mark(ctx, g.Store, begun); err != nil {
		return false, err
	}
	if err := build(ctx, g, now); err != nil {
		return false, err
	}
	return true, mark(ctx, g.Store, finished)
}

// IsVillage says whether a database holds a village, whole or half.
func IsVillage(ctx context.Context, s *store.Store) (bool, error) {
	state, _, err := look(ctx, s)
	return state != "", err
}

func look(ctx context.Context, s *store.Store) (state string, people int, err error) {
	err = s.Read(ctx, func(tx *store.Tx) error {
		if state, err = tx.Setting(ctx, marker); err != nil {
			return err
		}
		people, err = tx.CountPeople(ctx)
		return err
	})
	return state, people, err
}

func mark(ctx context.Context, s *store.Store, state string) error {
	return s.Write(ctx, func(tx *store.Tx) error { return tx.SaveSetting(ctx, marker, state) })
}

// build lets the month happen.
func build(ctx context.Context, g Ground, now time.Time) error {
	source := ids.Seeded(seed)
	house := &act.House{Store: g.Store, IDs: source, Limits: kith.DefaultLimits, Zone: g.Zone}
	s := &story{
		house: house, now: now, people: map[string]string{},
		worker: &work.Worker{
			Store: g.Store, House: house, Book: g.Book, Mail: g.Mail, IDs: source, Base: g.Base, Site: g.Site, From: g.From,
			Zone: g.Zone, Log: g.Log,
		},
	}
	for _, scene := range scenes {
		scene(s)
	}
	return s.happen(ctx)
}

// scenes are told one by one and happen all at once, each thing at its time.
var scenes = []func(s *story){
	everybodyJoins,
	poemsAboutTea, winterLabels, shopWindow, oldestCustomers,
	hundredReaders, readingRoom,
	boatyard, logbook,
	festival, parade, secretEnding,
}
