package mail

import (
	"context"
	"errors"
	"fmt"
	"net/textproto"
	"slices"
	"time"
)

// SMTP delivers to the server of the settings, over one connection for all
// messages of a Deliver. A message that finds the connection broken is tried
// again on a new one, unless the server may have accepted it already; when there
// is no new one, the rest of the batch gets the same error at once.
//
// The error says what is wrong with the settings; nothing is dialled yet.
func SMTP(s Settings) (Deliverer, error) {
	t, err := parseTarget(s.URL)
	if err != nil {
		return nil, err
	}
	if s.Timeout <= 0 {
		s.Timeout = time.Minute
	}
	return &relay{Settings: s, target: t}, nil
}

type relay struct {
	Settings
	target target
}

func (r *relay) Deliver(ctx context.Context, messages []Message) []error {
	b := &batch{relay: r}
	defer b.quit()
	errs := make([]error, len(messages))
	for i, m := range messages {
		errs[i] = b.deliver(ctx, m)
	}
	return errs
}

// batch is the messages of one Deliver on their way.
type batch struct {
	*relay
	line *line // nil when there is none
	down error // why there will be none
}

func (b *batch) deliver(ctx context.Context, m Message) error {
	m, err := m.checked()
	if err != nil {
		return err
	}
	raw, err := write(m)
	if err != nil {
		return err
	}
	err = b.try(ctx, m, raw)
	if errors.Is(err, errStale) {
		err = b.try(ctx, m, raw)
	}
	return err
}

// try sends the message once. The line is afterwards ready for the next message,
// or gone.
func (b *batch) try(ctx context.Context, m Message, raw []byte) error {
	if err := b.connect(ctx); err != nil {
		return err
	}
	err := b.line.send(m, raw)
	if err != nil && !b.line.recovers(err) {
		b.hangUp()
	}
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("mail: %w: %w", context.Cause(ctx), err)
	}
	return judged(err)
}

func (b *batch) connect(ctx context.Context) error {
	if ctx.Err() != nil {
		return fmt.Errorf("mail: %w", context.Cause(ctx))
	}
	if b.line == nil && b.down == nil {
		b.line, b.down = b.dial(ctx)
	}
	return b.down
}

func (b *batch) hangUp() {
	b.line.close()
	b.line = nil
}

func (b *batch) quit() {
	if b.line != nil {
		b.line.quit()
	}
}

// aboutUs are the answers that say the server doesn't know or trust us: they
// concern the settings, whatever the message (RFC 4954, 6).
var aboutUs = []int{530, 534, 535, 538}

// judged makes a permanent error of what the server will answer to this message
// every time.
func judged(err error) error {
	var answer *textproto.Error
	switch {
	case err == nil || errors.Is(err, ErrRefused):
		return err
	case errors.As(err, &answer) && answer.Code/100 == 5 && !slices.Contains(aboutUs, answer.Code):
		return fmt.Errorf("%w: %w", ErrRefused, err)
	}
	return fmt.Errorf("mail: %w", err)
}
