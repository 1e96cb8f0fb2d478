package kithtest_test

import (
	"path/filepath"
	"strings"
	"testing"

	"kith/internal/kithtest"
)

// TestStories tells every story on both databases.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("../../stories/*.txt")
	if err != nil || len(files) < 16 {
		t.Fatalf("%d stories, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			kithtest.OnBoth(t, func(t *testing.T, url string) { kithtest.Tell(t, url, file) })
		})
	}
}
