// Package mail delivers letters: over SMTP, into a folder, or into memory for
// tests. It knows nothing of what is in them, when to send them or whether to
// try again; whoever calls it does.
package mail

import (
	"context"
	"errors"
	"time"
)

// Message is one letter to one person.
type Message struct {
	// MessageID is what mail programs know the letter by, without the angle
	// brackets: something unique, @, a domain of the installation. Give the same
	// one at every try, so that a copy that had to be sent again shows once.
	MessageID string
	// To, From and ReplyTo are bare addresses, such as ann@example.org. A domain
	// may be international; a name before the @ that isn't ASCII needs a server
	// with SMTPUTF8. ReplyTo may be empty.
	To, From, ReplyTo string
	// ToName and FromName are what is shown beside the address, or empty. A
	// backslash becomes a slash.
	ToName, FromName string
	// Subject is one line; runs of white space in it and in names become one space.
	Subject string
	// Text is what programs without HTML show, and is never empty. Lines end in \n.
	Text string
	// HTML is the same letter with looks, or empty.
	HTML string
	// Date is when the letter was written, the same at every try. It is sent in
	// UTC and whole seconds.
	Date time.Time
	// Headers are further ones, such as List-Unsubscribe. Those that the fields
	// above make can't be given again. Auto-Submitted is auto-generated unless
	// it is given here.
	Headers map[string]string
}

// Deliverer hands letters over.
type Deliverer interface {
	// Deliver tries every message once, in order, and returns one error for
	// each: nil when it was accepted, an error with Permanent when trying again
	// can't help, any other error when it can. When ctx is done the rest gets
	// its error. After an error that isn't Permanent the message may have been
	// accepted all the same, because the answer was lost.
	Deliver(ctx context.Context, messages []Message) []error
}

// What goes wrong, besides errors that say more.
var (
	// ErrRefused is in every permanent error.
	ErrRefused = errors.New("mail: refused for good")
	// ErrNotNow is in errors that Caught was told to give and that pass.
	ErrNotNow = errors.New("mail: not now")
)

// Permanent reports whether err says that this message will never be accepted as
// it is: the server answered 5xx to it, or it isn't well formed. It is false for
// nil, for 4xx, for the network, and for whatever concerns the operator's
// settings rather than the message, such as a wrong password: those pass once
// somebody has put them right, and no letter should be lost by them.
func Permanent(err error) bool { return errors.Is(err, ErrRefused) }
