package act_test

import (
	"strings"
	"testing"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
)

// TestOneInvitationHandedOn is the main job of Kith from end to end, without
// pages.
func TestOneInvitationHandedOn(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := kithtest.New(t, url)
		otis, ana, bo := w.Join("Otis Grant"), w.Join("Ana Ferreira"), w.Join("Bo Lindahl")
		job, err := w.House.PostJob(w.Ctx, w.By(otis.ID), kith.Job{
			Title: "Poems about tea", Text: "Twelve.", Visibility: kith.Members, Openings: 1, StatedPolicy: kith.PolicyAskMe, Skills: []string{"poems", "tea"},
		})
		ok(t, err)
		invitation, err := w.House.Invite(w.Ctx, w.By(otis.ID), job, ana.ID, "Please")
		ok(t, err)
		worked, note, hand := kith.WorkedTogether, "He wrote a book on tea", "Otis is kind"
		ok(t, w.House.Draft(w.Ctx, w.By(ana.ID), invitation, act.Answers{Candidate: &bo.ID}))
		ok(t, w.House.Draft(w.Ctx, w.By(ana.ID), invitation, act.Answers{Vouch: &worked, Note: &note, HandOver: &hand}))
		referral, err := w.House.Refer(w.Ctx, w.By(ana.ID), invitation)
		ok(t, err)
		if _, err := w.Desk.Referral(w.Ctx, w.Reader(bo.ID), referral); err == nil {
			t.Error("Bo sees a referral that hasn't left")
		}
		w.Pass(10 * time.Minute)
		w.Pass(time.Second)
		proposal, err := w.House.AcceptReferral(w.Ctx, w.By(bo.ID), referral, act.Yes{Offer: act.Offer{ProfileOnly: true}, Vouch: kith.WorkedTogether})
		ok(t, err)
		if proposal != "" {
			t.Error("a proposal before the client's yes")
		}
		proposal, err = w.House.ApproveReferral(w.Ctx, w.By(otis.ID), referral)
		ok(t, err)
		ok(t, w.House.Write(w.Ctx, w.By(otis.ID), proposal, "Green or black?"))
		w.Sweep()
		view, err := w.Desk.Referral(w.Ctx, w.Reader(ana.ID), referral)
		ok(t, err)
		voice := w.Book.Speak("en", time.UTC, w.Clock.Now())
		say, then := voice.Says(view.Referral, view.Party)
		t.Log(say, then)
		for _, l := range view.Story {
			t.Log(voice.Short(l.At), l.Key)
		}
		for _, m := range w.Mail.Messages() {
			t.Log(m.Date.Format("Mon 15:04"), m.To, m.Subject)
			if strings.Contains(m.To, "otis") && strings.Contains(m.Text, hand) {
				t.Error("the client reads the hand-over note")
			}
		}
		if n := len(w.Mail.Messages()); n != 5 {
			t.Errorf("%d letters", n)
		}
	})
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
