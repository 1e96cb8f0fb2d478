package mail_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kith/internal/mail"
	"kith/internal/mail/mailtest"
)

func TestSMTPWhenThingsGoWrong(t *testing.T) {
	for _, c := range []struct {
		name        string
		options     []mailtest.Option
		orders      func(*mailtest.Server)
		want        string // an outcome for each of the letters
		arrived     string // numbers of the letters
		connections int
	}{
		{"nothing does", nil, func(*mailtest.Server) {}, "ok ok ok", "1 2 3", 1},
		{"one is refused", nil, func(s *mailtest.Server) { s.Refuse(1) }, "never ok ok", "2 3", 1},
		{"all are refused", nil, func(s *mailtest.Server) { s.Refuse(3) }, "never never never", "", 1},
		{"one is postponed", nil, func(s *mailtest.Server) { s.Accept(1); s.Postpone(1) }, "ok later ok", "1 3", 1},
		{"a new line breaks", nil, func(s *mailtest.Server) { s.HangUp(1) }, "later ok ok", "2 3", 2},
		{"a used line breaks", nil, func(s *mailtest.Server) { s.Accept(1); s.HangUp(1) }, "ok ok ok", "1 2 3", 2},
		{"it breaks twice", nil, func(s *mailtest.Server) { s.Accept(1); s.HangUp(2) }, "ok later ok", "1 3", 3},
		{"it breaks after refusing", nil, func(s *mailtest.Server) { s.Refuse(1); s.HangUp(1) }, "never ok ok", "2 3", 2},
		{"the OK is lost", nil, func(s *mailtest.Server) { s.Accept(1); s.HangUpAfterAccepting(1) }, "ok later ok", "1 2 3", 2},
		{"two a connection", []mailtest.Option{mailtest.Limit(2)}, func(*mailtest.Server) {}, "ok ok ok", "1 2 3", 2},
		{"none a connection", []mailtest.Option{mailtest.Limit(0)}, func(*mailtest.Server) {}, "later later later", "", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := mailtest.Start(t, c.options...)
			c.orders(s)
			errs := relay(t, s.Settings()).Deliver(t.Context(), letters(3))
			if got := strings.Join(outcomes(errs), " "); got != c.want {
				t.Errorf("%s, want %s: %v", got, c.want, errs)
			}
			if got := numbers(s); got != c.arrived {
				t.Errorf("arrived %q, want %q", got, c.arrived)
			}
			if got := s.Connections(); got != c.connections {
				t.Errorf("%d connections, want %d", got, c.connections)
			}
		})
	}
}

// numbers are those of the letters that arrived.
func numbers(s *mailtest.Server) string {
	var all []string
	for _, m := range came(s) {
		id, _, _ := strings.Cut(strings.TrimPrefix(m.MessageID, "letter-"), "@")
		all = append(all, id)
	}
	return strings.Join(all, " ")
}

func TestSMTPEnvelope(t *testing.T) {
	s := mailtest.Start(t)
	relay(t, s.Settings()).Deliver(t.Context(), letters(1))
	got := s.Messages()[0]
	want := mailtest.Received{Message: letter(1), EnvelopeFrom: letter(1).From, EnvelopeTo: letter(1).To, Raw: got.Raw, Connection: 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, tell := range []string{"go-mail", "User-Agent", "X-Mailer", "Received"} {
		if strings.Contains(got.Raw, tell) {
			t.Errorf("the letter tells %q:\n%s", tell, got.Raw)
		}
	}
}

// TestSMTPAgainAfterALostOK: the copy has the Message-ID, and every other byte,
// of the first.
func TestSMTPAgainAfterALostOK(t *testing.T) {
	s := mailtest.Start(t)
	d := relay(t, s.Settings())
	s.HangUpAfterAccepting(1)
	if got := outcomes(d.Deliver(t.Context(), letters(1))); got[0] != "later" {
		t.Fatalf("first try: %s", got)
	}
	if got := outcomes(d.Deliver(t.Context(), letters(1))); got[0] != "ok" {
		t.Fatalf("second try: %s", got)
	}
	all := s.Messages()
	if len(all) != 2 || all[0].Raw != all[1].Raw {
		t.Errorf("want the same letter twice, got %d:\n%v", len(all), all)
	}
}

func TestSMTPOutage(t *testing.T) {
	s := mailtest.Start(t)
	d := relay(t, s.Settings())
	s.StopListening()
	if diff := cmp.Diff([]string{"later", "later"}, outcomes(d.Deliver(t.Context(), letters(2)))); diff != "" {
		t.Errorf("during the outage (-want +got):\n%s", diff)
	}
	s.Resume()
	if diff := cmp.Diff([]string{"ok", "ok"}, outcomes(d.Deliver(t.Context(), letters(2)))); diff != "" {
		t.Errorf("after it (-want +got):\n%s", diff)
	}
	if got := numbers(s); got != "1 2" {
		t.Errorf("arrived %q", got)
	}
}

func TestSMTPUTF8(t *testing.T) {
	jörg := letter(1)
	jörg.To = "jörg@example.org"
	müller := letter(2)
	müller.To = "ann@MÜLLER.example"
	for _, c := range []struct {
		name    string
		options []mailtest.Option
		want    string
		to      []string
		asked   []bool
	}{
		{"an old server", nil, "never ok", []string{"ann@xn--mller-kva.example"}, []bool{false}},
		{
			"a new one",
			[]mailtest.Option{mailtest.UTF8()},
			"ok ok",
			[]string{"jörg@example.org", "ann@xn--mller-kva.example"},
			[]bool{true, false},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := mailtest.Start(t, c.options...)
			errs := relay(t, s.Settings()).Deliver(t.Context(), []mail.Message{jörg, müller})
			if got := strings.Join(outcomes(errs), " "); got != c.want {
				t.Errorf("%s, want %s: %v", got, c.want, errs)
			}
			var to []string
			var asked []bool
			for _, r := range s.Messages() {
				to, asked = append(to, r.EnvelopeTo), append(asked, r.SMTPUTF8)
			}
			if !cmp.Equal(to, c.to) || !cmp.Equal(asked, c.asked) {
				t.Errorf("to %v asking %v, want %v asking %v", to, asked, c.to, c.asked)
			}
		})
	}
}
