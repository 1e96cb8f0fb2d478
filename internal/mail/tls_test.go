package mail_test

import (
	"strings"
	"testing"

	"kith/internal/mail"
	"kith/internal/mail/mailtest"
)

func TestSMTPEncryptionAndSigningIn(t *testing.T) {
	const password = "p/s?%: ü"
	offers, implicit := mailtest.STARTTLS(), mailtest.ImplicitTLS()
	login := mailtest.Login("kith", password)
	query := func(q string) func(*mail.Settings) { return func(s *mail.Settings) { s.URL += q } }
	strangers := func(s *mail.Settings) { s.RootCAs = nil }
	for _, c := range []struct {
		name    string
		options []mailtest.Option
		changes []func(*mail.Settings)
		secure  bool
		err     string // part of it; "" when the letter must arrive
	}{
		{"no TLS anywhere", nil, nil, false, ""},
		{"offered", []mailtest.Option{offers}, nil, true, ""},
		{"offered by a stranger", []mailtest.Option{offers}, []func(*mail.Settings){strangers}, true, ""},
		{"offered, not wanted", []mailtest.Option{offers}, []func(*mail.Settings){query("?tls=none")}, false, ""},
		{"demanded", []mailtest.Option{offers}, []func(*mail.Settings){query("?tls=starttls")}, true, ""},
		{"demanded, not offered", nil, []func(*mail.Settings){query("?tls=starttls")}, false, "STARTTLS"},
		{"demanded, a stranger", []mailtest.Option{offers}, []func(*mail.Settings){query("?tls=starttls"), strangers}, false, "certificate"},
		{"from the start", []mailtest.Option{implicit}, nil, true, ""},
		{"from the start, a stranger", []mailtest.Option{implicit}, []func(*mail.Settings){strangers}, false, "certificate"},
		{"password here", []mailtest.Option{login}, nil, false, ""},
		{"password by LOGIN", []mailtest.Option{mailtest.Login("kith", password, "LOGIN")}, nil, false, ""},
		{"password by what nobody knows", []mailtest.Option{mailtest.Login("kith", password, "NTLM")}, nil, false, "no way to sign in"},
		{"password over STARTTLS", []mailtest.Option{login, offers}, nil, true, ""},
		{"password over TLS", []mailtest.Option{login, implicit}, nil, true, ""},
		{"wrong password", []mailtest.Option{login}, []func(*mail.Settings){func(s *mail.Settings) { s.URL = strings.Replace(s.URL, "kith:", "kith:x", 1) }}, false, "535"},
		{"no password", []mailtest.Option{login}, []func(*mail.Settings){func(s *mail.Settings) { s.URL = "smtp://" + s.URL[strings.Index(s.URL, "@")+1:] }}, false, "530"},
		{"password nobody asked for", nil, []func(*mail.Settings){func(s *mail.Settings) { s.URL = strings.Replace(s.URL, "//", "//kith:pass@", 1) }}, false, "no way to sign in"},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := mailtest.Start(t, c.options...)
			settings := server.Settings()
			for _, change := range c.changes {
				change(&settings)
			}
			errs := relay(t, settings).Deliver(t.Context(), letters(2))
			for _, err := range errs {
				checkError(t, err, c.err)
			}
			got := server.Messages()
			if arrive := c.err == ""; arrive != (len(got) == 2) || arrive && got[0].TLS != c.secure {
				t.Errorf("%d arrived, encrypted: %+v, want encrypted: %v", len(got), got, c.secure)
			}
		})
	}
}

// checkError wants an error with part in it that is nobody's letter's fault and
// tells no password.
func checkError(t *testing.T, err error, part string) {
	t.Helper()
	if part == "" {
		if err != nil {
			t.Error(err)
		}
		return
	}
	if err == nil || !strings.Contains(err.Error(), part) || mail.Permanent(err) || strings.Contains(err.Error(), "p/s") {
		t.Errorf("%v, want one that passes, about %q", err, part)
	}
}
