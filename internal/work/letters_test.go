package work_test

import (
	"strings"
	"testing"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/store"
)

// TestALetterThatCantBeWrittenWaitsAlone puts a letter into a batch whose reader
// may not know what it is about: the others go out, it does not, and the operator
// sees what is wrong.
func TestALetterThatCantBeWrittenWaitsAlone(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := kithtest.New(t, url)
		ok := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		otis, ana, bo := w.Join("Otis Grant"), w.Join("Ana Ferreira"), w.Join("Bo Lindahl")
		job, err := w.House.PostJob(w.Ctx, w.By(otis.ID), kith.Job{Title: "Poems", Text: "Twelve.", Visibility: kith.Public, Openings: 1})
		ok(err)
		invitation, err := w.House.Invite(w.Ctx, w.By(otis.ID), job, ana.ID, "")
		ok(err)
		vouch, note := kith.WorkedTogether, "Good"
		ok(w.House.Draft(w.Ctx, w.By(ana.ID), invitation, act.Answers{Candidate: &bo.ID, Vouch: &vouch, Note: &note}))
		referral, err := w.House.Refer(w.Ctx, w.By(ana.ID), invitation)
		ok(err)
		ok(w.Store.Write(w.Ctx, func(tx *store.Tx) error {
			return tx.AddTask(w.Ctx, store.Task{
				Once: "wrong", Kind: store.TaskLetter, Subject: referral, Party: kith.Client, Person: otis.ID, Letter: kith.LetterReferralEnded, Due: w.Clock.Now(),
			})
		}))
		_, err = w.House.Invite(w.Ctx, w.By(otis.ID), job, bo.ID, "")
		ok(err)
		w.Sweep()
		if n := len(w.Mail.To("bo@kith.test")); n != 1 {
			t.Errorf("Bo got %d letters", n)
		}
		if n := len(w.Mail.To("otis@kith.test")); n != 0 {
			t.Errorf("Otis got %d letters", n)
		}
		o, err := w.Desk.Overview(w.Ctx)
		ok(err)
		if len(o.Trouble) != 1 || !strings.Contains(o.Trouble[0].Problem, "may not know") {
			t.Errorf("in trouble: %+v", o.Trouble)
		}
	})
}
