package kithtest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"kith/internal/kithtest"
)

// heard is a test that keeps what it is told.
type heard struct {
	testing.TB
	said []string
}

func (h *heard) Errorf(format string, args ...any) {
	h.said = append(h.said, fmt.Sprintf(format, args...))
}

func (h *heard) Fatalf(format string, args ...any) {
	h.Errorf(format, args...)
	runtime.Goexit()
}

// TestAStoryFailsWhereItIsWrong: a runner that never fails proves nothing.
func TestAStoryFailsWhereItIsWrong(t *testing.T) {
	const begin = "# A story\nOtis posts \"Tea\" and invites Ana  "
	for story, want := range map[string]string{
		"Otis posts \"Tea\"":                            ":0: a story begins with its title",
		begin + "Ana dances":                            `:2: nobody understands "Ana dances"`,
		begin + "\nAna dances":                          `:3: nobody understands "Ana dances"`,
		begin + "Ana gets \"money\"":                    `:2: Ana gets "money": since the last step they got ["Otis invites you to`,
		begin + "Otis gets \"Tea\"":                     ":2: Otis gets \"Tea\": since the last step they got []",
		begin + "Ana gets nothing":                      ":2: Ana gets nothing: they got",
		begin + "Ana sees \"money\"":                    `:2: Ana sees "money": they see "Your answer, until`,
		begin + "Ana sees nothing":                      ":2: Ana sees nothing: they see",
		begin + "nothing waits for Ana":                 ":2: nothing waits for Ana: 1 things wait for them",
		begin + "Bo finds nothing of the job":           ":2: Bo finds nothing of the job: the job's page answers <nil>",
		begin + "\nAna says yes":                        ":3: Ana says yes: ",
		begin + "\nAna can't decline: too_busy: \"no\"": ":3: Ana can't decline: too_busy: \"no\": they can",
		begin + "\nAna declines: too_busy\nAna can't decline: too_busy: \"maybe\"": "they read \"You declined this invitation.\"",
	} {
		if got := tell(t, story); !strings.Contains(got, want) {
			t.Errorf("%q: says %q, want %q", story, got, want)
		}
	}
}

// tell tells a story until it fails, and says how it did.
func tell(t *testing.T, text string) string {
	file := filepath.Join(t.TempDir(), "story.txt")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	h, done := &heard{TB: t}, make(chan bool)
	go func() {
		defer close(done)
		kithtest.Tell(h, "sqlite:"+filepath.Join(t.TempDir(), "kith.db"), file)
	}()
	<-done
	return strings.Join(h.said, "\n")
}
