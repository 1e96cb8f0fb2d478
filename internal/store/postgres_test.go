package store_test

import (
	"testing"

	"kith/internal/kithtest"
	"kith/internal/store/storetest"
)

func TestPostgres(t *testing.T) { storetest.Run(t, postgres) }

func postgres(t *testing.T) string { return kithtest.Postgres(t) }

// TestSchemasAreOne says what one database has and the other hasn't.
func TestSchemasAreOne(t *testing.T) {
	here, there := storetest.Columns(t, sqlite(t)), storetest.Columns(t, postgres(t))
	if len(here) < 100 {
		t.Errorf("only %d columns", len(here))
	}
	for line := range here {
		if !there[line] {
			t.Errorf("only on SQLite: %s", line)
		}
	}
	for line := range there {
		if !here[line] {
			t.Errorf("only on PostgreSQL: %s", line)
		}
	}
}
