package storetest

import (
	"context"
	"strings"
	"sync"
	"testing"

	"kith/internal/store"
)

// twiceAtOnce starts four programs on one empty database.
func twiceAtOnce(t *testing.T, url string) {
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			s, err := store.Open(context.Background(), url)
			if err != nil {
				t.Error(err)
				return
			}
			if err := s.Ready(context.Background()); err != nil {
				t.Error(err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

// newer is a database that a later program has written.
func newer(t *testing.T, url string) {
	h := enter(t, url)
	if err := h.Ready(h.ctx); err != nil {
		t.Fatal(err)
	}
	exec(t, url, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, TRUE)")
	wantWords(t, url, "newer Kith", "schema 99999", "backup")
	if err := h.Ready(h.ctx); err == nil || !strings.Contains(err.Error(), "99999") {
		t.Errorf("the one that was open is ready: %v", err)
	}
}

// weak is a database that forgets what it acknowledged. On SQLite the store
// itself sets what matters, on each connection; so there only PostgreSQL can be
// set wrong from outside.
func weak(t *testing.T, url string) {
	if strings.HasPrefix(url, "sqlite:") {
		enter(t, url)
		exec(t, url, "PRAGMA synchronous = OFF") // its own connection's only
		enter(t, url)
		return
	}
	var name string
	if err := Raw(t, url).QueryRowContext(t.Context(), "SELECT current_database()").Scan(&name); err != nil {
		t.Fatal(err)
	}
	exec(t, url, "ALTER DATABASE "+name+" SET synchronous_commit = off")
	wantWords(t, url, "synchronous_commit = off", "power cut", "set it back")
}

func exec(t *testing.T, url, statement string) {
	t.Helper()
	if _, err := Raw(t, url).ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

// wantWords wants that opening is refused, in these words among others.
func wantWords(t *testing.T, url string, words ...string) {
	t.Helper()
	s, err := store.Open(t.Context(), url)
	if err == nil {
		t.Error("it opens", s.Close())
		return
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%q is missing in: %v", w, err)
		}
	}
}
