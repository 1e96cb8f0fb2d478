package kith

import (
	"cmp"
	"slices"
	"time"
)

// WaitKind names a kind of thing that waits for somebody.
type WaitKind string

// The kinds.
const (
	WaitInvitation WaitKind = "invitation" // to be answered
	WaitReferral   WaitKind = "referral"   // to be answered as the candidate
	WaitApproval   WaitKind = "approval"   // to be decided as the client
	WaitWords      WaitKind = "words"      // to be changed by the referrer
	WaitCircle     WaitKind = "circle"     // to be confirmed as a colleague
	WaitOutcome    WaitKind = "outcome"    // how the work of a hire was
	WaitQuestion   WaitKind = "question"   // to be answered by the one who was asked it
)

// Every kind of waiting, in the order in which those of one deadline stand, and
// where its one button leads. A new kind is a row here, a SELECT in the view
// "waiting", and three sentences: turn.title, turn.line and turn.button.
var waits = []struct {
	kind WaitKind
	path string // before the id
	page string // and behind it
}{
	{WaitInvitation, "/invitations/", ""},
	{WaitReferral, "/referrals/", ""},
	{WaitApproval, "/referrals/", ""},
	{WaitWords, "/referrals/", "/edit"},
	{WaitCircle, "/circle#", ""},
	{WaitOutcome, "/proposals/", "/outcome"},
	{WaitQuestion, "/questions/", ""},
}

// Wait is one thing that waits for one person.
type Wait struct {
	Kind WaitKind
	ID   string // of what the button leads to
	Job  Job    // as far as the row tells of it
	// Who is the one it is about; Words are what somebody of that name Says.
	Who         Someone
	Says, Words string
	// Due is the deadline; while the clocks stand it is not what counts.
	Due   time.Time
	Stand Standstill
}

// Until is when the wait ends by itself.
func (w Wait) Until() time.Time {
	if w.Stand.Stands() {
		return w.Stand.TooLongAt()
	}
	return w.Due
}

// Path is where its button leads.
func (w Wait) Path() string {
	row := waits[w.place()]
	return row.path + w.ID + row.page
}

func (w Wait) place() int {
	for i, row := range waits {
		if row.kind == w.Kind {
			return i
		}
	}
	panic("a kind of waiting without a row: " + w.Kind)
}

// StillWaiting is what still waits at a moment, nearest deadline first.
func StillWaiting(all []Wait, now time.Time) []Wait {
	var left []Wait
	for _, w := range all {
		if now.Before(w.Until()) {
			left = append(left, w)
		}
	}
	slices.SortFunc(left, func(a, b Wait) int {
		return cmp.Or(a.Until().Compare(b.Until()), cmp.Compare(a.place(), b.place()), cmp.Compare(a.ID, b.ID))
	})
	return left
}
