package transfer

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"

	"kith/internal/kith"
	"kith/internal/query"
)

// Written counts the lines of an export.
type Written struct{ People, Jobs, Invitations int }

// Export writes everything, ordered by kind and id, each line with every field.
func Export(ctx context.Context, desk *query.Desk, to io.Writer) (Written, error) {
	w := &writer{to: bufio.NewWriterSize(to, 64<<10)}
	if err := desk.Export(ctx, w); err != nil {
		return w.sum, err
	}
	return w.sum, w.to.Flush()
}

type writer struct {
	to  *bufio.Writer
	sum Written
}

// Person writes a line.
func (w *writer) Person(p kith.Person) error {
	w.sum.People++
	return write(w.to, "person", p.ID, personColumns, p)
}

// Job writes a line.
func (w *writer) Job(j kith.Job) error {
	w.sum.Jobs++
	return write(w.to, "job", j.ID, jobColumns, j)
}

// Invitation writes a line.
func (w *writer) Invitation(i kith.Invitation) error {
	w.sum.Invitations++
	return write(w.to, "invitation", i.ID, invitationColumns, i)
}

func write[T any](to io.Writer, kind, id string, columns []column[T], t T) error {
	line := shown{{"kind", kind}, {"id", id}}
	for _, c := range columns {
		line = append(line, pair{c.name, c.show(t)})
	}
	b, err := line.json()
	if err != nil {
		return err
	}
	_, err = to.Write(append(b, '\n'))
	return err
}

// shown is a JSON object whose fields keep their order.
type shown []pair

type pair struct {
	name  string
	value any
}

func (s shown) json() ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, p := range s {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + p.name + `":`)
		if err := p.encode(&b, out); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func (p pair) encode(b *bytes.Buffer, out *json.Encoder) error {
	if inner, ok := p.value.(shown); ok {
		raw, err := inner.json()
		b.Write(raw)
		return err
	}
	if err := out.Encode(p.value); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // the line break after each value
	return nil
}
