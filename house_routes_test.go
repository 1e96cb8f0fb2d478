package kith_test

import (
	"go/ast"
	"go/token"
	"strconv"
	"testing"
)

// pages are the routes of package web, and what its functions use. A function
// is called by its name, a method by its name with a dot before it.
type pages struct {
	routes []struct{ pattern, page string }
	uses   map[string]map[string]bool
	house  map[string]bool // those that use a field named House
}

func readWeb(t *testing.T) pages {
	t.Helper()
	p := pages{uses: map[string]map[string]bool{}, house: map[string]bool{}}
	for _, f := range goFiles(t) {
		if f.room != "internal/web" || f.test {
			continue
		}
		for _, d := range f.tree.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				p.readUses(fn)
			}
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if lit, ok := n.(*ast.CompositeLit); ok && len(lit.Elts) == 3 {
				p.readRoute(lit)
			}
			return true
		})
	}
	return p
}

func (p *pages) readRoute(lit *ast.CompositeLit) {
	pattern, ok := lit.Elts[0].(*ast.BasicLit)
	page, named := lit.Elts[2].(*ast.Ident)
	if ok && named && pattern.Kind == token.STRING {
		text, _ := strconv.Unquote(pattern.Value)
		p.routes = append(p.routes, struct{ pattern, page string }{text, page.Name})
	}
}

// readUses notes what a function names. Methods of one name count as one, so
// that a way is rather seen too often than not at all.
func (p *pages) readUses(fn *ast.FuncDecl) {
	name := fn.Name.Name
	if fn.Recv != nil {
		name = "." + name
	}
	if p.uses[name] == nil {
		p.uses[name] = map[string]bool{}
	}
	own := localNames(fn)
	behind := map[*ast.Ident]bool{} // a dot
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			behind[n.Sel] = true
			p.uses[name]["."+n.Sel.Name] = true
			p.house[name] = p.house[name] || n.Sel.Name == "House"
		case *ast.Ident:
			if !behind[n] && !own[n.Name] {
				p.uses[name][n.Name] = true
			}
		}
		return true
	})
}

// localNames are the names that a function gives inside, to parameters and
// variables: they stand for those, not for functions of the package.
func localNames(fn *ast.FuncDecl) map[string]bool {
	own := map[string]bool{}
	name := func(all ...ast.Expr) {
		for _, e := range all {
			if id, ok := e.(*ast.Ident); ok {
				own[id.Name] = true
			}
		}
	}
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			for _, id := range n.Names {
				name(id)
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				name(id)
			}
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				name(n.Lhs...)
			}
		case *ast.RangeStmt:
			name(n.Key, n.Value)
		}
		return true
	})
	return own
}

// wayToHouse is a way by which a function of package web reaches act, or nil.
func (p pages) wayToHouse(name string, been map[string]bool) []string {
	if been[name] || p.uses[name] == nil {
		return nil
	}
	been[name] = true
	if p.house[name] {
		return []string{name, "House"}
	}
	for use := range p.uses[name] {
		if way := p.wayToHouse(use, been); way != nil {
			return append([]string{name}, way...)
		}
	}
	return nil
}
