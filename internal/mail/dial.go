package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"slices"

	gomail "github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"
)

// dial connects, changes to TLS and signs in as the settings say. No error of it
// is permanent: none is about a message.
func (r *relay) dial(ctx context.Context) (*line, error) {
	l := &line{timeout: r.Timeout, release: func() {}}
	client, err := gomail.NewClient(r.target.host, r.options(ctx, l)...)
	if err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	if l.smtp, err = client.DialToSMTPClientWithContext(ctx); err != nil {
		if l.conn != nil {
			l.close()
		}
		return nil, unconnected(ctx, err)
	}
	return l, nil
}

func unconnected(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("mail: connecting: %w: %w", context.Cause(ctx), err)
	}
	return fmt.Errorf("mail: connecting: %w", err)
}

func (r *relay) options(ctx context.Context, l *line) []gomail.Option {
	options := []gomail.Option{
		gomail.WithTimeout(r.Timeout),
		gomail.WithTLSConfig(r.target.tls(r.Settings)),
		gomail.WithTLSPolicy(r.policy()),
		gomail.WithDialContextFunc(r.opener(ctx, l)),
	}
	if r.Hello != "" {
		options = append(options, gomail.WithHELO(r.Hello))
	}
	if r.target.user != "" {
		options = append(options, gomail.WithSMTPAuthCustom(&signIn{target: r.target}))
	}
	return options
}

func (r *relay) policy() gomail.TLSPolicy {
	switch r.target.encryption {
	case offered:
		return gomail.TLSOpportunistic
	case starttls:
		return gomail.TLSMandatory
	}
	return gomail.NoTLS
}

// opener opens the connection under l and ties it to the context of the batch
// (the one that the library passes on ends with the dialling). It keeps hold of
// the connection, because the library leaves it open when the greeting, TLS or
// signing in fails.
func (r *relay) opener(batch context.Context, l *line) gomail.DialContextFunc {
	return func(ctx context.Context, network, _ string) (net.Conn, error) {
		conn, err := new(net.Dialer).DialContext(ctx, network, net.JoinHostPort(r.target.host, r.target.port))
		if err != nil {
			return nil, err
		}
		l.conn, l.release = conn, hold(batch, conn)
		if r.target.encryption != implicit {
			return conn, nil
		}
		secure := tls.Client(conn, r.target.tls(r.Settings))
		return secure, secure.HandshakeContext(ctx)
	}
}

// signIn takes the first of the ways to sign in that the server offers. The
// library's own choice prefers NTLM to PLAIN also over TLS.
type signIn struct {
	smtp.Auth
	target target
}

// Start implements smtp.Auth.
func (s *signIn) Start(server *smtp.ServerInfo) (string, []byte, error) {
	t, local := s.target, s.target.loopback()
	switch offers := func(way string) bool { return slices.Contains(server.Auth, way) }; {
	case offers("PLAIN"):
		s.Auth = smtp.PlainAuth("", t.user, t.password, t.host, local)
	case offers("LOGIN"):
		s.Auth = smtp.LoginAuth(t.user, t.password, t.host, local)
	case offers("SCRAM-SHA-256"):
		s.Auth = smtp.ScramSHA256Auth(t.user, t.password)
	case offers("CRAM-MD5"):
		s.Auth = smtp.CRAMMD5Auth(t.user, t.password)
	default:
		return "", nil, errors.New("the server offers no way to sign in that is known here")
	}
	return s.Auth.Start(server)
}
