package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"github.com/dustin/go-humanize"
)

// program is the binary under measurement.
type program struct{ path, dir string }

// build makes the binary twice: from nothing, and again with nothing changed.
func build(ctx context.Context, dir string) (program, error) {
	p := program{filepath.Join(dir, "kith"), dir}
	for _, what := range []string{"build from nothing", "build again"} {
		start := time.Now()
		cmd := exec.CommandContext(ctx, "go", "build", "-buildvcs=false", "-ldflags", "-s -w", "-o", p.path, "./cmd/kith")
		cmd.Env = append(os.Environ(), "GOCACHE="+filepath.Join(dir, "cache"))
		if out, err := cmd.CombinedOutput(); err != nil {
			return p, fmt.Errorf("%w\n%s", err, out)
		}
		say(what, took(start))
	}
	info, err := os.Stat(p.path)
	if err == nil {
		say("binary", humanize.Bytes(uint64(info.Size())))
	}
	return p, err
}

// village says how long a visitor waits for the first page, the first time and
// when they come back.
func (p program) village(ctx context.Context, data string) error {
	for _, what := range []string{"demo, first start until the first page", "demo, next start until the first page"} {
		start := time.Now()
		s, err := p.start(ctx, "/village", "demo", "--data", data)
		if err != nil {
			return err
		}
		say(what, took(start))
		if err := s.stop(); err != nil {
			return err
		}
	}
	return nil
}

// server is a running program.
type server struct {
	base string
	cmd  *exec.Cmd
}

// start runs the program and waits until a page is there.
func (p program) start(ctx context.Context, page string, args ...string) (*server, error) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	address := free.Addr().String()
	if err := free.Close(); err != nil {
		return nil, err
	}
	s := &server{"http://" + address, exec.Command(p.path, append(args, "--listen", address)...)}
	var said bytes.Buffer
	s.cmd.Stderr = &said
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	for end := time.Now().Add(time.Minute); time.Now().Before(end) && ctx.Err() == nil; time.Sleep(5 * time.Millisecond) {
		if answer, err := http.Get(s.base + page); err == nil {
			answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return s, nil
			}
		}
	}
	return nil, errors.Join(fmt.Errorf("%s doesn't come up: %s", page, said.String()), s.stop())
}

func (s *server) stop() error {
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	return s.cmd.Wait()
}
