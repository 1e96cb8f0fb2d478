package kith_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// goFile is what the rules ask of a file of Go.
type goFile struct {
	path, room      string
	test, generated bool
	lines           int
	imports         []string
	uses            map[string]bool // package.Name of what it uses of others
	funcs           []function
	silent          []string // exported names without a doc comment
	tree            *ast.File
}

type function struct {
	name  string
	lines int
}

var readGo = sync.OnceValues(func() (all []goFile, err error) {
	set := token.NewFileSet()
	err = eachFile(func(name string) error {
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		tree, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		f := goFile{
			path: name, room: path.Dir(name), test: strings.HasSuffix(name, "_test.go"), generated: ast.IsGenerated(tree),
			lines: set.Position(tree.FileEnd).Line, uses: map[string]bool{}, tree: tree,
		}
		f.read(set)
		all = append(all, f)
		return nil
	})
	return all, err
})

func goFiles(t *testing.T) []goFile {
	t.Helper()
	all, err := readGo()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 100 {
		t.Fatalf("only %d files of Go were found", len(all))
	}
	return all
}

// notOurs are folders that hold what others wrote or tools made.
var notOurs = []string{".git", "node_modules", "build", "village"}

func eachFile(see func(name string) error) error {
	return filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains(notOurs, d.Name()):
			return filepath.SkipDir
		case d.Type().IsRegular():
			return see(filepath.ToSlash(name))
		}
		return nil
	})
}

func (f *goFile) read(set *token.FileSet) {
	names := map[string]string{} // how a package is called here
	for _, i := range f.tree.Imports {
		full, _ := strconv.Unquote(i.Path.Value)
		f.imports = append(f.imports, full)
		called := path.Base(full)
		if i.Name != nil {
			called = i.Name.Name
		}
		names[called] = path.Base(full)
	}
	ast.Inspect(f.tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && names[x.Name] != "" {
				f.uses[names[x.Name]+"."+n.Sel.Name] = true
			}
		case *ast.FuncDecl:
			f.funcs = append(f.funcs, function{n.Name.Name, set.Position(n.End()).Line - set.Position(n.Pos()).Line + 1})
		}
		return true
	})
	for _, d := range f.tree.Decls {
		f.silent = append(f.silent, silentIn(d)...)
	}
}

// byInterface are methods whose meaning is that of the interface they are for.
var byInterface = []string{"Error", "String", "Unwrap", "WriteHeader", "ExecContext"}

func silentIn(d ast.Decl) (names []string) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) && !(d.Recv != nil && slices.Contains(byInterface, d.Name.Name)) {
			names = append(names, d.Name.Name)
		}
	case *ast.GenDecl:
		if d.Doc != nil {
			return nil
		}
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				if spec.Name.IsExported() && spec.Doc == nil {
					names = append(names, spec.Name.Name)
				}
			case *ast.ValueSpec:
				if spec.Names[0].IsExported() && spec.Doc == nil && spec.Comment == nil {
					names = append(names, spec.Names[0].Name)
				}
			}
		}
	}
	return names
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	id, ok := typ.(*ast.Ident)
	return ok && id.IsExported()
}

// within says whether a file is in a place: a folder, or the file itself.
func within(file, place string) bool {
	return place == "" || file == place || strings.HasPrefix(file, place+"/")
}

// figures are how much there is of something, and how large its parts are.
type figures struct {
	files, funcs []int
	largest      goFile
	longest      function
	where        string
}

func (g *figures) add(f goFile) {
	g.files = append(g.files, f.lines)
	if f.lines > g.largest.lines {
		g.largest = f
	}
	for _, fn := range f.funcs {
		g.funcs = append(g.funcs, fn.lines)
		if fn.lines > g.longest.lines {
			g.longest, g.where = fn, f.path
		}
	}
}

func (g figures) String() string {
	lines := 0
	for _, n := range g.files {
		lines += n
	}
	return fmt.Sprintf(
		"%d lines in %d files and %d functions; median file %d, median function %d; largest file %s with %d, longest function %s in %s with %d",
		lines, len(g.files), len(g.funcs), median(g.files), median(g.funcs), g.largest.path, g.largest.lines, g.longest.name, g.where, g.longest.lines,
	)
}

func median(all []int) int {
	if len(all) == 0 {
		return 0
	}
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}

// textFiles are all files that somebody can read, by path.
func textFiles(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := eachFile(func(name string) error {
		b, err := os.ReadFile(name)
		if err == nil && utf8.Valid(b) {
			all[name] = string(b)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var anyURL = regexp.MustCompile(`(?:https?:)?//[a-zA-Z0-9-]+\.[a-zA-Z0-9./_-]+`)

// otherSites are the addresses in a text that lead elsewhere. Names of XML and
// the addresses that stand for examples lead nowhere.
func otherSites(text string) []string {
	nowhere := regexp.MustCompile(`^(?:https?:)?//(?:www\.w3\.org/|[a-z.-]*\.example\b|[a-z.-]*example\.(?:org|com))`)
	return slices.DeleteFunc(anyURL.FindAllString(text, -1), nowhere.MatchString)
}
