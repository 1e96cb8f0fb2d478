package store

import (
	"context"
	"database/sql"

	"kith/internal/store/db"
)

// watched tells of every statement before it is run.
type watched struct {
	db.DBTX
	told func(statement string)
}

// Watch lets told hear the text of every statement from now on, so that a test
// can hold two ways to the same work. It is set before the store is used.
func (s *Store) Watch(told func(statement string)) { s.told = told }

func (s *Store) seen(tx db.DBTX) db.DBTX {
	if s.told == nil {
		return tx
	}
	return watched{tx, s.told}
}

func (w watched) ExecContext(ctx context.Context, statement string, args ...any) (sql.Result, error) {
	w.told(statement)
	return w.DBTX.ExecContext(ctx, statement, args...)
}

func (w watched) QueryContext(ctx context.Context, statement string, args ...any) (*sql.Rows, error) {
	w.told(statement)
	return w.DBTX.QueryContext(ctx, statement, args...)
}

func (w watched) QueryRowContext(ctx context.Context, statement string, args ...any) *sql.Row {
	w.told(statement)
	return w.DBTX.QueryRowContext(ctx, statement, args...)
}
