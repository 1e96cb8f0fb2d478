package kith_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// constants are the values of all constants of a type of this package, read
// from its source in the order in which they stand there, so that a new one is
// walked by the tests without being listed.
func constants[T ~string](t testing.TB, typ string) (values []T) {
	t.Helper()
	all, err := readConstants()
	if err != nil {
		t.Fatal(err)
	}
	if len(all[typ]) == 0 {
		t.Fatalf("no constants of type %s", typ)
	}
	for _, v := range all[typ] {
		values = append(values, T(v))
	}
	return values
}

// readConstants are the text constants of the package by their type.
var readConstants = sync.OnceValues(func() (map[string][]string, error) {
	all := map[string][]string{}
	files, err := filepath.Glob("*.go")
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return nil, err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if typ, value, ok := textConstant(n); ok {
				all[typ] = append(all[typ], value)
			}
			return true
		})
	}
	return all, err
})

func textConstant(n ast.Node) (typ, value string, ok bool) {
	spec, isSpec := n.(*ast.ValueSpec)
	if !isSpec || len(spec.Values) == 0 {
		return "", "", false
	}
	id, named := spec.Type.(*ast.Ident)
	lit, written := spec.Values[0].(*ast.BasicLit)
	if !named || !written {
		return "", "", false
	}
	value, err := strconv.Unquote(lit.Value)
	return id.Name, value, err == nil
}
