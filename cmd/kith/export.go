package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"kith/internal/query"
	"kith/internal/store"
	"kith/internal/transfer"
)

type exportCommand struct {
	databaseFlag
	File string `arg:"" optional:"" help:"The file to write; without one, the standard output."`
}

// Help stands below the one line about the command.
func (exportCommand) Help() string {
	return `Writes JSON Lines, ordered by id, that import reads: what it brings into an empty database is exported again to the same bytes. It is no backup: referrals, proposals and messages are not in it. It may run while the site does.`
}

// Run writes the file.
func (c *exportCommand) Run(ctx context.Context, to streams) error {
	if path, is := strings.CutPrefix(c.Database, "sqlite:"); is {
		if _, err := os.Stat(path); err != nil {
			return fmt.Errorf("there is no database to export: %w", err)
		}
	}
	s, err := store.Open(ctx, c.Database)
	if err != nil {
		return err
	}
	defer s.Close()
	desk := &query.Desk{Store: s}
	if c.File == "" {
		_, err := transfer.Export(ctx, desk, to.out)
		return err
	}
	var sum transfer.Written
	err = writeFile(c.File, func(out io.Writer) (err error) {
		sum, err = transfer.Export(ctx, desk, out)
		return err
	})
	if err == nil {
		fmt.Fprintf(to.err, "Wrote %s people, %s and %s to %s\n", grouped(sum.People), counted(sum.Jobs, "job"), counted(sum.Invitations, "invitation"), c.File)
	}
	return err
}

// writeFile writes a file that only its owner can read, whole or not at all.
func writeFile(name string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".kith-export-*")
	if err != nil {
		return err
	}
	err = errors.Join(write(f), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
