package mail

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseTarget(t *testing.T) {
	for _, c := range []struct {
		url  string
		want target
	}{
		{"smtp://mx.example.org", target{"mx.example.org", "25", "", "", offered}},
		{"smtp://mx.example.org/", target{"mx.example.org", "25", "", "", offered}},
		{"smtp://mx.example.org:2525", target{"mx.example.org", "2525", "", "", offered}},
		{"smtp://mx.example.org?tls=starttls", target{"mx.example.org", "587", "", "", starttls}},
		{"smtp://mx.example.org?tls=none", target{"mx.example.org", "25", "", "", plain}},
		{"smtp://ann:pass@mx.example.org", target{"mx.example.org", "587", "ann", "pass", starttls}},
		{"smtp://ann%40kith:p%2Fs%3F%25@mx.example.org:25", target{"mx.example.org", "25", "ann@kith", "p/s?%", starttls}},
		{"smtp://ann:pass@localhost", target{"localhost", "587", "ann", "pass", offered}},
		{"smtp://ann:pass@127.0.0.1:25?tls=none", target{"127.0.0.1", "25", "ann", "pass", plain}},
		{"smtp://ann:pass@[::1]?tls=starttls", target{"::1", "587", "ann", "pass", starttls}},
		{"smtps://mx.example.org", target{"mx.example.org", "465", "", "", implicit}},
		{"smtps://ann:pass@mx.example.org:4650", target{"mx.example.org", "4650", "ann", "pass", implicit}},
	} {
		got, err := parseTarget(c.url)
		if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(target{})); diff != "" || err != nil {
			t.Errorf("parseTarget(%s) = %v (-want +got):\n%s", c.url, err, diff)
		}
	}
}

func TestParseTargetRefuses(t *testing.T) {
	for url, why := range map[string]string{
		"":                                           "form",
		"mx.example.org:25":                          "form",
		"http://mx.example.org":                      "form",
		"smtp://":                                    "form",
		"smtp:mx.example.org":                        "form",
		"smtp://mx.example.org/inbox":                "form",
		"smtp://mx.example.org#x":                    "form",
		"smtp://ann:sec%ret@mx.example.org":          "form",
		"smtp://mx.example.org:0":                    "port",
		"smtp://mx.example.org:65536":                "port",
		"smtp://mx.example.org?tsl=none":             "only tls",
		"smtp://mx.example.org?tls=no&a=b":           "only tls",
		"smtp://mx.example.org?tls=maybe":            "tls=maybe",
		"smtp://mx.example.org?tls=":                 "tls=",
		"smtps://mx.example.org?tls=none":            "smtps",
		"smtp://ann:secret@mx.example.org?tls=none":  "readable",
		"smtp://ann:secret@127.0.0.1.evil?tls=none":  "readable",
		"smtp://ann:secret@localhost.evil?tls=none":  "readable",
		"smtp://ann:secret@mx.example.org:x?tls=one": "form",
	} {
		_, err := SMTP(Settings{URL: url})
		if err == nil || !strings.Contains(err.Error(), why) || strings.Contains(err.Error(), "sec") {
			t.Errorf("SMTP(%q) = %v, want something about %q and no secret", url, err, why)
		}
	}
}
