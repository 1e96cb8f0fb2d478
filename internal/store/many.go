package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"regexp"
	"strconv"
	"strings"

	"kith/internal/store/db"
)

// Many runs add with a transaction whose inserts are gathered and written many
// rows at a time, which is what makes an import fast. Within add, what was
// inserted can't be read yet; when Many returns, it is there. Where one insert
// needs the row of another, that one must have come first.
func (t *Tx) Many(ctx context.Context, add func(many *Tx) error) error {
	g := &gather{DBTX: t.raw, kind: t.kind, known: map[string]*rows{}}
	if err := add(&Tx{db.New(g), g, t.kind}); err != nil {
		return err
	}
	return g.flush(ctx)
}

// gather keeps the rows of inserts until there are enough of them.
type gather struct {
	db.DBTX
	kind  Kind
	known map[string]*rows
	// order is the order in which tables came first, so that a row is written
	// after those it needs.
	order []*rows
	args  int
}

// rows are those gathered for one insert.
type rows struct {
	before, after string // around the values of the rows
	columns       int
	args          []any
}

// mostArgs is how many values are gathered; PostgreSQL takes 65,535 in one
// statement, SQLite 32,766.
const mostArgs = 16_000

// ExecContext gathers an insert of one row. Anything else is done at once,
// after what was gathered before.
func (g *gather) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	r := g.rows(query)
	if r == nil {
		if err := g.flush(ctx); err != nil {
			return nil, err
		}
		return g.DBTX.ExecContext(ctx, query, args...)
	}
	r.args = append(r.args, args...)
	if g.args += len(args); g.args < mostArgs {
		return driver.RowsAffected(1), nil
	}
	return driver.RowsAffected(1), g.flush(ctx)
}

// oneRow is an insert of one row whose values are its parameters in order.
var oneRow = regexp.MustCompile(`(?s)^(.*INSERT INTO .*VALUES )\((\$\d+(?:, \$\d+)*)\)(.*)$`)

func (g *gather) rows(query string) *rows {
	if r, known := g.known[query]; known {
		return r
	}
	var r *rows
	if m := oneRow.FindStringSubmatch(query); m != nil {
		r = &rows{before: m[1], after: m[3], columns: strings.Count(m[2], "$")}
		g.order = append(g.order, r)
	}
	g.known[query] = r
	return r
}

func (g *gather) flush(ctx context.Context) error {
	for _, r := range g.order {
		if len(r.args) == 0 {
			continue
		}
		if _, err := g.DBTX.ExecContext(ctx, r.text(g.kind), r.args...); err != nil {
			return err
		}
		r.args = r.args[:0]
	}
	g.args = 0
	return nil
}

// text is the insert with a list of values for each row. SQLite looks named
// parameters up one by one, so there they stay nameless.
func (r *rows) text(kind Kind) string {
	var b strings.Builder
	b.WriteString(r.before)
	for i := range r.args {
		switch {
		case i == 0:
			b.WriteByte('(')
		case i%r.columns == 0:
			b.WriteString("), (")
		default:
			b.WriteString(", ")
		}
		if kind == SQLite {
			b.WriteByte('?')
			continue
		}
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(i + 1))
	}
	b.WriteByte(')')
	b.WriteString(r.after)
	return b.String()
}
