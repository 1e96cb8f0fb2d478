package main

import (
	"context"
	"errors"
	"log/slog"

	"kith/internal/mail"
)

// deliverer is who takes the letters.
func (c *serveCommand) deliverer(log *slog.Logger) (mail.Deliverer, error) {
	switch {
	case c.SMTP != "" && c.MailDir != "":
		return nil, errors.New("give --smtp or --mail-dir, not both")
	case c.SMTP != "" && c.MailFrom == "":
		return nil, errors.New("--smtp needs --mail-from: mail servers refuse letters from an address that isn't theirs")
	case c.SMTP != "":
		return mail.SMTP(mail.Settings{URL: c.SMTP})
	case c.MailDir != "":
		return mail.Folder(c.MailDir), nil
	}
	log.Warn("No letters go out, so nobody can sign in: set --smtp, or --mail-dir to have them written into a folder. Until then they wait.")
	return nobody{}, nil
}

// nobody takes letters where no mail server is set. They wait as after any
// failure that passes.
type nobody struct{}

var errNoMail = errors.New("no mail server is set (--smtp or --mail-dir)")

// Deliver delivers nothing.
func (nobody) Deliver(_ context.Context, messages []mail.Message) []error {
	errs := make([]error, len(messages))
	for i := range errs {
		errs[i] = errNoMail
	}
	return errs
}
