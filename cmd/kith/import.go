package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"kith/internal/act"
	"kith/internal/clock"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/store"
	"kith/internal/transfer"
	"kith/internal/words"
)

type importCommand struct {
	databaseFlag
	TimeZone string   `env:"KITH_TIME_ZONE" default:"UTC" placeholder:"ZONE" help:"Time zone of people who set none, such as Europe/Lisbon; the same as for serve. Default: ${default}."`
	Mail     bool     `help:"Send invitation letters for pending invitations that are new. Without, nobody gets a letter for what is brought in."`
	Files    []string `arg:"" name:"file" help:"Files of JSON Lines, in any order; - is the standard input."`
}

// Help stands below the one line about the command.
func (importCommand) Help() string {
	return `A line is one thing: {"kind": "person", "id": "ana", "email": "ana@example.org", "name": "Ana Ferreira"}, or a job, or an invitation. docs/import.md has all fields. All lines come in or, when one is wrong, none; the same files again change nothing. It may run while the site does.`
}

// mostFaults is how many wrong lines are told one by one.
const mostFaults = 50

// Run brings the files in.
func (c *importCommand) Run(ctx context.Context, to streams) error {
	zone, err := time.LoadLocation(c.TimeZone)
	if err != nil {
		return fmt.Errorf("--time-zone must be like Europe/Lisbon, not %q", c.TimeZone)
	}
	var r transfer.Reader
	if err := c.read(&r, to); err != nil {
		return err
	}
	s, err := store.Open(ctx, c.Database)
	if err != nil {
		return err
	}
	defer s.Close()
	house := &act.House{Store: s, IDs: ids.Random(), Limits: kith.DefaultLimits, Zone: zone}
	b := r.Brought()
	b.Mail = c.Mail
	bar := newBar(to.err, "Bringing in", r.Rows())
	sum, err := house.Import(ctx, clock.System().Now(), b, bar.at)
	bar.done()
	if err != nil {
		return explain(err, to)
	}
	c.report(to.out, sum)
	return nil
}

func (c *importCommand) read(r *transfer.Reader, to streams) error {
	for _, name := range c.Files {
		if err := readOne(r, name, to); err != nil {
			return err
		}
	}
	return nil
}

func readOne(r *transfer.Reader, name string, to streams) error {
	if name == "-" {
		return r.File("standard input", to.in)
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := r.File(name, f); err != nil {
		return fmt.Errorf("%s can't be read: %w", name, err)
	}
	return nil
}

// explain tells what is wrong with the lines, in sentences.
func explain(err error, to streams) error {
	book, bookErr := words.Open()
	if bookErr != nil {
		return errors.Join(err, bookErr)
	}
	voice := book.Speak("en", time.UTC, time.Time{})
	var refused kith.Refusal
	if errors.As(err, &refused) {
		return errors.New(voice.Refused(refused))
	}
	var faults act.Faults
	if !errors.As(err, &faults) {
		return err
	}
	for _, f := range faults[:min(len(faults), mostFaults)] {
		field := f.Field
		if field != "" {
			field += ": "
		}
		fmt.Fprintf(to.err, "%s:%d: %s%s\n", f.At.File, f.At.Line, field, voice.Problem(f.Problem))
	}
	if more := len(faults) - mostFaults; more > 0 {
		fmt.Fprintf(to.err, "… and %s more\n", grouped(more))
	}
	return fmt.Errorf("nothing was brought in: %s to put right", counted(len(faults), "thing"))
}

func (c *importCommand) report(out io.Writer, sum act.Imported) {
	var all act.ImportTally
	for _, one := range []struct {
		kind string
		act.ImportTally
	}{{"people", sum.People}, {"jobs", sum.Jobs}, {"invitations", sum.Invitations}} {
		fmt.Fprintf(out, "%-12s %s new, %s changed, %s as they were\n", one.kind, grouped(one.New), grouped(one.Changed), grouped(one.Same+one.Left))
		all.New, all.Changed, all.Same, all.Left = all.New+one.New, all.Changed+one.Changed, all.Same+one.Same, all.Left+one.Left
	}
	fmt.Fprintf(out, "%-12s %s new, %s changed, %s as they were\n", "in all", grouped(all.New), grouped(all.Changed), grouped(all.Same+all.Left))
	if all.Left > 0 {
		fmt.Fprintf(out, "%s went on here since and %s left alone, whatever the files say.\n", counted(all.Left, "row"), wasWere(all.Left))
	}
	if sum.Invitations.New > 0 && !c.Mail {
		fmt.Fprintln(out, "No letters go out for them; --mail sends those for pending invitations.")
	}
}

func wasWere(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}
