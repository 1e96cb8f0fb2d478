// Package history reads folders of what happened somewhere (people, tasks,
// events, questions and their answers, as JSON Lines, packed with gzip or not), asks the
// engine every question as of its time, measures the answers, and fits weights.
package history

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Person is a line of people.jsonl.gz. All but the id may be missing.
type Person struct {
	ID        string     `json:"id"`
	Text      string     `json:"text"`
	Profiles  [][]string `json:"profiles"` // samples of tasks they did, for orders
	Skills    []string   `json:"skills"`
	Interests []string   `json:"interests"`
	Languages []string   `json:"languages"`
	Rate      int64      `json:"rate"`
	Floor     int64      `json:"floor"`
	Hours     int        `json:"hours"`
	Level     int        `json:"level"`
	Zone      *int       `json:"zone"` // minutes east of Greenwich
	Waiting   int        `json:"waiting"`
}

// Task is a line of tasks.jsonl.gz. All but the id may be missing.
type Task struct {
	ID       string   `json:"id"`
	Time     int64    `json:"time"`
	Title    string   `json:"title"`
	Text     string   `json:"text"`
	Tags     []string `json:"tags"`
	Must     []string `json:"must"`
	Nice     []string `json:"nice"`
	Budget   int64    `json:"budget"`
	Hours    int      `json:"hours"`
	Level    int      `json:"level"`
	Language string   `json:"language"`
	Zone     *int     `json:"zone"`
	Private  bool     `json:"private"`
}

// Event is a line of events.jsonl.gz.
type Event struct {
	Time int64  `json:"time"`
	Task string `json:"task"`
	From string `json:"from"`
	To   string `json:"to"`
	Kind string `json:"kind"` // invited, declined, referred, done

	Again *bool `json:"again"` // with done: would the client work with them again?
}

// Query is a line of queries.jsonl.gz.
type Query struct {
	ID     string   `json:"id"`
	Kind   string   `json:"kind"` // take, refer, order
	Time   int64    `json:"time"`
	Task   string   `json:"task"`
	From   string   `json:"from"`
	Path   []string `json:"path"`
	Person string   `json:"person"` // order
	Tasks  []string `json:"tasks"`  // order
}

// Truth is a line of qrels.jsonl.gz.
type Truth struct {
	ID     string             `json:"id"`
	Next   string             `json:"next"`
	Done   string             `json:"done"`
	Rel    map[string]int     `json:"rel"`
	Rating map[string]float64 `json:"rating"`
}

// Folder is a whole set.
type Folder struct {
	Name    string
	People  []Person
	Tasks   []Task
	Events  []Event
	Queries []Query
	Truths  map[string]Truth // empty where the answers aren't known
}

// ReadFolder reads and checks a set.
func ReadFolder(dir string) (*Folder, error) {
	f := &Folder{Name: filepath.Base(filepath.Dir(filepath.Clean(dir))) + "/" + filepath.Base(dir), Truths: map[string]Truth{}}
	err := errors.Join(
		readFile(dir, "people", true, func(p Person) error { f.People = append(f.People, p); return needs("id", p.ID) }),
		readFile(dir, "tasks", true, func(t Task) error { f.Tasks = append(f.Tasks, t); return needs("id", t.ID) }),
		readFile(dir, "events", true, func(e Event) error { f.Events = append(f.Events, e); return e.check() }),
		readFile(dir, "queries", true, func(q Query) error { f.Queries = append(f.Queries, q); return q.check() }),
		readFile(dir, "qrels", false, func(t Truth) error { f.Truths[t.ID] = t; return needs("id", t.ID) }),
	)
	slices.SortStableFunc(f.Events, func(a, b Event) int { return int(a.Time - b.Time) })
	slices.SortStableFunc(f.Queries, func(a, b Query) int { return int(a.Time - b.Time) })
	slices.SortStableFunc(f.Tasks, func(a, b Task) int { return int(a.Time - b.Time) })
	return f, err
}

func needs(field, value string) error {
	if value == "" {
		return fmt.Errorf("%s is missing", field)
	}
	return nil
}

func (e Event) check() error {
	if !slices.Contains([]string{"invited", "declined", "referred", "done"}, e.Kind) {
		return fmt.Errorf("kind is %q: it can be invited, declined, referred or done", e.Kind)
	}
	return errors.Join(needs("task", e.Task), needs("to", e.To))
}

func (q Query) check() error {
	switch q.Kind {
	case "take", "refer":
		return errors.Join(needs("id", q.ID), needs("task", q.Task))
	case "order":
		return errors.Join(needs("id", q.ID), needs("person", q.Person))
	}
	return fmt.Errorf("kind is %q: it can be take, refer or order", q.Kind)
}

func readFile[T any](dir, name string, must bool, each func(T) error) error {
	path := filepath.Join(dir, name+".jsonl.gz")
	file, err := os.Open(path)
	packed := !errors.Is(err, fs.ErrNotExist)
	if !packed {
		plain, err2 := os.Open(filepath.Join(dir, name+".jsonl"))
		switch {
		case err2 == nil:
			path, file, err = plain.Name(), plain, nil
		case errors.Is(err2, fs.ErrNotExist) && !must:
			return nil
		}
	}
	if err != nil {
		return err
	}
	defer file.Close()
	var in io.Reader = file
	if packed {
		in, err = gzip.NewReader(file)
	}
	if err == nil {
		err = readLines(in, each)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// readLines reads a value from each line.
func readLines[T any](in io.Reader, each func(T) error) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		var x T
		err := json.Unmarshal(lines.Bytes(), &x)
		if err == nil {
			err = each(x)
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return lines.Err()
}
