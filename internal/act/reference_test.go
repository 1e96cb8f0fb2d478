package act_test

import (
	"time"

	"kith/internal/kith"
)

// reference is how one referral ought to go, written down a second time from
// the rules and without the tables, to compare with.
type reference struct {
	askMe, closed    bool
	moreBo, moreOtis bool // who has taken more time
	boIn, otisIn     *time.Location

	state              kith.ReferralState
	how, later         kith.How
	asked, yes         time.Time
	until              time.Time // when the present state ends by itself
	ended              time.Time
	invitation         kith.InvitationState
	invitationRunsTill time.Time
}

func (m *reference) live() bool {
	return m.state == "sending" || m.state == "awaiting_candidate" || m.state == "awaiting_client"
}

// settle lets happen what time alone brings by now.
func (m *reference) settle(now time.Time) {
	for m.live() && !now.Before(m.until) {
		switch m.state {
		case "sending":
			m.state, m.asked, m.until = "awaiting_candidate", m.until, awake(m.until.Add(48*time.Hour), m.boIn)
		case "awaiting_candidate":
			m.end("expired", "candidate_silent", m.until)
		case "awaiting_client":
			m.end("expired", "client_silent", m.until)
		}
	}
	if m.invitation == "pending" && !now.Before(m.invitationRunsTill) {
		m.invitation = "expired"
	}
}

func (m *reference) end(state kith.ReferralState, how kith.How, at time.Time) bool {
	m.state, m.how, m.ended = state, how, at
	return true
}

// does says whether the one whose act it is may do it now, and lets it happen.
func (m *reference) does(what string, now time.Time) bool {
	m.settle(now)
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
		if candidates && m.askMe {
			m.state, m.yes, m.until = "awaiting_client", now, awake(now.Add(72*time.Hour), m.otisIn)
			return true
		}
		if candidates {
			m.yes = now
			return m.end("introduced", "", now)
		}
	case "decline", "not now":
		how := kith.How("no")
		if what == "not now" {
			how = "not_now"
		}
		if clients {
			how = "no_after_yes"
		}
		return (candidates || clients) && m.end("declined", how, now)
	case "candidate needs more time":
		return candidates && m.longer(&m.moreBo, m.boIn)
	case "client needs more time":
		return clients && m.longer(&m.moreOtis, m.otisIn)
	case "approve":
		return clients && m.end("introduced", "", now)
	case "disapprove":
		return clients && m.end("not_approved", "", now)
	case "take back":
		return m.takeBack(now)
	case "close", "make private", "switch off":
		return m.jobChanges(what, now)
	}
	return false
}

func (m *reference) longer(taken *bool, zone *time.Location) bool {
	if *taken {
		return false
	}
	*taken, m.until = true, awake(m.until.Add(48*time.Hour), zone)
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
		m.closed = true
		if m.live() {
			m.end("cancelled", "job_ended", now)
		}
		if m.state == "introduced" {
			m.later = "not_selected"
		}
		if m.invitation == "pending" {
			m.invitation = "withdrawn"
		}
	case "make private":
		if m.live() {
			m.end("cancelled", "turned_private", now)
		}
	case "switch off":
		if m.state == "sending" || m.state == "awaiting_candidate" {
			m.end("cancelled", "switched_off", now)
		}
	}
	return true
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
