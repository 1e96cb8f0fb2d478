package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"kith/internal/history"
	"kith/rank"
)

type rankCommand struct {
	Data     string `placeholder:"DIR" help:"A folder of history, as kith eval reads it."`
	Database string `placeholder:"URL" help:"A running installation's database, instead of a folder: sqlite:PATH or postgres://…; it is only read."`
	Query    string `placeholder:"ID" help:"A question of the folder, as of its time."`
	Job      string `placeholder:"ID" help:"A job, as of the end of the folder."`
	For      string `placeholder:"ID" help:"A person: which jobs suit them?"`
	Kind     string `enum:"refer,client,taken" default:"taken" help:"With --job: refer (whom could --from refer?), client (in which order should the client look?) or taken (who is likely to take it on?). Default: ${default}."`
	From     string `placeholder:"ID" help:"With --kind refer: who refers."`
	Why      string `placeholder:"ID" help:"A person: why do they stand where they stand, and what would change it?"`
	Limit    int    `default:"10" placeholder:"N" help:"How many; 0 is all. Default: ${default}."`
	JSON     bool   `name:"json" help:"Everything as JSON: each part, each line, each skill."`
	Weights  string `placeholder:"FILE" help:"Weights as kith fit writes them; without, those that Kith is delivered with."`
}

// Help stands below the one line about the command.
func (rankCommand) Help() string {
	return `Asks the engine one question and prints the order with all its parts, in points; 1000 points are a factor of e in how likely somebody is, 693 are twice as likely. S is exactly the sum of its parts:
` + partsInWords() + `
In people.jsonl.gz and tasks.jsonl.gz, everything that the engine knows can stand: for people skills, interests, languages, rate, floor, hours, level, zone, waiting; for tasks must, nice, budget, hours, level, language, zone, private; for events of kind done, "again": true or false.

Examples: kith rank --data history/ --query q17
          kith rank --data history/ --job t3 --kind refer --from ann --json
          kith rank --data history/ --job t3 --kind client --why bo
          kith rank --data history/ --for bo
          kith rank --database sqlite:kith.db --job 01JD… --kind client`
}

var partNames = map[rank.Part]string{
	'F': "skills", 'W': "words", 'H': "similar work", 'K': "knows", 'C': "the client's yes", 'A': "the freelancer's yes",
	'T': "track record", 'U': "not known yet", 'V': "vouch", 'L': "load",
}

func partsInWords() string {
	var all []string
	for _, p := range rank.Parts {
		all = append(all, string(p)+" "+partNames[rank.Part(p)])
	}
	return strings.Join(all, ", ") + "."
}

// Run asks and prints.
func (c *rankCommand) Run(ctx context.Context, to streams) error {
	if err := c.check(); err != nil {
		return err
	}
	if c.Database != "" {
		return c.inDatabase(ctx, to)
	}
	w, err := readWeights(c.Weights)
	if err != nil {
		return err
	}
	f, err := history.ReadFolder(c.Data)
	if err != nil {
		return err
	}
	m, q, err := c.question(f, w)
	if err != nil {
		return err
	}
	var jobs []string
	for _, t := range f.Tasks {
		jobs = append(jobs, t.ID)
	}
	return c.answer(to.out, m, q, jobs)
}

func (c *rankCommand) check() error {
	given := 0
	for _, s := range []string{c.Query, c.Job, c.For} {
		if s != "" {
			given++
		}
	}
	switch {
	case c.Data == "" && c.Database == "":
		return errors.New("--data says which folder to read, --database which database")
	case c.Data != "" && c.Database != "":
		return errors.New("give --data or --database, not both")
	case c.Database != "" && c.Query != "":
		return errors.New("--query goes with --data: a database is asked as it is now")
	case given != 1:
		return errors.New("give one of --query, --job and --for: that is the question")
	case c.Kind == string(rank.Refer) && c.Job != "" && c.From == "":
		return errors.New("--kind refer needs --from: who refers")
	case c.For != "" && c.Why != "":
		return errors.New("--why goes with --query or --job")
	case c.Limit < 0:
		return fmt.Errorf("--limit must be 0 or more, not %d", c.Limit)
	}
	return nil
}

// question finds the market as it was and what to ask it.
func (c *rankCommand) question(f *history.Folder, w rank.Weights) (m *rank.Market, q rank.Question, err error) {
	if c.Query == "" {
		m = f.End(w)
		return m, rank.Question{Kind: rank.Kindred(c.Kind), Job: c.Job, From: c.From, Day: f.Day(), Limit: c.Limit}, nil
	}
	i := slices.IndexFunc(f.Queries, func(q history.Query) bool { return q.ID == c.Query })
	if i < 0 {
		return nil, q, fmt.Errorf("the folder has no question %q", c.Query)
	}
	if f.Queries[i].Kind == "order" {
		return nil, q, fmt.Errorf("question %q asks for an order of tasks: kith eval answers those", c.Query)
	}
	q = f.Queries[i].Question()
	q.Limit = c.Limit
	f.Queries = f.Queries[:i+1]
	f.Replay(w, func(_ history.Query, at *rank.Market) { m = at })
	return m, q, nil
}

