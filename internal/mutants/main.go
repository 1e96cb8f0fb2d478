// Command mutants breaks the law, one line at a time, and says whether the
// tests of behaviour notice. A rule that can be changed without anybody noticing
// isn't proved. `make long` runs it; a part of a file's name as the argument
// runs only the mutants of such files. Printed docs are left out: they would
// notice every change, and prove nothing.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	only := ""
	if len(os.Args) > 1 {
		only = os.Args[1]
	}
	if err := run(context.Background(), only); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, only string) error {
	dir, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	wrong, caught := 0, 0
	for n, m := range list {
		if !strings.Contains(m.file, only) {
			continue
		}
		noticed, err := m.try(ctx, dir)
		if err != nil {
			return fmt.Errorf("mutant %d, %s: %w", n+1, m.file, err)
		}
		says := "caught"
		switch {
		case noticed:
			caught++
		case m.survives != "":
			says = "survives: " + m.survives
		default:
			wrong++
			says = "!!! SURVIVES"
		}
		fmt.Printf("%2d %-20s %s → %s\n   %s\n", n+1, m.file, m.from, m.to, says)
	}
	fmt.Printf("%d caught\n", caught)
	if wrong > 0 {
		return fmt.Errorf("%d mutants survive without a reason", wrong)
	}
	return nil
}

// behaviour is what has to notice: random people, stories and towns, on SQLite.
var behaviour = []string{"test", "-short", "./internal/act/", "./internal/kithtest/", "./internal/work/", "./internal/sim/"}

// try runs the tests with the one file replaced, and says whether they failed. A
// mutant that doesn't compile proves nothing and is an error.
func (m mutant) try(ctx context.Context, dir string) (noticed bool, err error) {
	path, err := filepath.Abs(filepath.Join("internal", "kith", m.file))
	if err != nil {
		return false, err
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return false, err
	}
	if n := strings.Count(string(text), m.from); n != 1 {
		return false, fmt.Errorf("%q stands there %d times", m.from, n)
	}
	changed := filepath.Join(dir, m.file)
	if err := os.WriteFile(changed, []byte(strings.Replace(string(text), m.from, m.to, 1)), 0o600); err != nil {
		return false, err
	}
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{path: changed}})
	if err != nil {
		return false, err
	}
	with := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(with, overlay, 0o600); err != nil {
		return false, err
	}
	if out, err := goRun(ctx, "build", "-overlay", with, "./internal/kith/"); err != nil {
		return false, fmt.Errorf("it doesn't compile: %s", out)
	}
	args := append([]string{behaviour[0], "-overlay", with}, behaviour[1:]...)
	_, err = goRun(ctx, args...)
	return err != nil, nil
}

// goRun runs the go command without CI, in which PostgreSQL may not be left out.
func goRun(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Env = append(os.Environ(), "CI=")
	out, err := cmd.CombinedOutput()
	return string(out), err
}
