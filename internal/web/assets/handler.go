package assets

import (
	"net/http"
	"strconv"
	"strings"
)

// Handler serves the assets under Prefix and nothing else.
func Handler() http.Handler { return http.HandlerFunc(serve) }

// Has says whether an asset stands at a path.
func Has(path string) bool { _, ok := byURL[path]; return ok }

func serve(w http.ResponseWriter, r *http.Request) {
	a, ok := byURL[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	a.send(w, r)
}

func (a asset) send(w http.ResponseWriter, r *http.Request) {
	body, tag, h := a.plain, `"`+a.hash+`"`, w.Header()
	if takesGzip(r.Header.Get("Accept-Encoding")) {
		body, tag = a.zipped, `"`+a.hash+`-gz"`
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Type", a.kind)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Vary", "Accept-Encoding")
	h.Set("ETag", tag)
	if knows(r.Header.Get("If-None-Match"), a.hash) {
		h.Del("Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(body)
	}
}

// knows says whether the browser has these very bytes, packed or not.
func knows(ifNoneMatch, hash string) bool {
	return strings.TrimSpace(ifNoneMatch) == "*" || strings.Contains(ifNoneMatch, `"`+hash)
}

// takesGzip reads an Accept-Encoding; "gzip;q=0" is a no.
func takesGzip(accept string) bool {
	for part := range strings.SplitSeq(accept, ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(name, "gzip") {
			q := strings.TrimSpace(weight)
			return q != "q=0" && q != "q=0.0"
		}
	}
	return false
}
