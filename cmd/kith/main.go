// Command kith runs Kith: the site, the demo village, import and export. Here
// is only wiring; `kith --help` says what there is.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // time zones, also where the machine has none

	"github.com/alecthomas/kong"
)

// commands are what kith can do.
type commands struct {
	Serve  serveCommand  `cmd:"" help:"Run the site."`
	Demo   demoCommand   `cmd:"" help:"Run a village to try Kith in: people, jobs and invitations, letters caught, and a clock that you can move on."`
	Import importCommand `cmd:"" help:"Bring in people, jobs and invitations from files."`
	Export exportCommand `cmd:"" help:"Write people, jobs and invitations to a file that import reads."`
	Rank   rankCommand   `cmd:"" help:"Ask the engine one question, and see each part of the answer."`
	Eval   evalCommand   `cmd:"" help:"Ask the engine every question of a folder of history, and measure the answers."`
	Fit    fitCommand    `cmd:"" help:"Fit the weights of the engine to folders of history."`
	Replay replayCommand `cmd:"" help:"See what other weights would have shown."`

	Config  kong.ConfigFlag  `placeholder:"FILE" help:"A JSON file with settings, named like the flags: {\"base_url\": \"https://kith.example\", \"operator\": [\"ann@kith.example\"]}. Flags and the environment go before it."`
	Version kong.VersionFlag `help:"Say which version this is."`
}

const about = `Kith turns a declined job invitation into a warm introduction.

Try it:      kith demo
Run it:      kith serve --base-url https://kith.example --smtp smtps://user:password@mail.example --mail-from kith@kith.example
Fill it:     kith import people.jsonl jobs.jsonl invitations.jsonl

Every setting is a flag, a variable of the environment (KITH_BASE_URL for --base-url) or a line of the JSON file that --config names.`

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// exit is how kong ends the program from inside, after --help.
type exit int

// run does what the arguments say and gives the code to exit with.
func run(ctx context.Context, args []string, to streams) (code int) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case exit:
			code = int(p)
		default:
			panic(p)
		}
	}()
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parse(args, to)
	if err == nil {
		command.BindTo(ctx, (*context.Context)(nil))
		command.Bind(to)
		err = command.Run()
	}
	if err != nil {
		fmt.Fprintln(to.err, "kith:", err)
		return 1
	}
	return 0
}

func parse(args []string, to streams) (*kong.Context, error) {
	var all commands
	parser, err := kong.New(
		&all,
		kong.Name("kith"), kong.Description(about), kong.Writers(to.out, to.err),
		kong.Exit(func(code int) { panic(exit(code)) }),
		kong.Configuration(settingsFile),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoAppDescFormat: true, WrapUpperBound: 100}),
		kong.Vars{"version": version()},
	)
	if err != nil {
		return nil, err
	}
	command, err := parser.Parse(args)
	var wrong *kong.ParseError
	if errors.As(err, &wrong) {
		return nil, fmt.Errorf("%w\nkith --help says what there is", err)
	}
	return command, err
}
