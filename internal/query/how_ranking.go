package query

import (
	"context"

	"kith/internal/memory"
	"kith/internal/store"
	"kith/rank"
)

// HowRanking is how ranking works, from the weights that hold now.
type HowRanking struct {
	Engine, Hash string
	// Changed is when the weights were switched on, and why; without an ID they
	// are those that Kith is delivered with.
	Changed store.Weights
	Lines   []LineWeight
	Rules   rank.Weights
}

// LineWeight is a line of the score: how many points it can add or take in a
// strong case while somebody refers, and elsewhere, and what share of all that is.
type LineWeight struct {
	Key                      string
	Part                     string
	Refer, Other             int
	ReferShare, OtherShare   int // in a hundred
	ReferWeight, OtherWeight int // in thousandths
}

// strong is what a line amounts to in a strong case, before its weight: a whole
// share, a rare skill missing, a rate twice the budget, half the hours.
var strong = map[string]int{
	"skills": -3000, "words": 3931, "near": 3931, "five": 3931, "alike": 3931, "same_month": 3931, "same_week": 3931, "areas": 3931,
	"bare_areas": 3931, "bare_asked": 3931, "bare_same": 3931, "handed_on": 3931, "handed_on_lately": 3931, "handed_on_alike": 3931,
	"handed_on_same": 3931, "back": 3931, "circle": 1000, "level": -600, "language": -1000, "zone": -480, "rate": -1386, "hours": -693,
	"interests": 1000, "floor": -1386, "waiting": -1098, "track": 223, "unknown": 150, "vouch": 300, "load": -693,
}

// HowRanking is for everybody.
func (d *Desk) HowRanking(ctx context.Context, now Reader) (h HowRanking, err error) {
	if d.Market == nil {
		return HowRanking{Engine: memory.Engine, Rules: rank.Defaults(), Lines: lineWeights(rank.Defaults())}, nil
	}
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		h.Changed, err = tx.LiveWeights(ctx)
		return ignoreNone(err)
	})
	if err != nil {
		return h, err
	}
	h.Rules = rank.Defaults()
	err = d.Market.Look(ctx, now.Now, func(v memory.View) error {
		h.Engine, h.Hash, _ = v.Versions()
		h.Rules = v.Weights()
		return nil
	})
	h.Lines = lineWeights(h.Rules)
	return h, unready(err)
}

func lineWeights(w rank.Weights) (all []LineWeight) {
	refer, other := 0, 0
	for _, l := range rank.All {
		one := LineWeight{Key: l.Key, Part: string(rune(l.Part)), ReferWeight: w.Refer[l.Key], OtherWeight: w.Other[l.Key]}
		one.Refer, one.Other = strong[l.Key]*one.ReferWeight/1000, strong[l.Key]*one.OtherWeight/1000
		refer, other = refer+size(one.Refer), other+size(one.Other)
		all = append(all, one)
	}
	for i := range all {
		all[i].ReferShare, all[i].OtherShare = share(all[i].Refer, refer), share(all[i].Other, other)
	}
	return all
}

func size(n int) int { return max(n, -n) }

// share is a part in a hundred, rounded.
func share(part, of int) int {
	if of == 0 {
		return 0
	}
	return (size(part)*200 + of) / (2 * of)
}
