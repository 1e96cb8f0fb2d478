package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"kith/internal/act"
	"kith/internal/auth"
	"kith/internal/clock"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/store"
	"kith/internal/transfer"
)

const (
	// referrals is how many are sent; each by somebody else, so that nobody runs
	// into a limit.
	referrals = 2000
	perJob    = 10
)

// ground is a market with people who are about to refer.
type ground struct {
	database string
	cookies  []string // of the referrers' sessions
}

// prepare fills the database: everybody has an invitation and has answered all
// questions on the way to a referral but the last.
func prepare(ctx context.Context, database string) (ground, error) {
	g := ground{database: database}
	s, err := store.Open(ctx, database)
	if err != nil {
		return g, err
	}
	defer s.Close()
	house := &act.House{Store: s, IDs: ids.Random(), Limits: kith.DefaultLimits, Zone: time.UTC}
	start := time.Now()
	var r transfer.Reader
	if err := r.File("market", strings.NewReader(market())); err != nil {
		return g, err
	}
	now := clock.System().Now()
	if _, err := house.Import(ctx, now, r.Brought(), nil); err != nil {
		return g, err
	}
	say(fmt.Sprintf("import of %d rows", r.Rows()), took(start))
	sessions := auth.Sessions(s, clock.System(), false)
	candidate, vouch, note := "colleague", kith.WorkedTogether, "Has written a book on tea, and keeps what was promised."
	for i := range referrals {
		who := fmt.Sprintf("referrer%d", i)
		answers := act.Answers{Candidate: &candidate, Vouch: &vouch, Note: &note}
		if err := house.Draft(ctx, act.By{Person: who, Now: now}, "to-"+who, answers); err != nil {
			return g, err
		}
		session, err := sessions.Load(ctx, "")
		if err != nil {
			return g, err
		}
		if err := auth.SignIn(session, sessions, who); err != nil {
			return g, err
		}
		token, _, err := sessions.Commit(session)
		if err != nil {
			return g, err
		}
		g.cookies = append(g.cookies, sessions.Cookie.Name+"="+token)
	}
	return g, nil
}

func market() string {
	var b strings.Builder
	person := func(id string) {
		fmt.Fprintf(&b, `{"kind":"person","id":"%s","email":"%s@kith.test","name":"%s","skills":["poems","tea"],"languages":["en"]}`+"\n", id, id, id)
	}
	person("client")
	person("colleague")
	for i := range referrals {
		job := fmt.Sprintf("job%d", i/perJob)
		if i%perJob == 0 {
			fmt.Fprintf(&b, `{"kind":"job","id":"%s","client":"client","title":"Poems about tea","text":"Twelve short ones.","visibility":"members"}`+"\n", job)
		}
		person(fmt.Sprintf("referrer%d", i))
		fmt.Fprintf(&b, `{"kind":"invitation","id":"to-referrer%d","job":"%s","freelancer":"referrer%d"}`+"\n", i, job, i)
	}
	return b.String()
}
