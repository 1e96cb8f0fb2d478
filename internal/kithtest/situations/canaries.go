package situations

import "kith/internal/kith"

// Canary is a text in a part of a referral that not everybody may see.
type Canary struct {
	Text string
	Put  func(r *kith.Referral)
	May  func(r kith.Referral, reader kith.Party) bool // who may read it, from when on
}

// Canaries are one for each such part. They are written from the rules R3, R5,
// R6 and R9, not from the table in sees.go.
var Canaries = []Canary{
	{"canary-note", func(r *kith.Referral) { r.Note = "canary-note" }, func(r kith.Referral, p kith.Party) bool {
		return p == kith.Referrer || p == kith.Candidate || p == kith.Client && !r.SaidYesAt.IsZero()
	}},
	{"canary-hand-over", func(r *kith.Referral) { r.HandOver = "canary-hand-over" }, func(_ kith.Referral, p kith.Party) bool {
		return p == kith.Referrer || p == kith.Candidate
	}},
	{"canary-name", func(r *kith.Referral) { r.Candidate.Name = "canary-name" }, func(r kith.Referral, p kith.Party) bool {
		return p == kith.Candidate || p == kith.Client && !r.SaidYesAt.IsZero() || p == kith.Referrer && (!r.ByAddress() || !r.SaidYesAt.IsZero())
	}},
	{"canary-id", func(r *kith.Referral) { r.Candidate.ID = "canary-id" }, func(r kith.Referral, p kith.Party) bool {
		return p == kith.Candidate || p == kith.Client && !r.SaidYesAt.IsZero() || p == kith.Referrer && (!r.ByAddress() || !r.SaidYesAt.IsZero())
	}},
	{"canary@kith.test", func(r *kith.Referral) {
		if r.ByAddress() {
			r.Email = "canary@kith.test"
		}
	}, func(_ kith.Referral, p kith.Party) bool { return p == kith.Referrer }},
	{"canary-letter", func(r *kith.Referral) { r.Letter = "canary-letter" }, func(r kith.Referral, p kith.Party) bool {
		return p == kith.Candidate || p == kith.Client && !r.SaidYesAt.IsZero()
	}},
	{"canary-reason", func(r *kith.Referral) { r.Reason = "canary-reason" }, func(_ kith.Referral, p kith.Party) bool {
		return p == kith.Candidate
	}},
}
