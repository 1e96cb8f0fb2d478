package transfer_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/store"
	"kith/internal/transfer"
)

// TestLinesAsProgramsWriteThem reads a mark at the front, line ends of two
// kinds, empty lines, a last line without an end, and a very long one.
func TestLinesAsProgramsWriteThem(t *testing.T) {
	long := `{"kind":"person","id":"c","email":"c@kith.test","name":"C","about":"` + strings.Repeat(" ", 1<<20-70) + `"}`
	file := "\ufeff" + `{"kind":"person","id":"a","email":"a@kith.test","name":"A"}` + "\r\n\r\n  \n" +
		long + "\n" + `{"kind":"person","id":17,"email":"b@kith.test","name":"B"}`
	b := brought(t, file)
	if len(b.Faults) > 0 || len(b.People) != 3 || b.People[2].ID != "17" || b.People[2].At.Line != 5 {
		t.Errorf("%d people, faults %v", len(b.People), b.Faults)
	}
}

// TestEveryFaultIsTold brings in a line for each thing that can be wrong, and
// nothing of it comes in.
func TestEveryFaultIsTold(t *testing.T) {
	const ok = `{"kind":"person","id":"ok","email":"ok@kith.test","name":"Okay"}
{"kind":"job","id":"okay","client":"ok","title":"T","text":"T","visibility":"public"}
`
	person := func(rest string) string {
		return `{"kind":"person","id":"x","email":"x@kith.test","name":"X",` + rest + `}`
	}
	job := func(rest string) string {
		return `{"kind":"job","id":"x","client":"ok","title":"T","text":"T","visibility":"public",` + rest + `}`
	}
	invitation := func(rest string) string {
		return ok + `{"kind":"person","id":"f","email":"f@kith.test","name":"F"}` + "\n" +
			`{"kind":"invitation","id":"x","job":"okay","freelancer":"f",` + rest + `}`
	}
	for _, c := range []struct{ file, want string }{
		{`{"kind":"person"`, "1: : This line isn’t a JSON object"},
		{`[]`, "1: : This line isn’t a JSON object"},
		{`{"kind":"person","id":"a"} {}`, "1: : This line isn’t a JSON object"},
		{"{\"kind\":\"person\",\"name\":\"\xff\"}", "1: : This line isn’t UTF-8"},
		{strings.Repeat("x", 1<<20+1) + "\n", "1: : This line is longer than 1 MiB"},
		{`{"kind":"robot","id":"a"}`, "1: kind: Each line needs a kind: person, job or invitation"},
		{`{"id":"a"}`, "1: kind: Each line needs a kind: person, job or invitation"},
		{`{"kind":"person","name":"A"}`, "1: id: This field is missing"},
		{`{"kind":"person","id":"a/b","name":"A","email":"a@kith.test"}`, "1: id: An id has 1 to 64 letters, digits, - or _, and starts with a letter or digit"},
		{ok + "\n" + ok, "4: id: This id stands twice: first in file.jsonl, line 1\n5: id: This id stands twice: first in file.jsonl, line 2"},
		{person(`"headlin":""`), "1: headlin: A person has no such field. It has kind, id, email, name, handle, headline, about, skills, languages, rate, hours_per_week, time_zone, joined_at"},
		{person(`"name":"Y"`), "1: name: This field stands twice on the line"},
		{person(`"headline":7`), "1: headline: Write a text in double quotes"},
		{person(`"skills":"a, b"`), `1: skills: Write a list of texts like ["poems", "tea"]`},
		{person(`"hours_per_week":"20"`), "1: hours_per_week: Write a whole number without quotes"},
		{person(`"hours_per_week":200`), "1: hours_per_week: Type hours a week between 0 and 168"},
		{person(`"rate":45`), `1: rate: Write an amount and its currency like {"amount": "45.50", "currency": "EUR"}`},
		{person(`"rate":{"amount":45.505,"currency":"EUR"}`), `1: rate: Write an amount and its currency like {"amount": "45.50", "currency": "EUR"}`},
		{person(`"rate":{"amount":4.5e1,"currency":"EUR"}`), `1: rate: Write an amount and its currency like {"amount": "45.50", "currency": "EUR"}`},
		{person(`"rate":{"amount":"12.50","currency":"JPY"}`), `1: rate: Write an amount and its currency like {"amount": "45.50", "currency": "EUR"}`},
		{person(`"rate":{"amount":45,"currency":"EUR","per":"day"}`), `1: rate: Write an amount and its currency like {"amount": "45.50", "currency": "EUR"}`},
		{person(`"rate":{"amount":45}`), `1: rate: Write an amount and its currency like {"amount": "45.50", "currency": "EUR"}`},
		{person(`"joined_at":"yesterday"`), "1: joined_at: Write a time like 2026-05-03T14:00:00Z, or a date like 2026-05-03"},
		{person(`"time_zone":"Lisbon"`), "1: time_zone: Choose a time zone from the list"},
		{person(`"handle":"No!"`), "1: handle: A handle has 1 to 30 small letters, digits, - or _, and starts and ends with a letter or digit"},
		{person(`"languages":["the language of the birds"]`), "1: languages: Write codes of languages like en or pt"},
		{ok + `{"kind":"person","id":"x","email":"OK@kith.test","name":"X"}`, "3: email: ok has this address already"},
		{person(`"handle":"same"`) + "\n" + strings.ReplaceAll(person(`"handle":"@Same"`), `"x`, `"y`), "2: handle: x has this handle already"},
		{`{"kind":"person","id":"x"}`, "1: email: Type an e-mail address like name@example.org\n1: name: Say what you are called"},
		{`{"kind":"job","id":"x","title":"T","text":"T","visibility":"public"}`, "1: client: This field is missing"},
		{job(`"openings":1`), "1: client: There is no person ok, neither in the files nor here"},
		{ok + job(`"visibility":"secret"`), "3: visibility: This field stands twice on the line"},
		{ok + job(`"status":"lost"`), "3: status: Write one of open, paused, held, filled, closed"},
		{ok + job(`"wanted_by":"3 May"`), "3: wanted_by: Type a date like 2026-05-03"},
		{ok + job(`"budget":{"lower":"20","upper":"10","currency":"EUR"}`), "3: budget: The upper amount is lower than the lower one"},
		{ok + job(`"budget":{"amount":"10","currency":"EUR"}`), `3: budget: Write a budget like {"lower": "1800", "upper": "2400", "currency": "EUR"}`},
		{ok + job(`"ended_at":"2026-04-01"`), "3: ended_at: What is still open or pending has no end"},
		{ok + job(`"status":"closed","posted_at":"2026-04-02","ended_at":"2026-04-01"`), "3: ended_at: It can’t have ended before it began"},
		{ok + `{"kind":"invitation","id":"x","job":"okay","freelancer":"ok"}`, "3: freelancer: This is their own job"},
		{ok + `{"kind":"invitation","id":"x","job":"nowhere"}`, "3: job: There is no job nowhere, neither in the files nor here\n3: freelancer: This field is missing"},
		{invitation(`"status":"lost"`), "4: status: Write one of pending, accepted, declined, withdrawn, expired"},
		{invitation(`"status":"declined","reason":"bored"`), "4: reason: Write one of too_busy, not_my_field, terms, not_now, other, handed_on"},
		{invitation(`"status":"declined","reason":"not_now"`), "4: not_now_until: Choose the date from which you can be asked again"},
		{invitation(`"expires_at":"2026-04-01"`), "4: expires_at: It can’t expire before it was sent\n4: ended_at: It can’t have ended before it began"},
		{invitation(`"message":"` + strings.Repeat("x", 2001) + `"`), "4: message: Make this shorter: 2000 characters at most"},
		{invitation(`"status":"pending"`) + "\n" + `{"kind":"invitation","id":"y","job":"okay","freelancer":"f"}`, "5: freelancer: f has an invitation to this job already that is pending or accepted: x"},
	} {
		w := kithtest.New(t, "sqlite:"+t.TempDir()+"/kith.db")
		_, err := w.House.Import(w.Ctx, w.Clock.Now(), brought(t, c.file), nil)
		if err == nil {
			t.Errorf("%.300s\nwas taken", c.file)
			continue
		}
		if got := strings.ReplaceAll(explained(w, err), "file.jsonl:", ""); got != c.want {
			t.Errorf("%.300s\ngot  %s\nwant %s", c.file, got, c.want)
		}
		if left := export(t, w); left != "" {
			t.Errorf("%.300s\nleft something behind: %s", c.file, left)
		}
	}
}

