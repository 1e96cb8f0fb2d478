package mail_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"kith/internal/mail"
)

// script is a server that says its lines, one for the greeting and one after
// each line of the client, and then nothing more. It records what it hears until
// the client has hung up.
type script struct {
	net.Listener
	lines []string
	heard chan string // one for each connection
	mute  chan string // the last line has been said
	reads chan bool   // once it is closed, the rest is read; nil is at once
}

func play(t *testing.T, lines ...string) *script {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &script{Listener: l, lines: lines, heard: make(chan string, 10), mute: make(chan string, 10)}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go s.talk(c)
		}
	}()
	return s
}

func (s *script) talk(c net.Conn) {
	defer c.Close()
	in := bufio.NewReader(c)
	var heard strings.Builder
	for i, line := range s.lines {
		if i > 0 {
			said, _ := in.ReadString('\n')
			heard.WriteString(said)
		}
		_, _ = io.WriteString(c, line+"\r\n")
	}
	s.mute <- "now"
	if s.reads != nil {
		<-s.reads
	}
	rest, _ := io.ReadAll(in)
	s.heard <- heard.String() + string(rest)
}

func (s *script) settings() mail.Settings {
	return mail.Settings{URL: "smtp://" + s.Addr().String(), Hello: "kith.invalid", Timeout: time.Minute}
}

// soon is what comes from c, unless it takes too long.
func soon(t *testing.T, c <-chan string) string {
	t.Helper()
	select {
	case s := <-c:
		return s
	case <-time.After(20 * time.Second):
		t.Fatal("it hangs")
		return ""
	}
}

// TestSMTPAnswers: which answers, and at which step, are for good.
func TestSMTPAnswers(t *testing.T) {
	hello := []string{"220 hi", "250 hello"}
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"no service at all", []string{"554 go away"}, "later"},
		{"not an SMTP server", []string{"HTTP/1.1 400 Bad Request"}, "later"},
		{"does not like our name", []string{"220 hi", "501 who?", "501 who?"}, "later"},
		{"wants a password", append(hello, "530 5.7.0 sign in first"), "later"},
		{"does not like the sender", append(hello, "553 5.1.8 not from here"), "never"},
		{"is busy", append(hello, "421 4.3.2 closing"), "later"},
		{"no such person", append(hello, "250 ok", "550 5.1.1 nobody"), "never"},
		{"full", append(hello, "250 ok", "452 4.2.2 mailbox full"), "later"},
		{"no data", append(hello, "250 ok", "250 ok", "554 5.5.1 no"), "never"},
		{"rubbish", append(hello, "250 ok", "hm"), "later"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := play(t, append(c.lines, "250 ok", "221 bye")...) // to RSET and QUIT, if they come
			errs := relay(t, s.settings()).Deliver(t.Context(), letters(1))
			if got := outcomes(errs); got[0] != c.want {
				t.Errorf("%s, want %s: %v", got, c.want, errs)
			}
			soon(t, s.heard) // that is, the client has hung up
		})
	}
}

// TestSMTPContext: a server that falls silent, at any step, holds nobody longer
// than the context.
func TestSMTPContext(t *testing.T) {
	all := []string{"220 hi", "250 hello", "250 ok", "250 ok", "354 go on"}
	for said := range len(all) + 1 {
		s := play(t, all[:said]...)
		ctx, cancel := context.WithCancelCause(t.Context())
		why := errors.New("closing time")
		go func() {
			<-s.mute
			time.Sleep(20 * time.Millisecond)
			cancel(why)
		}()
		for i, err := range relay(t, s.settings()).Deliver(ctx, letters(3)) {
			if !errors.Is(err, why) || mail.Permanent(err) {
				t.Errorf("silent after %d lines, letter %d: %v", said, i+1, err)
			}
		}
		soon(t, s.heard)
	}
}

func TestSMTPTimeout(t *testing.T) {
	all := []string{"220 hi", "250 hello", "250 ok", "250 ok", "354 go on"}
	for said := range len(all) + 1 {
		s := play(t, all[:said]...)
		set := s.settings()
		set.Timeout = 50 * time.Millisecond
		start := time.Now()
		if got := outcomes(relay(t, set).Deliver(t.Context(), letters(1))); got[0] != "later" {
			t.Errorf("silent after %d lines: %s", said, got)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("silent after %d lines: held for %s", said, took)
		}
		soon(t, s.heard)
	}
}

// TestSMTPNeverEndsHalfALetter: when sending stops in the middle, nothing may
// follow that the server could take for the end.
func TestSMTPNeverEndsHalfALetter(t *testing.T) {
	long := letter(1)
	long.Text = strings.Repeat("0123456789", 1<<19) // more than waits in any buffer
	for name, c := range map[string]struct {
		timeout time.Duration
		cancel  bool
	}{
		"timeout": {100 * time.Millisecond, false},
		"context": {time.Hour, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := play(t, "220 hi", "250 hello", "250 ok", "250 ok", "354 go on")
			s.reads = make(chan bool)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			go func() {
				if <-s.mute; c.cancel {
					time.Sleep(50 * time.Millisecond)
					cancel()
				}
			}()
			set := s.settings()
			set.Timeout = c.timeout
			if got := outcomes(relay(t, set).Deliver(ctx, []mail.Message{long})); got[0] != "later" {
				t.Errorf("Deliver() = %s", got)
			}
			close(s.reads)
			if heard := soon(t, s.heard); !strings.Contains(heard, "Subject:") || strings.Contains(heard, "\r\n.\r\n") {
				t.Errorf("%d bytes came, without a beginning or with an end", len(heard))
			}
		})
	}
}

// TestSMTPChoosesHowToSignIn: the password itself only where nobody between can
// read it, which here is this machine.
func TestSMTPChoosesHowToSignIn(t *testing.T) {
	for offered, chosen := range map[string]string{
		"CRAM-MD5 LOGIN PLAIN":   "AUTH PLAIN ",
		"NTLM LOGIN CRAM-MD5":    "AUTH LOGIN\r\n",
		"CRAM-MD5 SCRAM-SHA-256": "AUTH SCRAM-SHA-256\r\n",
		"CRAM-MD5 NTLM":          "AUTH CRAM-MD5\r\n",
	} {
		s := play(t, "220 hi", "250-hello\r\n250 AUTH "+offered, "535 no", "501 ok", "221 bye")
		set := s.settings()
		set.URL = strings.Replace(set.URL, "//", "//kith:pass@", 1)
		if got := outcomes(relay(t, set).Deliver(t.Context(), letters(1))); got[0] != "later" {
			t.Errorf("%s: %s", offered, got)
		}
		if heard := soon(t, s.heard); !strings.Contains(heard, "\r\n"+chosen) {
			t.Errorf("offered %s: heard %q", offered, heard)
		}
	}
}

// TestSMTPGivesUpOnADeadServer: one try to connect is enough for a batch.
func TestSMTPGivesUpOnADeadServer(t *testing.T) {
	s := play(t, "554 go away")
	if got := strings.Join(outcomes(relay(t, s.settings()).Deliver(t.Context(), letters(3))), " "); got != "later later later" {
		t.Errorf("Deliver() = %s", got)
	}
	soon(t, s.heard)
	select {
	case <-s.heard:
		t.Error("it connected a second time")
	case <-time.After(50 * time.Millisecond):
	}
}
