package auth

import (
	"context"
	"encoding/json"
	"net/url"
	"time"

	"github.com/alexedwards/scs/v2"

	"kith/internal/clock"
)

// sessionForm is the name under which a session holds a form that was sent after
// the one before had ended.
const sessionForm = "form"

// How long such a form is kept, and how large it may be, in bytes.
const (
	FormKeptFor = time.Hour
	FormKeptMax = 64 << 10
)

// KeptForm is a form that was sent without a session: where it is filled in, what
// was typed, and when.
type KeptForm struct {
	Path   string
	Values url.Values
	At     time.Time
}

// KeepForm puts a form into the session of somebody who is not signed in, which
// ends with it. It says false where the form is too large.
func KeepForm(ctx context.Context, m *scs.SessionManager, f KeptForm) (bool, error) {
	text, err := json.Marshal(f)
	if err != nil || len(text) > FormKeptMax {
		return false, err
	}
	m.Put(ctx, sessionForm, text)
	m.SetDeadline(ctx, clock.System().Now().Add(FormKeptFor)) // signing in gives the session its usual time
	return true, nil
}

// FormKept is the form in the session, while it is kept.
func FormKept(ctx context.Context, m *scs.SessionManager, now time.Time) (f KeptForm, kept bool) {
	text := m.GetBytes(ctx, sessionForm)
	if text == nil || json.Unmarshal(text, &f) != nil {
		return KeptForm{}, false
	}
	return f, now.Before(f.At.Add(FormKeptFor))
}

// DropForm forgets it.
func DropForm(ctx context.Context, m *scs.SessionManager) { m.Remove(ctx, sessionForm) }
