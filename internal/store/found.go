package store

import (
	"database/sql"
	"errors"
	"time"

	"kith/internal/kith"
)

// found turns "no such row" into the refusal that people read.
func found(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return kith.Refuse(kith.NotFound)
	}
	return err
}

// IsNone says whether an error means that there is no such thing.
func IsNone(err error) bool {
	var r kith.Refusal
	return errors.As(err, &r) && r.Code == kith.NotFound
}

// moment is a time as the rest of the house knows it: UTC, zero for none.
func moment(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return t.UTC()
}

// orNone is a time as the database knows it: null for none.
func orNone(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func textOf(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// each maps a list of rows.
func each[Row, T any](rows []Row, err error, as func(Row) T) ([]T, error) {
	if err != nil {
		return nil, err
	}
	all := make([]T, len(rows))
	for i, r := range rows {
		all[i] = as(r)
	}
	return all, nil
}
