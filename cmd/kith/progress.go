package main

import (
	"fmt"
	"io"
	"os"

	"github.com/dustin/go-humanize"
	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"
)

// bar shows how far a long command is: drawn on a terminal, otherwise a line at
// the beginning and the end.
type bar struct {
	out   io.Writer
	what  string
	total int
	drawn *progressbar.ProgressBar
}

func newBar(out io.Writer, what string, total int) *bar {
	b := &bar{out: out, what: what, total: total}
	if f, ok := out.(*os.File); ok && isatty.IsTerminal(f.Fd()) {
		b.drawn = progressbar.NewOptions(
			total, progressbar.OptionSetWriter(out), progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
			progressbar.OptionShowIts(), progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish(),
		)
		return b
	}
	fmt.Fprintf(out, "%s %s …\n", what, counted(total, "row"))
	return b
}

// at says how many are done.
func (b *bar) at(done int) {
	if b.drawn != nil && (done%64 == 0 || done == b.total) {
		_ = b.drawn.Set(done) // only looks
	}
}

func (b *bar) done() {
	if b.drawn != nil {
		_ = b.drawn.Finish() // only looks
	}
}

func grouped(n int) string { return humanize.Comma(int64(n)) }

func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(n) + " " + one + "s"
}
