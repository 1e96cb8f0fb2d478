package kith_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kith/internal/kith"
	"kith/internal/kithtest/situations"
	"kith/internal/words"
)

var update = flag.Bool("update", false, "print docs/ anew from the tables")

// TestDocsArePrintedFromTheTables compares the pages in docs/ with what the
// tables say now.
func TestDocsArePrintedFromTheTables(t *testing.T) {
	for name, print := range map[string]func(t testing.TB) string{
		"referral.md": referralPage, "notices.md": noticesPage, "may-refer.md": mayReferPage, "sees.md": seesPage,
	} {
		path, want := "../../docs/"+name, print(t)
		if *update {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Error(err)
			}
			continue
		}
		have, err := os.ReadFile(path)
		if err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(strings.Split(string(have), "\n"), strings.Split(want, "\n")); diff != "" {
			t.Errorf("docs/%s is not what the tables say. If they are right, run `make golden` and read the diff.\n%s", name, diff)
		}
	}
}

// page gathers Markdown.
type page struct{ strings.Builder }

const printed = "\n\n*Printed from the tables in `internal/kith` by a test. Change the tables, then run `make golden`.*\n"

func newPage(title, intro string) *page {
	p := &page{}
	p.WriteString("# " + title + "\n\n" + intro + printed)
	return p
}

func (p *page) section(title, intro string) {
	p.WriteString("\n## " + title + "\n\n" + intro + "\n\n")
}

