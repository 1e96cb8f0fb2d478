package main

import (
	"encoding/json"
	"fmt"
	"io"

	"kith/internal/history"
	"kith/rank"
)

type fitCommand struct {
	Data []string `required:"" placeholder:"DIR" help:"A folder of history with qrels, as kith eval reads it; can be given more than once."`
	Out  string   `required:"" placeholder:"FILE" help:"Where the weights go, as JSON."`
}

// Help stands below the one line about the command.
func (fitCommand) Help() string {
	return `Fits the weights of similar work and of what was handed on before to the first 70 % of each folder, by time; what the folders say nothing of keeps the weight that Kith is delivered with. No weight changes its sign. Equal folders give equal weights. kith eval says how good they are.

Example: kith fit --data a/ --data b/ --out weights.json && kith eval --data a/ --weights weights.json --out answers.jsonl.gz`
}

// Run fits and writes.
func (c *fitCommand) Run(to streams) error {
	var sets []*history.Folder
	questions := 0
	for _, dir := range c.Data {
		f, err := history.ReadFolder(dir)
		if err != nil {
			return err
		}
		if len(f.Truths) == 0 {
			return fmt.Errorf("%s has no qrels: to fit, the answers must be known", dir)
		}
		sets = append(sets, f)
		questions += len(f.Queries)
	}
	progress := newBar(to.err, "learning from", questions)
	w := history.Fit(sets, rank.Defaults(), progress.at)
	progress.done()
	return writeFile(c.Out, func(out io.Writer) error {
		lines := json.NewEncoder(out)
		lines.SetIndent("", "  ")
		return lines.Encode(w)
	})
}
