package kithtest

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kith/internal/kith"
	"kith/internal/mail"
	"kith/internal/store"
)

// story is one file of stories/ while it is told. A line says what somebody
// does, or that time passes; what follows after two spaces, or on an indented
// line, says what somebody gets or sees by then.
type story struct {
	*World
	file string
	line int

	people map[string]kith.Person // by first name; whoever is named has joined
	jobs   map[string]string      // title → id
	job    string                 // the one that is talked about
	client map[string]string      // job → first name

	// Of each job, what somebody has a part in, the newest.
	invitations, referrals, proposals map[part]string
	allInvitations                    []string
	advice                            kith.Advice // tapped with the next hand-on
	late                              bool        // the sweep doesn't run after this step

	letters []mail.Message
	fresh   int          // the first letter since the last step
	told    map[int]bool // letters that a check has named
	caught  int          // how many of the caught ones are taken in
	secrets []secret

	promised []string // states that the header names and that haven't come about yet

	outside         string // the newest referral by a link
	opener, opening string // the operator who opened a referral last, and that opening
}

type part struct{ job, person string }

// secret is a hand-over note and the address that must never read it.
type secret struct{ text, client string }

// Tell tells the story in a file, on the database at url.
func Tell(t testing.TB, url, file string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := &story{
		World: New(t, url), file: file, people: map[string]kith.Person{}, jobs: map[string]string{}, client: map[string]string{},
		invitations: map[part]string{}, referrals: map[part]string{}, proposals: map[part]string{}, told: map[int]bool{},
	}
	if !strings.HasPrefix(string(text), "# ") {
		s.fatalf("a story begins with its title, # and a sentence")
	}
	header, err := ReadHeader(file)
	if err != nil {
		t.Fatal(err)
	}
	s.promised = header.States
	for n, line := range strings.Split(string(text), "\n") {
		s.line = n + 1
		s.tell(line)
	}
	for _, state := range s.promised {
		t.Errorf("%s: the header says %q, which never comes about", file, state)
	}
	s.end()
}

// tell tells one line: a step unless it is indented, then checks.
func (s *story) tell(line string) {
	if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
		return
	}
	for n, said := range columns(line) {
		if n == 0 && line[0] != ' ' && line[0] != '\t' {
			s.step(said)
		} else if err := s.say(checks, said); err != nil {
			s.T.Errorf("%s:%d: %s: %v", s.file, s.line, said, err)
		}
	}
}

func (s *story) step(said string) {
	s.fresh = len(s.letters)
	if err := s.say(steps, said); err != nil {
		s.fatalf("%s: %s", said, s.sentence(err))
	}
	s.observe() // before the sweep takes it further
	if !s.late {
		s.Sweep()
	}
	s.late = false
	s.collect()
	s.observe()
}

// say finds the row whose pattern fits all of what was said, and does it.
func (s *story) say(rows []row, said string) error {
	for _, r := range rows {
		if words := r.pattern.FindStringSubmatch(said); words != nil {
			return r.do(s, words[1:])
		}
	}
	s.fatalf("nobody understands %q", said)
	return nil
}

func (s *story) fatalf(format string, args ...any) {
	s.T.Helper()
	s.T.Fatalf("%s:%d: "+format, append([]any{s.file, s.line}, args...)...)
}

// collect takes in the letters that have arrived.
func (s *story) collect() {
	all := s.Mail.Messages()
	s.letters, s.caught = append(s.letters, all[s.caught:]...), len(all)
}

// row is one thing that a line can say.
type row struct {
	pattern *regexp.Regexp
	do      func(s *story, words []string) error
}

var shorthand = strings.NewReplacer("NAME", `([A-Z][a-z]+)`, "TEXT", `"([^"]*)"`, "WORD", `([a-z_]+)`, "DATE", `(\d{4}-\d\d-\d\d)`)

// says makes a row. In the pattern NAME, TEXT, WORD and DATE stand for one each.
func says(pattern string, do func(s *story, words []string) error) row {
	return row{regexp.MustCompile("^" + shorthand.Replace(pattern) + "$"), do}
}

// columns are the parts of a line between runs of two and more spaces; spaces in
// quotation marks don't count.
func columns(line string) []string {
	var all []string
	var b strings.Builder
	quoted := false
	for _, r := range strings.TrimSpace(line) + "  " {
		if r == '"' {
			quoted = !quoted
		}
		b.WriteRune(r)
		if said, ends := strings.CutSuffix(b.String(), "  "); ends && !quoted {
			all = append(all, strings.TrimSpace(said))
			b.Reset()
		}
	}
	return slices.DeleteFunc(all, func(said string) bool { return said == "" })
}

// id is somebody's; whoever is named for the first time joins.
func (s *story) id(name string) string {
	p, ok := s.people[name]
	if !ok {
		p = s.Join(name)
		s.people[name] = p
	}
	return p.ID
}

func address(name string) string { return strings.ToLower(name) + "@kith.test" }

// read runs a question of the test itself.
func (s *story) read(ask func(tx *store.Tx) error) {
	s.T.Helper()
	if err := s.Store.Read(s.Ctx, ask); err != nil {
		s.fatalf("%v", err)
	}
}
