// Package act is where people and the clock do things: the only way to change
// something. Each file holds one thing that somebody does, and each does it the
// same way: load, ask the rule, save, say what happened. A change, its event
// and the tasks that follow from it are one transaction.
package act

import (
	"context"
	"errors"
	"fmt"
	"time"

	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/store"
)

// House is the installation that people act in.
type House struct {
	Store  *store.Store
	IDs    ids.Source
	Limits kith.Limits
	// RollOut says for whom handing on is switched on.
	RollOut kith.RollOut
	// Zone holds for people who set none of their own.
	Zone *time.Location
	// KeepRankings is how long the orders that people were shown are kept, never
	// less than KeepRankingsLeast.
	KeepRankings time.Duration
	// Wake, where set, is called after each change, so that what follows from
	// it is done at once.
	Wake func()
}

// By is who acts, when, and with which one-time key of a form; the key may be
// empty.
type By struct {
	Person string
	Now    time.Time
	Key    string
	// Was is the edition of the words that a form changes, as it was opened;
	// empty where nothing is to be compared.
	Was string
}

// turn is one act in its transaction.
type turn struct {
	*store.Tx
	ctx    context.Context
	house  *House
	by     By
	events int
	ledTo  string
	// left are the referrals that left in this very act, whose letters to who is
	// asked have not gone out.
	left []string
	// quiet lets no letters follow: an import brings old news.
	quiet bool
}

// errNoEvent is our own mistake: an act must say what happened.
var errNoEvent = errors.New("a change without an event")

// do runs one act. Where the form's key was used before, nothing is done again
// and what the first time led to is given back.
func (h *House) do(ctx context.Context, by By, change func(t *turn) error) (ledTo string, err error) {
	return h.run(ctx, by, func(t *turn) error {
		if err := change(t); err != nil {
			return err
		}
		if t.events == 0 {
			return errNoEvent
		}
		return nil
	})
}

// keep runs a change that is nobody's news: a draft, a profile, a new account.
func (h *House) keep(ctx context.Context, by By, change func(t *turn) error) (ledTo string, err error) {
	return h.run(ctx, by, change)
}

func (h *House) run(ctx context.Context, by By, change func(t *turn) error) (ledTo string, err error) {
	err = h.Store.Write(ctx, func(tx *store.Tx) error {
		t := &turn{Tx: tx, ctx: ctx, house: h, by: by}
		fresh, before, err := t.takeKey()
		if err != nil || !fresh {
			ledTo = before
			return err
		}
		if err := change(t); err != nil {
			return err
		}
		ledTo = t.ledTo
		return t.keepKey()
	})
	if errors.Is(err, store.ErrOvertaken) {
		err = kith.Refuse(kith.ChangedMeanwhile)
	}
	if err == nil && h.Wake != nil {
		h.Wake()
	}
	return ledTo, err
}

func (t *turn) takeKey() (fresh bool, ledTo string, err error) {
	if t.by.Key == "" {
		return true, "", nil
	}
	return t.TakeKey(t.ctx, t.by.Key, t.by.Person, t.by.Now)
}

func (t *turn) keepKey() error {
	if t.by.Key == "" {
		return nil
	}
	return t.KeyLedTo(t.ctx, t.by.Key, t.ledTo)
}

// zone is where somebody lives.
func (t *turn) zone(who kith.Someone) *time.Location {
	return kith.Zone(who.TimeZone, t.house.Zone)
}

// happened writes an event. Who hears of it is for the caller, who knows the
// people, to add with tell.
func (t *turn) happened(e kith.Event) (kith.Event, error) {
	e.ID = t.house.IDs.New()
	if e.At.IsZero() {
		e.At = t.by.Now
	}
	t.events++
	return e, t.AddEvent(t.ctx, e)
}

// tell writes the letters that follow from an event to those whom hears lets
// through, each as a task of its own.
func (t *turn) tell(e kith.Event, subject string, who func(kith.Party) kith.Someone, hears func(kith.Party) bool) error {
	return t.tellLater(e, e.At, subject, who, hears)
}

// tellLater is tell with a time before which no letter goes out.
func (t *turn) tellLater(e kith.Event, due time.Time, subject string, who func(kith.Party) kith.Someone, hears func(kith.Party) bool) error {
	if t.quiet {
		return nil
	}
	for _, n := range kith.Notices(e.Kind) {
		person := who(n.Party)
		if person.ID == "" || person.ID == e.Actor || !hears(n.Party) {
			continue
		}
		err := t.AddTask(t.ctx, store.Task{
			Once: letterTask(e, n.Party), Kind: store.TaskLetter, Subject: subject, Event: e.ID,
			Party: n.Party, Person: person.ID, Letter: n.Letter, Only: n.Only, Due: due,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// letterTask names the task of the letter about an event to a party.
func letterTask(e kith.Event, party kith.Party) string {
	return fmt.Sprintf("letter:%s:%s:%s", e.Kind, e.ID, party)
}

func anybody(kith.Party) bool { return true }

// later writes a task for the clock.
func (t *turn) later(kind store.TaskKind, subject string, due time.Time) error {
	if due.IsZero() {
		return nil
	}
	return t.AddTask(t.ctx, store.Task{
		Once: fmt.Sprintf("%s:%s:%d", kind, subject, due.UnixMicro()), Kind: kind, Subject: subject, Due: due,
	})
}
