package query

import (
	"context"
	"net/url"
	"strings"

	"kith/internal/kith"
	"kith/internal/memory"
	"kith/internal/store"
)

// Finding is an answer to what was typed to find a colleague (R2).
type Finding struct {
	// Email is set where an address was typed. Whether it has an account is not
	// told.
	Email string
	memory.Found
}

// findLimit is how many people a search shows.
const findLimit = 10

// Find looks for a person by profile link, handle, e-mail address or name.
func (d *Desk) Find(ctx context.Context, typed string) (Finding, error) {
	typed = kith.Line(typed)
	if address, ok := kith.Address(typed); ok {
		return Finding{Email: address}, nil
	}
	if handle, ok := d.handleIn(typed); ok {
		p, err := d.byHandle(ctx, handle)
		if err == nil {
			return Finding{Found: memory.Found{Named: []store.Name{{ID: p.ID, Name: p.Name, Handle: p.Handle, Headline: p.Headline}}}}, nil
		}
		if !store.IsNone(err) || strings.ContainsAny(typed, "/@") {
			return Finding{}, ignoreNone(err)
		}
	}
	found, err := d.People.Named(ctx, typed, findLimit)
	return Finding{Found: found}, err
}

func ignoreNone(err error) error {
	if store.IsNone(err) {
		return nil
	}
	return err
}

// handleIn is the handle in a profile link of this installation, behind an @,
// or standing alone.
func (d *Desk) handleIn(typed string) (string, bool) {
	handle := strings.ToLower(strings.TrimPrefix(typed, "@"))
	if before, after, ok := strings.Cut(typed, "/people/"); ok {
		if !d.here(before) {
			return "", false
		}
		handle, _, _ = strings.Cut(after, "?")
		handle, _ = url.PathUnescape(strings.ToLower(strings.Trim(handle, "/#")))
	}
	return handle, kith.ValidHandle(handle)
}

// here says whether the beginning of a link, up to its path, leads to this
// installation; the scheme may be left out, or all of it.
func (d *Desk) here(beginning string) bool {
	return beginning == "" || withoutScheme(beginning) == withoutScheme(d.Base)
}

func (d *Desk) byHandle(ctx context.Context, handle string) (p kith.Person, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		p, err = tx.PersonByHandle(ctx, handle)
		return err
	})
	return p, err
}

// Person is somebody's profile, by id or by handle, without their address.
func (d *Desk) Person(ctx context.Context, idOrHandle string) (p kith.Person, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if p, err = tx.PersonByHandle(ctx, idOrHandle); store.IsNone(err) {
			p, err = tx.Person(ctx, idOrHandle)
		}
		p.Email = ""
		return err
	})
	return p, err
}

func withoutScheme(link string) string {
	if _, after, ok := strings.Cut(link, "://"); ok {
		link = after
	}
	return strings.ToLower(link)
}