// TestAllFaultsOfAllLines: the first wrong line doesn't hide the others, in
// whatever file, and they are told in the order of the files.
func TestAllFaultsOfAllLines(t *testing.T) {
	w := kithtest.New(t, "sqlite:"+t.TempDir()+"/kith.db")
	var r transfer.Reader
	lines := strings.Repeat(`{"kind":"invitation","id":"i","job":"j","freelancer":"f","colour":"red"}`+"\n", 70)
	for _, file := range []string{"a.jsonl", "b.jsonl"} {
		if err := r.File(file, strings.NewReader(lines)); err != nil {
			t.Fatal(err)
		}
	}
	_, err := w.House.Import(w.Ctx, w.Clock.Now(), r.Brought(), nil)
	var faults act.Faults
	if !errors.As(err, &faults) || len(faults) != 140+139+2 {
		t.Fatalf("%d faults: %v", len(faults), err)
	}
	for i := 1; i < len(faults); i++ {
		if faults[i].At.Nth < faults[i-1].At.Nth {
			t.Fatalf("fault %d is told before %d", faults[i-1].At.Nth, faults[i].At.Nth)
		}
	}
}

// TestHandlesAreMade gives people of one name different handles, the same in
// every run, none that somebody has or is given in the file.
func TestHandlesAreMade(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		w := kithtest.New(t, url)
		w.Join("Bo Lindahl")
		var file strings.Builder
		for i := range 4 {
			fmt.Fprintf(&file, `{"kind":"person","id":"b%d","email":"b%d@kith.test","name":"Bo Lindahl"}`+"\n", i, i)
		}
		file.WriteString(`{"kind":"person","id":"z","email":"z@kith.test","name":"Zoe","handle":"@Bo-Lindahl-3"}`)
		load(t, w, file.String())
		for i, want := range []string{"bo-lindahl-2", "bo-lindahl-4", "bo-lindahl-5", "bo-lindahl-6"} {
			if p := person(t, w, fmt.Sprintf("b%d", i)); p.Handle != want {
				t.Errorf("b%d is %s, want %s", i, p.Handle, want)
			}
		}
		if again := load(t, w, file.String()); again.People.Same != 5 {
			t.Errorf("the second run: %+v", again)
		}
	})
}

func person(t *testing.T, w *kithtest.World, id string) (p kith.Person) {
	t.Helper()
	err := w.Store.Read(w.Ctx, func(tx *store.Tx) (err error) {
		p, err = tx.Person(w.Ctx, id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}
