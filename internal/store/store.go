// Package store keeps what Kith knows, on SQLite or on PostgreSQL, with one
// set of queries for both. It alone uses database/sql. It takes and gives the
// words of package kith; rows and SQL stay inside.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"kith/internal/store/db"
)

// Kind is the database underneath.
type Kind string

// The two databases.
const (
	SQLite   Kind = "sqlite"
	Postgres Kind = "postgres"
)

// Store is an open database with the schema that this program knows.
type Store struct {
	kind  Kind
	write *sql.DB // on SQLite one connection: one writer at a time
	read  *sql.DB
	// schema is the version that this program knows and has made.
	schema int64
	made   bool
	told   func(statement string)
}

// Tx is one transaction: everything in it happens or nothing.
type Tx struct {
	q    *db.Queries
	raw  db.DBTX
	kind Kind
}

// Kind says which database is underneath.
func (s *Store) Kind() Kind { return s.kind }

// Close lets go of the database.
func (s *Store) Close() error { return errors.Join(s.write.Close(), s.read.Close()) }

// Ping says whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.read.PingContext(ctx) }

// conflictTries is how often a transaction is tried again when another one got
// in its way.
const conflictTries = 20

// Write runs change in a transaction and commits it when change returns nil.
// Where two transactions got in each other's way, change is run again from the
// start; it must not do anything that the rollback doesn't undo, and must
// never open a second transaction: on SQLite that would wait for itself.
func (s *Store) Write(ctx context.Context, change func(tx *Tx) error) error {
	return s.again(ctx, nil, change)
}

// WriteSteady is Write for a change that reads much before it writes: what it
// reads stands still, and where another transaction has changed meanwhile what
// this one wants to change, it is run again.
func (s *Store) WriteSteady(ctx context.Context, change func(tx *Tx) error) error {
	if s.kind == SQLite {
		return s.again(ctx, nil, change) // there is only one writer
	}
	return s.again(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead}, change)
}

func (s *Store) again(ctx context.Context, options *sql.TxOptions, change func(tx *Tx) error) error {
	for try := 1; ; try++ {
		err := s.in(ctx, s.write, options, change)
		if !conflict(err) || try == conflictTries {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(try) * time.Duration(1+rand.IntN(5)) * time.Millisecond):
		}
	}
}

// Read runs look on one unchanging state of the database.
func (s *Store) Read(ctx context.Context, look func(tx *Tx) error) error {
	options := &sql.TxOptions{ReadOnly: true}
	if s.kind == Postgres {
		options.Isolation = sql.LevelRepeatableRead
	}
	return s.in(ctx, s.read, options, look)
}

func (s *Store) in(ctx context.Context, pool *sql.DB, options *sql.TxOptions, do func(tx *Tx) error) error {
	t, err := pool.BeginTx(ctx, options)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer t.Rollback() // after a commit: nothing left to roll back
	raw := s.seen(t)
	if err := do(&Tx{db.New(raw), raw, s.kind}); err != nil {
		return err
	}
	return t.Commit()
}

// conflict says whether PostgreSQL asks to try the transaction again:
// serialization failure or deadlock.
func conflict(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == "40001" || pg.Code == "40P01")
}

// Taken says whether a write was refused because something unique is there
// already.
func Taken(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "23505"
	}
	return sqliteTaken(err)
}

// ErrNone says that there is no such row.
var ErrNone = sql.ErrNoRows

// ErrOvertaken says that a row was no longer in the state it was read in.
var ErrOvertaken = errors.New("overtaken by another change")

// moved turns the number of rows a conditional write changed into an error.
func moved(rows int64, err error) error {
	if err == nil && rows == 0 {
		return ErrOvertaken
	}
	return err
}
