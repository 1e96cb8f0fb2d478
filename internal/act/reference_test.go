package act_test

import (
	"time"

	"kith/internal/kith"
)

// reference is how one referral ought to go, written down a second time from
// the rules and without the tables, to compare with. Where a colleague on the
// bench is asked next, that is a reference of its own, and follows.
type reference struct {
	askMe, closed, forbidden bool // forbidden: private, or referrals are off
	paused, benched          bool
	place                    int  // 0 is the first, 1 the one from the bench
	moreBo, moreOtis         bool // who has taken more time
	anaIn, boIn, cyIn        *time.Location
	otisIn                   *time.Location

	state              kith.ReferralState
	how, later         kith.How
	asked, yes         time.Time
	until              time.Time // when the present state ends by itself
	ended              time.Time
	askingEnds         time.Time
	since              time.Time // when the clocks began to stand
	stood              time.Duration
	invitation         kith.InvitationState
	invitationRunsTill time.Time
	invitationSince    time.Time
	invitationStood    time.Duration
	follow             *reference
}

const (
	hour = time.Hour
	days = 24 * hour
)

func (m *reference) live() bool {
	return m.state == "sending" || m.state == "awaiting_candidate" || m.state == "awaiting_client"
}

// last is the one that is asked now.
func (m *reference) last() *reference {
	for m.follow != nil {
		m = m.follow
	}
	return m
}

// due is when the present state ends by itself: while the clocks stand, when they
// have stood for fourteen days in all.
func (m *reference) due() time.Time { return dueOf(m.until, m.since, m.stood) }

func dueOf(until, since time.Time, stood time.Duration) time.Time {
	if !since.IsZero() {
		return since.Add(14*days - stood)
	}
	return until
}

// settle lets happen what time alone brings by now.
func (m *reference) settle(now time.Time) {
	for m.follow == nil && m.live() && !now.Before(m.due()) {
		at := m.due()
		switch {
		case !m.since.IsZero():
			m.end("cancelled", "stood_too_long", at)
		case m.state == "sending":
			m.state, m.asked, m.askingEnds, m.until = "awaiting_candidate", at, at.Add(7*days), awake(at.Add(48*hour), m.boIn)
		case m.state == "awaiting_candidate":
			m.end("expired", "candidate_silent", at)
			m.askNext(at)
		case m.state == "awaiting_client":
			m.end("expired", "client_silent", at)
		}
	}
	if m.follow != nil {
		m.follow.settle(now)
		return
	}
	if m.invitation == "pending" && !now.Before(dueOf(m.invitationRunsTill, m.invitationSince, m.invitationStood)) {
		m.invitation = "expired"
	}
}

// askNext asks the colleague on the bench, if asking is open and a day is left.
func (m *reference) askNext(at time.Time) {
	if !m.benched {
		return
	}
	m.benched = false
	next := *m
	next.restart(at)
	if m.closed || m.forbidden || at.Add(24*hour).After(next.askingEnds) {
		return
	}
	next.state, next.how, next.asked, next.yes, next.ended = "awaiting_candidate", "", at, time.Time{}, time.Time{}
	next.place, next.moreBo, next.moreOtis, next.boIn = 1, false, false, m.cyIn
	next.until = awake(at.Add(24*hour), next.boIn)
	m.follow = &next
}

// restart counts the standing so far in, for a clock that begins anew.
func (m *reference) restart(at time.Time) {
	if m.since.IsZero() {
		return
	}
	m.stood += at.Sub(m.since)
	m.askingEnds = m.askingEnds.Add(at.Sub(m.since))
	m.since = at
}

func (m *reference) end(state kith.ReferralState, how kith.How, at time.Time) bool {
	m.state, m.how, m.ended = state, how, at
	return true
}

// does says whether the one whose act it is may do it now, and lets it happen.
func (m *reference) does(what string, now time.Time) bool {
	m.settle(now)
	switch what {
	case "take back":
		return m.last().takeBack(now)
	case "close", "make private", "switch off":
		return m.last().jobChanges(what, now)
	case "pause", "resume":
		return m.last().rests(what == "pause", now)
	case "bench", "empty the bench":
		return m.last().bench(what == "bench")
	}
	return m.follow == nil && m.acts(what, now)
}

