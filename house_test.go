// Package kith_test holds the house to its own rules: who may import whom, how
// large things may become, and what must stand nowhere. ARCHITECTURE.md says the
// same in prose.
package kith_test

import (
	"slices"
	"strings"
	"testing"
)

// room is a package and what of ours its code may import. Tests are free.
type room struct {
	path, may string // separated by spaces; * is everything
	because   string
}

var rooms = []room{
	{"cmd/kith", "*", "it puts the house together"},
	{"bench", "*", "it measures the whole house from outside"},
	{"rank", "", "nothing of ours: anybody can take the engine out and check it"},
	{"internal/history", "", "files of what happened, and the engine alone"},
	{"internal/kith", "", "words and rules stand below everything and know nothing"},
	{"internal/ids", "", "the only chance; whoever needs it is given it"},
	{"internal/clock", "", "the only clock; whoever needs it is given it"},
	{"internal/mail", "", "it delivers and knows nothing of what it carries"},
	{"internal/mail/mailtest", "mail", "a mail server for tests"},
	{"internal/words", "kith", "the catalogue is pure: a key in, a sentence out"},
	{"internal/letters", "kith words", "pure: facts in, a letter out; the page that previews it uses the same"},
	{"internal/check", "", "pure: a text in, what a person should look at out"},
	{"internal/store", "kith store/db", "it takes and gives the words of kith"},
	{"internal/store/db", "", "generated"},
	{"internal/store/stamp", "", "a tool that says whether generated code is up to date"},
	{"internal/store/storetest", "kith store", "one suite for both databases"},
	{"internal/memory", "kith store", "what the search for people knows, fed from the store"},
	{"internal/act", "kith check ids store", "the only way to change something; it knows no pages and no letters"},
	{"internal/query", "kith check memory store", "the only way to see something"},
	{"internal/auth", "kith ids clock store", "the door: sessions and links"},
	{"internal/work", "act letters mail words store kith clock ids", "what is due happens, and letters go out"},
	{"internal/transfer", "act query kith words", "import is one act, export one question"},
	{"internal/web", "act query auth letters words kith check clock ids store web/parts web/assets", "pages ask and act; of the store they only know what questions give away, see lent"},
	{"internal/web/parts", "", "the design system knows nothing of the product"},
	{"internal/web/assets", "", "files"},
	{"internal/demo", "act work web mail words store kith clock ids", "the village is a whole house"},
	{"internal/crash", "", "a test that kills the program; it has no code of its own"},
	{"internal/sim", "", "a town that tests live through; it has no code of its own"},
	{"internal/mutants", "", "it breaks the law in copies and runs the tests"},
	{"internal/kithtest", "*", "the world that tests live in"},
	{"internal/kithtest/situations", "kith", "used by the tests of pure packages"},
	{"internal/kithtest/postgres", "", "a throw-away server for tests"},
	{"internal/kithtest/withpostgres", "kithtest/postgres", "runs tests with one"},
}

// TestWhoMayImportWhom holds the table of rooms.
func TestWhoMayImportWhom(t *testing.T) {
	for _, f := range goFiles(t) {
		at := slices.IndexFunc(rooms, func(r room) bool { return r.path == f.room })
		switch {
		case f.test:
			continue
		case at < 0:
			t.Errorf("%s: the room %s has no row in the table of rooms", f.path, f.room)
			continue
		}
		r := rooms[at]
		for _, path := range f.imports {
			ours, isOurs := strings.CutPrefix(path, "kith/internal/")
			if isOurs && r.may != "*" && !slices.Contains(strings.Fields(r.may), ours) {
				t.Errorf("%s imports %s, which %s may not: %s", f.path, ours, r.path, r.because)
			}
		}
	}
}

// ban is something that may stand in a few places only. A place is a folder, or
// a file.
type ban struct {
	what    string   // a package, or a function as package.Name
	in      string   // where it is forbidden; "" is everywhere
	but     []string // where it may stand nevertheless
	because string
}

