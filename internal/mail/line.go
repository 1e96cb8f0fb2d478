package mail

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/textproto"
	"time"

	"github.com/wneessen/go-mail/smtp"
)

// errStale: a line that had worked before turned out broken before the message
// was handed over, so nothing is lost by sending it over a new one.
var errStale = errors.New("the connection had ended")

// line is a connection to the server on which messages can be sent.
type line struct {
	smtp    *smtp.Client
	conn    net.Conn // under the TLS
	release func()   // lets go of the context
	timeout time.Duration
	used    int // messages that it has been through
}

// send goes through one message up to the server's answer. What it returns holds
// a textproto.Error when the server said no.
func (l *line) send(m Message, raw []byte) error {
	defer func() { l.used++ }()
	if err := l.introduce(m); err != nil {
		if l.used > 0 && broken(err) {
			return fmt.Errorf("%w: %w", errStale, err)
		}
		return err
	}
	data, err := l.smtp.Data()
	if err != nil {
		return err
	}
	if _, err := data.Write(raw); err != nil {
		return err
	}
	return data.Close()
}

// introduce says from whom and to whom.
func (l *line) introduce(m Message) error {
	if err := l.smtp.UpdateDeadline(l.timeout); err != nil {
		return err
	}
	utf8 := !ascii(m.From + m.To + m.ReplyTo)
	if ok, _ := l.smtp.Extension("SMTPUTF8"); utf8 && !ok {
		return fmt.Errorf("%w: the server takes only addresses in ASCII", ErrRefused)
	}
	l.smtp.SkipSMTPUTF8(!utf8) // asked for without need, the next server on the way may have to return the letter
	if err := l.smtp.Mail("<" + m.From + ">"); err != nil {
		return err
	}
	return l.smtp.Rcpt("<" + m.To + ">")
}

// recovers readies the line for another message after err, or says that it can't
// be.
func (l *line) recovers(err error) bool {
	if broken(err) {
		return false
	}
	return l.smtp.Reset() == nil
}

// broken reports whether err ends the connection: it is not an answer, or it is
// the answer that the server hangs up.
func broken(err error) bool {
	var answer *textproto.Error
	if errors.Is(err, ErrRefused) {
		return false
	}
	return !errors.As(err, &answer) || answer.Code == 421
}

// quit takes leave. Everything has been answered, so an error changes nothing.
func (l *line) quit() {
	_ = l.smtp.UpdateDeadline(min(l.timeout, 5*time.Second))
	_ = l.smtp.Quit()
	l.close()
}

// close ends the connection without another word. It may be in the middle of a
// message, which a command, even QUIT, must not end as if it were whole.
func (l *line) close() {
	l.release()
	_ = l.conn.Close()
}

// hold closes conn as soon as ctx is done, which is how a context reaches reads
// and writes that know only deadlines.
func hold(ctx context.Context, conn net.Conn) (release func()) {
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	return func() { stop() }
}
