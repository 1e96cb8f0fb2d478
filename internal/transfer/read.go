package transfer

import (
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

	"kith/internal/act"
	"kith/internal/kith"
)

// Reader reads files, one after the other, for one import.
type Reader struct {
	brought act.Brought
	lines   int
}

// File reads one file; its name is for telling what is wrong. The error is about
// reading; what is wrong with lines is kept for the import to tell.
func (r *Reader) File(name string, from io.Reader) error {
	return eachLine(from, func(number int, line []byte) {
		r.lines++
		r.line(act.Place{File: name, Line: number, Nth: r.lines}, line)
	})
}

// Brought is what was read.
func (r *Reader) Brought() act.Brought { return r.brought }

// Rows is how many things were read.
func (r *Reader) Rows() int {
	return len(r.brought.People) + len(r.brought.Jobs) + len(r.brought.Invitations)
}

func (r *Reader) fault(at act.Place, field, key string, args ...any) {
	r.brought.Faults = append(r.brought.Faults, act.Fault{At: at, Problem: kith.Problem{Field: field, Key: key, Args: args}})
}

func (r *Reader) line(at act.Place, raw []byte) {
	if raw == nil {
		r.fault(at, "", "import_too_long")
		return
	}
	if !utf8.Valid(raw) {
		r.fault(at, "", "import_not_utf8")
		return
	}
	fields, problem := object(raw)
	if problem != "" {
		r.fault(at, "", problem)
		return
	}
	kind, fields := taken(fields, "kind")
	id, fields := taken(fields, "id")
	if kind != "" && id == "" {
		r.fault(at, "id", "import_missing")
		return
	}
	b := &r.brought
	switch kind {
	case "person":
		b.People = append(b.People, act.BroughtPerson{At: at, ID: id, Fill: fill(r, at, kind, personColumns, fields)})
	case "job":
		b.Jobs = append(b.Jobs, act.BroughtJob{At: at, ID: id, Fill: fill(r, at, kind, jobColumns, fields)})
	case "invitation":
		b.Invitations = append(b.Invitations, act.BroughtInvitation{At: at, ID: id, Fill: fill(r, at, kind, invitationColumns, fields)})
	default:
		r.fault(at, "kind", "import_kind")
	}
}

// taken takes the first field of a name, a text or a whole number, out of the
// others.
func taken(fields []field, name string) (value string, rest []field) {
	for i, f := range fields {
		if f.name != name {
			continue
		}
		if whole.Match(f.raw) {
			value = string(f.raw)
		} else if json.Unmarshal(f.raw, &value) != nil {
			value = ""
		}
		return value, append(fields[:i:i], fields[i+1:]...)
	}
	return "", fields
}

// fill reads the fields of a line and gives what they set.
func fill[T any](r *Reader, at act.Place, kind string, columns []column[T], fields []field) func(*T) {
	var sets []func(*T)
	seen := map[string]bool{"kind": true, "id": true}
	for _, f := range fields {
		c := columnOf(columns, f.name)
		switch {
		case seen[f.name]:
			r.fault(at, f.name, "import_field_twice")
		case c == nil:
			r.fault(at, f.name, "import_unknown", "kind", kind, "all", strings.Join(names(columns), ", "))
		default:
			set, problem := c.read(f.raw)
			if problem != "" {
				r.fault(at, f.name, problem)
				set = func(*T) {}
			}
			sets = append(sets, set)
		}
		seen[f.name] = true
	}
	return func(t *T) {
		for _, set := range sets {
			set(t)
		}
	}
}

func columnOf[T any](columns []column[T], name string) *column[T] {
	for i := range columns {
		if columns[i].name == name {
			return &columns[i]
		}
	}
	return nil
}

func names[T any](columns []column[T]) []string {
	all := []string{"kind", "id"}
	for _, c := range columns {
		all = append(all, c.name)
	}
	return all
}