func (c *rankCommand) answer(out io.Writer, m *rank.Market, q rank.Question, jobs []string) error {
	if c.For != "" {
		rows := m.AskJobs(c.For, jobs, q.Day)
		if rows == nil {
			return fmt.Errorf("there is no person %q, or no job", c.For)
		}
		of := len(rows)
		if c.Limit > 0 {
			rows = rows[:min(c.Limit, of)]
		}
		return c.print(out, rank.Answer{Rows: rows, Of: of}, "jobs")
	}
	if c.Why != "" {
		why, known := m.Why(q, c.Why)
		if !known {
			return fmt.Errorf("there is no person %q or no job %q", c.Why, q.Job)
		}
		return c.explain(out, why)
	}
	a := m.Ask(q)
	if a.Of == 0 {
		return fmt.Errorf("there is no job %q, or nobody who could do it", q.Job)
	}
	return c.print(out, a, "people")
}

// told is a row as JSON.
type told struct {
	Place  int                    `json:"place,omitempty"`
	ID     string                 `json:"id"`
	S      rank.Points            `json:"s"`
	Parts  map[string]rank.Points `json:"parts"`
	Lines  map[string]rank.Points `json:"lines"`
	Skills []rank.Match           `json:"skills"`
	Move   string                 `json:"move,omitempty"`
	By     int                    `json:"by,omitempty"`
}

func tell(r rank.Row, place int) told {
	t := told{Place: place, ID: r.ID, S: r.S, Parts: map[string]rank.Points{}, Lines: map[string]rank.Points{}, Skills: r.Skills, Move: r.Move, By: r.By}
	for _, p := range rank.Parts {
		t.Parts[string(p)] = r.Part(rank.Part(p))
	}
	for i, l := range rank.All {
		t.Lines[l.Key] = r.Lines[i]
	}
	return t
}

func (c *rankCommand) print(out io.Writer, a rank.Answer, what string) error {
	if c.JSON {
		all := struct {
			Of   int    `json:"of"`
			Rows []told `json:"rows"`
		}{Of: a.Of}
		for i, r := range a.Rows {
			all.Rows = append(all.Rows, tell(r, i+1))
		}
		return asJSON(out, all)
	}
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "place\t%s\tS\t", strings.TrimSuffix(what, "s"))
	for _, p := range rank.Parts {
		fmt.Fprintf(t, "%c\t", p)
	}
	fmt.Fprintln(t)
	for i, r := range a.Rows {
		fmt.Fprintf(t, "%d\t%s\t%d\t", i+1, r.ID, r.S)
		for _, p := range rank.Parts {
			fmt.Fprintf(t, "%d\t", r.Part(rank.Part(p)))
		}
		fmt.Fprintln(t, moved(r))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%d of %s %s. %s\n", len(a.Rows), grouped(a.Of), what, partsInWords())
	return err
}

func moved(r rank.Row) string {
	switch {
	case r.Move == "newcomer":
		return fmt.Sprintf("  moved up %d by the newcomer rule", r.By)
	case r.Move == "cap":
		return fmt.Sprintf("  moved down %d, suggested often enough today", -r.By)
	}
	return ""
}

func (c *rankCommand) explain(out io.Writer, w rank.Why) error {
	if c.JSON {
		return asJSON(out, struct {
			Place    int             `json:"place"`
			Of       int             `json:"of"`
			Row      told            `json:"row"`
			Compared []rank.Compared `json:"compared"`
			Would    []rank.WhatIf   `json:"would"`
			WouldNot []rank.WhatIf   `json:"would_not"`
		}{w.Place, w.Of, tell(w.Row, w.Place), w.Compared, w.Would, w.WouldNot})
	}
	fmt.Fprintf(out, "%s stands at %d of %d, with %d points%s.\n", w.Row.ID, w.Place, w.Of, w.Row.S, moved(w.Row))
	fmt.Fprintln(out, "\nWhat says something:")
	for _, r := range w.Row.Reasons() {
		fmt.Fprintf(out, "  %+6d  %s %s\n", r.Points, r.Key, r.Skill)
	}
	if len(w.Compared) > 0 {
		fmt.Fprintln(out, "\nBeside the median of those shown:")
		for _, p := range w.Compared {
			fmt.Fprintf(out, "  %-22s %6d  median %6d\n", partNames[p.Part], p.Own, p.Median)
		}
	}
	fmt.Fprintln(out, "\nWhat would change:")
	for _, x := range w.Would {
		fmt.Fprintf(out, "  %+6d  to place %d: %s\n", x.Points, x.Place, whatIf(x))
	}
	fmt.Fprintln(out, "\nWhat would not:")
	for _, x := range w.WouldNot {
		fmt.Fprintf(out, "  %+6d  %s\n", x.Points, whatIf(x))
	}
	return nil
}

func whatIf(x rank.WhatIf) string {
	out := x.Key
	if x.Of != "" {
		out += " " + x.Of
	}
	if x.Number != 0 {
		out += fmt.Sprintf(" %d", x.Number)
	}
	return out
}

func asJSON(out io.Writer, all any) error {
	lines := json.NewEncoder(out)
	lines.SetIndent("", "  ")
	return lines.Encode(all)
}
