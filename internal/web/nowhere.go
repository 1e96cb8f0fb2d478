package web

import (
	"net/http"

	"kith/internal/kith"
	"kith/internal/web/assets"
)

// orNowhere gives what no route takes a page in words: an address that leads
// nowhere, or one that takes other methods, which Allow names.
func (s *Site) orNowhere(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, pattern := mux.Handler(r)
		if pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		said := &unheard{header: http.Header{}}
		answer.ServeHTTP(said, r)
		switch said.status {
		case http.StatusNotFound:
			s.let(route{"/", anyone, nowhere}).ServeHTTP(w, r)
		case http.StatusMethodNotAllowed:
			w.Header().Set("Allow", said.header.Get("Allow"))
			s.let(route{"/", anyone, otherWay}).ServeHTTP(w, r)
		default: // an address to be written otherwise
			answer.ServeHTTP(w, r)
		}
	})
}

// nowhere is the page for addresses that lead nowhere.
func nowhere(*visit) error { return kith.Refuse(kith.NotFound) }

func otherWay(v *visit) error {
	v.oops(http.StatusMethodNotAllowed, v.t("oops.title"), v.t("oops.other_way"))
	return nil
}

// asset serves the assets, and the page for addresses that lead nowhere where
// there is none of that name.
func (s *Site) asset() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !assets.Has(r.URL.Path) {
			w.Header().Set("Cache-Control", "no-store")
			s.let(route{"/", anyone, nowhere}).ServeHTTP(w, r)
			return
		}
		assets.Handler().ServeHTTP(w, r)
	})
}

// unheard is where an answer goes of which only the head is of interest.
type unheard struct {
	header http.Header
	status int
}

func (u *unheard) Header() http.Header         { return u.header }
func (u *unheard) WriteHeader(status int)      { u.status = status }
func (u *unheard) Write(b []byte) (int, error) { return len(b), nil }
