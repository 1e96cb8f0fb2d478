package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kith/internal/kithtest"
)

// villageHistory is an invented folder of history.
const villageHistory = "../../rank/testdata/village"

func TestRankTellsEachPart(t *testing.T) {
	got := says(t, "rank", "--data", villageHistory, "--job", "job149", "--kind", "refer", "--from", "ann", "--limit", "3")
	if got.code != 0 || strings.Count(got.out, "\n") != 5 || !strings.Contains(got.out, "H similar work") {
		t.Errorf("code %d, %s%s", got.code, got.out, got.err)
	}
	got = says(t, "rank", "--data", villageHistory, "--query", "q100", "--json")
	var a struct {
		Of   int
		Rows []told
	}
	if err := json.Unmarshal([]byte(got.out), &a); err != nil || len(a.Rows) != 10 || a.Of < 30 {
		t.Fatalf("%v in %s%s", err, got.out, got.err)
	}
	for _, r := range a.Rows {
		for _, part := range r.Parts {
			r.S -= part
		}
		if r.S != 0 {
			t.Errorf("the parts of %s don't sum to S", r.ID)
		}
	}
}

func TestRankSaysWhy(t *testing.T) {
	got := says(t, "rank", "--data", villageHistory, "--job", "job149", "--kind", "client", "--why", "nora")
	for _, want := range []string{"nora stands at ", "What says something:", "Beside the median of those shown:", "What would change:", "What would not:", "never_no"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%q isn't in %s%s", want, got.out, got.err)
		}
	}
	if got := says(t, "rank", "--data", villageHistory, "--job", "job149", "--why", "nora", "--json"); got.code != 0 || !strings.Contains(got.out, `"would_not"`) {
		t.Errorf("%s%s", got.out, got.err)
	}
	if got := says(t, "rank", "--data", villageHistory, "--for", "nora", "--limit", "2"); got.code != 0 || !strings.Contains(got.out, "2 of 150 jobs.") {
		t.Errorf("%s%s", got.out, got.err)
	}
}

func TestReplayComparesWeights(t *testing.T) {
	from, err := filepath.Abs(villageHistory)
	if err != nil {
		t.Fatal(err)
	}
	here(t)
	if err := os.CopyFS("history", os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	if got := says(t, "fit", "--data", "history", "--out", "new.json"); got.code != 0 {
		t.Fatal(got.err)
	}
	got := says(t, "replay", "--data", "history", "--weights", "new.json", "--against", "new.json")
	if got.code != 0 || !strings.Contains(got.out, "in the same order: 100.0 %") || !strings.Contains(got.out, "the same): 1.000") {
		t.Errorf("%s%s", got.out, got.err)
	}
	got = says(t, "replay", "--data", "history", "--weights", "new.json")
	for _, want := range []string{"newcomers' share", "ten most shown", "MRR", "How likely S says", "comes in among the first five", "leaves the first five"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%q isn't in %s%s", want, got.out, got.err)
		}
	}
}

func TestRankSlips(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"rank", "kith: --data says which folder to read, --database which database"},
		{"rank --data x", "kith: give one of --query, --job and --for"},
		{"rank --data x --query a --job b", "kith: give one of --query, --job and --for"},
		{"rank --data x --job b --kind refer", "kith: --kind refer needs --from"},
		{"rank --data x --job b --kind best", `kith: --kind must be one of "refer","client","taken"`},
		{"rank --data x --database sqlite:y --job b", "kith: give --data or --database, not both"},
		{"rank --database sqlite:y --query b", "kith: --query goes with --data"},
		{"rank --database sqlite:y --job b", "kith: there is no database y"},
		{"rank --data nowhere --job b", "kith: open "},
		{"rank --data " + villageHistory + " --job nothing", `kith: there is no job "nothing"`},
		{"rank --data " + villageHistory + " --query nothing", `kith: the folder has no question "nothing"`},
		{"rank --data " + villageHistory + " --job job149 --why nobody", `kith: there is no person "nobody"`},
		{"rank --data " + villageHistory + " --for nobody", `kith: there is no person "nobody"`},
		{"replay --data x", "kith: missing flags: --weights"},
		{"replay --data x --weights nowhere.json", "kith: open nowhere.json"},
	} {
		got := says(t, strings.Fields(c.args)...)
		if got.code != 1 || !strings.HasPrefix(got.err, c.want) || got.out != "" {
			t.Errorf("kith %s: code %d, said %q, want %q", c.args, got.code, got.err, c.want)
		}
	}
	for _, command := range []string{"rank", "replay", "eval", "fit"} {
		if got := says(t, command, "--help"); got.code != 0 || !strings.Contains(got.out, "Example") {
			t.Errorf("kith %s --help: %s%s", command, got.out, got.err)
		}
	}
}

func TestRankAsksADatabase(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		here(t)
		rows := write(t, "rows.jsonl", `{"kind":"person","id":"a","email":"a@kith.test","name":"A"}
{"kind":"person","id":"b","email":"b@kith.test","name":"B","skills":["tea"]}
{"kind":"job","id":"j","client":"a","title":"Tea","text":"Poems about tea","visibility":"public","skills":["tea"]}
`)
		if got := says(t, "import", "--database", url, rows); got.code != 0 {
			t.Fatal(got.err)
		}
		got := says(t, "rank", "--database", url, "--job", "j", "--json")
		if got.code != 0 || !strings.Contains(got.out, `"id": "b"`) || !strings.Contains(got.err, "1 job") {
			t.Errorf("code %d, %s%s", got.code, got.out, got.err)
		}
		if got := says(t, "rank", "--database", url, "--for", "b"); got.code != 0 || !strings.Contains(got.out, "1 of 1 jobs.") {
			t.Errorf("code %d, %s%s", got.code, got.out, got.err)
		}
	})
}
