// Command bench measures Kith on this machine, each number beside what the bare
// database does in the same run, so that slow disks and busy neighbours show:
//
//	make bench
//
// It builds the program, runs it as operators do and sends it requests as people
// who are signed in. Everything happens in a folder that is removed afterwards.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"time"

	"kith/internal/kithtest/postgres"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "kith-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Printf("%d cores, %s, %s/%s, %d callers at once\n\n", runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH, callers)
	p, err := build(ctx, dir)
	if err != nil {
		return err
	}
	if err := p.village(ctx, filepath.Join(dir, "village")); err != nil {
		return err
	}
	fmt.Println()
	if err := p.measure(ctx, "SQLite", "sqlite:"+filepath.Join(dir, "kith.db")); err != nil {
		return err
	}
	server := os.Getenv(postgres.Env)
	if server == "" {
		fmt.Println("!!! PostgreSQL isn't here, so it isn't measured.")
		return nil
	}
	database, drop, err := postgres.NewDatabase(server)
	if err != nil {
		return err
	}
	defer drop()
	fmt.Println("The throw-away PostgreSQL writes to memory where it can, SQLite to the disk.")
	return p.measure(ctx, "PostgreSQL", database)
}

// say prints a row of the table.
func say(what, value string) { fmt.Printf("%-44s %s\n", what, value) }

// took is a time as the table has it.
func took(since time.Time) string { return time.Since(since).Round(10 * time.Millisecond).String() }