// acts is what is done to the one referral.
func (m *reference) acts(what string, now time.Time) bool {
	candidates, clients := m.state == "awaiting_candidate", m.state == "awaiting_client"
	switch what {
	case "undo":
		if m.state == "sending" {
			m.invitation = "pending"
			return m.end("undone", "", now)
		}
	case "edit":
		return m.state == "sending"
	case "withdraw":
		return candidates && m.end("withdrawn", "", now)
	case "accept":
		return candidates && m.accept(now)
	case "decline", "not now":
		if candidates || clients {
			m.end("declined", m.declined(what), now)
			m.askNext(now)
			return true
		}
	case "candidate needs more time":
		return candidates && m.longer(&m.moreBo, sooner(m.until.Add(48*hour), m.askingEnds), m.boIn)
	case "client needs more time":
		return clients && m.longer(&m.moreOtis, m.until.Add(48*hour), m.otisIn)
	case "approve":
		return clients && m.end("introduced", "", now)
	case "disapprove":
		return clients && m.end("not_approved", "", now)
	}
	return false
}

func (m *reference) declined(what string) kith.How {
	switch {
	case m.state == "awaiting_client":
		return "no_after_yes"
	case what == "not now":
		return "not_now"
	}
	return "no"
}

func (m *reference) accept(now time.Time) bool {
	m.yes = now
	if !m.askMe {
		return m.end("introduced", "", now)
	}
	m.restart(now)
	m.state, m.until = "awaiting_client", awake(now.Add(72*hour), m.otisIn)
	return true
}

func (m *reference) longer(taken *bool, till time.Time, zone *time.Location) bool {
	if till = awake(till, zone); *taken || !till.After(m.until) {
		return false
	}
	*taken, m.until = true, till
	return true
}

func sooner(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// bench puts the one colleague behind the first, or takes them off.
func (m *reference) bench(on bool) bool {
	if !m.live() || on && (m.benched || m.place > 0) {
		return false
	}
	m.benched = on
	return true
}

func (m *reference) takeBack(now time.Time) bool {
	if m.state != "sending" && m.invitation != "pending" {
		return false
	}
	m.invitation = "withdrawn"
	if m.state == "sending" {
		m.end("cancelled", "taken_back", now)
	}
	return true
}

func (m *reference) jobChanges(what string, now time.Time) bool {
	if m.closed {
		return false
	}
	switch what {
	case "close":
		m.closed, m.paused = true, false
		if m.live() {
			m.end("cancelled", "job_ended", now)
		}
		if m.state == "introduced" {
			m.later = "job_closed"
		}
		if m.invitation == "pending" {
			m.invitation = "withdrawn"
		}
	case "make private":
		m.forbidden = true
		if m.live() {
			m.end("cancelled", "turned_private", now)
		}
	case "switch off":
		m.forbidden = true
		if m.state == "sending" || m.state == "awaiting_candidate" {
			m.end("cancelled", "switched_off", now)
		}
	}
	return true
}

// rests lets the clocks stand, or run on with what was left.
func (m *reference) rests(pause bool, now time.Time) bool {
	if m.closed || m.paused == pause {
		return false
	}
	m.paused = pause
	waiting := m.invitation == "pending" || m.invitation == "declined" && m.state == "sending"
	if pause {
		if m.live() {
			m.since = now
		}
		if waiting {
			m.invitationSince = now
		}
		return true
	}
	if m.live() {
		m.goOn(now)
	}
	if waiting && !m.invitationSince.IsZero() {
		stood := now.Sub(m.invitationSince)
		m.invitationStood, m.invitationSince = m.invitationStood+stood, time.Time{}
		if stood > 0 {
			m.invitationRunsTill = awake(m.invitationRunsTill.Add(stood), m.anaIn)
		}
	}
	return true
}

func (m *reference) goOn(now time.Time) {
	stood := now.Sub(m.since)
	m.stood, m.since = m.stood+stood, time.Time{}
	if stood == 0 {
		return
	}
	m.until = m.until.Add(stood)
	if !m.askingEnds.IsZero() {
		m.askingEnds = m.askingEnds.Add(stood)
	}
	switch m.state {
	case "awaiting_candidate":
		m.until = awake(m.until, m.boIn)
	case "awaiting_client":
		m.until = awake(m.until, m.otisIn)
	}
}

// turn is whose turn it is.
func (m *reference) turn() kith.Party {
	switch m.state {
	case "awaiting_candidate":
		return "candidate"
	case "awaiting_client":
		return "client"
	}
	return ""
}

// awake moves a time between 20:00 and 09:00 on to 09:00, minute by minute.
func awake(t time.Time, zone *time.Location) time.Time {
	asleep := func(t time.Time) bool { h := t.In(zone).Hour(); return h >= 20 || h < 9 }
	if !asleep(t) {
		return t
	}
	for t = t.Truncate(time.Minute); asleep(t); t = t.Add(time.Minute) {
	}
	return t
}
