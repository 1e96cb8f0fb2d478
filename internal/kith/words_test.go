package kith_test

import (
	"strings"
	"testing"
	"time"

	"kith/internal/kith"
	"kith/internal/kithtest/situations"
	"kith/internal/words"
)

// english is the voice that tests read the tables with.
func english(t testing.TB) words.Voice {
	t.Helper()
	book, err := words.Open()
	if err != nil {
		t.Fatal(err)
	}
	return book.Speak("en", time.UTC, situations.Noon)
}

// whole fails where a sentence is missing or something in it is.
func whole(t testing.TB, at, sentence string) {
	t.Helper()
	if sentence == "" || strings.HasPrefix(sentence, "[") || strings.Contains(sentence, "<no value>") || strings.Contains(sentence, "{{") {
		t.Errorf("%s reads %q", at, sentence)
	}
}

// TestEveryConstantIsWalked sees to it that no state and no how is left out of
// the situations that the other tests go through.
func TestEveryConstantIsWalked(t *testing.T) {
	seen := map[string]bool{string(kith.ByEmail): true} // not a how of its own: see ways
	for _, s := range situations.All {
		seen[string(s.State)], seen[string(s.How)], seen[string(s.Later)] = true, true, true
	}
	for _, s := range constants[kith.ReferralState](t, "ReferralState") {
		if !seen[string(s)] {
			t.Errorf("no situation has the state %q", s)
		}
	}
	for _, h := range constants[kith.How](t, "How") {
		if !seen[string(h)] {
			t.Errorf("no situation came about by %q", h)
		}
	}
}

// eachView goes through every situation, way and reader, with the referral as
// the reader sees it; may is false where they may not know of it.
func eachView(see func(at string, whole, seen kith.Referral, reader kith.Party, may bool)) {
	for _, s := range situations.All {
		for _, way := range situations.Ways {
			r := s.Referral()
			if way.Find(&r); !way.Asks && s.Yes {
				continue // nobody was asked, so nobody said yes
			}
			for _, reader := range constantReaders {
				seen, may := r.SeenBy(reader)
				see(s.Description+", found "+way.Name+", read by the "+string(reader), r, seen, reader, may)
			}
		}
	}
}

var constantReaders = append([]kith.Party{kith.Stranger, kith.Clock, kith.House, kith.Freelancer}, kith.Readers...)

// TestEverybodyWhoMayKnowReadsASentence goes through state × how × reader: who
// may see the referral reads where it stands, who may not reads nothing.
func TestEverybodyWhoMayKnowReadsASentence(t *testing.T) {
	voice := english(t)
	eachView(func(at string, _, seen kith.Referral, reader kith.Party, may bool) {
		say, then := voice.Says(seen, reader)
		if !may {
			if say != "" {
				t.Errorf("%s: may not know, and reads %q", at, say)
			}
			return
		}
		whole(t, at, say)
		if seen.Says(reader).Then != "" {
			whole(t, at+", then", then)
		}
		for _, next := range seen.WhatNext(reader) {
			whole(t, at+", what next", voice.T(next.Key, words.ReferralArgs(voice, seen)...))
		}
	})
}

// TestOneTruth holds that all who may see a referral are told the same turn and
// the same time (R9); the referrer of an address is told neither before a yes.
func TestOneTruth(t *testing.T) {
	for _, s := range situations.All {
		r := s.Referral()
		var first *kith.Sentence
		for _, reader := range kith.Readers {
			seen, may := r.SeenBy(reader)
			if !may {
				continue
			}
			said := seen.Says(reader)
			if first == nil {
				first = &said
			}
			if said.Turn != first.Turn || !said.Until.Equal(first.Until) {
				t.Errorf("%s: the %s reads %s until %s, another %s until %s", s.Description, reader, said.Turn, said.Until, first.Turn, first.Until)
			}
		}
		if s.State.Live() && s.State != kith.Sending && s.State != kith.AwaitingOutsider && first.Turn == "" {
			t.Errorf("%s: it waits, and nobody is told for whom", s.Description)
		}
	}
}

// TestAnAddressTellsNothing holds that before a yes the referrer sees the same
// of an address with an account as of one without (R2).
func TestAnAddressTellsNothing(t *testing.T) {
	voice := english(t)
	for _, s := range situations.All {
		if s.Yes || s.State == kith.ReferralDeclined {
			continue // somebody has answered
		}
		known, unknown := s.Referral(), s.Referral()
		known.Email, unknown.Email, unknown.Candidate = "bo@kith.test", "bo@kith.test", kith.Someone{}
		a, _ := known.SeenBy(kith.Referrer)
		b, _ := unknown.SeenBy(kith.Referrer)
		sayA, thenA := voice.Says(a, kith.Referrer)
		sayB, thenB := voice.Says(b, kith.Referrer)
		if sayA != sayB || thenA != thenB || a.Candidate != b.Candidate || !a.Deadline.Equal(b.Deadline) {
			t.Errorf("%s: with an account %q %q %v, without %q %q %v", s.Description, sayA, thenA, a.Deadline, sayB, thenB, b.Deadline)
		}
		for _, e := range constants[kith.EventKind](t, "EventKind") {
			if e == kith.CandidateReminded {
				continue // only an account is reminded, and the referrer isn't told
			}
			if a.StoryLine(e, kith.Referrer) != b.StoryLine(e, kith.Referrer) {
				t.Errorf("%s: %s is told differently", s.Description, e)
			}
		}
		if line := a.StoryLine(kith.CandidateReminded, kith.Referrer); line != "" {
			t.Errorf("%s: the referrer is told of a reminder", s.Description)
		}
	}
}

// TestEveryLineOfAStoryHasWords goes through event × reader, in every situation.
func TestEveryLineOfAStoryHasWords(t *testing.T) {
	voice := english(t)
	told := map[kith.EventKind]bool{}
	eachView(func(at string, _, seen kith.Referral, reader kith.Party, may bool) {
		for _, e := range constants[kith.EventKind](t, "EventKind") {
			key := seen.StoryLine(e, reader)
			if key != "" && may {
				told[e] = true
				whole(t, at+", "+string(e), voice.T(key, words.ReferralArgs(voice, seen)...))
			}
		}
	})
	for _, e := range constants[kith.EventKind](t, "EventKind") {
		if strings.HasPrefix(string(e), "candidate_") && !told[e] {
			t.Errorf("nobody is told of %s", e)
		}
	}
}
