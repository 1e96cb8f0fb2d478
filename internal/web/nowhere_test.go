package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// TestWhatNoRouteTakes reads pages in words: addresses that lead nowhere, and
// those that take other methods, which Allow names.
func TestWhatNoRouteTakes(t *testing.T) {
	b := newSite(t).visitor()
	for _, path := range []string{"/nowhere", "/jobs/x/y/z", "/assets/kith.css", "/assets/x/y", "/%00"} {
		p := b.get(path)
		p.Is(http.StatusNotFound)
		p.Has("h1", "")
	}
	wrong := b.post("/how", url.Values{})
	wrong.Is(http.StatusMethodNotAllowed)
	wrong.Has("main", "something else than what was sent")
	if allow := wrong.Header.Get("Allow"); allow != "GET, HEAD" {
		t.Errorf("Allow: %q", allow)
	}
}

// TestTooMuchForOneForm is answered in words, over a real connection, however
// much comes; a form that doesn't arrive whole is a sentence too.
func TestTooMuchForOneForm(t *testing.T) {
	s := newSite(t)
	server := httptest.NewServer(s.handler)
	defer server.Close()
	for length, want := range map[int]int{1 << 10: http.StatusOK, 300 << 10: http.StatusRequestEntityTooLarge, 6 << 20: http.StatusRequestEntityTooLarge} {
		answer, err := http.PostForm(server.URL+"/join", url.Values{"name": {strings.Repeat("a", length)}})
		if err != nil {
			t.Errorf("%d bytes: %v", length, err)
			continue
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("%d bytes: %s", length, answer.Status)
		}
	}
	answer, err := http.Post(server.URL+"/join", "application/x-www-form-urlencoded", strings.NewReader("name=%zz"))
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusBadRequest {
		t.Errorf("not a form: %s", answer.Status)
	}
}
