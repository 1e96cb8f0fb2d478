package rank_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kith/internal/history"
	"kith/rank"
)

var update = flag.Bool("update", false, "write the golden files anew")

// village is an invented folder of history.
func village(t *testing.T) *history.Folder {
	t.Helper()
	f, err := history.ReadFolder("testdata/village")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestOrders holds some orders with every line: a change of the engine or its
// weights shows in the diff whom it moves and why.
func TestOrders(t *testing.T) {
	f := village(t)
	n := 0
	f.Replay(rank.Defaults(), func(q history.Query, m *rank.Market) {
		if n++; n%10 == 0 {
			ask := q.Question()
			ask.Limit = 5
			golden(t, filepath.Join("cases", q.ID+".txt"), ledger(q, m.Ask(ask)))
		}
	})
}

// TestOrderForAClient holds the order and one why of it.
func TestOrderForAClient(t *testing.T) {
	f := village(t)
	m := f.End(rank.Defaults())
	q := rank.Question{Kind: rank.Client, Job: "job149", Day: f.Day(), Limit: 5}
	var b strings.Builder
	b.WriteString(ledger(history.Query{Kind: "client", Task: q.Job}, m.Ask(q)))
	why, _ := m.Why(q, "nora")
	fmt.Fprintf(&b, "\nwhy nora stands at %d of %d\n", why.Place, why.Of)
	for _, c := range why.Compared {
		fmt.Fprintf(&b, "  %c %d, median %d\n", c.Part, c.Own, c.Median)
	}
	for _, x := range why.Would {
		fmt.Fprintf(&b, "  would: %s %s %+d, place %d\n", x.Key, x.Of, x.Points, x.Place)
	}
	for _, x := range why.WouldNot {
		fmt.Fprintf(&b, "  would not: %s %s %+d, place %d\n", x.Key, x.Of, x.Points, x.Place)
	}
	golden(t, "cases/client.txt", b.String())
}

// TestStats holds how good the answers are on the whole.
func TestStats(t *testing.T) {
	f := village(t)
	m := history.NewMeasure(f)
	err := f.Answers(rank.Defaults(), func(int) {}, func(q history.Query, r history.Reply) error {
		m.See(q, r)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "stats.txt", m.String())
}

func ledger(q history.Query, a rank.Answer) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s, of %d\n", q.Kind, q.Task, strings.Join(q.Path, " "), a.Of)
	for i, r := range a.Rows {
		fmt.Fprintf(&b, "\n%d. %s %d", i+1, r.ID, r.S)
		if r.Move != "" {
			fmt.Fprintf(&b, " (%s, %+d)", r.Move, r.By)
		}
		b.WriteString("\n")
		for _, why := range r.Reasons() {
			fmt.Fprintf(&b, "   %+6d  %c %s\n", why.Points, why.Part, strings.TrimRight(why.Key+" "+why.Skill+by(why.By), " "))
		}
	}
	return b.String()
}

func by(skill string) string {
	if skill == "" {
		return ""
	}
	return ", has " + skill
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is another now; with -update it is written anew:\n%s", name, got)
	}
}
