package main

import (
	"testing"

	"kith/rank"
)

// TestNobodyStrongIsLeftOut: with the weights that Kith is delivered with, every
// strong newcomer is hired, and the hires are nearly as good as if the posterior
// mean alone decided.
func TestNobodyStrongIsLeftOut(t *testing.T) {
	var ours, mean float64
	for seed := range uint64(3) {
		o, m := hiring(rank.Defaults(), seed+1), hiring(byMean(), seed+1)
		t.Logf("ours: %v", o)
		t.Logf("mean: %v", m)
		if o.strong == 0 || o.neverOnce > 0 {
			t.Errorf("%d of %d strong newcomers were never hired", o.neverOnce, o.strong)
		}
		ours += o.good
		mean += m.good
	}
	if ours < 0.98*mean {
		t.Errorf("%.3f good hires a job, %.3f by the mean: %.1f %%", ours/3, mean/3, 100*ours/mean)
	}
}
