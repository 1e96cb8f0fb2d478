package mail_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kith/internal/mail"
)

func TestCaughtFails(t *testing.T) {
	for _, c := range []struct {
		name    string
		orders  func(*mail.Caught)
		want    string
		arrived []mail.Message
	}{
		{"not", func(*mail.Caught) {}, "ok ok ok", letters(3)},
		{"now", func(c *mail.Caught) { c.FailNext(2, mail.ErrNotNow) }, "later later ok", letters(3)[2:]},
		{"for good", func(c *mail.Caught) { c.FailNext(1, mail.ErrRefused) }, "never ok ok", letters(3)[1:]},
		{"after accepting", func(c *mail.Caught) { c.FailAfterAccepting(1) }, "later ok ok", letters(3)},
		{"in order", func(c *mail.Caught) {
			c.FailNext(1, mail.ErrRefused)
			c.FailAfterAccepting(1)
			c.FailNext(1, mail.ErrNotNow)
		}, "never later later", letters(3)[1:2]},
		{"no more", func(c *mail.Caught) { c.FailNext(3, mail.ErrNotNow); c.Forget() }, "ok ok ok", letters(3)},
	} {
		t.Run(c.name, func(t *testing.T) {
			caught := &mail.Caught{}
			c.orders(caught)
			if got := strings.Join(outcomes(caught.Deliver(t.Context(), letters(3))), " "); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			if diff := cmp.Diff(c.arrived, caught.Messages()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestCaughtTo(t *testing.T) {
	other := letter(2)
	other.To = "cleo@example.org"
	c := &mail.Caught{}
	c.Deliver(t.Context(), []mail.Message{letter(1), other, letter(3)})
	if diff := cmp.Diff([]mail.Message{letter(1), letter(3)}, c.To("bo@example.org")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(c.Messages()) != 3 {
		t.Error("To took letters away")
	}
	if c.Forget(); len(c.Messages()) != 0 {
		t.Error("Forget kept some")
	}
}
