package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"time"

	"kith/internal/clock"
	"kith/internal/demo"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/mail"
	"kith/internal/store"
)

type demoCommand struct {
	Listen string `env:"KITH_LISTEN" default:"127.0.0.1:8080" placeholder:"ADDR" help:"Address and port to listen on. In the village anybody can be anybody, so keep it to yourself. Default: ${default}."`
	Data   string `env:"KITH_DATA" default:"village" placeholder:"DIR" help:"The folder that holds the village. When you come back it is as you left it, its clock too. Delete the folder to begin anew. Default: ${default}."`
}

// Help stands below the one line about the command.
func (demoCommand) Help() string {
	return `Nothing leaves this machine: letters are caught and can be read at /village/letters. On every page you can become somebody else with one click, and at /village let ten minutes or a day pass.`
}

const demoFrom = "kith@village.example"

// Run opens the village until ctx is done.
func (c *demoCommand) Run(ctx context.Context, to streams) error {
	door, err := listen(c.Listen)
	if err != nil {
		return err
	}
	defer door.Close()
	s, err := store.Open(ctx, "sqlite:"+filepath.Join(c.Data, "village.db"))
	if err != nil {
		return err
	}
	mine, err := store.Hold(ctx, filepath.Join(c.Data, "village-lock"))
	if err != nil {
		return errors.Join(fmt.Errorf("the village in %s is open in another window: close it there, or name another folder with --data", c.Data), s.Close())
	}
	defer mine.Close()
	i, err := c.wire(ctx, to, s, "http://"+door.Address())
	if err != nil {
		return errors.Join(err, s.Close())
	}
	c.welcome(to, i)
	return i.run(ctx, door)
}

func (c *demoCommand) wire(ctx context.Context, to streams, s *store.Store, base string) (*installation, error) {
	log := slog.New(slog.NewTextHandler(to.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
	now, err := demo.Clock(ctx, s, clock.System())
	if err != nil {
		return nil, err
	}
	letters := filepath.Join(c.Data, "letters")
	i, err := wire(plan{
		limits: kith.DefaultLimits,
		name:   "Kith", base: base, from: demoFrom, currency: "EUR", zone: time.UTC, operators: map[string]bool{demo.Operator: true},
		mail: mail.Folder(letters), clock: now, ids: ids.Random(), log: log,
	}, s)
	if err != nil {
		return nil, err
	}
	ground := demo.Ground{
		Store: s, Book: i.site.Book, Mail: mail.Folder(letters), Base: base, Site: "Kith", From: demoFrom, Zone: time.UTC, Log: log,
	}
	fmt.Fprintln(to.out, "Opening the village …")
	if _, err := demo.Prepare(ctx, ground, now.Now()); err != nil {
		return nil, fmt.Errorf("%s: %w", c.Data, err)
	}
	i.site.Village, err = demo.Open(ctx, s, now, i.worker, letters)
	return i, err
}

// welcome says which links to open.
func (c *demoCommand) welcome(to streams, i *installation) {
	fmt.Fprintf(to.out, "\nThe village is open. Choose who you want to be at\n\n  %s/village\n\n", i.site.Base)
	for _, v := range i.site.Village.People() {
		fmt.Fprintf(to.out, "  %-12s %s\n", v.Role, v.Name)
	}
	fmt.Fprintf(to.out, "\nLetters are at %s/village/letters. Ctrl-C closes the village; it stays in %s.\n", i.site.Base, c.Data)
}
