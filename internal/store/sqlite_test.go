package store_test

import (
	"path/filepath"
	"strings"
	"testing"

	"kith/internal/store"
	"kith/internal/store/storetest"
)

func TestSQLite(t *testing.T) { storetest.Run(t, sqlite) }

func sqlite(t *testing.T) string {
	return "sqlite:" + filepath.Join(t.TempDir(), "a folder", "kith ?#%.db")
}

func TestAddressesThatCantBe(t *testing.T) {
	for _, url := range []string{"", "sqlite:", "kith.db", "mysql://kith:secret@host/kith"} {
		s, err := store.Open(t.Context(), url)
		if err == nil {
			t.Errorf("%q opens", url)
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			continue
		}
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("the password is told: %v", err)
		}
	}
}
