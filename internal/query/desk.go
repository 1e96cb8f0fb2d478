// Package query is where people see things: the only way to see something. A
// question always takes the reader, and the answer holds only what they may
// see. Each file holds what one page asks.
package query

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/memory"
	"kith/internal/store"
)

// Desk answers questions.
type Desk struct {
	Store  *store.Store
	People *memory.People
	// Market is what ranking knows; without one nobody is suggested.
	Market *memory.Market
	Limits kith.Limits
	// RollOut says for whom handing on is switched on.
	RollOut kith.RollOut
	// Zone holds for people who set none of their own.
	Zone *time.Location
	// Base is the installation's address without a slash at the end: profile
	// links that begin with it are ours.
	Base string
}

// Reader is who looks, and when. An empty Person is somebody not signed in.
type Reader struct {
	Person string
	Now    time.Time
	notYet bool // handing on isn't switched on for them yet
}

// SignedIn says whether the reader is.
func (r Reader) SignedIn() bool { return r.Person != "" }

// rolledOut is the reader with whether handing on is switched on for them.
func (d *Desk) rolledOut(ctx context.Context, tx *store.Tx, by Reader) (Reader, error) {
	if !d.RollOut.Gradual || !by.SignedIn() {
		return by, nil
	}
	p, err := tx.Person(ctx, by.Person)
	by.notYet = !d.RollOut.Includes(p)
	return by, err
}

// Me is the reader's own account, and what waits for them, nearest deadline
// first. Every page asks for it, so "Your turn" costs nothing more.
func (d *Desk) Me(ctx context.Context, by Reader) (me kith.Person, waits []kith.Wait, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if me, err = tx.Person(ctx, by.Person); err != nil {
			return err
		}
		all, err := tx.Waiting(ctx, by.Person)
		waits = kith.StillWaiting(all, by.Now)
		return err
	})
	return me, waits, err
}