var bans = []ban{
	{
		"time.Now", "",
		[]string{"cmd", "internal/clock", "bench", "internal/kithtest/postgres", "internal/web/guard.go"},
		"time is an argument. cmd and the clock read the machine's; bench measures; a throw-away database needs a name; guard.go logs how long a request took, on which nothing depends",
	},
	{"math/rand", "", nil, "chance is in internal/ids"},
	{
		"math/rand/v2", "",
		[]string{"internal/store/store.go"},
		"chance is in internal/ids; the store's pauses before it tries again must differ between programs, and nothing is made of them",
	},
	{"crypto/rand", "", []string{"internal/ids"}, "chance is in internal/ids"},
	{"github.com/google/uuid", "", []string{"internal/ids"}, "ids are made in internal/ids"},
	{
		"database/sql", "",
		[]string{"internal/store", "internal/kithtest/postgres", "bench"},
		"SQL is the store's; tests make databases; bench measures what a bare one can do",
	},
	{"os", "rank", nil, "the engine is pure: no input, no output"},
	{"log/slog", "rank", nil, "the engine is pure: no input, no output"},
	{"time", "rank", nil, "the engine is pure: days are numbers that it is given"},
	{"math", "rank", nil, "no float in a score"},
	{"net/http", "internal/act", nil, "an act doesn't know where it comes from"},
	{"net/http", "internal/query", nil, "a question doesn't know who shows the answer"},
	{"net/http", "internal/kith", nil, "rules are pure"},
	{"os", "internal/kith", nil, "rules are pure"},
	{"os", "internal/words", nil, "words are pure: the catalogue is part of the program"},
	{"os", "internal/letters", nil, "letters are pure"},
	{"log/slog", "internal/kith", nil, "rules are pure"},
	{"time.Sleep", "", []string{"bench", "internal/kithtest", "internal/mail/mailtest"}, "nobody waits by sleeping"},
}

// TestWhatMayStandSomewhereOnly holds the bans, in code that is no test.
func TestWhatMayStandSomewhereOnly(t *testing.T) {
	for _, f := range goFiles(t) {
		for _, b := range bans {
			if f.test || !within(f.path, b.in) || slices.ContainsFunc(b.but, func(place string) bool { return within(f.path, place) }) {
				continue
			}
			if slices.Contains(f.imports, b.what) || f.uses[b.what] {
				t.Errorf("%s uses %s: %s", f.path, b.what, b.because)
			}
		}
	}
}

// lent are the names of the store that pages may use: what questions give away,
// and whether there was anything.
var lent = []string{"Name", "Tally", "Task", "Trail", "Report", "TaskKind", "TaskLeave", "TaskLetter", "TaskRemind", "TaskLapse", "Thread", "Draft", "IsNone"}

// TestPagesDontOpenTheStore holds that pages change and see things through act
// and query only.
func TestPagesDontOpenTheStore(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test || f.room != "internal/web" {
			continue
		}
		for use := range f.uses {
			if name, ok := strings.CutPrefix(use, "store."); ok && !slices.Contains(lent, name) {
				t.Errorf("%s uses %s: pages go through act and query", f.path, use)
			}
		}
	}
}

// sizes: good Go has a median function of about ten lines and files of about a
// hundred. Past the first number it is said, past the second it fails.
const (
	fileWarn, fileFail = 250, 400
	funcWarn, funcFail = 35, 70
)

// large are the functions that may be larger, and why.
var large = map[string]string{
	"internal/transfer/lines_test.go TestEveryFaultIsTold": "a table of every fault that a line can have",
}

// TestSizes says how large the house is, and where it is too large. Generated
// code is as large as it is.
func TestSizes(t *testing.T) {
	var code, tests figures
	for _, f := range goFiles(t) {
		if f.generated {
			continue
		}
		all := &code
		if f.test {
			all = &tests
		}
		all.add(f)
		switch {
		case f.lines > fileFail:
			t.Errorf("%s has %d lines, %d are the most", f.path, f.lines, fileFail)
		case f.lines > fileWarn:
			t.Logf("%s has %d lines, which is much", f.path, f.lines)
		}
		for _, fn := range f.funcs {
			switch {
			case fn.lines > funcFail && large[f.path+" "+fn.name] == "":
				t.Errorf("%s: %s has %d lines, %d are the most", f.path, fn.name, fn.lines, funcFail)
			case fn.lines > funcWarn:
				t.Logf("%s: %s has %d lines, which is much", f.path, fn.name, fn.lines)
			}
		}
	}
	t.Logf("code:  %s", code)
	t.Logf("tests: %s", tests)
}

