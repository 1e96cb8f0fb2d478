package main

import (
	"errors"
	"fmt"

	"kith/internal/history"
)

type replayCommand struct {
	Data    string `required:"" placeholder:"DIR" help:"A folder of history, as kith eval reads it; qrels may be missing."`
	Weights string `required:"" placeholder:"FILE" help:"The other weights, as kith fit writes them."`
	Against string `placeholder:"FILE" help:"The weights to compare with; without, those that Kith is delivered with."`
}

// Help stands below the one line about the command.
func (replayCommand) Help() string {
	return `Asks every question of the folder twice, as of its time: as the weights are now, and as they would be. Then it says how alike the orders are, who enters and leaves the first five places, what share newcomers have of them, how much the ten most shown people hold, and, where it is known who did the work, how good the answers are and whether the chances that the score stands for came true. Nothing is changed.

Example: kith fit --data history/ --out new.json && kith replay --data history/ --weights new.json`
}

// Run asks twice and compares.
func (c *replayCommand) Run(to streams) error {
	now, err := readWeights(c.Against)
	then, err2 := readWeights(c.Weights)
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	f, err := history.ReadFolder(c.Data)
	if err != nil {
		return err
	}
	progress := newBar(to.err, "asking twice", len(f.Queries))
	compared := f.Compare(now, then, progress.at)
	progress.done()
	_, err = fmt.Fprint(to.out, compared)
	return err
}
