package crash_test

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// server is the program as it runs for real, and can be killed.
type server struct {
	t                       *testing.T
	binary, database, mails string
	address                 string
	cmd                     *exec.Cmd
	log                     bytes.Buffer
}

func build(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "kith")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", binary, "kith/cmd/kith").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return binary
}

func newServer(t *testing.T, binary, database string) *server {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer free.Close()
	return &server{t: t, binary: binary, database: database, mails: filepath.Join(t.TempDir(), "letters"), address: free.Addr().String()}
}

// start starts it and waits until it is ready.
func (s *server) start() {
	s.t.Helper()
	s.cmd = exec.Command(s.binary, "serve", "--listen", s.address, "--database", s.database, "--mail-dir", s.mails)
	s.cmd.Stdout, s.cmd.Stderr = &s.log, &s.log
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if answer, err := http.Get(s.url("/readyz")); err == nil {
			answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return
			}
		}
	}
	s.kill()
	s.t.Fatalf("it doesn't come up:\n%s", s.log.String())
}

// kill ends it at once, whatever it was doing.
func (s *server) kill() {
	s.t.Helper()
	if err := s.cmd.Process.Kill(); err != nil {
		s.t.Fatal(err)
	}
	_ = s.cmd.Wait() // says that it was killed
}

func (s *server) url(path string) string { return fmt.Sprintf("http://%s%s", s.address, path) }
