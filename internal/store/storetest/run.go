// Package storetest is one suite for every database that Kith keeps things on:
// what holds on one must hold on the other.
package storetest

import (
	"context"
	"database/sql"
	neturl "net/url"
	"strings"
	"testing"
	"time"

	"kith/internal/store"
)

// Run runs the suite. open gives the address of an empty database; the working
// directory is that of package store.
func Run(t *testing.T, open func(t *testing.T) string) {
	t.Run("queries", func(t *testing.T) { queries(t, open(t)) })
	t.Run("opening", func(t *testing.T) {
		t.Run("twice at once", func(t *testing.T) { twiceAtOnce(t, open(t)) })
		t.Run("newer schema", func(t *testing.T) { newer(t, open(t)) })
		t.Run("weak durability", func(t *testing.T) { weak(t, open(t)) })
	})
	for name, part := range map[string]func(h *house){
		"round trips": roundTrips, "order": order, "unique": unique, "overtaken": overtaken,
		"tasks": tasks, "claims": claims, "writers": writers, "secrets": secrets,
	} {
		t.Run(name, func(t *testing.T) { part(enter(t, open(t))) })
	}
}

// house is an open store with what the tests of it need.
type house struct {
	*testing.T
	ctx context.Context
	*store.Store
}

func enter(t *testing.T, url string) *house {
	t.Helper()
	s, err := store.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return &house{t, t.Context(), s}
}

// do writes, and fails where that can't be done.
func (h *house) do(change func(tx *store.Tx) error) {
	h.Helper()
	if err := h.Write(h.ctx, change); err != nil {
		h.Fatal(err)
	}
}

// refused writes, and wants the one error.
func (h *house) refused(what string, is func(error) bool, change func(tx *store.Tx) error) {
	h.Helper()
	if err := h.Write(h.ctx, change); !is(err) {
		h.Errorf("%s: %v", what, err)
	}
}

// Raw is the database itself, without a store.
func Raw(t *testing.T, url string) *sql.DB {
	t.Helper()
	driver, address := "pgx", url
	if path, ok := strings.CutPrefix(url, "sqlite:"); ok {
		driver, address = "sqlite", "file:"+(&neturl.URL{Path: path}).EscapedPath()
	}
	pool, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := pool.Close(); err != nil {
			t.Error(err)
		}
	})
	return pool
}

// begin has microseconds, which is what both databases keep of a time.
var begin = time.Date(2026, 4, 28, 9, 30, 15, 123456000, time.UTC)

// tokyo is far from UTC, so that a zone that is kept by mistake is noticed.
var tokyo = time.FixedZone("Tokyo", 9*60*60)
