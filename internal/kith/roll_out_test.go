package kith_test

import (
	"fmt"
	"testing"

	"kith/internal/kith"
)

// TestRollOut holds that a person stays where they are, that a larger percentage
// takes nobody out, and that about as many are in as were asked for.
func TestRollOut(t *testing.T) {
	for n := range 2000 {
		p, was := kith.Person{ID: fmt.Sprint("person-", n)}, false
		for percent := range 101 {
			in := kith.RollOut{Gradual: true, Percent: percent}.Includes(p)
			if was && !in {
				t.Fatalf("%s is in at less than %d%%, and then out", p.ID, percent)
			}
			was = in
		}
		if !was || (kith.RollOut{Gradual: true}).Includes(p) {
			t.Fatalf("%s: all is not everybody, or none is not nobody", p.ID)
		}
	}
	in := 0
	for n := range 2000 {
		if (kith.RollOut{Gradual: true, Percent: 20}).Includes(kith.Person{ID: fmt.Sprint("person-", n)}) {
			in++
		}
	}
	if in < 330 || in > 470 {
		t.Errorf("of 2000 people 20%% are %d", in)
	}
	listed := kith.RollOut{Gradual: true, Addresses: map[string]bool{"ana@kith.test": true}}
	if !listed.Includes(kith.Person{Email: "ana@kith.test"}) || listed.Includes(kith.Person{Email: "bo@kith.test"}) {
		t.Error("the list doesn't decide")
	}
	if !(kith.RollOut{}).Includes(kith.Person{}) {
		t.Error("without a roll-out somebody is out")
	}
}
