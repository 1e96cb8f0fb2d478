package mailtest

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"slices"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// order is what happens to a letter that comes.
type order int

const (
	accept order = iota
	refuse
	postpone
	hangUp
	hangUpAfterAccepting
)

// Accept takes the next n letters, which lets a later order wait for its turn.
func (s *Server) Accept(n int) { s.order(n, accept) }

// Refuse answers 550 to the recipient of the next n letters: for good.
func (s *Server) Refuse(n int) { s.order(n, refuse) }

// Postpone answers 451 to the recipient of the next n letters: try again later.
func (s *Server) Postpone(n int) { s.order(n, postpone) }

// HangUp ends the connection at the recipient of the next n letters.
func (s *Server) HangUp(n int) { s.order(n, hangUp) }

// HangUpAfterAccepting takes the next n letters and ends the connection before
// saying so.
func (s *Server) HangUpAfterAccepting(n int) { s.order(n, hangUpAfterAccepting) }

func (s *Server) order(n int, o order) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.orders = append(s.orders, slices.Repeat([]order{o}, n)...)
}

func (s *Server) nextOrder() order {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.orders) == 0 {
		return accept
	}
	next := s.orders[0]
	s.orders = s.orders[1:]
	return next
}

func (s *Server) session(c *smtp.Conn) (smtp.Session, error) {
	return &session{server: s, conn: c}, nil
}

// session is one client, from its EHLO on.
type session struct {
	server *Server
	conn   *smtp.Conn
	known  bool // signed in
	taken  int  // letters so far
	letter Received
	order  order
}

var errHungUp = errors.New("mailtest: hung up")

// Mail implements smtp.Session.
func (s *session) Mail(from string, opts *smtp.MailOptions) error {
	if s.server.user != "" && !s.known {
		return &smtp.SMTPError{Code: 530, EnhancedCode: smtp.EnhancedCode{5, 7, 0}, Message: "Sign in first"}
	}
	if s.server.limit >= 0 && s.taken >= s.server.limit {
		return &smtp.SMTPError{Code: 421, EnhancedCode: smtp.EnhancedCode{4, 7, 0}, Message: "Too many letters"}
	}
	if s.letter.EnvelopeFrom != "" {
		return &smtp.SMTPError{Code: 503, EnhancedCode: smtp.EnhancedCode{5, 5, 1}, Message: "MAIL within MAIL"}
	}
	conn := s.conn.Conn()
	secure, encrypted := conn.(*tls.Conn)
	if encrypted {
		conn = secure.NetConn()
	}
	s.letter = Received{EnvelopeFrom: from, Connection: number(conn), TLS: encrypted, SMTPUTF8: opts.UTF8}
	return nil
}

func number(c net.Conn) int {
	if n, ok := c.(*numbered); ok {
		return n.n
	}
	return 0
}

// Rcpt implements smtp.Session.
func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.letter.EnvelopeTo = to
	switch s.order = s.server.nextOrder(); s.order {
	case refuse:
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "Nobody of that name"}
	case postpone:
		return &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 0}, Message: "Come back later"}
	case hangUp:
		_ = s.conn.Conn().Close()
		return errHungUp
	}
	return nil
}

// Data implements smtp.Session.
func (s *session) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	s.letter.Raw = string(raw)
	s.taken++
	s.server.mu.Lock()
	s.server.received = append(s.server.received, s.letter)
	s.server.mu.Unlock()
	if s.order == hangUpAfterAccepting {
		_ = s.conn.Conn().Close()
		return errHungUp
	}
	return nil
}

// Reset implements smtp.Session.
func (s *session) Reset() { s.letter, s.order = Received{}, accept }

// Logout implements smtp.Session.
func (s *session) Logout() error { return nil }

// AuthMechanisms implements smtp.AuthSession.
func (s *session) AuthMechanisms() []string { return s.server.ways }

// Auth implements smtp.AuthSession.
func (s *session) Auth(way string) (sasl.Server, error) {
	if way == sasl.Plain {
		return sasl.NewPlainServer(func(_, user, password string) error { return s.signIn(user, password) }), nil
	}
	return &login{done: s.signIn}, nil
}

func (s *session) signIn(user, password string) error {
	if user != s.server.user || password != s.server.password {
		return smtp.ErrAuthFailed
	}
	s.known = true
	return nil
}

// login asks for the two words of LOGIN, which go-sasl has no server for.
type login struct {
	words []string
	done  func(user, password string) error
}

// Next implements sasl.Server.
func (l *login) Next(response []byte) (challenge []byte, done bool, err error) {
	if response != nil {
		l.words = append(l.words, string(response))
	}
	switch len(l.words) {
	case 0:
		return []byte("Username:"), false, nil
	case 1:
		return []byte("Password:"), false, nil
	}
	return nil, true, l.done(l.words[0], l.words[1])
}
