package crash_test

import (
	"log/slog"
	"maps"
	"strings"
	"testing"
	"time"

	"kith/internal/act"
	"kith/internal/clock"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/mail"
	"kith/internal/store"
	"kith/internal/words"
	"kith/internal/work"
)

// check looks at the database and at the letters once everything is over: the
// ten minutes, and the leases of workers that were killed.
func (s *server) check(t *testing.T, told *told) {
	t.Helper()
	db, err := store.Open(t.Context(), s.database)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	s.sweep(t, db)
	err = db.Read(t.Context(), func(tx *store.Tx) error {
		s.checkReferrals(t, tx, told)
		s.checkInvitations(t, tx, told)
		stuck, err := tx.TasksInTrouble(t.Context())
		for _, k := range stuck {
			t.Errorf("in trouble: %+v", k)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	s.checkLetters(t, told)
}

// sweep does what the next worker would do a quarter of an hour later.
func (s *server) sweep(t *testing.T, db *store.Store) {
	t.Helper()
	book, err := words.Open()
	if err != nil {
		t.Fatal(err)
	}
	limits := kith.DefaultLimits
	limits.WaitingPerCandidate = 1000 // colleagues are drawn by chance, and all of theirs leave at once here
	house := &act.House{Store: db, IDs: ids.Random(), Limits: limits, Zone: time.UTC}
	w := work.Worker{
		Store: db, House: house, Book: book, Mail: mail.Folder(s.mails), IDs: house.IDs, Base: s.url(""), Site: "Kith", From: "kith@127.0.0.1",
		Zone: time.UTC, Log: slog.New(slog.DiscardHandler),
	}
	if _, err := w.Sweep(t.Context(), clock.System().Now().Add(15*time.Minute)); err != nil {
		t.Fatal(err)
	}
}

func (s *server) checkReferrals(t *testing.T, tx *store.Tx, told *told) {
	t.Helper()
	for _, one := range told.referrals {
		got, err := tx.Referral(t.Context(), one.id)
		if err != nil {
			t.Errorf("%s was acknowledged: %v", one.id, err)
			continue
		}
		want := kith.AwaitingCandidate
		if one.undone {
			want = kith.Undone
		}
		if got.State != want || got.Note != one.note || got.Candidate.ID != one.candidate || got.Invitation != one.invitation {
			t.Errorf("%+v is %s, %q, to %s, from %s", one, got.State, got.Note, got.Candidate.ID, got.Invitation)
		}
	}
	tally, err := tx.ReferralTally(t.Context())
	if err != nil {
		t.Error(err)
	}
	n := 0
	for _, one := range tally {
		n += one.Count
	}
	if n != len(told.referrals) {
		t.Errorf("%d referrals, %d were acknowledged", n, len(told.referrals))
	}
}

func (s *server) checkInvitations(t *testing.T, tx *store.Tx, told *told) {
	t.Helper()
	got := map[string]string{}
	err := tx.EachInvitation(t.Context(), func(i kith.Invitation) error {
		if !strings.HasPrefix(i.Job.ID, "work") {
			return nil
		}
		if _, twice := got[i.Job.ID]; twice {
			t.Errorf("two invitations to %s", i.Job.ID)
		}
		got[i.Job.ID] = i.Freelancer.ID
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if !maps.Equal(got, told.invited) {
		t.Errorf("%d invitations, %d were acknowledged", len(got), len(told.invited))
	}
}

// checkLetters looks at what went out: of each letter that had to, exactly one,
// under one Message-ID.
func (s *server) checkLetters(t *testing.T, told *told) {
	t.Helper()
	files, err := mail.ReadFolder(s.mails)
	if err != nil {
		t.Error(err)
	}
	ids, out := map[string]bool{}, map[string]int{}
	for _, f := range files {
		if ids[f.MessageID] {
			t.Errorf("two files for %s", f.MessageID)
		}
		ids[f.MessageID] = true
		if !code.MatchString(f.Subject) {
			out[kindOf(f)]++
		}
	}
	want := map[string]int{}
	for job, who := range told.invited {
		want["invites "+who+"@kith.test “"+job+"”"]++
	}
	for _, one := range told.referrals {
		if job := strings.TrimPrefix(one.invitation, "to-"); !one.undone {
			want["thought of "+one.candidate+"@kith.test “"+job+"”"]++
			want["has asked owner@kith.test “"+job+"”"]++
		}
	}
	for letter, n := range want {
		if out[letter] != n {
			t.Errorf("%d letters: %s, want %d", out[letter], letter, n)
		}
	}
	for letter, n := range out {
		if want[letter] == 0 {
			t.Errorf("%d letters that nothing led to: %s", n, letter)
		}
	}
}

// kindOf says what a letter is, to whom and for which job.
func kindOf(f mail.File) string {
	_, job, _ := strings.Cut(f.Subject, "“")
	job, _, _ = strings.Cut(job, "”")
	for _, kind := range []string{"invites", "thought of", "has asked"} {
		if strings.Contains(f.Subject, kind) {
			return kind + " " + f.To + " “" + job + "”"
		}
	}
	return f.Subject
}
