package kith

import "time"

// ThanksMax is how long thanks may be, in characters.
const ThanksMax = 200

// Thanks are what the client or the candidate writes to the referrer, once each,
// from the introduction or the end on (R10).
type Thanks struct {
	Referral string
	By       Party
	Person   string // who thanks, by id
	Text     string
	At       time.Time
}

// What thanks are to sees.go, and what happens with them.
var thankings = map[Party]struct {
	what    What
	thanked EventKind
}{
	Candidate: {CandidateThanks, CandidateThanked},
	Client:    {ClientThanks, ClientThanked},
}

// Event is what happens when somebody thanks.
func (t Thanks) Event() EventKind { return thankings[t.By].thanked }

// MayThank is nil where a party may thank the referrer now; that they did so
// already is for the caller to know. Where somebody else was asked next, the end
// is still to come. The referrer of an address reads nothing of what would show
// before a yes that it has an account (R2), thanks neither.
func (r Referral) MayThank(by Party) error {
	row, ok := thankings[by]
	switch {
	case !ok:
		return Refuse(NotYours)
	case r.State.Live() || by == Client && r.FollowedBy != "":
		return Refuse(StillUnderWay)
	case r.Sees(by, row.what) == Absent || r.Sees(Referrer, row.what) == Absent:
		return Refuse(CantThank)
	}
	return nil
}

// SeesThanks says whether a party reads thanks: whoever wrote them and the
// referrer do.
func (r Referral) SeesThanks(by Party, t Thanks) bool {
	return r.Sees(by, thankings[t.By].what) == Shown
}
