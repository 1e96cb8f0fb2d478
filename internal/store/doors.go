package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// Door is somebody asking to be let in: a link for the browser that asked, and
// a code that can be typed instead. All secrets are hashes.
type Door struct {
	ID, Email            string
	Token, Code, Browser string
	GoTo                 string // the page they wanted
	AskedAt, ExpiresAt   time.Time
	Tries                int
	UsedAt               time.Time
}

// AddDoor keeps a new one.
func (t *Tx) AddDoor(ctx context.Context, d Door) error {
	return t.q.InsertDoor(ctx, db.InsertDoorParams{
		ID: d.ID, Email: d.Email, Token: d.Token, Code: d.Code, Browser: d.Browser, GoTo: d.GoTo,
		AskedAt: d.AskedAt, ExpiresAt: d.ExpiresAt,
	})
}

func doorOf(d db.Door) Door {
	return Door{
		d.ID, d.Email, d.Token, d.Code, d.Browser, d.GoTo, d.AskedAt.UTC(), d.ExpiresAt.UTC(), int(d.Tries), moment(d.UsedAt),
	}
}

// DoorByToken is the door that a link leads to.
func (t *Tx) DoorByToken(ctx context.Context, hash string) (Door, error) {
	d, err := t.q.DoorByToken(ctx, hash)
	return doorOf(d), found(err)
}

// DoorOfBrowser is the newest door that a browser asked for.
func (t *Tx) DoorOfBrowser(ctx context.Context, hash string) (Door, error) {
	d, err := t.q.DoorOfBrowser(ctx, hash)
	return doorOf(d), found(err)
}

// TryDoor counts a typed code; false where there were too many.
func (t *Tx) TryDoor(ctx context.Context, id string, most int) (bool, error) {
	n, err := t.q.TryDoor(ctx, db.TryDoorParams{ID: id, Tries: int64(most)})
	return n > 0, err
}

// UseDoor uses a door up; false where somebody did already.
func (t *Tx) UseDoor(ctx context.Context, id string, now time.Time) (bool, error) {
	n, err := t.q.UseDoor(ctx, db.UseDoorParams{ID: id, UsedAt: &now})
	return n > 0, err
}

// ActionLink lets one person answer one referral in one way without signing in.
type ActionLink struct {
	Token            string // hash
	Person, Referral string
	Purpose          string
	ExpiresAt        time.Time
	UsedAt           time.Time
}

// AddActionLink keeps a new one.
func (t *Tx) AddActionLink(ctx context.Context, a ActionLink) error {
	return t.q.InsertActionLink(ctx, db.InsertActionLinkParams{
		Token: a.Token, PersonID: a.Person, ReferralID: a.Referral, Purpose: a.Purpose, ExpiresAt: a.ExpiresAt,
	})
}

// ActionLink is the link with this hash.
func (t *Tx) ActionLink(ctx context.Context, hash string) (ActionLink, error) {
	a, err := t.q.ActionLink(ctx, hash)
	return ActionLink{a.Token, a.PersonID, a.ReferralID, a.Purpose, a.ExpiresAt.UTC(), moment(a.UsedAt)}, found(err)
}

// UseActionLink uses a link up; false where it was used already.
func (t *Tx) UseActionLink(ctx context.Context, hash string, now time.Time) (bool, error) {
	n, err := t.q.UseActionLink(ctx, db.UseActionLinkParams{Token: hash, UsedAt: &now})
	return n > 0, err
}

// FindSession is the data of a session that has not ended; nil where there is
// none.
func (t *Tx) FindSession(ctx context.Context, hash string, now time.Time) ([]byte, error) {
	data, err := t.q.FindSession(ctx, db.FindSessionParams{Token: hash, ExpiresAt: now})
	if err = found(err); IsNone(err) {
		return nil, nil
	}
	return data, err
}

// SaveSession keeps a session until it ends.
func (t *Tx) SaveSession(ctx context.Context, hash string, data []byte, ends time.Time) error {
	return t.q.SaveSession(ctx, db.SaveSessionParams{Token: hash, Data: data, ExpiresAt: ends})
}

// DropSession ends a session.
func (t *Tx) DropSession(ctx context.Context, hash string) error {
	return t.q.DeleteSession(ctx, hash)
}

// Forget removes what has had its time: sessions and doors that have ended, and
// the one-time keys of forms older than a week.
func (t *Tx) Forget(ctx context.Context, now time.Time) error {
	if err := t.q.ForgetSessions(ctx, now); err != nil {
		return err
	}
	if err := t.q.ForgetDoors(ctx, now.Add(-24*time.Hour)); err != nil {
		return err
	}
	return t.q.ForgetOnce(ctx, now.Add(-7*24*time.Hour))
}

// TakeKey claims the one-time key of a form. Where it was claimed before, it
// says false and what the first sending led to.
func (t *Tx) TakeKey(ctx context.Context, key, person string, now time.Time) (fresh bool, ledTo string, err error) {
	n, err := t.q.InsertOnce(ctx, db.InsertOnceParams{Key: key, PersonID: person, At: now})
	if err != nil || n > 0 {
		return n > 0, "", err
	}
	o, err := t.q.Once(ctx, key)
	if err == nil && o.PersonID != person {
		err = kith.Refuse(kith.ChangedMeanwhile)
	}
	return false, o.LedTo, err
}

// KeyLedTo notes what a form's first sending led to.
func (t *Tx) KeyLedTo(ctx context.Context, key, ledTo string) error {
	return t.q.OnceLedTo(ctx, db.OnceLedToParams{Key: key, LedTo: ledTo})
}

// Setting is what is kept under a name; empty where nothing is.
func (t *Tx) Setting(ctx context.Context, name string) (string, error) {
	value, err := t.q.Setting(ctx, name)
	if err = found(err); IsNone(err) {
		return "", nil
	}
	return value, err
}

// SaveSetting keeps a value under a name.
func (t *Tx) SaveSetting(ctx context.Context, name, value string) error {
	return t.q.SaveSetting(ctx, db.SaveSettingParams{Name: name, Value: value})
}
