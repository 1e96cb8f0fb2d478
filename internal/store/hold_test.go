package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"kith/internal/store"
)

func TestAFileIsHeldByOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a file?#.lock")
	held, err := store.Hold(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Hold(t.Context(), path); !errors.Is(err, store.ErrHeld) {
		t.Errorf("a second one got it: %v", err)
	}
	if err := held.Close(); err != nil {
		t.Error(err)
	}
	again, err := store.Hold(t.Context(), path)
	if err != nil {
		t.Fatalf("after it was let go: %v", err)
	}
	_ = again.Close()
}
