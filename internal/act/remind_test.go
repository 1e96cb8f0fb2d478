package act_test

import (
	"strings"
	"testing"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
)

// TestRemindedOfOnesOwnWait lets a candidate say yes shortly before their own
// reminder: that one is over, and the client is reminded at the client's time.
func TestRemindedOfOnesOwnWait(t *testing.T) {
	w := kithtest.New(t, "sqlite:"+t.TempDir()+"/kith.db")
	otis, ana, bo := w.Join("Otis Grant"), w.Join("Ana Ferreira"), w.Join("Bo Lindahl")
	job, err := w.House.PostJob(w.Ctx, w.By(otis.ID), kith.Job{
		Title: "Poems about tea", Text: "Twelve.", Visibility: kith.Members, Openings: 1, StatedPolicy: kith.PolicyAskMe,
	})
	ok(t, err)
	invitation, err := w.House.Invite(w.Ctx, w.By(otis.ID), job, ana.ID, "Please")
	ok(t, err)
	vouch, note := kith.KnowTheirWork, "Bo writes about tea"
	ok(t, w.House.Draft(w.Ctx, w.By(ana.ID), invitation, act.Answers{Candidate: &bo.ID, Vouch: &vouch, Note: &note}))
	referral, err := w.House.Refer(w.Ctx, w.By(ana.ID), invitation)
	ok(t, err)
	w.Pass(24 * time.Hour)
	_, err = w.House.AcceptReferral(w.Ctx, w.By(bo.ID), referral, act.Yes{Offer: act.Offer{ProfileOnly: true}, Vouch: kith.WorkedTogether})
	ok(t, err)

	reminders := func() (n int) {
		for _, m := range w.Mail.To("otis@kith.test") {
			if strings.HasPrefix(m.Subject, "Reminder") {
				n++
			}
		}
		return n
	}
	w.Pass(47 * time.Hour) // past the candidate's, short of the client's own
	if n := reminders(); n != 0 {
		t.Errorf("%d reminders before their time", n)
	}
	w.Pass(2 * time.Hour)
	w.Sweep()
	if n := reminders(); n != 1 {
		t.Errorf("%d reminders", n)
	}
}
