// Package mailtest is a real SMTP server on the loopback address for tests, one
// that can refuse, hang up and be away.
package mailtest

import (
	"crypto/tls"
	"crypto/x509"
	"io"
	"log"
	"net"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"kith/internal/mail"
)

// Server takes letters and keeps them. Its methods may be called from the test
// while letters come in.
type Server struct {
	t    testing.TB
	smtp *smtp.Server
	// What the options set.
	implicit       bool
	user, password string
	ways           []string
	limit          int // letters a connection; negative is any number
	certificate    *x509.Certificate

	mu       sync.Mutex
	door     *door
	opened   int
	received []Received
	orders   []order
}

// Received is a letter that the server has said OK to.
type Received struct {
	mail.Message
	// EnvelopeFrom and EnvelopeTo are the addresses of MAIL FROM and RCPT TO.
	EnvelopeFrom, EnvelopeTo string
	// Raw is the letter as it came, with lines ending in \r\n.
	Raw string
	// Connection is on which one it came, counted from 1.
	Connection int
	// TLS is whether it came encrypted.
	TLS bool
	// SMTPUTF8 is whether the client asked for that.
	SMTPUTF8 bool
}

// Option changes what a Server offers.
type Option func(*Server)

// STARTTLS makes the server offer it, with a certificate for 127.0.0.1 that only
// the RootCAs of Settings know.
func STARTTLS() Option { return func(s *Server) { s.smtp.TLSConfig = s.tls() } }

// ImplicitTLS makes the server speak TLS from the first byte.
func ImplicitTLS() Option {
	return func(s *Server) { s.smtp.TLSConfig, s.implicit = s.tls(), true }
}

// Login makes the server take letters only from who signs in, by one of the ways
// (PLAIN, LOGIN); none means both.
func Login(user, password string, ways ...string) Option {
	if len(ways) == 0 {
		ways = []string{sasl.Plain, sasl.Login}
	}
	return func(s *Server) { s.user, s.password, s.ways = user, password, ways }
}

// UTF8 makes the server offer SMTPUTF8.
func UTF8() Option { return func(s *Server) { s.smtp.EnableSMTPUTF8 = true } }

// Limit makes the server answer 421 to whoever sends more than n letters over
// one connection.
func Limit(n int) Option { return func(s *Server) { s.limit = n } }

// Start runs a server on a free port of 127.0.0.1 until the test ends.
func Start(t testing.TB, options ...Option) *Server {
	t.Helper()
	s := &Server{t: t, limit: -1}
	s.smtp = smtp.NewServer(smtp.BackendFunc(s.session))
	s.smtp.Domain = "mailtest.invalid"
	s.smtp.AllowInsecureAuth = true
	s.smtp.ErrorLog = log.New(io.Discard, "", 0)
	for _, o := range options {
		o(s)
	}
	s.listen("127.0.0.1:0")
	t.Cleanup(func() {
		s.StopListening()
		_ = s.smtp.Close()
	})
	return s
}

// tls borrows the certificate that httptest brings along.
func (s *Server) tls() *tls.Config {
	borrowed := httptest.NewTLSServer(nil)
	defer borrowed.Close()
	s.certificate = borrowed.Certificate()
	return &tls.Config{Certificates: borrowed.TLS.Certificates, MinVersion: tls.VersionTLS12}
}

// Settings are what mail.SMTP needs to deliver here, with the login and the
// certificate authority if there are any.
func (s *Server) Settings() mail.Settings {
	u := url.URL{Scheme: "smtp", Host: s.Addr()}
	if s.implicit {
		u.Scheme = "smtps"
	}
	if s.user != "" {
		u.User = url.UserPassword(s.user, s.password)
	}
	set := mail.Settings{URL: u.String(), Hello: "kith.invalid", Timeout: 10 * time.Second}
	if s.certificate != nil {
		set.RootCAs = x509.NewCertPool()
		set.RootCAs.AddCert(s.certificate)
	}
	return set
}

// Addr is 127.0.0.1:port, the same one after an outage.
func (s *Server) Addr() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.door.Addr().String()
}

// Messages are the letters that the server has accepted, in order. The test
// fails when one of them can't be parsed.
func (s *Server) Messages() []Received {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	all := slices.Clone(s.received)
	for i, r := range all {
		m, err := mail.Parse(strings.NewReader(r.Raw))
		if err != nil {
			s.t.Errorf("letter %d: %v\n%s", i, err, r.Raw)
		}
		all[i].Message = m
	}
	return all
}

// Connections is how many there have been.
func (s *Server) Connections() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.opened
}

// StopListening plays an outage: connections end, new ones are refused.
func (s *Server) StopListening() {
	s.mu.Lock()
	d := s.door
	s.mu.Unlock()
	d.shut()
}

// Resume ends an outage, on the same port.
func (s *Server) Resume() {
	s.t.Helper()
	s.listen(s.Addr())
}

// listen opens the door. After an outage somebody else may hold the port for a
// moment, so it tries for a while.
func (s *Server) listen(addr string) {
	s.t.Helper()
	l, err := net.Listen("tcp", addr)
	for tries := 0; err != nil && tries < 100; tries++ {
		time.Sleep(20 * time.Millisecond)
		l, err = net.Listen("tcp", addr)
	}
	if err != nil {
		s.t.Fatalf("mailtest: %v", err)
	}
	d := &door{Listener: l, server: s, open: map[net.Conn]bool{}, closed: make(chan struct{})}
	s.mu.Lock()
	s.door = d
	s.mu.Unlock()
	go d.serve()
}
