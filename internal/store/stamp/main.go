// Command stamp knows whether the code in store/db is what sqlc makes of the
// queries and the schema. Building sqlc takes minutes, so `make generate` leaves
// a checksum of what went in and what came out, and everybody else compares.
//
//	go run ./internal/store/stamp check
//	go run ./internal/store/stamp write
package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

const folder = "internal/store"

// concerned are the files that went into the code, and the code.
var concerned = []string{"sqlc.yaml", "queries/*.sql", "migrations/postgres/*.sql", "db/*.go", "../../tools/go.mod"}

var errStale = errors.New("the code in internal/store/db is not what sqlc makes of the queries and the schema; run make generate")

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "stamp:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	sum, err := checksum(folder)
	if err != nil {
		return err
	}
	file := filepath.Join(folder, "db", "stamp.sha256")
	switch {
	case slices.Equal(args, []string{"write"}):
		return os.WriteFile(file, []byte(sum), 0o644)
	case slices.Equal(args, []string{"check"}):
		if have, err := os.ReadFile(file); err != nil || string(have) != sum {
			return errStale
		}
		return nil
	}
	return errors.New("say check or write")
}

func checksum(root string) (string, error) {
	all := sha256.New()
	for _, pattern := range concerned {
		names, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			return "", err
		}
		if len(names) == 0 {
			return "", fmt.Errorf("nothing matches %s", pattern)
		}
		slices.Sort(names)
		for _, name := range names {
			content, err := os.ReadFile(name)
			if err != nil {
				return "", err
			}
			fmt.Fprintf(all, "%s %d\n", filepath.ToSlash(name), len(content))
			all.Write(content)
		}
	}
	return fmt.Sprintf("%x\n", all.Sum(nil)), nil
}
