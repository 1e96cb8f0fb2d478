package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"kith/internal/history"
	"kith/rank"
)

type evalCommand struct {
	Data    string `required:"" placeholder:"DIR" help:"A folder with people, tasks, events, queries and, if known, qrels, each as .jsonl.gz."`
	Weights string `placeholder:"FILE" help:"Weights as kith fit writes them; without, those that Kith is delivered with."`
	Out     string `required:"" placeholder:"FILE" help:"Where the answers go, as .jsonl.gz."`
}

// Help stands below the one line about the command.
func (evalCommand) Help() string {
	return `Asks the engine every question of the folder as of its time: only tasks and events strictly earlier are known. Equal folders and weights give equal answers, byte for byte.

people.jsonl.gz   {"id", "text"}, for orders also "profiles": [[task, …], …]
tasks.jsonl.gz    {"id", "time", "title", "text", "tags": […]}
events.jsonl.gz   {"time", "task", "from", "to", "kind": "invited" | "declined" | "referred" | "done"}
queries.jsonl.gz  {"id", "kind": "take" | "refer", "time", "task", "from", "path": […]} or {"id", "kind": "order", "person", "tasks": […]}
qrels.jsonl.gz    {"id", "next", "done", "rel": {person: 2 finished it, 1 had it later}} or {"id", "rating": {task: 1…5}}; may be missing

An answer is {"id", "rank": [people, best first]}, for orders {"id", "variant", "scores": {task: points}}. Where the folder has qrels, the figures follow: whole, and the last 30 % by time.

A folder with people.csv and job-titles.csv (columns id, skills with | between them, and for jobs title) is asked for skills instead: one of each profile is hidden, and of each job only the title is told; each fifth is asked of an engine that knows the other four.

Example: kith eval --data history/ --out answers.jsonl.gz`
}

// Run answers and measures.
func (c *evalCommand) Run(to streams) error {
	w, err := readWeights(c.Weights)
	if err != nil {
		return err
	}
	if history.IsSkills(c.Data) {
		return c.skills(to)
	}
	f, err := history.ReadFolder(c.Data)
	if err != nil {
		return err
	}
	measure := history.NewMeasure(f)
	progress := newBar(to.err, "asking", len(f.Queries))
	err = writeFile(c.Out, func(out io.Writer) error {
		packed := gzip.NewWriter(out)
		lines := json.NewEncoder(packed)
		err := f.Answers(w, progress.at, func(q history.Query, r history.Reply) error {
			measure.See(q, r)
			return lines.Encode(r)
		})
		return errors.Join(err, packed.Close())
	})
	progress.done()
	if err == nil {
		fmt.Fprint(to.out, measure)
	}
	return err
}

// skills hides skills and asks for them.
func (c *evalCommand) skills(to streams) error {
	s, err := history.ReadSkills(c.Data)
	if err != nil {
		return err
	}
	progress := newBar(to.err, "guessing", len(s.People)+len(s.Jobs))
	var sum history.Guessed
	err = writeFile(c.Out, func(out io.Writer) (err error) {
		packed := gzip.NewWriter(out)
		lines := json.NewEncoder(packed)
		sum, err = s.Guess(progress.at, func(id string, guesses []rank.Guess) error {
			return lines.Encode(map[string]any{"id": id, "skills": guesses})
		})
		return errors.Join(err, packed.Close())
	})
	progress.done()
	if err == nil {
		fmt.Fprint(to.out, sum)
	}
	return err
}

func readWeights(file string) (rank.Weights, error) {
	w := rank.Defaults()
	if file == "" {
		return w, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return w, err
	}
	defer f.Close()
	w, err = rank.ReadWeights(bufio.NewReader(f))
	if err != nil {
		return w, fmt.Errorf("%s: %w", file, err)
	}
	return w, nil
}
