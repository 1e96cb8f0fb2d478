package mail

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"time"
)

// Settings say which server takes the letters.
type Settings struct {
	// URL is smtp://user:password@host:port or smtps://user:password@host:port;
	// user and password may be missing, and the port too (smtps 465; smtp 587
	// with a password or tls=starttls, otherwise 25). smtps speaks TLS from the
	// first byte. smtp changes to TLS with STARTTLS:
	//
	//   - ?tls=starttls: always, and the certificate is verified.
	//   - ?tls=none: never. Not together with a password, unless the host is this
	//     machine.
	//   - otherwise as with tls=starttls when there is a password and the host is
	//     not this machine;
	//   - otherwise when the server offers it. Its certificate is not verified
	//     then: who could forge it could as well take the offer away, and many a
	//     local mail server has one that nobody signed.
	URL string
	// Hello is the name that this machine gives itself; empty is its host name.
	Hello string
	// Timeout is how long connecting, and then each message, may take; 0 is a
	// minute. Servers that look for viruses are slow to answer, and whoever hangs
	// up too early sends the letter twice.
	Timeout time.Duration
	// RootCAs sign the server's certificate; nil are those of the system.
	RootCAs *x509.CertPool
}

// The ways to TLS.
type encryption int

const (
	offered  encryption = iota // STARTTLS when the server offers it
	starttls                   // STARTTLS or nothing
	implicit                   // TLS from the first byte
	plain                      // no TLS
)

// target is what the URL says.
type target struct {
	host, port, user, password string
	encryption                 encryption
}

// parseTarget reads the URL of Settings. No error repeats it: it can hold a
// password, and errors end up in logs.
func parseTarget(raw string) (target, error) {
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Hostname() == "" ||
		u.Path != "" && u.Path != "/" || u.Fragment != "" {
		return target{}, errors.New("mail: the server is not of the form smtp://user:password@host:port or smtps://… (with % before the hex of special characters)")
	}
	t := target{host: u.Hostname(), port: u.Port(), user: u.User.Username()}
	t.password, _ = u.User.Password()
	if t.encryption, err = t.wanted(u); err != nil {
		return target{}, err
	}
	if t.port == "" {
		t.port = t.usualPort()
	}
	if n, err := strconv.ParseUint(t.port, 10, 16); err != nil || n == 0 {
		return target{}, fmt.Errorf("mail: %q is not a port", t.port)
	}
	return t, nil
}

func (t target) wanted(u *url.URL) (encryption, error) {
	query, err := url.ParseQuery(u.RawQuery)
	mode, given := query.Get("tls"), query.Has("tls")
	if err != nil || len(query) > 1 || len(query) == 1 && !given {
		return 0, errors.New("mail: after the ? of the server only tls=starttls or tls=none is known")
	}
	secret := t.user != "" && !t.loopback()
	switch {
	case u.Scheme == "smtps" && !given:
		return implicit, nil
	case u.Scheme == "smtp" && mode == "starttls", u.Scheme == "smtp" && !given && secret:
		return starttls, nil
	case u.Scheme == "smtp" && mode == "none" && secret:
		return 0, errors.New("mail: tls=none would send the password readable to all on the way")
	case u.Scheme == "smtp" && mode == "none":
		return plain, nil
	case u.Scheme == "smtp" && !given:
		return offered, nil
	}
	return 0, fmt.Errorf("mail: %s doesn't go with tls=%s", u.Scheme, mode)
}

func (t target) usualPort() string {
	switch {
	case t.encryption == implicit:
		return "465"
	case t.encryption == starttls || t.user != "":
		return "587"
	}
	return "25"
}

func (t target) loopback() bool {
	ip := net.ParseIP(t.host)
	return t.host == "localhost" || ip != nil && ip.IsLoopback()
}

func (t target) tls(s Settings) *tls.Config {
	return &tls.Config{
		ServerName: t.host, RootCAs: s.RootCAs, MinVersion: tls.VersionTLS12,
		InsecureSkipVerify: t.encryption == offered, // see Settings.URL
	}
}
