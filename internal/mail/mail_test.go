package mail_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kith/internal/mail"
	"kith/internal/mail/mailtest"
)

// letter is a letter with everything in it; n tells them apart.
func letter(n int) mail.Message {
	return mail.Message{
		MessageID: fmt.Sprintf("letter-%d@kith.example", n),
		To:        "bo@example.org",
		ToName:    "Bo Ødegård",
		From:      "letters@kith.example",
		FromName:  "Kith",
		ReplyTo:   "help@kith.example",
		Subject:   fmt.Sprintf("Ana thought of you for “Poems about tea” (%d)", n),
		Text:      "Dear Bo,\n\nAna thought of you.\n.\nYes: https://kith.example/r/K-7Q4M-2X\n",
		HTML:      "<p>Dear Bo,</p>\n<p>Ana thought of <b>you</b>.</p>\n",
		Date:      time.Date(2026, 5, 3, 12, 0, n, 0, time.UTC),
		Headers:   map[string]string{"Auto-Submitted": "auto-generated", "List-Unsubscribe": "<https://kith.example/stop>"},
	}
}

func letters(n int) (all []mail.Message) {
	for i := range n {
		all = append(all, letter(i+1))
	}
	return all
}

// outcomes says of each error what it means to the caller.
func outcomes(errs []error) (said []string) {
	for _, err := range errs {
		switch {
		case err == nil:
			said = append(said, "ok")
		case mail.Permanent(err):
			said = append(said, "never")
		default:
			said = append(said, "later")
		}
	}
	return said
}

// engines are all that deliver, each with a way to see what came.
func engines(t *testing.T) map[string]func() (mail.Deliverer, func() []mail.Message) {
	return map[string]func() (mail.Deliverer, func() []mail.Message){
		"smtp": func() (mail.Deliverer, func() []mail.Message) {
			s := mailtest.Start(t)
			return relay(t, s.Settings()), func() []mail.Message { return came(s) }
		},
		"folder": func() (mail.Deliverer, func() []mail.Message) {
			dir := t.TempDir()
			return mail.Folder(dir), func() []mail.Message { return lying(t, dir) }
		},
		"caught": func() (mail.Deliverer, func() []mail.Message) {
			c := &mail.Caught{}
			return c, c.Messages
		},
	}
}

