package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"time"

	"kith/internal/clock"
	"kith/internal/demo"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/store"
)

type databaseFlag struct {
	Database string `env:"KITH_DATABASE" default:"sqlite:kith.db" placeholder:"URL" help:"Where everything is kept: sqlite:PATH, or postgres://user:password@host/name. Default: ${default}."`
}

type serveCommand struct {
	Listen string `env:"KITH_LISTEN" default:"127.0.0.1:8080" placeholder:"ADDR" help:"Address and port to listen on. Put a proxy that speaks HTTPS in front. Default: ${default}."`
	databaseFlag
	limitFlags
	BaseURL       string   `env:"KITH_BASE_URL" name:"base-url" placeholder:"URL" help:"How people reach the site, for links in letters. With https:// cookies are sent over HTTPS only. Default: http:// and the address that is listened on."`
	SiteName      string   `env:"KITH_SITE_NAME" default:"Kith" placeholder:"NAME" help:"What the site is called. Default: ${default}."`
	SMTP          string   `env:"KITH_SMTP" name:"smtp" placeholder:"URL" help:"The server that takes the letters: smtps://user:password@host, or smtp://host (with STARTTLS where it is offered; ?tls=starttls insists, ?tls=none doesn't try)."`
	MailDir       string   `env:"KITH_MAIL_DIR" placeholder:"DIR" help:"Instead of --smtp: write each letter into this folder as an .eml file, to read, or for another program to send."`
	MailFrom      string   `env:"KITH_MAIL_FROM" placeholder:"ADDR" help:"The address that letters come from. Default: kith@ and the host of the base URL."`
	Operator      []string `env:"KITH_OPERATOR" placeholder:"EMAIL" help:"Mail address of somebody who runs this installation and may see its operator page. Give it once for each."`
	TimeZone      string   `env:"KITH_TIME_ZONE" default:"UTC" placeholder:"ZONE" help:"Time zone of people who set none, such as Europe/Lisbon. Default: ${default}."`
	Currency      string   `env:"KITH_CURRENCY" default:"EUR" placeholder:"CODE" help:"Currency that forms begin with, such as EUR. Default: ${default}."`
	HandOnPercent int      `env:"KITH_HAND_ON_PERCENT" default:"100" placeholder:"N" help:"For how many in a hundred people handing an invitation on is switched on, 0 to 100; the others read that it isn't yet. Raising it takes nobody out. Default: ${default}."`
	HandOnFor     []string `env:"KITH_HAND_ON_FOR" placeholder:"EMAIL" help:"Mail address of somebody for whom handing on is switched on in any case. Give it once for each."`
	TrustProxy    bool     `env:"KITH_TRUST_PROXY" help:"Take the caller's address from X-Forwarded-For. Only with a proxy in front that sets it, or people can pretend to be anywhere."`
}

// Help stands below the one line about the command.
func (serveCommand) Help() string {
	return `Runs until it is told to stop (Ctrl-C or SIGTERM), then finishes what it has begun. Logs are JSON lines on stderr, without what people write. /livez and /readyz answer whether it runs and whether it can do its work. With PostgreSQL, any number of them can run on one database.`
}

// Run serves until ctx is done.
func (c *serveCommand) Run(ctx context.Context, to streams) error {
	log := slog.New(slog.NewJSONHandler(to.err, nil))
	door, err := listen(c.Listen)
	if err != nil {
		return err
	}
	defer door.Close()
	p, err := c.plan(door.Address())
	if err != nil {
		return err
	}
	p.log, p.clock, p.ids = log, clock.System(), ids.Random()
	if p.mail, err = c.deliverer(log); err != nil {
		return err
	}
	s, err := store.Open(ctx, c.Database)
	if err != nil {
		return err
	}
	i, err := wire(p, s)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	if err := notAVillage(ctx, s); err != nil {
		return errors.Join(err, s.Close())
	}
	if s.Made() {
		log.Info("There was no database here, so an empty one was made.", "database", string(s.Kind()))
	}
	log.Info("serving", "address", door.Address(), "base", p.base, "database", string(s.Kind()))
	fmt.Fprintf(to.out, "%s is at %s\n", p.name, p.base)
	return i.run(ctx, door)
}

// notAVillage refuses the demo's database: its people are invented, and anybody
// can be anybody there.
func notAVillage(ctx context.Context, s *store.Store) error {
	village, err := demo.IsVillage(ctx, s)
	if village {
		return errors.New("this database holds the demo village; `kith demo` opens it, and a real installation needs a database of its own")
	}
	return err
}

// plan is what the flags say, checked.
func (c *serveCommand) plan(address string) (plan, error) {
	p := plan{name: kith.Line(c.SiteName), base: strings.TrimSuffix(c.BaseURL, "/"), currency: c.Currency, proxy: c.TrustProxy, from: c.MailFrom}
	if p.base == "" {
		p.base = "http://" + address
	}
	u, err := url.Parse(p.base)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.Path != "" || u.RawQuery != "" || u.User != nil {
		return p, fmt.Errorf("--base-url must be like https://kith.example, without a path, not %q", c.BaseURL)
	}
	if p.from == "" {
		p.from = "kith@" + u.Hostname()
	} else if _, ok := kith.Address(p.from); !ok {
		return p, fmt.Errorf("--mail-from must be a mail address, not %q", c.MailFrom)
	}
	p.secure = u.Scheme == "https"
	if p.zone, err = time.LoadLocation(c.TimeZone); err != nil || c.TimeZone == "Local" {
		return p, fmt.Errorf("--time-zone must be like Europe/Lisbon, not %q", c.TimeZone)
	}
	if !kith.ValidCurrency(p.currency) {
		return p, fmt.Errorf("--currency must be like EUR, not %q", c.Currency)
	}
	if p.limits, err = c.limits(); err != nil {
		return p, err
	}
	if p.rollOut, err = c.rollOut(); err != nil {
		return p, err
	}
	p.operators, err = addresses("--operator", c.Operator)
	return p, err
}

// rollOut is for whom handing on is switched on.
func (c *serveCommand) rollOut() (o kith.RollOut, err error) {
	if c.HandOnPercent < 0 || c.HandOnPercent > 100 {
		return o, fmt.Errorf("--hand-on-percent must be from 0 to 100, not %d", c.HandOnPercent)
	}
	o = kith.RollOut{Gradual: c.HandOnPercent < 100, Percent: c.HandOnPercent}
	o.Addresses, err = addresses("--hand-on-for", c.HandOnFor)
	return o, err
}

func addresses(flag string, typed []string) (map[string]bool, error) {
	all := map[string]bool{}
	for _, one := range typed {
		address, ok := kith.Address(one)
		if !ok {
			return nil, fmt.Errorf("%s must be a mail address, not %q", flag, one)
		}
		all[address] = true
	}
	return all, nil
}
