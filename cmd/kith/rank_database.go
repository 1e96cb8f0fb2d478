package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"kith/internal/clock"
	"kith/internal/memory"
	"kith/internal/store"
	"kith/rank"
)

// inDatabase asks what an installation knows now, under its own weights or
// others. Whether somebody can be asked at all is the site's to say; here nobody
// is left out.
func (c *rankCommand) inDatabase(ctx context.Context, to streams) error {
	if path, is := strings.CutPrefix(c.Database, "sqlite:"); is {
		if _, err := os.Stat(path); err != nil {
			return fmt.Errorf("there is no database %s: %w", path, err)
		}
	}
	s, err := store.Open(ctx, c.Database)
	if err != nil {
		return err
	}
	defer s.Close()
	now := clock.System().Now()
	known := memory.NewMarket(s)
	people, jobs := 0, 0
	fmt.Fprintln(to.err, "reading the database …")
	if err := known.Build(ctx, now, func(p, j int) { people, jobs = p, j }); err != nil {
		return err
	}
	fmt.Fprintf(to.err, "%s people, %s\n", grouped(people), counted(jobs, "job"))
	return known.Look(ctx, now, func(v memory.View) error {
		m := v.Rank()
		if c.Weights != "" {
			w, err := readWeights(c.Weights)
			if err != nil {
				return err
			}
			m = m.With(w)
		}
		q := rank.Question{Kind: rank.Kindred(c.Kind), Job: c.Job, From: c.From, Day: v.Day, Limit: c.Limit}
		return c.answer(to.out, m, q, m.OpenJobs())
	})
}
