package kith_test

import (
	"testing"
	"time"

	"kith/internal/kith"
	"kith/internal/kithtest/situations"
)

// between is a tie that Ana began with Bo at noon, as one of them sees it.
func between(me, other string) kith.Tie {
	return kith.Tie{Me: kith.Someone{ID: me}, Other: kith.Someone{ID: other}, Asker: "ana", AskedAt: situations.Noon}
}

// TestANoReadsAsNoAnswer holds that the one who asked sees the same, whether
// the other said no, kept them away or said nothing, at every moment.
func TestANoReadsAsNoAnswer(t *testing.T) {
	no, apart := between("bo", "ana"), between("bo", "ana")
	if err := no.Do(kith.Decline, situations.Noon.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	apart = apart.KeptApart()
	for _, after := range []time.Duration{time.Hour, kith.CircleAskTime - 1, kith.CircleAskTime, 2 * kith.CircleAskTime} {
		at := situations.Noon.Add(after)
		want := between("ana", "bo").State(at)
		for _, tie := range []kith.Tie{no, apart} {
			tie.Me, tie.Other = tie.Other, tie.Me
			if got := tie.State(at); got != want {
				t.Errorf("after %v: %s, without an answer %s", after, got, want)
			}
		}
	}
}

// TestBuddiesAreTwo holds that one yes alone is seen by nobody else, and that
// either ends it for both.
func TestBuddiesAreTwo(t *testing.T) {
	at := situations.Noon.Add(time.Hour)
	tie := between("bo", "ana")
	for _, act := range []kith.Act{kith.Accept, kith.StandIn} {
		if err := tie.Do(act, at); err != nil {
			t.Fatal(err)
		}
	}
	if tie.State(at) != kith.WouldStandIn || turned(tie).State(at) != kith.InCircle {
		t.Errorf("%s, and the other sees %s", tie.State(at), turned(tie).State(at))
	}
	tie = turned(tie)
	if err := tie.Do(kith.StandIn, at); err != nil || tie.State(at) != kith.Buddies || turned(tie).State(at) != kith.Buddies {
		t.Errorf("both agreed: %v, %s", err, tie.State(at))
	}
	if err := tie.Do(kith.StandDown, at); err != nil || tie.State(at) != kith.InCircle || turned(tie).State(at) != kith.InCircle {
		t.Errorf("one ended it: %v, %s and %s", err, tie.State(at), turned(tie).State(at))
	}
}

// turned is the tie as the other sees it.
func turned(t kith.Tie) kith.Tie {
	t.Me, t.Other, t.Agrees, t.OtherAgrees = t.Other, t.Me, t.OtherAgrees, t.Agrees
	return t
}

// TestWhoCouldStandIn holds the rule by which buddies are proposed.
func TestWhoCouldStandIn(t *testing.T) {
	poems, odes, drums := kith.PassedOn{Skills: []string{"Poetry", "tea"}}, kith.PassedOn{Skills: []string{" poetry"}}, kith.PassedOn{Skills: []string{"drums"}}
	for _, row := range []struct {
		mine, theirs []kith.PassedOn
		want         bool
	}{
		{[]kith.PassedOn{poems, odes}, []kith.PassedOn{odes, poems}, true},
		{[]kith.PassedOn{poems}, []kith.PassedOn{odes, poems}, false},
		{[]kith.PassedOn{poems, drums}, []kith.PassedOn{odes, poems}, false},
		{[]kith.PassedOn{poems, drums, odes}, []kith.PassedOn{odes, odes}, true},
		{[]kith.PassedOn{drums, drums}, []kith.PassedOn{odes, poems}, false},
		{nil, nil, false},
		{[]kith.PassedOn{{}, {}}, []kith.PassedOn{{}, {}}, false},
	} {
		if got, back := kith.CouldStandIn(row.mine, row.theirs), kith.CouldStandIn(row.theirs, row.mine); got != row.want || back != row.want {
			t.Errorf("%v and %v: %v and %v, should be %v", row.mine, row.theirs, got, back, row.want)
		}
	}
}
