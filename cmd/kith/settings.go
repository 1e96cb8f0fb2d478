package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// settings are those of a JSON file. What the command line or the environment
// says goes before them.
type settings map[string]any

func settingsFile(r io.Reader) (kong.Resolver, error) {
	s := settings{}
	in := json.NewDecoder(r)
	in.UseNumber()
	if err := in.Decode(&s); err != nil {
		return nil, fmt.Errorf("the settings aren't a JSON object: %w", err)
	}
	if _, err := in.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("the settings must be one JSON object and nothing after it")
	}
	return s, nil
}

// asking are the commands that ask the engine: what they are given is a question,
// no setting.
var asking = []string{"rank", "eval", "fit", "replay"}

// Validate refuses settings that no command has: a slip of the finger should
// not pass in silence.
func (s settings) Validate(app *kong.Application) error {
	known := map[string]bool{}
	for _, node := range append([]*kong.Node{app.Node}, app.Children...) {
		if slices.Contains(asking, node.Name) {
			continue
		}
		for _, flag := range node.Flags {
			known[settingName(flag)] = true
		}
	}
	for _, notSettings := range []string{"help", "config", "version"} {
		delete(known, notSettings)
	}
	for _, name := range slices.Sorted(maps.Keys(s)) {
		if !known[name] {
			return fmt.Errorf("there is no setting %q; there are: %s", name, strings.Join(slices.Sorted(maps.Keys(known)), ", "))
		}
	}
	return nil
}

// Resolve is the value of a flag that was not given otherwise.
func (s settings) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	for _, name := range flag.Envs {
		if _, set := os.LookupEnv(name); set {
			return nil, nil
		}
	}
	return s[settingName(flag)], nil
}

func settingName(flag *kong.Flag) string { return strings.ReplaceAll(flag.Name, "-", "_") }

// version is what the build knows about itself.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "kith, built from source"
	}
	return "kith " + info.Main.Version
}
