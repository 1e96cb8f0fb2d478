package storetest

import (
	"reflect"
	"time"

	"github.com/google/go-cmp/cmp"

	"kith/internal/kith"
	"kith/internal/store"
)

// same complains where a thing came back different.
func (h *house) same(what string, err error, got, want any) {
	h.Helper()
	if err != nil || !reflect.DeepEqual(got, want) {
		h.Errorf("%s came back different: %v\n%s", what, err, cmp.Diff(want, got))
	}
}

// small keeps the things of the house itself: events, letters, drafts, messages
// and settings.
func small(h *house) {
	x := full("s")
	x.add(h)
	e := kith.Event{
		ID: "e1", At: begin, Kind: kith.CandidateAsked, Actor: x.person.ID, Job: x.job.ID, Invitation: x.invitation.ID,
		Referral: x.referral.ID, Proposal: x.proposal.ID, Message: "m1", Till: begin.Add(time.Hour),
	}
	bareEvent := kith.Event{ID: "e2", At: begin, Kind: kith.JobPosted}
	m := kith.Message{ID: "m1", Proposal: x.proposal.ID, Author: kith.Someone{ID: x.person.ID, Name: x.person.Name}, Text: odd, SentAt: begin}
	d := store.Draft{
		Invitation: x.invitation.ID, Referrer: x.person.ID, Candidate: "c", Email: "e", Vouch: kith.KnowTheirWork, Shared: true, Note: odd, HandOver: odd, Ref: "K",
	}
	l := store.Letter{
		Task: "t1", Person: "p", Event: "e1", Kind: kith.LetterAsked, MessageID: "1@x", Address: "a@b.c", Subject: odd, Text: odd, HTML: odd, WrittenAt: begin,
	}
	h.do(func(tx *store.Tx) error {
		return first(
			func() error { return tx.AddEvent(h.ctx, e) },
			func() error { return tx.AddEvent(h.ctx, bareEvent) },
			func() error { return tx.AddMessage(h.ctx, m) },
			func() error {
				return tx.SaveDraft(h.ctx, store.Draft{Invitation: d.Invitation, Referrer: d.Referrer}, begin)
			},
			func() error { return tx.SaveDraft(h.ctx, d, begin) },
			func() error { _, err := tx.AddLetter(h.ctx, l); return err },
			func() error { return tx.SaveSetting(h.ctx, "name", "old") },
			func() error { return tx.SaveSetting(h.ctx, "name", odd) },
		)
	})
	contracts(h, x.proposal)
	h.do(func(tx *store.Tx) error {
		got, err := tx.Event(h.ctx, "e1")
		h.same("event", err, got, e)
		got, err = tx.Event(h.ctx, "e2")
		h.same("bare event", err, got, bareEvent)
		message, err := tx.Message(h.ctx, "m1")
		h.same("message", err, message, m)
		draft, err := tx.Draft(h.ctx, d.Invitation, d.Referrer)
		h.same("draft", err, draft, d)
		letter, err := tx.Letter(h.ctx, "t1")
		h.same("letter", err, letter, l)
		setting, err := tx.Setting(h.ctx, "name")
		h.same("setting", err, setting, odd)
		setting, err = tx.Setting(h.ctx, "another")
		h.same("no setting", err, setting, "")
		err = tx.LetterSent(h.ctx, "t1", "without", "secrets", begin.Add(time.Minute).In(tokyo))
		l.Text, l.HTML, l.SentAt = "without", "secrets", begin.Add(time.Minute)
		h.same("marking a letter", err, nil, nil)
		letter, err = tx.Letter(h.ctx, "t1")
		h.same("sent letter", err, letter, l)
		_, err = tx.Event(h.ctx, "nobody's")
		h.same("what isn't there", nil, store.IsNone(err), true)
		return nil
	})
}

// secrets are sessions, doors, links and the keys of forms: each works in its
// time, and once.
func secrets(h *house) {
	x := bare("x")
	x.add(h)
	door := store.Door{
		ID: "d", Email: "a@b.c", Token: "t", Code: "c", Browser: "b", GoTo: "/jobs?x=1", AskedAt: begin, ExpiresAt: begin.Add(time.Hour),
	}
	link := store.ActionLink{Token: "l", Person: x.person.ID, Referral: x.referral.ID, Purpose: "decline", ExpiresAt: begin}
	data := []byte{0, 255, '\'', 10}
	h.do(func(tx *store.Tx) error {
		return first(
			func() error { return tx.AddDoor(h.ctx, door) },
			func() error { return tx.AddActionLink(h.ctx, link) },
			func() error { return tx.SaveSession(h.ctx, "s", []byte("before"), begin) },
			func() error { return tx.SaveSession(h.ctx, "s", data, begin.Add(time.Hour).In(tokyo)) },
		)
	})
	h.do(func(tx *store.Tx) error {
		got, err := tx.DoorByToken(h.ctx, "t")
		h.same("door", err, got, door)
		got, err = tx.DoorOfBrowser(h.ctx, "b")
		h.same("door of a browser", err, got, door)
		l, err := tx.ActionLink(h.ctx, "l")
		h.same("link", err, l, link)
		session, err := tx.FindSession(h.ctx, "s", begin.Add(59*time.Minute))
		h.same("session", err, session, data)
		session, err = tx.FindSession(h.ctx, "s", begin.Add(time.Hour))
		h.same("session that has ended", err, session, []byte(nil))
		for i, want := range []bool{true, true, false} {
			ok, err := tx.TryDoor(h.ctx, "d", 2)
			h.same("try "+string(rune('1'+i)), err, ok, want)
		}
		for _, want := range []bool{true, false} {
			ok, err := tx.UseDoor(h.ctx, "d", begin)
			h.same("using a door", err, ok, want)
			ok, err = tx.UseActionLink(h.ctx, "l", begin)
			h.same("using a link", err, ok, want)
			fresh, ledTo, err := tx.TakeKey(h.ctx, "k", "ana", begin)
			h.same("key", err, []any{fresh, ledTo}, []any{want, map[bool]string{false: "there"}[want]})
			h.same("where a key led", tx.KeyLedTo(h.ctx, "k", "there"), nil, nil)
		}
		_, _, err = tx.TakeKey(h.ctx, "k", "somebody else", begin)
		h.same("another's key", nil, err, kith.Refuse(kith.ChangedMeanwhile))
		h.same("forgetting", tx.Forget(h.ctx, begin.Add(30*24*time.Hour)), nil, nil)
		session, err = tx.FindSession(h.ctx, "s", begin)
		h.same("forgotten session", err, session, []byte(nil))
		fresh, _, err := tx.TakeKey(h.ctx, "k", "ana", begin)
		h.same("forgotten key", err, fresh, true)
		return nil
	})
}
