// Package auth lets people in: sign-in links and codes, sessions, and limits
// on how often somebody may try.
package auth

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"time"

	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/store"
)

// Doorman answers the door.
type Doorman struct {
	Store  *store.Store
	IDs    ids.Source
	Limits *Limits
	Wake   func()
}

const (
	doorTime  = 10 * time.Minute
	codeTries = 5
)

// Asking is somebody at the door.
type Asking struct {
	Email   string // as typed
	Browser string // the secret that this browser holds in a cookie
	Client  string // the network address it comes from
	GoTo    string // the path they wanted
	Now     time.Time
}

// Ask sends a letter with a link and a code to an address, whether or not it
// has an account: the answer is the same.
func (d *Doorman) Ask(ctx context.Context, a Asking) (address string, err error) {
	address, ok := kith.Address(a.Email)
	if !ok {
		return "", kith.Problems{{Field: "email", Key: "email_form"}}
	}
	if !d.Limits.Ask.Allow(a.Client, a.Now) || !d.Limits.Letters.Allow(address, a.Now) {
		return "", kith.Refuse(kith.TooManyTries)
	}
	token, code := d.IDs.Token(), d.IDs.Code()
	door := store.Door{
		ID: d.IDs.New(), Email: address, Token: ids.Hash(token), Browser: ids.Hash(a.Browser), GoTo: a.GoTo,
		AskedAt: a.Now, ExpiresAt: a.Now.Add(doorTime),
	}
	door.Code = codeHash(door.ID, code)
	payload, err := json.Marshal(map[string]string{"Email": address, "Link": "/door/" + token, "Code": code})
	if err != nil {
		return "", err
	}
	err = d.Store.Write(ctx, func(tx *store.Tx) error {
		if err := tx.AddDoor(ctx, door); err != nil {
			return err
		}
		return tx.AddTask(ctx, store.Task{
			Once: "letter:sign_in:" + door.ID, Kind: store.TaskLetter, Event: door.ID, Letter: kith.LetterSignIn,
			Payload: string(payload), Due: a.Now,
		})
	})
	if err == nil && d.Wake != nil {
		d.Wake()
	}
	return address, err
}

// codeHash keeps a short code from being looked up in a table of all codes.
func codeHash(door, code string) string { return ids.Hash(door + ":" + code) }

// Opened is a door that opened: whose address it is, and where they wanted to
// go.
type Opened struct {
	Email, GoTo string
	Person      string // whose account has the address; empty where there is none
}

// Asked is the newest door that this browser asked for, open or not.
func (d *Doorman) Asked(ctx context.Context, browser string) (o Opened, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		door, err := tx.DoorOfBrowser(ctx, ids.Hash(browser))
		o = Opened{Email: door.Email, GoTo: door.GoTo}
		return err
	})
	return o, err
}

// Peek says whether a link would open, without using it up: following a link
// changes nothing (R16).
func (d *Doorman) Peek(ctx context.Context, token, browser string, now time.Time) (Opened, error) {
	var door store.Door
	err := d.Store.Read(ctx, func(tx *store.Tx) (err error) {
		door, err = tx.DoorByToken(ctx, ids.Hash(token))
		return err
	})
	if err != nil {
		return Opened{}, linkError(err)
	}
	return Opened{Email: door.Email, GoTo: door.GoTo}, check(door, browser, now)
}

// ByLink opens the door with the link, in the browser that asked for it.
func (d *Doorman) ByLink(ctx context.Context, token, browser string, now time.Time) (Opened, error) {
	return d.open(ctx, now, func(tx *store.Tx) (store.Door, error) {
		door, err := tx.DoorByToken(ctx, ids.Hash(token))
		if err != nil {
			return door, linkError(err)
		}
		return door, check(door, browser, now)
	})
}

// ByCode opens the newest door that this browser asked for, with the code typed.
// After five wrong ones it stays shut.
func (d *Doorman) ByCode(ctx context.Context, browser, code string, now time.Time) (Opened, error) {
	if err := d.countTry(ctx, browser); err != nil {
		return Opened{}, err
	}
	return d.open(ctx, now, func(tx *store.Tx) (store.Door, error) {
		door, err := tx.DoorOfBrowser(ctx, ids.Hash(browser))
		if err != nil {
			return door, linkError(err)
		}
		if err := check(door, browser, now); err != nil {
			return door, err
		}
		if !same(door.Code, codeHash(door.ID, code)) {
			return door, kith.Refuse(kith.CodeWrong)
		}
		return door, nil
	})
}

// countTry counts in a transaction of its own, so that a wrong code stays
// counted.
func (d *Doorman) countTry(ctx context.Context, browser string) error {
	return d.Store.Write(ctx, func(tx *store.Tx) error {
		door, err := tx.DoorOfBrowser(ctx, ids.Hash(browser))
		if err != nil {
			return linkError(err)
		}
		if !door.UsedAt.IsZero() {
			return nil
		}
		may, err := tx.TryDoor(ctx, door.ID, codeTries)
		if err == nil && !may {
			err = kith.Refuse(kith.TooManyTries)
		}
		return err
	})
}

func (d *Doorman) open(ctx context.Context, now time.Time, find func(tx *store.Tx) (store.Door, error)) (o Opened, err error) {
	err = d.Store.Write(ctx, func(tx *store.Tx) error {
		door, err := find(tx)
		if err != nil {
			return err
		}
		fresh, err := tx.UseDoor(ctx, door.ID, now)
		if err == nil && !fresh {
			err = kith.Refuse(kith.LinkUsed)
		}
		if err != nil {
			return err
		}
		o = Opened{Email: door.Email, GoTo: door.GoTo}
		o.Person, err = whose(ctx, tx, door.Email)
		return err
	})
	return o, err
}

// whose is the account that an address has, if it has one.
func whose(ctx context.Context, tx *store.Tx, email string) (string, error) {
	p, err := tx.PersonByEmail(ctx, email)
	if store.IsNone(err) {
		return "", nil
	}
	return p.ID, err
}

func check(door store.Door, browser string, now time.Time) error {
	switch {
	case !same(door.Browser, ids.Hash(browser)):
		return kith.Refuse(kith.OtherBrowser)
	case !door.UsedAt.IsZero():
		return kith.Refuse(kith.LinkUsed)
	case !now.Before(door.ExpiresAt):
		return kith.Refuse(kith.LinkOld)
	}
	return nil
}

func linkError(err error) error {
	if store.IsNone(err) {
		return kith.Refuse(kith.LinkOld)
	}
	return fmt.Errorf("the door: %w", err)
}

// same compares two hashes in a time that tells nothing of them.
func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
