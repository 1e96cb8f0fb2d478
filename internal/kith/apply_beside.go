package kith

import "time"

// MayApplyBeside is nil where none of the referrals by which somebody is, or
// was, to come to a job keeps them from applying for it. One that waits for
// their answer is answered first, one they said yes to is the client's to
// decide; what has ended takes nothing away (R18).
func MayApplyBeside(received []Referral, now time.Time) error {
	for _, r := range received {
		switch {
		case r.Late(now) || r.Held.Over():
		case r.State == AwaitingCandidate:
			return Refuse(AnswerFirst)
		case r.State == AwaitingClient:
			return Refuse(YesWaits)
		}
	}
	return nil
}
