package kith_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kith/internal/kith"
)

func TestClean(t *testing.T) {
	for typed, want := range map[string]string{
		"":                       "",
		"  Bo  ":                 "Bo",
		"one\r\ntwo":             "one\ntwo",
		"one\n\ntwo\n":           "one\n\ntwo",
		"a\x00b\x07c\x7fd":       "abcd",
		"a\rb":                   "ab",
		"tab\tstays":             "tab\tstays",
		"not \xff\xfe UTF-8":     "not  UTF-8",
		"\u200b\u2060\ufeff":     "",
		"B\u200bo":               "Bo",
		"txt\u202egnp.exe":       "txtgnp.exe",
		"\u200d\ufe0f":           "",
		"\u3164 \u2800":          "",
		"👩\u200d💻 ❤\ufe0f":       "👩\u200d💻 ❤\ufe0f",
		"می\u200cخواهم":          "می\u200cخواهم",
		"one\u2028two":           "one\ntwo",
		"Åsa “says” <b>no</b> 🙂": "Åsa “says” <b>no</b> 🙂",
	} {
		if got := kith.Clean(typed); got != want {
			t.Errorf("Clean(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestLine(t *testing.T) {
	for typed, want := range map[string]string{
		" Ann \n\t Bell ":              "Ann Bell",
		"To: a\r\nBcc: b@evil.example": "To: a Bcc: b@evil.example",
		"\n":                           "",
	} {
		if got := kith.Line(typed); got != want {
			t.Errorf("Line(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestCleaningTwiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		typed := string(rapid.SliceOf(rapid.Byte()).Draw(r, "typed"))
		if once := kith.Clean(typed); kith.Clean(once) != once || !utf8.ValidString(once) {
			r.Errorf("Clean(%q) = %q", typed, once)
		}
		if line := kith.Line(typed); kith.Line(line) != line || strings.ContainsAny(line, "\r\n\t\x00") {
			r.Errorf("Line(%q) = %q", typed, line)
		}
	})
}

func TestWords(t *testing.T) {
	for typed, want := range map[string][]string{
		"":                        nil,
		" , ;\n":                  nil,
		"Copy, SEO,  UX  writing": {"Copy", "SEO", "UX writing"},
		"copy; Copy\nCOPY, seo":   {"copy", "seo"},
		"one\r\ntwo":              {"one", "two"},
	} {
		if got := kith.Words(typed); !slices.Equal(got, want) {
			t.Errorf("Words(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestAddress(t *testing.T) {
	for typed, want := range map[string]string{
		" Ann@Example.ORG ":                "ann@example.org",
		"a.b+c@mail.example.se":            "a.b+c@mail.example.se",
		"åsa@exämple.se":                   "åsa@exämple.se",
		"":                                 "",
		"ann":                              "",
		"ann@localhost":                    "",
		"ann@example.":                     "",
		"ann@@example.org":                 "",
		"ann @example.org":                 "",
		"a,b@example.org":                  "",
		"a\nb@example.org":                 "",
		"<ann@example.org>":                "",
		"Ann <ann@example.org>":            "",
		strings.Repeat("a", 250) + "@b.se": "",
	} {
		got, ok := kith.Address(typed)
		if ok != (want != "") || ok && got != want {
			t.Errorf("Address(%q) = %q, %v, want %q", typed, got, ok, want)
		}
	}
}

func TestHandlesAndIDs(t *testing.T) {
	for handle, want := range map[string]bool{
		"a": true, "bo": true, "bo-lindahl_2": true, "": false, "Bo": false, "-bo": false, "bo-": false, "b o": false,
		"å": false, strings.Repeat("a", 30): true, strings.Repeat("a", 31): false, "bo\n": false,
	} {
		if kith.ValidHandle(handle) != want {
			t.Errorf("ValidHandle(%q) is not %v", handle, want)
		}
	}
	for id, want := range map[string]bool{
		"J-1": true, "abc_D": true, "": false, "-a": false, "a/b": false, "a b": false, "../x": false,
		strings.Repeat("a", 64): true, strings.Repeat("a", 65): false, "a\n": false,
	} {
		if kith.ValidID(id) != want {
			t.Errorf("ValidID(%q) is not %v", id, want)
		}
	}
	for c, want := range map[string]bool{"EUR": true, "SEK": true, "eur": false, "EU": false, "EURO": false, "E1R": false, "": false} {
		if kith.ValidCurrency(c) != want {
			t.Errorf("ValidCurrency(%q) is not %v", c, want)
		}
	}
}

func TestNamesAndZones(t *testing.T) {
	for name, want := range map[string]string{"Ann Bell": "Ann", " Cher ": "Cher", "": ""} {
		if got := kith.FirstName(name); got != want {
			t.Errorf("FirstName(%q) = %q", name, got)
		}
	}
	home := zoneOf(t, "Europe/Lisbon")
	for name, want := range map[string]string{"": "Europe/Lisbon", "Nowhere/At_All": "Europe/Lisbon", "Asia/Tokyo": "Asia/Tokyo"} {
		if got := kith.Zone(name, home); got.String() != want {
			t.Errorf("Zone(%q) = %v", name, got)
		}
	}
}

func TestAPrivateJobIsAlwaysOff(t *testing.T) {
	for _, v := range kith.Visibilities {
		for _, p := range kith.Policies {
			want := p
			if v == kith.Private {
				want = kith.PolicyOff
			}
			if got := (kith.Job{Visibility: v, StatedPolicy: p}).Policy(); got != want {
				t.Errorf("%s, %s: %s", v, p, got)
			}
		}
	}
}

func TestProblems(t *testing.T) {
	var p kith.Problems
	p.Add(false, "rate", "amount_form")
	if p.Err() != nil {
		t.Error("no problem is an error")
	}
	p.Add(true, "note", "too_long", "max", kith.NoteMax)
	if err := p.Err(); err == nil || !strings.Contains(err.Error(), "note: too_long") {
		t.Errorf("%v", err)
	}
}

// Until a referral has left that brought the decline, its client sees the
// invitation as before; where nobody was asked it is a plain decline.
func TestTheClientSeesTheInvitationAsBefore(t *testing.T) {
	ended := time.Date(2026, 4, 28, 12, 0, 0, 0, time.UTC)
	for _, s := range append([]kith.ReferralState{""}, kith.ReferralStates...) {
		for _, reason := range []kith.DeclineReason{kith.HandedOn, kith.TooBusy} {
			for flags := range 4 {
				i := kith.Invitation{
					State: kith.Declined, Reason: reason, EndedAt: ended, HandOn: kith.HandOn{"R", s, flags&1 > 0, flags&2 > 0},
				}
				want := i
				switch {
				case reason != kith.HandedOn:
				case s == kith.Sending && i.HandOn.Declined:
					want.State, want.Reason, want.EndedAt, want.HandOn = kith.Pending, "", time.Time{}, kith.HandOn{}
				case !i.HandOn.Asked:
					want.Reason, want.HandOn = kith.OtherReason, kith.HandOn{}
				}
				if got := i.ToClient(ended.Add(kith.UndoTime)); !cmp.Equal(got, want) {
					t.Errorf("hand-on %+v, reason %q: %+v", i.HandOn, reason, got)
				}
			}
		}
	}
}
