package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	netmail "net/mail"

	gomail "github.com/wneessen/go-mail"
)

// write is the letter as it goes over the wire: 7-bit, lines of at most 998
// bytes, the same bytes for the same message. It takes a checked message.
func write(m Message) ([]byte, error) {
	msg := gomail.NewMsg(gomail.WithNoDefaultUserAgent(), gomail.WithBoundary(boundary(m)))
	envelope(msg, m)
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	for name, value := range m.Headers {
		msg.SetGenHeader(gomail.Header(name), value)
	}
	msg.SetBodyString(gomail.TypeTextPlain, m.Text)
	if m.HTML != "" {
		msg.AddAlternativeString(gomail.TypeTextHTML, m.HTML)
	}
	var b bytes.Buffer
	if _, err := msg.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("mail: writing %s: %w", m.MessageID, err)
	}
	return b.Bytes(), nil
}

func envelope(msg *gomail.Msg, m Message) {
	msg.SetAddrHeaderFromMailAddress(gomail.HeaderFrom, &netmail.Address{Name: m.FromName, Address: m.From})
	msg.SetAddrHeaderFromMailAddress(gomail.HeaderTo, &netmail.Address{Name: m.ToName, Address: m.To})
	if m.ReplyTo != "" {
		msg.SetAddrHeaderFromMailAddress(gomail.HeaderReplyTo, &netmail.Address{Address: m.ReplyTo})
	}
	msg.SetMessageIDWithValue(m.MessageID)
	msg.SetDateWithValue(m.Date)
	msg.Subject(m.Subject)
}

// boundary is a line that can't be in the letter, because it is made from all of
// it. One drawn at random would do, but then no two tries were alike.
func boundary(m Message) string {
	sum := sha256.Sum256([]byte(m.MessageID + "\n" + m.Text + "\n" + m.HTML))
	return hex.EncodeToString(sum[:24])
}