func (p *page) row(cells ...string) {
	p.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

func (p *page) head(cells ...string) {
	p.row(cells...)
	p.WriteString(strings.Repeat("|---", len(cells)) + "|\n")
}

func code(s string) string { return "`" + s + "`" }

func referralPage(t testing.TB) string {
	p := newPage("A referral, state by state", "Every move that a referral can make, and what each of the three reads in each state.")
	p.section("Moves", "State × act × party. What has no row here is refused with a sentence. Where a time is given, it is a deadline for whoever’s turn it then is, and moves out of their quiet hours (20:00 to 09:00).")
	p.head("state", "what is done", "by", "leads to", "time given")
	machines[2].print(t, p)
	p.section("What the three read", "Ana, invited by Otis to “Poems about tea”, thought of Bo, found by name. Who has no line may not know of the referral then. The time in it is that of an example.")
	voice := english(t)
	for _, s := range situations.All {
		p.WriteString("### " + strings.ToUpper(s.Description[:1]) + s.Description[1:] + "\n\n")
		p.WriteString(stands(s) + "\n\n")
		p.head("reader", "reads", "and what comes then")
		for _, reader := range kith.Readers {
			if seen, may := s.Referral().SeenBy(reader); may {
				say, then := voice.Says(seen, reader)
				p.row(string(reader), say, strings.Join(append(none(then), ahead(voice, seen, reader)...), "<br>"))
			}
		}
		p.WriteString("\n")
	}
	p.WriteString("### Found by an address\n\nBefore a yes the referrer reads the same whether or not the address has an account: “" + byAddress(voice) + "”\n")
	p.section("The things around it", "Jobs, invitations, proposals and reviews have moves tables of the same shape.")
	for _, m := range machines {
		if m.name == "referral" {
			continue
		}
		p.WriteString("### " + strings.ToUpper(m.name[:1]) + m.name[1:] + "\n\n")
		p.head("state", "what is done", "by", "leads to", "time given")
		m.print(t, p)
		p.WriteString("\n")
	}
	return strings.TrimRight(p.String(), "\n") + "\n"
}

func none(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// print writes the rows of a machine: one for both policies where the policy
// makes no difference.
func (m machine) print(t testing.TB, p *page) {
	for _, state := range append([]string{""}, m.states...) {
		for _, act := range constants[kith.Act](t, "Act") {
			for _, by := range constants[kith.Party](t, "Party") {
				open, askMe := m.move(state, act, by, kith.PolicyOpen), m.move(state, act, by, kith.PolicyAskMe)
				if open.err != nil {
					continue
				}
				next, given := code(open.next), hours(open.given)
				if open.next != askMe.next {
					next, given = next+", under ask_me "+code(askMe.next), "under ask_me "+hours(askMe.given)
				}
				p.row(orNew(state), string(act), string(by), next, given)
			}
		}
	}
}

func orNew(state string) string {
	if state == "" {
		return "(new)"
	}
	return code(state)
}

func hours(d time.Duration) string {
	switch {
	case d == 0:
		return ""
	case d < time.Hour:
		return fmt.Sprintf("%d minutes", d/time.Minute)
	case d%(24*time.Hour) == 0 && d > 72*time.Hour:
		return fmt.Sprintf("%d days", d/(24*time.Hour))
	}
	return fmt.Sprintf("%d hours", d/time.Hour)
}

func stands(s situations.Situation) string {
	text := "State " + code(string(s.State))
	if how := s.How + s.Later; how != "" {
		text += ", by " + code(string(how))
	}
	return text + "."
}

func ahead(voice words.Voice, r kith.Referral, reader kith.Party) (lines []string) {
	for _, next := range r.WhatNext(reader) {
		when := "At a yes"
		if !next.At.IsZero() {
			when = voice.Short(next.At)
		}
		lines = append(lines, when+": "+voice.T(next.Key, words.ReferralArgs(voice, r)...)+".")
	}
	return lines
}

func byAddress(voice words.Voice) string {
	r := situations.Of(kith.AwaitingCandidate).Referral()
	r.Email = "bo@example.org"
	seen, _ := r.SeenBy(kith.Referrer)
	say, _ := voice.Says(seen, kith.Referrer)
	return say
}

func noticesPage(t testing.TB) string {
	p := newPage("Who hears what", "Which letter follows from which event, and what each of the three reads of it in the referral’s timeline.")
	p.section("Letters", "Nobody gets a letter for their own act, and nobody hears of what they may not know. A letter with “only while” is not sent any more when that has passed before its turn came.")
	p.head("event", "who", "letter", "only while")
	for _, e := range constants[kith.EventKind](t, "EventKind") {
		for _, n := range kith.Notices(e) {
			only := ""
			if n.Only != "" {
				only = code(n.Only)
			}
			p.row(code(string(e)), string(n.Party), code(string(n.Letter)), only)
		}
	}
	p.section("Timeline", "Events without a line are told to nobody there; a reader without a line isn’t told. Names as in [referral.md](referral.md).")
	p.head("event", "referrer", "candidate", "client")
	voice := english(t)
	tell := func(name string, r kith.Referral, e kith.EventKind) {
		cells, told := []string{name}, false
		for _, reader := range kith.Readers {
			line := ""
			if key := r.StoryLine(e, reader); key != "" {
				line, told = voice.T(key, words.ReferralArgs(voice, r)...), true
			}
			cells = append(cells, line)
		}
		if told {
			p.row(cells...)
		}
	}
	for _, e := range constants[kith.EventKind](t, "EventKind") {
		tell(code(string(e)), situations.Of(kith.AwaitingClient).Referral(), e)
	}
	for _, how := range constants[kith.How](t, "How") {
		r := situations.Of(kith.AwaitingCandidate).Referral()
		r.State, r.How = kith.Cancelled, how
		tell(code(string(kith.ReferralCancelled))+", "+code(string(how)), r, kith.ReferralCancelled)
	}
	return p.String()
}

func mayReferPage(t testing.TB) string {
	voice := english(t)
	p := newPage("When an invitation can’t be handed on", "Handing on is possible from an invitation that is pending, was declined or has expired, unless one of these stands in the way. The place of the offer stays visible and holds the first reason that applies, in words.")
	p.section("The reasons, in order", fmt.Sprintf("The limits are settings; here %d waiting for a job and %d under way for a referrer.", kith.DefaultLimits.WaitingPerJob, kith.DefaultLimits.LivePerReferrer))
	for i, c := range kith.Obstacles() {
		fmt.Fprintf(p, "%d. %s: %s\n", i+1, code(string(c)), voice.Refused(kith.Refusal{Code: c, Limit: limitOf(c)}))
	}
	p.section("When somebody can’t be the candidate", "Refused in plain words, where they were found by name, handle or link. By an e-mail address nobody is refused: the answer would tell whose address it is.")
	for _, c := range []kith.Code{kith.ReferSelf, kith.ReferClient, kith.ReferredBefore} {
		fmt.Fprintf(p, "- %s: %s\n", code(string(c)), voice.Refusal(c))
	}
	p.section("When somebody can’t be asked right now", fmt.Sprintf("Whichever of these it is, people read one and the same sentence, at once and after the same work: “%s” By an e-mail address the referral ends later, neutrally. At most %d wait for one candidate; that is a setting too.", voice.Refused(kith.Refusal{Code: kith.CantBeAskedNow, Name: "Ben"}), kith.DefaultLimits.WaitingPerCandidate))
	for _, name := range kith.Hindrances() {
		fmt.Fprintf(p, "- %s\n", name)
	}
	return p.String()
}

func seesPage(t testing.TB) string {
	p := newPage("Who sees what of a referral", "Pages and letters show a referral only after everything was taken out that their reader may not see. Strangers see nothing.")
	stages := map[string]situations.Situation{}
	names := []string{"sending", "candidate asked", "client decides", "introduced", "ended unasked", "ended before the yes", "ended after the yes"}
	for _, s := range situations.All {
		if s.Later == "" {
			stages[stageOf(s, names)] = s
		}
	}
	for _, reader := range kith.Readers {
		p.section("The "+string(reader), "yes = shown, soft = softened, – = absent.")
		p.head(append([]string{"what"}, names...)...)
		for _, what := range constants[kith.What](t, "What") {
			cells := []string{string(what)}
			for _, name := range names {
				cells = append(cells, sight(stages[name].Referral().Sees(reader, what)))
			}
			p.row(cells...)
		}
	}
	p.section("Found by an address", "The referrer sees the candidate’s name only from a yes on:")
	p.head(append([]string{"what"}, names...)...)
	cells := []string{string(kith.CandidateName)}
	for _, name := range names {
		r := stages[name].Referral()
		r.Email = "bo@example.org"
		cells = append(cells, sight(r.Sees(kith.Referrer, kith.CandidateName)))
	}
	p.row(cells...)
	return p.String()
}

func stageOf(s situations.Situation, names []string) string {
	switch {
	case s.State == kith.Sending:
		return names[0]
	case s.State == kith.AwaitingCandidate:
		return names[1]
	case s.State == kith.AwaitingClient:
		return names[2]
	case s.State == kith.Introduced:
		return names[3]
	case !s.Asked:
		return names[4]
	case !s.Yes:
		return names[5]
	}
	return names[6]
}

func sight(s kith.Sight) string {
	return map[kith.Sight]string{kith.Shown: "yes", kith.Softened: "soft", kith.Absent: "–"}[s]
}

func limitOf(c kith.Code) int {
	return map[kith.Code]int{kith.JobFull: kith.DefaultLimits.WaitingPerJob, kith.ReferrerFull: kith.DefaultLimits.LivePerReferrer}[c]
}
