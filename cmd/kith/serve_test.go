package main

import (
	"bytes"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kith/internal/kithtest"
)

// safe is a buffer that is written and read at once.
type safe struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safe) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safe) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// waitFor asks until there is an answer, the program has ended, or a minute is
// over.
func waitFor(t *testing.T, ended chan int, ask func() string) string {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if answer := ask(); answer != "" {
			return answer
		}
		if len(ended) > 0 {
			return ""
		}
	}
	return ""
}

func get(t *testing.T, url string) (status int, body string) {
	t.Helper()
	answer, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(b)
}

// TestServeStartsAndStops on a port that the system chose, on both databases,
// twice on the same one.
func TestServeStartsAndStops(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		for range 2 {
			s := serve(t, "serve", "--listen", "127.0.0.1:0", "--database", url, "--mail-dir", filepath.Join(t.TempDir(), "letters"))
			for path, want := range map[string]string{"/livez": "ok", "/readyz": "ready", "/": "<h1"} {
				if status, body := get(t, s.base+path); status != http.StatusOK || !strings.Contains(body, want) {
					t.Errorf("%s: %d %s", path, status, body)
				}
			}
			got := s.stop()
			if got.code != 0 || !strings.HasSuffix(strings.TrimSpace(got.err), `"msg":"stopped"}`) {
				t.Errorf("stopped with code %d: %s", got.code, got.err)
			}
			if strings.Contains(got.err, "WARN") || strings.Contains(got.err, "ERROR") {
				t.Errorf("it complains: %s", got.err)
			}
		}
	})
}

// TestServeWithoutMail starts all the same, and says what that means.
func TestServeWithoutMail(t *testing.T) {
	here(t)
	s := serve(t, "serve", "--listen", "127.0.0.1:0")
	answer, err := http.PostForm(s.base+"/sign-in", map[string][]string{"email": {"ann@kith.test"}})
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	time.Sleep(200 * time.Millisecond)
	if got := s.stop(); got.code != 0 || !strings.Contains(got.err, "nobody can sign in") || strings.Contains(got.err, "ann@") {
		t.Errorf("code %d: %s", got.code, got.err)
	}
}

// TestStopFinishesWhatHasBegun: a request that is under way when the program is
// told to stop gets its answer.
func TestStopFinishesWhatHasBegun(t *testing.T) {
	here(t)
	s := serve(t, "serve", "--listen", "127.0.0.1:0", "--mail-dir", "letters")
	body, typing := io.Pipe()
	request, err := http.NewRequest(http.MethodPost, s.base+"/sign-in", body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answered := make(chan error, 1)
	go func() {
		answer, err := http.DefaultTransport.RoundTrip(request)
		if err == nil {
			answer.Body.Close()
		}
		answered <- err
	}()
	if _, err := io.WriteString(typing, "email="); err != nil {
		t.Fatal(err)
	}
	time.Sleep(100 * time.Millisecond)
	stopped := make(chan said, 1)
	go func() { stopped <- s.stop() }()
	time.Sleep(100 * time.Millisecond)
	if _, err := io.WriteString(typing, "ann%40kith.test"); err != nil {
		t.Fatal(err)
	}
	typing.Close()
	if err := <-answered; err != nil {
		t.Error(err)
	}
	if got := <-stopped; got.code != 0 {
		t.Errorf("code %d: %s", got.code, got.err)
	}
}

// TestDemoStaysAsItWasLeft opens the village twice.
func TestDemoStaysAsItWasLeft(t *testing.T) {
	here(t)
	var first string
	for i := range 2 {
		s := serve(t, "demo", "--listen", "127.0.0.1:0", "--data", "village")
		if status, body := get(t, s.base+"/village"); status != http.StatusOK || !strings.Contains(body, "<h1") {
			t.Errorf("/village: %d %s", status, body)
		}
		got := s.stop()
		people := strings.Split(got.out, "/village\n")[1]
		people, _, _ = strings.Cut(people, "\nLetters")
		if i == 0 {
			first = people
		}
		if got.code != 0 || people != first || people == "" || got.err != "" {
			t.Errorf("code %d, %q then %q: %s", got.code, first, people, got.err)
		}
	}
}
