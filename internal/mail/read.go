package mail

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
)

// Parse reads back a letter that this package has written. Line ends of text and
// HTML come back as \n. It is not a reader for mail from elsewhere: it knows
// UTF-8, quoted-printable and multipart/alternative, nothing more.
func Parse(r io.Reader) (Message, error) {
	raw, err := netmail.ReadMessage(r)
	if err != nil {
		return Message{}, fmt.Errorf("mail: %w", err)
	}
	m, err := readHeader(raw.Header)
	if err != nil {
		return Message{}, fmt.Errorf("mail: %w", err)
	}
	if err := m.readBody(raw); err != nil {
		return Message{}, fmt.Errorf("mail: body of %s: %w", m.MessageID, err)
	}
	return m, nil
}

func readHeader(h netmail.Header) (m Message, err error) {
	var errs [5]error
	m.MessageID = strings.Trim(h.Get("Message-ID"), "<>")
	m.Date, errs[0] = h.Date()
	m.Date = m.Date.UTC()
	m.To, m.ToName, errs[1] = readAddress(h, "To")
	m.From, m.FromName, errs[2] = readAddress(h, "From")
	if h.Get("Reply-To") != "" {
		m.ReplyTo, _, errs[3] = readAddress(h, "Reply-To")
	}
	m.Subject, errs[4] = decode(h.Get("Subject"))
	if err := errors.Join(errs[:]...); err != nil {
		return m, err
	}
	m.Headers, err = further(h)
	return m, err
}

func readAddress(h netmail.Header, name string) (address, shown string, err error) {
	a, err := netmail.ParseAddress(h.Get(name))
	if err != nil {
		return "", "", fmt.Errorf("%s: %w", name, err)
	}
	return a.Address, a.Name, nil
}

// further are the headers that don't come from the other fields of a Message.
func further(h netmail.Header) (map[string]string, error) {
	out := map[string]string{}
	for name := range h {
		if ours[name] || strings.HasPrefix(name, "Content-") {
			continue
		}
		value, err := decode(h.Get(name))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out[name] = value
	}
	return out, nil
}

func decode(s string) (string, error) { return new(mime.WordDecoder).DecodeHeader(s) }

func (m *Message) readBody(raw *netmail.Message) error {
	kind, params, err := mime.ParseMediaType(raw.Header.Get("Content-Type"))
	if err != nil {
		return err
	}
	if kind != "multipart/alternative" {
		return m.readPart(kind, quotedprintable.NewReader(raw.Body))
	}
	parts := multipart.NewReader(raw.Body, params["boundary"])
	for {
		part, err := parts.NextPart() // undoes quoted-printable
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := m.readPart(part.Header.Get("Content-Type"), part); err != nil {
			return err
		}
	}
}

func (m *Message) readPart(kind string, body io.Reader) error {
	b, err := io.ReadAll(body)
	content := strings.ReplaceAll(string(b), "\r\n", "\n")
	if strings.HasPrefix(kind, "text/html") {
		m.HTML = content
	} else {
		m.Text = content
	}
	return err
}
