package transfer_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/store"
)

// TestWhatIsLeftOutStays: a line changes what it names and nothing else; null
// empties.
func TestWhatIsLeftOutStays(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := kithtest.New(t, url)
		load(t, w, village)
		want := person(t, w, "ana")
		want.Headline, want.Rate, want.Skills = "Poet and baker", kith.Money{}, []string{"bread"}
		sum := load(t, w, `{"kind":"person","id":"ana","headline":"Poet and baker","rate":null,"skills":["bread"]}`)
		if sum.People.Changed != 1 {
			t.Errorf("%+v", sum)
		}
		if diff := cmp.Diff(want, person(t, w, "ana")); diff != "" {
			t.Errorf("Ana (-want +got):\n%s", diff)
		}
	})
}

// TestTwoPeopleChangeNames: addresses and handles can go from one to the other,
// and on to somebody new.
func TestTwoPeopleChangeNames(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := kithtest.New(t, url)
		load(t, w, village)
		load(t, w, `{"kind":"person","id":"otis","email":"ana@kith.test","handle":"ana-ferreira"}
{"kind":"person","id":"ana","email":"bo@kith.test","handle":"otis"}
{"kind":"person","id":"bo","email":"bobo@kith.test"}
{"kind":"person","id":"cleo","email":"otis@kith.test","name":"Cleo"}`)
		for id, email := range map[string]string{"otis": "ana@kith.test", "ana": "bo@kith.test", "bo": "bobo@kith.test", "cleo": "otis@kith.test"} {
			if p := person(t, w, id); p.Email != email {
				t.Errorf("%s has %s, want %s", id, p.Email, email)
			}
		}
	})
}

// TestAJobEndsByFile: what would end with the job here ends, quietly, and what
// has ended here is not opened again by a file.
func TestAJobEndsByFile(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := kithtest.New(t, url)
		load(t, w, village)
		ends := `{"kind":"job","id":"tea","status":"closed","ended_at":"2026-04-28","title":"Poems about coffee"}`
		if sum := load(t, w, ends); sum.Jobs.Changed != 1 {
			t.Errorf("closing: %+v", sum)
		}
		if sum := load(t, w, ends); sum.Jobs.Same != 1 {
			t.Errorf("closing again: %+v", sum)
		}
		old := strings.ReplaceAll(village, `"policy":"ask_me"`, `"policy":"ask_me","status":"open","ended_at":null`)
		if sum := load(t, w, old); sum.Jobs != (act.ImportTally{Changed: 1, Same: 1}) || sum.Invitations.Left+sum.Invitations.Same != 3 {
			t.Errorf("the old file: %+v", sum)
		}
		if sum := load(t, w, old); sum.Jobs != (act.ImportTally{Left: 1, Same: 1}) {
			t.Errorf("the old file again: %+v", sum)
		}
		got := export(t, w)
		for _, want := range []string{`"title":"Poems about tea"`, `"status":"closed"`, `"ended_at":"2026-04-28T00:00:00Z"`, `"status":"withdrawn"`} {
			if !strings.Contains(got, want) {
				t.Errorf("%s is missing in\n%s", want, got)
			}
		}
		if n := len(w.Mail.Messages()); n != 0 {
			t.Errorf("%d letters", n)
		}
	})
}

// TestQuietUnlessAskedTo: without Mail nobody gets an invitation letter; the
// clocks run all the same.
func TestQuietUnlessAskedTo(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := kithtest.New(t, url)
		load(t, w, village)
		w.Sweep()
		if n := len(w.Mail.Messages()); n != 0 {
			t.Errorf("%d letters at once", n)
		}
		w.Pass(4 * 24 * time.Hour)
		if n := len(w.Mail.Messages()); n != 1 {
			t.Errorf("%d letters after the reminder's day, want 1", n)
		}
		w.Pass(4 * 24 * time.Hour)
		if i := invitation(t, w, "i1"); i.State != kith.Expired || !i.EndedAt.Equal(i.ExpiresAt) {
			t.Errorf("after its time it is %s", i.State)
		}
		if sum := load(t, w, village); sum.Invitations.Same != 3 {
			t.Errorf("the same file after its time: %+v", sum)
		}
	})
}

func TestMailWhereAskedTo(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := kithtest.New(t, url)
		b := brought(t, village+`{"kind":"invitation","id":"i4","job":"tea","freelancer":"bo","invited_at":"2026-03-01"}`)
		b.Mail = true
		for range 2 {
			if _, err := w.House.Import(w.Ctx, w.Clock.Now(), b, nil); err != nil {
				t.Fatal(explained(w, err))
			}
			w.Sweep()
		}
		if got := w.Mail.Messages(); len(got) != 1 || got[0].To != "ana@kith.test" {
			t.Errorf("%d letters, want one to Ana", len(got))
		}
		if i := invitation(t, w, "i4"); i.State != kith.Expired {
			t.Errorf("an invitation from March is %s", i.State)
		}
	})
}

// TestAcceptedIsAProposal: whoever accepted elsewhere can be hired here.
func TestAcceptedIsAProposal(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := kithtest.New(t, url)
		load(t, w, strings.ReplaceAll(village, `"status":"declined","reason":"not_now","not_now_until":"2026-05-03"`, `"status":"accepted"`))
		i := invitation(t, w, "i2")
		if err := w.House.Hire(w.Ctx, w.By("otis"), i.Proposal); err != nil {
			t.Error(err)
		}
	})
}

func invitation(t *testing.T, w *kithtest.World, id string) (i kith.Invitation) {
	t.Helper()
	err := w.Store.Read(w.Ctx, func(tx *store.Tx) (err error) {
		i, err = tx.Invitation(w.Ctx, id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return i
}
