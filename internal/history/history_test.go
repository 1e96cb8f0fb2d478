package history

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kith/rank"
)

// folder writes an invented set: ann hands what is about tea on to bo, and cy
// does what is about poems.
func folder(t *testing.T) string {
	t.Helper()
	files := map[string][]string{"people": {`{"id":"ann"}`, `{"id":"bo"}`, `{"id":"cy"}`, `{"id":"dee"}`}}
	for i := range 40 {
		about, to := "tea kettle leaves", "bo"
		if i%2 == 0 {
			about, to = "poems rhyme verse", "cy"
		}
		line := func(name, format string, of ...any) { files[name] = append(files[name], fmt.Sprintf(format, of...)) }
		at := i * day
		line("tasks", `{"id":"t%d","time":%d,"title":%q,"tags":["area/%s"]}`, i, at, about, to)
		line("events", `{"time":%d,"task":"t%d","to":"ann","kind":"invited"}`, at+10, i)
		line("events", `{"time":%d,"task":"t%d","from":"ann","to":%q,"kind":"referred"}`, at+20, i, to)
		line("events", `{"time":%d,"task":"t%d","to":%q,"kind":"done"}`, at+30, i, to)
		line("queries", `{"id":"q%d","kind":"refer","time":%d,"task":"t%d","from":"ann","path":["ann"]}`, i, at+20, i)
		line("qrels", `{"id":"q%d","next":%q,"done":%q,"rel":{%q:2}}`, i, to, to, to)
	}
	dir := t.TempDir()
	for name, lines := range files {
		var packed bytes.Buffer
		z := gzip.NewWriter(&packed)
		fmt.Fprintln(z, strings.Join(lines, "\n"))
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".jsonl.gz"), packed.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func answers(t *testing.T, f *Folder) (string, *Measure) {
	t.Helper()
	var out bytes.Buffer
	m := NewMeasure(f)
	err := f.Answers(rank.Defaults(), func(int) {}, func(q Query, r Reply) error {
		m.See(q, r)
		return json.NewEncoder(&out).Encode(r)
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), m
}

func TestItLearnsWhoTakesWhat(t *testing.T) {
	f, err := ReadFolder(folder(t))
	if err != nil {
		t.Fatal(err)
	}
	first, m := answers(t, f)
	if again, _ := answers(t, f); again != first {
		t.Error("asked again, the answers are others")
	}
	if row := m.rows["refer, last 30 %"]; row == nil || row.first != row.n {
		t.Errorf("of the last, not all were right at once:\n%s", m)
	}
}

// TestOnlyWhatCameEarlier: a task's own events are at or after its question, and
// what comes later must change no earlier answer.
func TestOnlyWhatCameEarlier(t *testing.T) {
	f, err := ReadFolder(folder(t))
	if err != nil {
		t.Fatal(err)
	}
	all, _ := answers(t, f)
	f.Queries = f.Queries[:20]
	last := f.Queries[19].Time
	for i, e := range f.Events {
		if e.Time >= last {
			f.Events = f.Events[:i]
			break
		}
	}
	if early, _ := answers(t, f); !strings.HasPrefix(all, early) {
		t.Error("what came later changed an answer")
	}
}

func TestFitIsTheSameTwice(t *testing.T) {
	f, err := ReadFolder(folder(t))
	if err != nil {
		t.Fatal(err)
	}
	fit := func() string {
		out, err := json.Marshal(Fit([]*Folder{f}, rank.Defaults(), func(int) {}))
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	w := fit()
	if fit() != w {
		t.Error("fitted again, the weights are others")
	}
	if _, err := rank.ReadWeights(strings.NewReader(w)); err != nil {
		t.Errorf("what was fitted can't be read: %v", err)
	}
}

// FuzzLines holds that no input breaks the readers.
func FuzzLines(f *testing.F) {
	f.Add(`{"time":1,"task":"t","to":"ann","kind":"done"}`)
	f.Add("{\n[]\n{\"kind\":9}")
	f.Fuzz(func(t *testing.T, text string) {
		n := 0
		err := readLines(strings.NewReader(text), func(e Event) error { n++; return e.check() })
		if err == nil && n > strings.Count(text, "\n")+1 {
			t.Errorf("%d events in %q", n, text)
		}
		_ = readLines(strings.NewReader(text), func(q Query) error { return q.check() }) // must not break
	})
}
