package words_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"kith/internal/words"
)

// sentences are what the English catalogue holds, as it is written there: one
// sentence a key, or its forms for one and for several.
func sentences(t testing.TB) map[string][]string {
	t.Helper()
	files, err := filepath.Glob("catalogue/*.en.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no catalogue", err)
	}
	all := map[string][]string{}
	for _, f := range files {
		var here map[string]any
		if _, err := toml.DecodeFile(f, &here); err != nil {
			t.Fatal(f, err)
		}
		for key, value := range here {
			if all[key] != nil {
				t.Errorf("%s has %q, which another file has too", f, key)
			}
			all[key] = forms(value)
		}
	}
	return all
}

func forms(value any) (all []string) {
	switch value := value.(type) {
	case string:
		return []string{value}
	case map[string]any:
		for _, form := range value {
			all = append(all, fmt.Sprint(form))
		}
	}
	return all
}

func catalogueKeys(t testing.TB) []string {
	t.Helper()
	return slices.Sorted(maps.Keys(sentences(t)))
}

// literals are all texts in the source, by the folder of internal they stand in.
func literals(t testing.TB) map[string]map[string]bool {
	t.Helper()
	all := map[string]map[string]bool{}
	for _, root := range []string{"..", "../../cmd", "../../rank"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			room := filepath.Base(filepath.Dir(path))
			if all[room] == nil {
				all[room] = map[string]bool{}
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil {
						all[room][s] = true
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// composable says whether a key stands in the source as a whole, or is put
// together there from texts: "vouch." + "worked_together". Where one text ends
// and the next begins there is a dot or an underscore.
func composable(key string, texts map[string]bool) bool {
	if texts[key] {
		return true
	}
	reached := make([]bool, len(key)+1)
	for end := 2; end <= len(key); end++ {
		reached[end] = texts[key[:end]] && seam(key, end)
		for start := 1; start < end && !reached[end]; start++ {
			reached[end] = reached[start] && seam(key, start) && texts[key[start:end]]
		}
	}
	return reached[len(key)]
}

func seam(key string, at int) bool {
	return at < len(key) && (strings.IndexByte("._", key[at-1]) >= 0 || strings.IndexByte("._", key[at]) >= 0)
}

// TestNothingInTheCatalogueIsUnused looks for each key in the source, whole or
// put together.
func TestNothingInTheCatalogueIsUnused(t *testing.T) {
	texts := map[string]bool{}
	for _, room := range literals(t) {
		for text := range room {
			texts[text] = true
		}
	}
	for _, key := range catalogueKeys(t) {
		if !composable(key, texts) {
			t.Errorf("the catalogue has %q, which nobody says", key)
		}
	}
}

var keyForm = regexp.MustCompile(`^[a-z]+(\.[a-z0-9_]*[a-z0-9])+$`)

// TestWhatTheSourceSaysIsInTheCatalogue looks for each text in the source that
// begins like a key of the catalogue.
func TestWhatTheSourceSaysIsInTheCatalogue(t *testing.T) {
	voice := english(t)
	areas := map[string]bool{}
	keys := catalogueKeys(t)
	begins := map[string]bool{} // what keys begin with, up to a dot
	for _, key := range keys {
		area, _, _ := strings.Cut(key, ".")
		areas[area] = true
		for at := range key {
			if key[at] == '.' {
				begins[key[:at]] = true
			}
		}
	}
	for room, all := range literals(t) {
		for text := range all {
			area, _, _ := strings.Cut(text, ".")
			if !keyForm.MatchString(text) || !areas[area] || voice.Has(text) || begins[text] || fileName(text) || unsaid[text] != "" {
				continue
			}
			if room == "letters" && voice.Has("letter."+text) || room == "kith" && hasAny(voice, text) {
				continue
			}
			t.Errorf("%s says %q, which is not in the catalogue", room, text)
		}
	}
}

// unsaid begin like keys, and are meant to lead to no sentence.
var unsaid = map[string]string{"trio.ended": "of a referral that has ended nobody does anything"}

func hasAny(voice words.Voice, text string) bool {
	for _, prefix := range []string{"says.", "then.", "story.", "next."} {
		if voice.Has(prefix + text) {
			return true
		}
	}
	return false
}

func fileName(text string) bool {
	return slices.Contains([]string{".html", ".templ", ".css", ".js", ".svg", ".go", ".db", ".jsonl"}, filepath.Ext(text))
}

// TestSentencesAreWritten holds how they are written: typographic quotes and
// apostrophes, no he or she, and only names that can be filled in.
func TestSentencesAreWritten(t *testing.T) {
	person := regexp.MustCompile(`(?i)\b(he|she|his|hers|him|her|himself|herself|refer` + `ee)\b`)
	name := regexp.MustCompile(`\{\{\.[a-z_]+\}\}`)
	for key, forms := range sentences(t) {
		for _, s := range forms {
			switch {
			case strings.TrimSpace(s) == "":
				t.Errorf("%s is empty", key)
			case strings.ContainsAny(name.ReplaceAllString(s, ""), `"'`) && !strings.HasPrefix(key, "problem.import_"): // which quote JSON
				t.Errorf("%s: %q has a straight quote", key, s)
			case person.MatchString(s):
				t.Errorf("%s: %q says %q", key, s, person.FindString(s))
			case strings.Contains(s, "..."):
				t.Errorf("%s: %q has three dots for one …", key, s)
			case strings.Contains(name.ReplaceAllString(s, ""), "{{"):
				t.Errorf("%s: %q has something in braces that is no name", key, s)
			}
		}
	}
}

// TestEveryRefusalHasASentence goes through the codes in refusal.go.
func TestEveryRefusalHasASentence(t *testing.T) {
	voice, file := english(t), parse(t, "../kith/refusal.go")
	n := 0
	ast.Inspect(file, func(node ast.Node) bool {
		spec, ok := node.(*ast.ValueSpec)
		if !ok || len(spec.Values) == 0 || fmt.Sprint(spec.Type) != "Code" {
			return true
		}
		code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if n++; err != nil || !voice.Has("refusal."+code) {
			t.Errorf("%q has no sentence", code)
		}
		return true
	})
	if n < 35 {
		t.Errorf("only %d codes were found", n)
	}
}

// TestEveryProblemHasASentence goes through what acts say is wrong with a field:
// Add(wrong, field, key) and kith.Problem{Field, Key}.
func TestEveryProblemHasASentence(t *testing.T) {
	voice := english(t)
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	check := func(at string, e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			key, _ := strconv.Unquote(lit.Value)
			if n++; !voice.Has("problem." + key) {
				t.Errorf("%s: the problem %q has no sentence", at, key)
			}
		}
	}
	for _, f := range files {
		ast.Inspect(parse(t, f), func(node ast.Node) bool {
			switch node := node.(type) {
			case *ast.CallExpr:
				if sel, ok := node.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Add" && len(node.Args) >= 3 {
					check(f, node.Args[2])
				}
			case *ast.KeyValueExpr:
				if key, ok := node.Key.(*ast.Ident); ok && key.Name == "Key" && strings.Contains(f, "/act/") {
					check(f, node.Value)
				}
			}
			return true
		})
	}
	if n < 30 {
		t.Errorf("only %d problems were found", n)
	}
}

func parse(t testing.TB, path string) *ast.File {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func english(t testing.TB) words.Voice {
	t.Helper()
	book, err := words.Open()
	if err != nil {
		t.Fatal(err)
	}
	return book.Speak("en", time.UTC, time.Date(2026, 4, 28, 9, 0, 0, 0, time.UTC))
}
