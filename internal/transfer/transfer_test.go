package transfer_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kith/internal/act"
	"kith/internal/kithtest"
	"kith/internal/transfer"
)

// village is a small file with something of everything.
const village = `{"kind":"person","id":"otis","email":"Otis@Kith.Test","name":"Otis Grant","handle":"otis","time_zone":"Europe/London","joined_at":"2026-01-05"}
{"kind":"person","id":"ana","email":"ana@kith.test","name":"Ana  Ferreira","headline":"Poet","about":"Line one\nline two","skills":["poems","tea"],"languages":["pt","en"],"rate":{"amount":"45.50","currency":"EUR"},"hours_per_week":20,"time_zone":"Europe/Lisbon","joined_at":"2026-01-06T08:00:00.123456789+01:00"}
{"kind":"person","id":"bo","email":"bo@kith.test","name":"Ana Ferreira","rate":{"amount":1800,"currency":"JPY"}}
{"kind":"job","id":"tea","client":"otis","title":"Poems about tea","text":"Twelve.","skills":["poems"],"visibility":"members","policy":"ask_me","openings":2,"budget":{"lower":"1800","upper":2400.5,"currency":"eur"},"wanted_by":"2025-05-03","posted_at":"2026-04-01"}
{"kind":"job","id":"old","client":"ana","title":"Old job","text":"Done.","visibility":"public","status":"filled","posted_at":"2026-02-01","ended_at":"2026-03-01"}
{"kind":"invitation","id":"i1","job":"tea","freelancer":"ana","message":"Please","invited_at":"2026-04-27"}
{"kind":"invitation","id":"i2","job":"tea","freelancer":"bo","status":"declined","reason":"not_now","not_now_until":"2026-05-03","invited_at":"2026-04-01","ended_at":"2026-04-02"}
{"kind":"invitation","id":"i3","job":"old","freelancer":"otis","status":"accepted","invited_at":"2026-02-02","ended_at":"2026-02-03"}
`

// brought reads a file that has nothing wrong with its lines.
func brought(t *testing.T, file string) act.Brought {
	t.Helper()
	var r transfer.Reader
	if err := r.File("file.jsonl", strings.NewReader(file)); err != nil {
		t.Fatal(err)
	}
	return r.Brought()
}

func load(t *testing.T, w *kithtest.World, file string) act.Imported {
	t.Helper()
	sum, err := w.House.Import(w.Ctx, w.Clock.Now(), brought(t, file), nil)
	if err != nil {
		t.Fatal(explained(w, err))
	}
	return sum
}

// explained is an error as the command line tells it.
func explained(w *kithtest.World, err error) string {
	var faults act.Faults
	if !errors.As(err, &faults) {
		return err.Error()
	}
	voice := w.Book.Speak("en", time.UTC, w.Clock.Now())
	var all []string
	for _, f := range faults {
		all = append(all, fmt.Sprintf("%s:%d: %s: %s", f.At.File, f.At.Line, f.Field, voice.Problem(f.Problem)))
	}
	return strings.Join(all, "\n")
}

func export(t *testing.T, w *kithtest.World) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := transfer.Export(w.Ctx, w.Desk, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestThereAndBack(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := kithtest.New(t, url)
		got := load(t, w, village)
		want := act.Imported{People: act.ImportTally{New: 3}, Jobs: act.ImportTally{New: 2}, Invitations: act.ImportTally{New: 3}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("first run (-want +got):\n%s", diff)
		}
		first := export(t, w)
		t.Log(first)
		want = act.Imported{People: act.ImportTally{Same: 3}, Jobs: act.ImportTally{Same: 2}, Invitations: act.ImportTally{Same: 3}}
		if diff := cmp.Diff(want, load(t, w, village)); diff != "" {
			t.Errorf("second run (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(want, load(t, w, first)); diff != "" {
			t.Errorf("its own export (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(first, export(t, w)); diff != "" {
			t.Errorf("the export after further imports (-first +now):\n%s", diff)
		}
	})
}
