package assets

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func get(t *testing.T, path string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r io.Reader) []byte {
	t.Helper()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestServedForEver(t *testing.T) {
	for name, kind := range types {
		res := get(t, URL(name))
		if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != kind {
			t.Errorf("%s: %d %s", name, res.StatusCode, res.Header.Get("Content-Type"))
		}
		if c := res.Header.Get("Cache-Control"); !strings.Contains(c, "immutable") {
			t.Errorf("%s: Cache-Control %q", name, c)
		}
		if again := get(t, URL(name), "If-None-Match", res.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
			t.Errorf("%s: %d for bytes the browser has", name, again.StatusCode)
		}
	}
}

func TestGzipIsTheSameFile(t *testing.T) {
	plain, zipped := get(t, URL("kith.css")), get(t, URL("kith.css"), "Accept-Encoding", "br, gzip;q=0.8")
	if zipped.Header.Get("Content-Encoding") != "gzip" || zipped.Header.Get("ETag") == plain.Header.Get("ETag") {
		t.Fatalf("headers %v", zipped.Header)
	}
	r, err := gzip.NewReader(zipped.Body)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(body(t, r), body(t, plain.Body)) {
		t.Error("unpacked it differs")
	}
	if no := get(t, URL("kith.css"), "Accept-Encoding", "gzip;q=0, br"); no.Header.Get("Content-Encoding") != "" {
		t.Error("packed for somebody who refused it")
	}
}

func TestNothingElseIsServed(t *testing.T) {
	for _, path := range []string{"/assets/", "/assets/kith.css", "/assets/kith.000000000000.css", "/assets/../assets.go"} {
		if res := get(t, path); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", path, res.StatusCode)
		}
	}
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, httptest.NewRequest(http.MethodPost, URL("kith.js"), nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
}

func TestUnknownNamePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	URL("nothing.css")
}

// A page may weigh 60 KB in all; the looks get a good third of it, the script a sip.
func TestAssetsAreSmall(t *testing.T) {
	for name, most := range map[string]int{"kith.css": 24 << 10, "kith.js": 2 << 10, "mark.svg": 1 << 10} {
		if n := len(byName[name].plain); n > most {
			t.Errorf("%s has %d bytes, at most %d", name, n, most)
		}
	}
}

func TestStyleSheetCallsNobody(t *testing.T) {
	css := string(byName["kith.css"].plain)
	for _, s := range []string{"url(", "@import", "http"} {
		if strings.Contains(css, s) {
			t.Errorf("the style sheet contains %q", s)
		}
	}
	if open, shut := strings.Count(css, "{"), strings.Count(css, "}"); open != shut {
		t.Errorf("%d { and %d }", open, shut)
	}
}
