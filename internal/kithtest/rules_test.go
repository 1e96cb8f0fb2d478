package kithtest_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kith/internal/kithtest"
)

var update = flag.Bool("update", false, "print docs/rules.md anew from the headers of the stories")

// rules are the twenty of the product, in a word or two.
var rules = []string{
	"Refer", "Find", "Say why", "Preview and undo", "Two yeses", "Candidate’s choice", "Whose inbox", "Where it shows", "One truth", "Time",
	"Limits", "Not possible, and why", "Outsiders", "Private jobs", "Words are checked", "Accept is a decision", "One question",
	"A dead referral takes nothing away", "No reward", "Advice on passing",
}

// elsewhere are rules and states without a story, and why.
var elsewhere = map[string]string{
	"R13": "none yet", "R17": "none yet",
}

// TestEveryRuleHasAStory prints which story shows which rule and reaches which
// state, from their headers, and holds that none is left out. That a story
// reaches what its header says is held while it is told.
func TestEveryRuleHasAStory(t *testing.T) {
	files, err := filepath.Glob("../../stories/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no stories", err)
	}
	var all []kithtest.Header
	for _, f := range files {
		h, err := kithtest.ReadHeader(f)
		if err != nil {
			t.Error(err)
		}
		if len(h.Rules) == 0 {
			t.Logf("%s names no rule in its second line: # R10, R6; referral expired", h.Name)
		}
		all = append(all, h)
	}
	path, want := "../../docs/rules.md", rulesPage(t, all)
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Error(err)
		}
		return
	}
	if have, err := os.ReadFile(path); err != nil || string(have) != want {
		t.Errorf("docs/rules.md is not what the headers say; run `make golden` and read the diff (%v)", err)
	}
}

func rulesPage(t *testing.T, all []kithtest.Header) string {
	var p strings.Builder
	p.WriteString("# Every rule and its stories\n\nWhich story shows which rule, and which reaches which state. Each is told on both databases.\n\n*Printed from the headers of `stories/` by a test. Change a header, then run `make golden`.*\n\n## Rules\n\n| rule | | stories |\n|---|---|---|\n")
	row := func(what, name string, has func(kithtest.Header) bool) {
		var links []string
		for _, h := range all {
			if has(h) {
				links = append(links, fmt.Sprintf("[%s](../stories/%s.txt)", h.Name, h.Name))
			}
		}
		if other := elsewhere[what]; other != "" && len(links) == 0 {
			links = append(links, other)
		}
		if len(links) == 0 {
			t.Errorf("%s has no story", what)
		}
		cells := []string{what, name, strings.Join(links, ", ")}
		if name == "" {
			cells = slices.Delete(cells, 1, 2)
		}
		p.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	for n, name := range rules {
		rule := fmt.Sprintf("R%d", n+1)
		row(rule, name, func(h kithtest.Header) bool { return slices.Contains(h.Rules, rule) })
	}
	p.WriteString("\n## States\n\n| state | stories |\n|---|---|\n")
	for _, state := range kithtest.AllStates() {
		row(state, "", func(h kithtest.Header) bool { return slices.Contains(h.States, state) })
	}
	return p.String()
}
