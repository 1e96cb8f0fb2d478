package auth

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"

	"kith/internal/clock"
	"kith/internal/store"
)

// Names of what a session holds.
const (
	sessionPerson = "person"
	sessionEmail  = "email" // shown to be theirs, no account yet
)

// Sessions keeps people signed in for thirty days, in the store, so that every
// node knows them and a restart signs nobody out. There is no idle time: it
// would write the session at every look at a page.
func Sessions(s *store.Store, c clock.Clock, secure bool) *scs.SessionManager {
	m := scs.New()
	m.Store = sessionStore{s, c}
	m.Lifetime = 30 * 24 * time.Hour
	m.HashTokenInStore = true
	m.Cookie.Name = CookieName("kith", secure)
	m.Cookie.Secure = secure
	m.Cookie.HttpOnly = true
	m.Cookie.SameSite = http.SameSiteLaxMode
	m.Cookie.Path = "/"
	return m
}

// CookieName is a cookie's name with the prefix that makes browsers hold it to
// one host, where the installation is reached over HTTPS.
func CookieName(name string, secure bool) string {
	if secure {
		return "__Host-" + name
	}
	return name
}

// SignIn makes the session a person's; its token changes, so that one that was
// known before is worth nothing.
func SignIn(ctx context.Context, m *scs.SessionManager, person string) error {
	if err := m.RenewToken(ctx); err != nil {
		return err
	}
	m.Remove(ctx, sessionEmail)
	m.Put(ctx, sessionPerson, person)
	return nil
}

// Welcome notes an address that was shown to be theirs, before there is an
// account.
func Welcome(ctx context.Context, m *scs.SessionManager, email string) error {
	if err := m.RenewToken(ctx); err != nil {
		return err
	}
	m.Put(ctx, sessionEmail, email)
	return nil
}

// Person is who is signed in; empty for nobody.
func Person(ctx context.Context, m *scs.SessionManager) string {
	return m.GetString(ctx, sessionPerson)
}

// WelcomeEmail is the address noted by Welcome.
func WelcomeEmail(ctx context.Context, m *scs.SessionManager) string {
	return m.GetString(ctx, sessionEmail)
}

// SafePath is a path on this site to go on to, or the start page where what was
// asked for could lead elsewhere.
func SafePath(path string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n\t") {
		return "/"
	}
	return path
}

type sessionStore struct {
	store *store.Store
	clock clock.Clock
}

func (s sessionStore) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

func (s sessionStore) Commit(token string, b []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, b, expiry)
}
func (s sessionStore) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }

func (s sessionStore) FindCtx(ctx context.Context, token string) (data []byte, found bool, err error) {
	err = s.store.Read(ctx, func(tx *store.Tx) error {
		data, err = tx.FindSession(ctx, token, s.clock.Now())
		return err
	})
	return data, data != nil, err
}

func (s sessionStore) CommitCtx(ctx context.Context, token string, b []byte, expiry time.Time) error {
	// The end was reckoned from the machine's time; the clock, by which it will be
	// read, can be ahead of that.
	ends := s.clock.Now().Add(expiry.Sub(clock.System().Now()))
	return s.store.Write(ctx, func(tx *store.Tx) error { return tx.SaveSession(ctx, token, b, ends) })
}

func (s sessionStore) DeleteCtx(ctx context.Context, token string) error {
	return s.store.Write(ctx, func(tx *store.Tx) error { return tx.DropSession(ctx, token) })
}
