package query

import (
	"context"
	"slices"
	"strings"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// OpeningTime is how long the operator may read a referral that they opened.
const OpeningTime = time.Hour

// Whole is the whole story of a referral, for the operator.
type Whole struct {
	Opening  store.Opening
	Openings []store.Opening // all of them, oldest first
	Referral kith.Referral
	// Views are what each of those sees who may know of it, in the order of
	// kith.Readers.
	Views   []Referral
	Letters []PostedLetter
	Tasks   []store.Task
	Events  []kith.Event
	// Trail is what reviewers did with the words, oldest first.
	Trail []store.Trail
}

// PostedLetter is a letter of a referral and what became of it.
type PostedLetter struct {
	Task store.Task
	// Letter is as it was sent; without a MessageID it was never written. Of one
	// that has not gone yet there is no text: its links are still secrets.
	store.Letter
}

// Whole is what the reader may see by an opening of their own that is not older
// than an hour. The hand-over note is in it where the opening asked for it.
// Conversations never are.
func (d *Desk) Whole(ctx context.Context, by Reader, opening string) (w Whole, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if w.Opening, err = tx.Opening(ctx, opening); err != nil {
			return err
		}
		if w.Opening.By.ID != by.Person || !by.Now.Before(w.Opening.At.Add(OpeningTime)) {
			return kith.Refuse(kith.NotFound)
		}
		if w.Referral, err = tx.Referral(ctx, w.Opening.Referral); err != nil {
			return err
		}
		if w.Openings, err = tx.OpeningsOf(ctx, w.Referral.ID); err != nil {
			return err
		}
		if err := d.fillWhole(ctx, tx, &w); err != nil {
			return err
		}
		w.withoutPrivate()
		return nil
	})
	return w, err
}

func (d *Desk) fillWhole(ctx context.Context, tx *store.Tx, w *Whole) error {
	for _, party := range kith.Readers {
		view, err := d.seenReferral(ctx, tx, w.Referral, party)
		if store.IsNone(err) {
			continue
		}
		if err != nil {
			return err
		}
		w.Views = append(w.Views, view)
	}
	if err := w.fillEvents(ctx, tx); err != nil {
		return err
	}
	var err error
	if w.Trail, err = tx.TrailOfReferral(ctx, w.Referral.ID); err != nil {
		return err
	}
	return w.fillTasks(ctx, tx)
}

// fillEvents are those of the invitation up to the referral, of the referral and
// of its proposal, each once.
func (w *Whole) fillEvents(ctx context.Context, tx *store.Tx) error {
	all, err := tx.EventsOfInvitation(ctx, w.Referral.Invitation)
	if err != nil {
		return err
	}
	if w.Referral.Proposal != "" {
		later, err := tx.EventsOfProposal(ctx, w.Referral.Proposal)
		if err != nil {
			return err
		}
		all = append(all, later...)
	}
	seen := map[string]bool{}
	for _, e := range all {
		mine := e.Referral == w.Referral.ID || e.Referral == "" && (e.Proposal != "" || !e.At.After(w.Referral.SentAt))
		if mine && !seen[e.ID] && e.Kind != kith.MessageWritten {
			seen[e.ID] = true
			w.Events = append(w.Events, e)
		}
	}
	slices.SortStableFunc(w.Events, func(a, b kith.Event) int { return a.At.Compare(b.At) })
	return nil
}

func (w *Whole) fillTasks(ctx context.Context, tx *store.Tx) error {
	subjects := []string{w.Referral.ID, w.Referral.Proposal}
	reviews, err := tx.ReviewsOf(ctx, w.Referral.ID)
	if err != nil {
		return err
	}
	for _, r := range reviews {
		subjects = append(subjects, r.ID)
	}
	for _, subject := range subjects {
		if subject == "" {
			continue
		}
		tasks, err := tx.TasksAbout(ctx, subject)
		if err != nil {
			return err
		}
		for _, k := range tasks {
			if k.Letter == kith.LetterMessage {
				continue
			}
			w.Tasks = append(w.Tasks, k)
			if k.Kind != store.TaskLetter {
				continue
			}
			l, err := tx.Letter(ctx, k.Once)
			if err != nil && !store.IsNone(err) {
				return err
			}
			w.Letters = append(w.Letters, PostedLetter{k, l})
		}
	}
	slices.SortStableFunc(w.Tasks, func(a, b store.Task) int { return a.Due.Compare(b.Due) })
	return nil
}

// Hidden stands in a letter in the place of the hand-over note.
const Hidden = "[…]"

// withoutPrivate takes out what the opening didn't ask for, and the text of what
// has not been sent.
func (w *Whole) withoutPrivate() {
	note := w.Referral.HandOver
	for i := range w.Letters {
		l := &w.Letters[i]
		if l.HTML = ""; l.SentAt.IsZero() {
			l.Text = ""
		}
		if note != "" && !w.Opening.HandOver {
			quoted := "> " + strings.ReplaceAll(note, "\n", "\n> ")
			l.Text = strings.ReplaceAll(l.Text, quoted, "> "+Hidden)
		}
	}
	if w.Opening.HandOver {
		return
	}
	w.Referral.HandOver = ""
	for i := range w.Views {
		if w.Views[i].HandOver != "" {
			w.Views[i].HandOver = Hidden
		}
	}
}
