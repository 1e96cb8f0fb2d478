package rank

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// FuzzMarket plays whatever bytes say on a market, with strange words, negative
// numbers and unknown ids, and holds that the engine neither breaks nor lies: the
// parts sum to S, the first are those of the order of all, and what was put in
// and taken out leaves no trace.
func FuzzMarket(f *testing.F) {
	f.Add([]byte("ann has go and wants tea"), "go, figma/ui · 漢字 \x00")
	f.Add([]byte{1, 2, 3, 255, 254, 9, 9, 9, 40, 41, 42, 43, 44, 200, 201, 202}, "//a/b/c -- ' \"")
	f.Add([]byte{}, "")
	f.Fuzz(func(t *testing.T, script []byte, text string) {
		if len(script) > 400 || len(text) > 2000 {
			return
		}
		words := strings.Fields(text + " go tea")
		m := New(Defaults())
		play(m, script, words)
		q := Question{Kind: []Kindred{Refer, Client, Taken}[len(script)%3], Job: "job1", From: "p2", Path: []string{"p3"}, Day: 50, Limit: 3}
		first := m.Ask(q)
		again := fmt.Sprint(first)
		for _, r := range first.Rows {
			var sum Points
			for _, why := range r.Reasons() {
				sum += why.Points
			}
			if sum != r.S {
				t.Errorf("%s: reasons sum to %d, S is %d", r.ID, sum, r.S)
			}
			m.Why(q, r.ID)
		}
		m.AskJobs("p1", []string{"job1", "job2", "nothing"}, 50)
		q.Limit = 0
		all := m.Ask(q).Rows
		for i, r := range first.Rows {
			if all[i].ID != r.ID || all[i].S != r.S {
				t.Errorf("place %d: %s of the first, %s of all", i, r.ID, all[i].ID)
			}
		}
		m.PutPerson(Person{ID: "stranger", Skills: words, Text: text, Interests: words, Languages: words, Rate: 1})
		m.PutJob(Job{ID: "strange", Title: text, Must: words, Tags: words})
		m.Add(Event{Job: "strange", From: "p1", To: "p2", Kind: HandedOn})
		m.RemoveJob("strange")
		m.RemovePerson("stranger")
		q.Limit = 3
		if got := fmt.Sprint(m.Ask(q)); got != again {
			t.Errorf("what was taken out leaves a trace:\n%s\n%s", again, got)
		}
	})
}

// play does three bytes at a time.
func play(m *Market, script []byte, words []string) {
	word := func(n byte) string { return words[int(n)%len(words)] }
	who := func(n byte) string { return fmt.Sprint("p", n%7) }
	job := func(n byte) string { return fmt.Sprint("job", n%4) }
	m.PutJob(Job{ID: "job1", Title: word(1), Must: []string{word(2)}, Tags: []string{word(3)}})
	for s := range slices.Chunk(script, 3) {
		if len(s) < 3 {
			return
		}
		a, b, n := s[1], s[2], int(int8(s[2]))
		switch s[0] % 9 {
		case 0:
			m.PutPerson(Person{ID: who(a), Skills: []string{word(a), word(b)}, Text: word(b), Languages: []string{word(b)}, Rate: int64(n), Hours: n, Level: n, Zone: n * 30, HasZone: n > 0, Waiting: n, Floor: int64(n)})
		case 1:
			m.PutJob(Job{ID: job(a), Title: word(b), Text: strings.Join(words, " "), Must: []string{word(b)}, Nice: []string{word(a)}, Tags: []string{word(a) + "/" + word(b)}, Budget: int64(n), Hours: n, Level: n, Language: word(b), Private: b%5 == 0})
		case 2:
			m.Add(Event{Day: n, Job: job(a), From: who(b), To: who(a + b), Kind: []Kind{Asked, HandedOn, Done, "declined"}[b%4], Again: Again(a % 3)})
		case 3:
			m.AddVouch(Vouch{who(a), who(b), n, a%2 == 0})
		case 4:
			m.PutCircle(who(a), []string{who(b), word(b)})
		case 5:
			m.AddShown(Shown{Day: n, Person: who(a), Job: job(b), Place: n})
		case 6:
			m.RemovePerson(who(a))
		case 7:
			m.RemoveJob(job(a))
		case 8:
			m.AddJobShown(Shown{Day: n, Job: job(a), Place: n})
		}
	}
}

// FuzzWeights holds that no text breaks the reader of weights, and that what it
// accepts can be asked with.
func FuzzWeights(f *testing.F) {
	f.Add(`{"refer":{"skills":1}}`)
	f.Add(`[]`)
	f.Fuzz(func(t *testing.T, text string) {
		w, err := ReadWeights(strings.NewReader(text))
		if err == nil {
			world := invented(1, 5, 5)
			m := New(w)
			world.into(m)
			world.answers(m, 3)
		}
	})
}