// TestEverythingExportedSaysWhatItIs wants a doc comment on each exported name.
func TestEverythingExportedSaysWhatItIs(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test || f.generated {
			continue
		}
		for _, name := range f.silent {
			t.Errorf("%s: %s has no doc comment", f.path, name)
		}
	}
}

// TestNoGetReachesAct holds that looking changes nothing: it follows each GET
// route's function through the functions of package web that it calls.
func TestNoGetReachesAct(t *testing.T) {
	web := readWeb(t)
	gets := 0
	for _, r := range web.routes {
		if !strings.HasPrefix(r.pattern, "GET ") {
			continue
		}
		gets++
		// keepShown is the one exception: an order that is shown is written down.
		if path := web.wayToHouse(r.page, map[string]bool{".keepShown": true}); path != nil {
			t.Errorf("%s changes something: %s", r.pattern, strings.Join(path, " → "))
		}
	}
	if gets < 30 {
		t.Errorf("only %d GET routes were found", gets)
	}
	if web.wayToHouse("refer", map[string]bool{}) == nil {
		t.Error("this test doesn't see that handing on changes something")
	}
}

// TestEveryPostChangesSomething is the other half: a POST that reaches neither
// act nor the door would be a form that does nothing.
func TestEveryPostChangesSomething(t *testing.T) {
	web := readWeb(t)
	for _, r := range web.routes {
		if strings.HasPrefix(r.pattern, "POST ") && len(web.uses[r.page]) == 0 {
			t.Errorf("%s: %s does nothing", r.pattern, r.page)
		}
	}
}

// words that must stand nowhere in what we write, in any file.
var unwritten = []struct {
	text    string
	in      string   // how names end of the files that are looked at; "" is all
	but     []string // files
	because string
}{
	{"refer" + "ee", "", []string{"CONTRIBUTING.md"}, "in hiring that is somebody who gives a reference (CONTRIBUTING.md says so)"},
	{"../" + "shared", "", nil, "what stands outside of the project is not part of it"},
	{"TO" + "DO", ".go", nil, "what isn't done is said in the changelog, not in the code"},
	{"FIX" + "ME", ".go", nil, "what is broken is mended"},
	{"context.TO" + "DO", ".go", nil, "everything is done for somebody"},
	{"t." + "Skip(", ".go", []string{"internal/crash/crash_test.go"}, "nothing is skipped silently; crashes are left out by make check, which says so"},
	{"<" + "script>", ".templ", nil, "the policy forbids scripts in a page"},
	{" style" + "=\"", ".templ", nil, "the policy forbids styles in a page"},
}

// TestWhatMustStandNowhere reads every file that is ours.
func TestWhatMustStandNowhere(t *testing.T) {
	for path, text := range textFiles(t) {
		for _, u := range unwritten {
			if strings.HasSuffix(path, u.in) && !slices.Contains(u.but, path) && strings.Contains(strings.ToLower(text), strings.ToLower(u.text)) {
				t.Errorf("%s says %q: %s", path, u.text, u.because)
			}
		}
	}
}

// TestAssetsLoadNothingFromElsewhere holds that a page comes from this
// installation only.
func TestAssetsLoadNothingFromElsewhere(t *testing.T) {
	n := 0
	for path, text := range textFiles(t) {
		if !strings.HasPrefix(path, "internal/web/") || strings.HasSuffix(path, ".go") {
			continue
		}
		n++
		for _, url := range otherSites(text) {
			t.Errorf("%s names %s: no page fetches from elsewhere", path, url)
		}
	}
	if n < 10 {
		t.Errorf("only %d files were found", n)
	}
}