func relay(t *testing.T, s mail.Settings) mail.Deliverer {
	t.Helper()
	d, err := mail.SMTP(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func came(s *mailtest.Server) (all []mail.Message) {
	for _, r := range s.Messages() {
		all = append(all, r.Message)
	}
	return all
}

// lying is what lies in a folder, oldest first.
func lying(t *testing.T, dir string) (all []mail.Message) {
	t.Helper()
	files, err := mail.ReadFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		all = append([]mail.Message{f.Message}, all...)
	}
	return all
}

func TestWhatIsSentArrives(t *testing.T) {
	textOnly := letter(2)
	textOnly.HTML, textOnly.ToName, textOnly.FromName, textOnly.ReplyTo = "", "", "", ""
	loud := letter(3)
	loud.Subject, loud.Text = strings.Repeat("Größe und Güte ", 20)+".", strings.Repeat("ÄÖÜ ", 2000)
	loud.Headers = map[string]string{"Auto-Submitted": "auto-replied", "X-Kith-Note": "Ünïcode"}
	sent := []mail.Message{letter(1), textOnly, loud}
	for name, engine := range engines(t) {
		t.Run(name, func(t *testing.T) {
			d, arrived := engine()
			if got := outcomes(d.Deliver(t.Context(), sent)); !cmp.Equal(got, []string{"ok", "ok", "ok"}) {
				t.Fatalf("Deliver() = %s", got)
			}
			if diff := cmp.Diff(sent, arrived()); diff != "" {
				t.Errorf("(-sent +arrived):\n%s", diff)
			}
		})
	}
}

func TestBadLettersAreRefused(t *testing.T) {
	for name, spoil := range bad {
		for engine, start := range engines(t) {
			t.Run(name+"/"+engine, func(t *testing.T) {
				d, arrived := start()
				batch := letters(3)
				spoil(&batch[1])
				errs := d.Deliver(t.Context(), batch)
				if diff := cmp.Diff([]string{"ok", "never", "ok"}, outcomes(errs)); diff != "" {
					t.Errorf("%v (-want +got):\n%s", errs, diff)
				}
				if diff := cmp.Diff([]mail.Message{letter(1), letter(3)}, arrived()); diff != "" {
					t.Errorf("(-want +arrived):\n%s", diff)
				}
			})
		}
	}
}

var bad = map[string]func(*mail.Message){
	"no Message-ID":        func(m *mail.Message) { m.MessageID = "" },
	"brackets":             func(m *mail.Message) { m.MessageID = "<a@b.example>" },
	"break in Message-ID":  func(m *mail.Message) { m.MessageID = "a@b.example\r\nBcc: eve@example.org" },
	"no To":                func(m *mail.Message) { m.To = "" },
	"name in To":           func(m *mail.Message) { m.To = "Bo <bo@example.org>" },
	"two in To":            func(m *mail.Message) { m.To = "bo@example.org, eve@example.org" },
	"command in To":        func(m *mail.Message) { m.To = "bo@example.org>\r\nRCPT TO:<eve@example.org" },
	"space around To":      func(m *mail.Message) { m.To = " bo@example.org" },
	"no From":              func(m *mail.Message) { m.From = "" },
	"break in From":        func(m *mail.Message) { m.From = "a@b.example\n" },
	"break in ToName":      func(m *mail.Message) { m.ToName = "Bo\r\nBcc: eve@example.org" },
	"break in FromName":    func(m *mail.Message) { m.FromName = "Kith\rX: y" },
	"bad ReplyTo":          func(m *mail.Message) { m.ReplyTo = "nobody" },
	"break in ReplyTo":     func(m *mail.Message) { m.ReplyTo = "a@b.example\r\n" },
	"no Subject":           func(m *mail.Message) { m.Subject = " " },
	"break in Subject":     func(m *mail.Message) { m.Subject = "Tea\nBcc: eve@example.org" },
	"next line in Subject": func(m *mail.Message) { m.Subject = "Tea\u0085Bcc: eve@example.org" },
	"NUL in Subject":       func(m *mail.Message) { m.Subject = "Tea\x00" },
	"endless Subject":      func(m *mail.Message) { m.Subject = strings.Repeat("a", 1000) },
	"no Text":              func(m *mail.Message) { m.Text = "" },
	"no Date":              func(m *mail.Message) { m.Date = time.Time{} },
	"break in a header":    func(m *mail.Message) { m.Headers["X-A"] = "1\r\n2" },
	"break in a name":      func(m *mail.Message) { m.Headers["X-A: 1\r\nX-B"] = "2" },
	"our header":           func(m *mail.Message) { m.Headers["message-ID"] = "<a@b.example>" },
	"hidden recipient":     func(m *mail.Message) { m.Headers["bcc"] = "eve@example.org" },
	"other content":        func(m *mail.Message) { m.Headers["Content-Type"] = "text/html" },
	"header twice":         func(m *mail.Message) { m.Headers["auto-submitted"] = "no" },
}

func TestOnceTheContextIsDone(t *testing.T) {
	for name, engine := range engines(t) {
		t.Run(name, func(t *testing.T) {
			d, arrived := engine()
			ctx, cancel := context.WithCancelCause(t.Context())
			why := errors.New("closing time")
			cancel(why)
			for _, err := range d.Deliver(ctx, letters(2)) {
				if !errors.Is(err, why) || mail.Permanent(err) {
					t.Errorf("Deliver() = %v, want the context's", err)
				}
			}
			if got := arrived(); len(got) != 0 {
				t.Errorf("%d arrived", len(got))
			}
		})
	}
}

func TestNothingToDeliver(t *testing.T) {
	for name, engine := range engines(t) {
		d, _ := engine()
		if errs := d.Deliver(t.Context(), nil); len(errs) != 0 {
			t.Errorf("%s: Deliver(none) = %v", name, errs)
		}
	}
}

func TestPermanent(t *testing.T) {
	for _, c := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{mail.ErrNotNow, false},
		{context.DeadlineExceeded, false},
		{mail.ErrRefused, true},
		{fmt.Errorf("letter 5: %w", mail.ErrRefused), true},
	} {
		if got := mail.Permanent(c.err); got != c.want {
			t.Errorf("Permanent(%v) = %v", c.err, got)
		}
	}
}
