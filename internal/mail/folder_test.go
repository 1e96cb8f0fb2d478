package mail_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kith/internal/mail"
)

func TestFolderOrderAndNames(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there yet")
	early, late := letter(1), letter(2)
	late.Date = early.Date.Add(time.Microsecond) // in the same second
	late.Date = late.Date.In(time.FixedZone("", 5*3600))
	if errs := mail.Folder(dir).Deliver(t.Context(), []mail.Message{late, early}); errors.Join(errs...) != nil {
		t.Fatal(errs)
	}
	files, err := mail.ReadFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	form := regexp.MustCompile(`^20260503T120001\.00000[01]Z-[0-9a-f]{32}\.eml$`)
	var ids []string
	for _, f := range files {
		ids = append(ids, f.MessageID)
		if !form.MatchString(f.Name) {
			t.Errorf("file name %s", f.Name)
		}
	}
	if diff := cmp.Diff([]string{late.MessageID, early.MessageID}, ids); diff != "" {
		t.Errorf("newest first (-want +got):\n%s", diff)
	}
}

func TestFolderDeliversTheSameOnce(t *testing.T) {
	dir := t.TempDir()
	again := letter(1)
	again.Text, again.Date = "second try", again.Date.Add(time.Hour)
	for _, batch := range [][]mail.Message{{letter(1), letter(2)}, {again}, {again, again}} {
		if errs := mail.Folder(dir).Deliver(t.Context(), batch); errors.Join(errs...) != nil {
			t.Fatal(errs)
		}
	}
	if diff := cmp.Diff([]mail.Message{again, letter(2)}, lying(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFolderIsPrivateAndClean(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "letters")
	mail.Folder(dir).Deliver(t.Context(), letters(3))
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 3 {
		t.Fatalf("%d files, %v", len(entries), err)
	}
	for _, name := range []string{dir, filepath.Join(dir, entries[0].Name())} {
		info, err := os.Stat(name)
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

func TestFolderThatCantBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"later", "later"}, outcomes(mail.Folder(file).Deliver(t.Context(), letters(2)))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFolderKeepsNothingHalf: a directory in the place of the letter makes the
// rename fail.
func TestFolderKeepsNothingHalf(t *testing.T) {
	dir := t.TempDir()
	d := mail.Folder(dir)
	d.Deliver(t.Context(), letters(1))
	files, _ := mail.ReadFolder(dir)
	name := filepath.Join(dir, files[0].Name)
	if err := errors.Join(os.Remove(name), os.MkdirAll(filepath.Join(name, "full"), 0o700)); err != nil {
		t.Fatal(err)
	}
	if got := outcomes(d.Deliver(t.Context(), letters(1))); got[0] != "later" {
		t.Errorf("Deliver() = %s", got)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestFolderFromMany(t *testing.T) {
	dir := t.TempDir()
	d := mail.Folder(dir)
	var wg sync.WaitGroup
	for n := range 8 {
		wg.Go(func() {
			same := letter(0)
			same.Date = same.Date.Add(time.Duration(n) * time.Hour)
			if errs := d.Deliver(t.Context(), []mail.Message{same, letter(n)}); errors.Join(errs...) != nil {
				t.Error(errs)
			}
		})
	}
	wg.Wait()
	if got := lying(t, dir); len(got) != 8 {
		t.Errorf("%d letters, want 8", len(got))
	}
}

func TestReadFolderPassesOver(t *testing.T) {
	if files, err := mail.ReadFolder(filepath.Join(t.TempDir(), "missing")); files != nil || err != nil {
		t.Errorf("missing: %v, %v", files, err)
	}
	dir := t.TempDir()
	mail.Folder(dir).Deliver(t.Context(), letters(2))
	broken := "20990503T120001.000000Z-" + strings.Repeat("0", 32) + ".eml"
	for _, name := range []string{"notes.txt", ".letter-123", "x.eml", broken} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("hello"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := mail.ReadFolder(dir)
	if len(files) != 2 || err == nil || !strings.Contains(err.Error(), broken) {
		t.Errorf("%d letters, %v; want 2 and an error about %s", len(files), err, broken)
	}
}

func TestReadFile(t *testing.T) {
	outside := t.TempDir()
	dir := filepath.Join(outside, "letters")
	mail.Folder(dir).Deliver(t.Context(), letters(1))
	mail.Folder(outside).Deliver(t.Context(), letters(1))
	files, _ := mail.ReadFolder(dir)
	name := files[0].Name
	link := "20260503T120001.000000Z-" + strings.Repeat("0", 32) + ".eml"
	if err := os.Symlink(filepath.Join(outside, name), filepath.Join(dir, link)); err != nil {
		t.Fatal(err)
	}
	got, err := mail.ReadFile(dir, name)
	if diff := cmp.Diff(mail.File{Name: name, Message: letter(1)}, got); diff != "" || err != nil {
		t.Errorf("ReadFile() = %v (-want +got):\n%s", err, diff)
	}
	for _, c := range []struct {
		name    string
		missing bool
	}{
		{"", true},
		{".", true},
		{"..", true},
		{"../" + name, true},
		{"./" + name, true},
		{"../letters/" + name, true},
		{filepath.Join(dir, name), true},
		{name + "\x00", true},
		{name + "\n", true},
		{"x.eml", true},
		{strings.Replace(name, "20260503", "20260504", 1), true},
		{link, false},
	} {
		f, err := mail.ReadFile(dir, c.name)
		if err == nil || f.Name != "" || errors.Is(err, fs.ErrNotExist) != c.missing {
			t.Errorf("ReadFile(%q) = %+v, %v", c.name, f, err)
		}
	}
}
