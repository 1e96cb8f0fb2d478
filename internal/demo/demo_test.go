package demo_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kith/internal/demo"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/mail"
	"kith/internal/store"
)

var now = time.Date(2026, 5, 12, 13, 37, 0, 0, time.UTC)

func ground(w *kithtest.World, m mail.Deliverer) demo.Ground {
	return demo.Ground{
		Store: w.Store, Book: w.Book, Mail: m, Base: "https://village.example", Site: "Kith", From: "kith@village.example",
		Zone: time.UTC, Log: slog.New(slog.DiscardHandler),
	}
}

// TestTheVillage builds the village on each database: every state that a
// visitor should be able to see is there, and it is the same village each time.
func TestTheVillage(t *testing.T) {
	first := tell(t, kithtest.New(t, "sqlite:"+t.TempDir()+"/kith.db"))
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := kithtest.New(t, url)
		if diff := cmp.Diff(first, tell(t, w)); diff != "" {
			t.Error(diff)
		}
		everyState(t, w)
	})
}

// tell builds a village and tells all of it. The second time there is nothing
// to build.
func tell(t *testing.T, w *kithtest.World) string {
	t.Helper()
	if built, err := demo.Prepare(w.Ctx, ground(w, w.Mail), now); err != nil || !built {
		t.Fatal(built, err)
	}
	if built, err := demo.Prepare(w.Ctx, ground(w, w.Mail), now.AddDate(0, 0, 3)); err != nil || built {
		t.Error("a village that is there is built again, or refused", err)
	}
	b, err := json.MarshalIndent([]any{all(t, w.Store), w.Mail.Messages()}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func everyState(t *testing.T, w *kithtest.World) {
	t.Helper()
	have := all(t, w.Store)
	for _, s := range kith.ReferralStates {
		if have.referrals[string(s)] == 0 {
			t.Errorf("no referral is %s", s)
		}
	}
	for _, s := range kith.InvitationStates {
		if have.invitations[string(s)] == 0 {
			t.Errorf("no invitation is %s", s)
		}
	}
	for _, s := range kith.ProposalStatuses {
		if have.proposals[string(s)] == 0 {
			t.Errorf("no proposal is %s", s)
		}
	}
	for _, h := range hows {
		if have.hows[h] == 0 {
			t.Errorf("no referral ended by %s", h)
		}
	}
	for _, s := range kith.Sources {
		if have.sources[s] == 0 {
			t.Errorf("no proposal was %s", s)
		}
	}
}

var hows = []kith.How{
	kith.SaidNo, kith.SaidNotNow, kith.NoAfterYes, kith.CandidateSilent, kith.ClientSilent, kith.JobEnded, kith.TurnedPrivate,
	kith.SwitchedOff, kith.TakenBack, kith.LaterHired, kith.LaterNot, kith.LaterBack,
}

type census struct {
	People                            []kith.Person
	Jobs                              []kith.Job
	Invitations                       []kith.Invitation
	Proposals                         []kith.Proposal
	Referrals                         []kith.Referral
	referrals, invitations, proposals map[string]int
	hows                              map[kith.How]int
	sources                           map[kith.Source]int
}

func all(t *testing.T, s *store.Store) census {
	t.Helper()
	c := census{
		referrals: map[string]int{}, invitations: map[string]int{}, proposals: map[string]int{},
		hows: map[kith.How]int{}, sources: map[kith.Source]int{},
	}
	ctx := context.Background()
	err := s.Read(ctx, func(tx *store.Tx) (err error) {
		if c.People, err = tx.People(ctx); err != nil {
			return err
		}
		if c.Jobs, err = tx.Jobs(ctx); err != nil {
			return err
		}
		for _, j := range c.Jobs {
			if err := c.count(ctx, tx, j.ID); err != nil {
				return err
			}
		}
		tally, err := tx.ReferralTally(ctx)
		for _, one := range tally {
			c.referrals[one.State] = one.Count
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (c *census) count(ctx context.Context, tx *store.Tx, job string) error {
	invitations, err := tx.InvitationsFor(ctx, job)
	if err != nil {
		return err
	}
	for _, i := range invitations {
		c.invitations[string(i.State)]++
	}
	proposals, err := tx.ProposalsFor(ctx, job)
	if err != nil {
		return err
	}
	for _, p := range proposals {
		c.proposals[string(p.Status)]++
		c.sources[p.Source]++
	}
	referrals, err := tx.ReferralsFor(ctx, job)
	for _, r := range referrals {
		c.hows[r.How]++
		c.hows[r.Later]++
	}
	c.Invitations, c.Proposals, c.Referrals = append(c.Invitations, invitations...), append(c.Proposals, proposals...), append(c.Referrals, referrals...)
	return err
}

// TestAtAnyHour builds the village at odd hours: nothing in it may hang on the
// time of day.
func TestAtAnyHour(t *testing.T) {
	for _, at := range []time.Time{
		time.Date(2026, 1, 1, 0, 0, 30, 0, time.UTC), time.Date(2026, 3, 29, 23, 59, 0, 0, time.UTC), time.Date(2026, 10, 26, 4, 0, 0, 0, time.UTC),
	} {
		w := kithtest.New(t, "sqlite:"+t.TempDir()+"/kith.db")
		if _, err := demo.Prepare(w.Ctx, ground(w, w.Mail), at); err != nil {
			t.Fatal(at, err)
		}
		everyState(t, w)
	}
}

// TestNoVillageOverPeople refuses a database in which somebody lives.
func TestNoVillageOverPeople(t *testing.T) {
	w := kithtest.New(t, "sqlite:"+t.TempDir()+"/kith.db")
	w.Join("Ana Ferreira")
	if _, err := demo.Prepare(w.Ctx, ground(w, w.Mail), now); !errors.Is(err, demo.ErrNotEmpty) {
		t.Error(err)
	}
}
