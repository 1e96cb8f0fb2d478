package mail

import (
	"context"
	"fmt"
	"slices"
	"sync"
)

// Caught keeps letters in memory, for tests. It refuses what SMTP would refuse
// before sending, and can be told to fail. The zero value is ready, and safe for
// concurrent use.
type Caught struct {
	mu       sync.Mutex
	messages []Message
	fails    []fail // of the coming messages, in order
}

type fail struct {
	err      error
	accepted bool
}

// Deliver keeps the messages, or fails as it was told.
func (c *Caught) Deliver(ctx context.Context, messages []Message) []error {
	c.mu.Lock()
	defer c.mu.Unlock()
	errs := make([]error, len(messages))
	for i, m := range messages {
		errs[i] = c.take(ctx, m)
	}
	return errs
}

func (c *Caught) take(ctx context.Context, m Message) error {
	if ctx.Err() != nil {
		return fmt.Errorf("mail: %w", context.Cause(ctx))
	}
	m, err := m.checked()
	if err != nil {
		return err
	}
	next := c.nextFail()
	if next.err == nil || next.accepted {
		c.messages = append(c.messages, m)
	}
	return next.err
}

func (c *Caught) nextFail() fail {
	if len(c.fails) == 0 {
		return fail{}
	}
	next := c.fails[0]
	c.fails = c.fails[1:]
	return next
}

// FailNext makes the next n messages fail with err, ErrNotNow for one that
// passes, ErrRefused for a permanent one. Calls add up, in order.
func (c *Caught) FailNext(n int, err error) { c.add(n, fail{err: err}) }

// FailAfterAccepting makes the next n messages fail with ErrNotNow although they
// are kept: what it looks like when the line breaks, or the process dies,
// between the server's OK and the mark that the letter has gone.
func (c *Caught) FailAfterAccepting(n int) { c.add(n, fail{err: ErrNotNow, accepted: true}) }

func (c *Caught) add(n int, f fail) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.fails = append(c.fails, slices.Repeat([]fail{f}, n)...)
}

// Messages are all letters that were accepted, in order, as SMTP would have
// written them. One that was accepted twice is there twice.
func (c *Caught) Messages() []Message {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.messages)
}

// To are the letters to one address, in order.
func (c *Caught) To(address string) []Message {
	return slices.DeleteFunc(c.Messages(), func(m Message) bool { return m.To != address })
}

// Forget drops the letters and the orders to fail.
func (c *Caught) Forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.messages, c.fails = nil, nil
}
