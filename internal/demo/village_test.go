package demo_test

import (
	"errors"
	"testing"
	"time"

	"kith/internal/clock"
	"kith/internal/demo"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/mail"
	"kith/internal/web"
)

var _ web.Village = (*demo.Village)(nil)

// village is one that was just built, with its letters in a folder.
func village(t *testing.T) (*kithtest.World, *demo.Village, *clock.Shift) {
	t.Helper()
	w := kithtest.New(t, "sqlite:"+t.TempDir()+"/kith.db")
	dir := t.TempDir()
	w.Worker.Mail = mail.Folder(dir)
	w.Clock.Set(now)
	if _, err := demo.Prepare(w.Ctx, ground(w, w.Worker.Mail), now); err != nil {
		t.Fatal(err)
	}
	shift, err := demo.Clock(w.Ctx, w.Store, w.Clock)
	if err != nil {
		t.Fatal(err)
	}
	v, err := demo.Open(w.Ctx, w.Store, shift, w.Worker, dir)
	if err != nil {
		t.Fatal(err)
	}
	return w, v, shift
}

// TestBeingThere goes through what a visitor can do, in one village.
func TestBeingThere(t *testing.T) {
	w, v, shift := village(t)
	t.Run("roles", func(t *testing.T) { somebodyForEachRole(t, w, v, shift) })
	t.Run("letters", func(t *testing.T) { noLetterOfThatName(t, v) })
	t.Run("time", func(t *testing.T) { timePasses(t, w, v, shift) })
}

// somebodyForEachRole finds one person for each role, with something that waits
// for them.
func somebodyForEachRole(t *testing.T, w *kithtest.World, v *demo.Village, shift *clock.Shift) {
	turns := map[string]int{}
	for _, p := range v.People() {
		r := w.Reader(p.Person)
		r.Now = shift.Now()
		_, n, err := w.Desk.Me(w.Ctx, r)
		if err != nil {
			t.Fatal(err)
		}
		turns[p.Role] += len(n)
	}
	for _, role := range []string{"referrer", "candidate", "client"} {
		if turns[role] == 0 {
			t.Errorf("nothing waits for the %s", role)
		}
	}
	if _, ok := turns["operator"]; !ok {
		t.Error("nobody runs the village")
	}
}

// timePasses lets three days go by: what waited ends at its own time, its
// letters are there, and a restart finds the clock where it was.
func timePasses(t *testing.T, w *kithtest.World, v *demo.Village, shift *clock.Shift) {
	before, err := v.Letters()
	if err != nil {
		t.Fatal(err)
	}
	if err := v.Pass(3 * 24 * time.Hour); err != nil {
		t.Fatal(err)
	}
	after, err := v.Letters()
	if err != nil || len(after) <= len(before) {
		t.Errorf("%d letters before, %d after: %v", len(before), len(after), err)
	}
	if have := all(t, w.Store); have.referrals[string(kith.AwaitingCandidate)] > 1 || have.referrals[string(kith.Sending)] != 0 {
		t.Error("what had its time still waits", have.referrals)
	}
	if shift.Now().Sub(w.Clock.Now()) != 3*24*time.Hour {
		t.Error("the clock is ahead by", shift.Offset())
	}
	again, err := demo.Clock(w.Ctx, w.Store, w.Clock)
	if err != nil || again.Offset() != shift.Offset() {
		t.Error("a restart finds the clock ahead by", again.Offset(), err)
	}
	first, err := v.Letter(after[0].Name)
	if err != nil || first.Subject != after[0].Subject {
		t.Error(first.Subject, err)
	}
}

// noLetterOfThatName refuses what leads nowhere or out of the folder.
func noLetterOfThatName(t *testing.T, v *demo.Village) {
	for _, name := range []string{"", "../kith.db", "20260512T133700.000000Z-00000000000000000000000000000000.eml"} {
		if _, err := v.Letter(name); !errors.Is(err, kith.Refuse(kith.NotFound)) {
			t.Errorf("%q: %v", name, err)
		}
	}
}
