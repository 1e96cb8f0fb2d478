// Package web is what people see in a browser. A page is a pair of files: one
// that asks and acts (.go), one that draws (.templ). routes.go lists them all,
// each with who may come. Nothing here changes the store but through act, and
// nothing is shown but what query gives.
package web

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"kith/internal/act"
	"kith/internal/auth"
	"kith/internal/clock"
	"kith/internal/ids"
	"kith/internal/query"
	"kith/internal/words"
)

// Site is the installation as it is reached by browser.
type Site struct {
	House    *act.House
	Desk     *query.Desk
	Doorman  *auth.Doorman
	Sessions *scs.SessionManager
	Book     *words.Book
	Clock    clock.Clock
	IDs      ids.Source
	Log      *slog.Logger

	// Base is the installation's address without a slash at the end, Name what
	// it is called.
	Base, Name string
	// Zone and Currency hold for people who set none of their own.
	Zone     *time.Location
	Currency string
	// Secure says that the installation is reached over HTTPS.
	Secure bool
	// Proxy says that a proxy of the operator's stands in front and names the
	// caller in X-Forwarded-For.
	Proxy bool
	// Operators are the mail addresses of those who run it.
	Operators map[string]bool
	// Ready says whether the installation can do its work.
	Ready func() error
	// Village is set where this is the demo.
	Village Village
}

// Village is what the demo adds: caught letters, being somebody else with one
// click, and letting time pass.
type Village interface {
	Letters() ([]Caught, error)
	Letter(name string) (Caught, error)
	People() []Villager
	Pass(d time.Duration) error
}

// Caught is a letter that the demo village caught.
type Caught struct {
	Name, To, Subject, Text, HTML string
	Date                          time.Time
}

// Villager is somebody whom a visitor of the demo can be.
type Villager struct {
	Person, Name string
	// Role is why one would: referrer, candidate, client, operator.
	Role string
}

// Handler answers every request.
func (s *Site) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.Handle(r.pattern, s.let(r))
	}
	for _, r := range villageRoutes {
		if s.Village != nil {
			mux.Handle(r.pattern, s.let(r))
		}
	}
	mux.Handle("GET /assets/{file}", s.asset())
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("ok\n")) })
	mux.HandleFunc("GET /readyz", s.readyz)
	return headers(s.guarded(s.Sessions.LoadAndSave(s.orNowhere(mux))))
}

func (s *Site) readyz(w http.ResponseWriter, _ *http.Request) {
	if s.Ready != nil {
		if err := s.Ready(); err != nil {
			s.Log.Warn("not ready", "problem", err.Error())
			http.Error(w, "not ready", http.StatusServiceUnavailable)
			return
		}
	}
	w.Write([]byte("ready\n"))
}
