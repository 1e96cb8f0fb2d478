package mail

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var golden = flag.Bool("golden", false, "write testdata anew")

var sample = Message{
	MessageID: "0196962a-8a00-7aab-ac2b-714dac09a065@letters.kith.example",
	To:        "bo@müller.example",
	ToName:    "Bo “Tea” Ødegård",
	From:      "letters@kith.example",
	FromName:  "Kith, for Ana",
	ReplyTo:   "help@kith.example",
	Subject:   "Ana thought of you for “Poems about tea”, and you have until Thursday 14:00",
	Text:      "Dear Bo,\n\n.\nFrom here on it is one long line = with an equals sign and trailing space \nhttps://kith.example/r/K-7Q4M-2X\n",
	HTML:      "<p lang=\"en\">Dear Bo, ☕</p>\n",
	Date:      time.Date(2026, 5, 3, 14, 0, 7, 999, time.FixedZone("", 2*3600)),
	Headers:   map[string]string{"list-unsubscribe": "<https://kith.example/stop>"},
}

func render(t interface{ Fatal(...any) }, m Message) (Message, []byte) {
	m, err := m.checked()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := write(m)
	if err != nil {
		t.Fatal(err)
	}
	return m, raw
}

func TestWriteGolden(t *testing.T) {
	const file = "testdata/letter.eml"
	_, raw := render(t, sample)
	if *golden {
		if err := os.WriteFile(file, raw, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(raw)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
	if _, again := render(t, sample); !bytes.Equal(raw, again) {
		t.Error("a second try has other bytes")
	}
}

// TestWhatIsWrittenReadsBack holds for any letter that passes the check, and so
// does what SMTP asks of its lines.
func TestWhatIsWrittenReadsBack(t *testing.T) {
	line := rapid.StringOf(rapid.OneOf(
		rapid.RuneFrom([]rune(`ab ,.;:"'\()<>@=?_-`)), rapid.RuneFrom(nil, unicode.Letter, unicode.Sm), rapid.Just(' '),
	))
	rapid.Check(t, func(t *rapid.T) {
		m := sample
		m.ToName, m.FromName = line.Draw(t, "to"), line.Draw(t, "from")
		m.Subject = "S" + line.Draw(t, "subject")
		m.Text, m.HTML = "T"+rapid.String().Draw(t, "text"), rapid.String().Draw(t, "html")
		m.Headers = map[string]string{"Auto-Submitted": "auto-generated", "X-Note": "N" + line.Draw(t, "note")}
		want, raw := render(t, m)
		checkLines(t, raw)
		got, err := Parse(bytes.NewReader(raw))
		if err != nil {
			t.Fatalf("%v\n%s", err, raw)
		}
		want.Date = want.Date.Truncate(time.Second)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-written +read):\n%s\n%s", diff, raw)
		}
	})
}

func checkLines(t *rapid.T, raw []byte) {
	for l := range bytes.SplitSeq(raw, []byte("\r\n")) {
		odd := bytes.IndexFunc(l, func(r rune) bool { return r > unicode.MaxASCII || r == '\r' || r == '\n' || r == 0 })
		if len(l) > 998 || odd >= 0 {
			t.Fatalf("line of %d bytes with an odd one at %d: %q", len(l), odd, l)
		}
	}
}

// TestNoWordIsEncodedByHand: a title on Kith must not read differently in a mail
// program from what was previewed and checked.
func TestNoWordIsEncodedByHand(t *testing.T) {
	m := sample
	m.Subject, m.FromName = "=?utf-8?b?Y2FsbCAwODE1?=", "=?utf-8?q?Eve?="
	_, raw := render(t, m)
	for _, word := range []string{"=?utf-8?b?Y2FsbCAwODE1?=", "=?utf-8?q?Eve?="} {
		if bytes.Contains(raw, []byte(word)) {
			t.Errorf("%s in\n%s", word, raw)
		}
	}
	if got, err := Parse(bytes.NewReader(raw)); err != nil || got.Subject != "= ?utf-8?b?Y2FsbCAwODE1?=" {
		t.Errorf("reads as %q, %v", got.Subject, err)
	}
}

func TestParseOfRubbish(t *testing.T) {
	_, raw := render(t, sample)
	good := string(raw)
	for name, s := range map[string]string{
		"empty":       "",
		"no header":   "hello",
		"no From":     strings.Replace(good, "\r\nFrom: ", "\r\nX-Form: ", 1),
		"no Date":     strings.Replace(good, "Date: ", "Dote: ", 1),
		"no type":     strings.Replace(good, "Content-Type: multipart", "Content-Tope: multipart", 1),
		"bad charset": strings.Replace(good, "=?UTF-8?q?", "=?klingon?q?", 1),
		"cut":         good[:len(good)-60],
	} {
		if m, err := Parse(strings.NewReader(s)); err == nil {
			t.Errorf("%s: reads as %+v", name, m)
		}
	}
}
