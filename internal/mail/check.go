package mail

import (
	"fmt"
	netmail "net/mail"
	"net/textproto"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// longest is how long one word of a header may be, in bytes. Lines can be folded
// only between words and may have 998 bytes (RFC 5322, 2.1.1).
const longest = 900

var (
	messageID  = regexp.MustCompile(`^[^\s<>@]+@[^\s<>@]+$`)
	lineEnds   = strings.NewReplacer("\r\n", "\n", "\r", "\n")
	headerName = regexp.MustCompile(`^[A-Za-z0-9-]+$`)

	// ours are the headers that only the fields of a Message make; so is whatever
	// begins with Content-.
	ours = map[string]bool{
		"Bcc": true, "Cc": true, "Date": true, "From": true, "Message-Id": true, "Mime-Version": true,
		"Received": true, "Reply-To": true, "Return-Path": true, "Sender": true, "Subject": true, "To": true,
	}
)

// checked is the message as it will be written, or why it can't be; the reason is
// permanent. It turns white space in lines into single spaces, line ends into \n,
// domains into lower-case ASCII, header names into their usual form and the date
// into UTC.
func (m Message) checked() (Message, error) {
	var c checker
	m.MessageID = c.id(m.MessageID)
	m.To, m.From = c.address("To", m.To), c.address("From", m.From)
	if m.ReplyTo != "" {
		m.ReplyTo = c.address("ReplyTo", m.ReplyTo)
	}
	m.ToName, m.FromName = c.name("ToName", m.ToName), c.name("FromName", m.FromName)
	m.Subject = c.line("Subject", m.Subject)
	m.Headers = c.headers(m.Headers)
	c.refuse(m.Subject == "" || m.Text == "" || m.Date.IsZero(), "it needs Subject, Text and Date")
	m.Text, m.HTML = lineEnds.Replace(m.Text), lineEnds.Replace(m.HTML)
	m.Date = m.Date.UTC()
	return m, c.err
}

// checker keeps the first thing that is wrong.
type checker struct{ err error }

func (c *checker) refuse(wrong bool, format string, args ...any) {
	if wrong && c.err == nil {
		c.err = fmt.Errorf("%w: %s", ErrRefused, fmt.Sprintf(format, args...))
	}
}

// line passes what can stand in a header. A line break there would let whoever
// wrote the value add headers of their own. And what looks like an encoded word
// (RFC 2047) gets a space into it, or programs would show something else than
// was written, previewed and checked.
func (c *checker) line(field, s string) string {
	c.refuse(strings.ContainsFunc(s, unprintable), "%s has a line break or control character", field)
	words := strings.Fields(s)
	c.refuse(slices.ContainsFunc(words, func(w string) bool { return len(w) > longest }), "%s has too long a word", field)
	return strings.ReplaceAll(strings.Join(words, " "), "=?", "= ?")
}

// name is a line without backslashes: net/mail leaves them as they are in encoded
// words, where none may be in a name (RFC 2047, 5), and then can't read them.
func (c *checker) name(field, s string) string {
	return strings.ReplaceAll(c.line(field, s), `\`, "/")
}

func (c *checker) id(s string) string {
	c.refuse(!messageID.MatchString(c.line("MessageID", s)) || !ascii(s), "MessageID %q is not of the form unique@domain", s)
	return s
}

func (c *checker) address(field, s string) string {
	a, err := netmail.ParseAddress(c.line(field, s))
	if err != nil || a.Address != s {
		c.refuse(true, "%s %q is not a mail address", field, s)
		return s
	}
	at := strings.LastIndexByte(s, '@')
	domain, err := idna.Lookup.ToASCII(s[at+1:])
	if err != nil {
		return s // not a name by the rules, but perhaps by the server's
	}
	return s[:at+1] + domain
}

func (c *checker) headers(in map[string]string) map[string]string {
	if len(in) == 0 {
		return nil
	}
	out := make(map[string]string, len(in))
	for name, value := range in {
		usual := textproto.CanonicalMIMEHeaderKey(name)
		c.refuse(!headerName.MatchString(name), "%q is not the name of a header", name)
		c.refuse(ours[usual] || strings.HasPrefix(usual, "Content-"), "header %s can't be given", usual)
		_, twice := out[usual]
		c.refuse(twice, "header %s is there twice", usual)
		out[usual] = c.line(usual, value)
	}
	return out
}

func unprintable(r rune) bool { return r != '\t' && unicode.IsControl(r) }

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}
