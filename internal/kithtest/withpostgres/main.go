// Command withpostgres runs another command while a throw-away PostgreSQL is
// there for it, and stops that afterwards:
//
//	go run ./internal/kithtest/withpostgres go test ./...
//
// Where PostgreSQL isn't installed it says so loudly and runs the command
// without; in CI that is an error.
package main

import (
	"fmt"
	"os"
	"os/exec"

	"kith/internal/kithtest/postgres"
)

func main() { os.Exit(run(os.Args[1:])) }

func run(command []string) int {
	if len(command) == 0 {
		fmt.Fprintln(os.Stderr, "withpostgres: name the command to run")
		return 2
	}
	cluster, err := postgres.Start()
	if err != nil {
		fmt.Fprintln(os.Stderr, "!!! PostgreSQL can't be started:", err)
		if os.Getenv("CI") != "" {
			return 1
		}
		fmt.Fprintln(os.Stderr, "!!! Everything that needs PostgreSQL is SKIPPED.")
	} else {
		defer cluster.Stop()
		os.Setenv(postgres.Env, cluster.URL)
	}
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "withpostgres:", err)
		return 1
	}
	return 0
}
