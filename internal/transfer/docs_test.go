package transfer_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kith/internal/kithtest"
)

// TestTheDocsNameEveryField compares the tables of docs/import.md with what an
// export writes, and brings the example that stands there in.
func TestTheDocsNameEveryField(t *testing.T) {
	page, err := os.ReadFile("../../docs/import.md")
	if err != nil {
		t.Fatal(err)
	}
	w := kithtest.New(t, "sqlite:"+t.TempDir()+"/kith.db")
	example := regexp.MustCompile("(?s)```jsonl\n(.*?)```").FindSubmatch(page)
	if example == nil {
		t.Fatal("docs/import.md has no example")
	}
	if sum := load(t, w, string(example[1])); sum.People.New == 0 || sum.Jobs.New == 0 || sum.Invitations.New == 0 {
		t.Errorf("the example has not one of each: %+v", sum)
	}
	exported := strings.Split(export(t, w), "\n")
	for _, kind := range []string{"person", "job", "invitation"} {
		at := slices.IndexFunc(exported, func(l string) bool { return strings.HasPrefix(l, `{"kind":"`+kind+`"`) })
		if diff := cmp.Diff(fieldsOf(exported[at]), documented(string(page), kind)); diff != "" {
			t.Errorf("fields of a %s (-written +in the docs):\n%s", kind, diff)
		}
	}
}

var fieldName = regexp.MustCompile(`[{,]"([a-z_]+)":`)

func fieldsOf(line string) (all []string) {
	inner := map[string]bool{"amount": true, "currency": true, "lower": true, "upper": true}
	for _, m := range fieldName.FindAllStringSubmatch(line, -1) {
		if !inner[m[1]] {
			all = append(all, m[1])
		}
	}
	return all
}

func documented(page, kind string) []string {
	_, section, _ := strings.Cut(strings.Replace(page, "## An ", "## A ", 1), "\n## A "+kind+"\n")
	section, _, _ = strings.Cut(section, "\n## ")
	all := []string{"kind"}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z_]+)` \\|").FindAllStringSubmatch(section, -1) {
		all = append(all, m[1])
	}
	return all
}
