package query

import (
	"context"
	"slices"

	"kith/internal/kith"
	"kith/internal/memory"
	"kith/internal/store"
	"kith/rank"
)

// WhyNot answers "why not me?" for a proposal that wasn't chosen: where it stands
// by fit now, what would change that and what would not. Of the others it holds
// medians only, and those only where there are enough.
type WhyNot struct {
	kith.Proposal
	Row      Ranked // Place is 0 where nothing is known
	Of       int
	Compared []ComparedPart
	Would    []WhatIf
	WouldNot []WhatIf
}

// ComparedPart is a part of the score beside that of the others.
type ComparedPart struct {
	Part        string
	Own, Median int
}

// WhatIf is something that the reader could have done, and what it would do.
type WhatIf struct {
	Key, Skill    string
	Points, Place int
}

// WhyNot is for the freelancer of the proposal only.
func (d *Desk) WhyNot(ctx context.Context, by Reader, id string) (w WhyNot, err error) {
	may, asks := map[string]bool{}, map[string]int64{}
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if w.Proposal, err = tx.Proposal(ctx, id); err != nil {
			return err
		}
		if w.Freelancer.ID != by.Person || w.Status != kith.NotSelected {
			return kith.Refuse(kith.NotFound)
		}
		all, err := tx.ProposalsFor(ctx, w.Job.ID)
		for _, p := range all {
			if p.Status != kith.ProposalWithdrawn {
				may[p.Freelancer.ID], asks[p.Freelancer.ID] = true, rateOf(p, p.Job)
			}
		}
		return err
	})
	if err != nil || d.Market == nil {
		return w, err
	}
	err = d.Market.Look(ctx, by.Now, func(v memory.View) error {
		q := rank.Question{Kind: rank.Client, Job: w.Job.ID, Day: v.Day, Asks: asks, May: func(id string) bool { return may[id] }}
		if why, ok := v.Rank().Why(q, by.Person); ok {
			w.tell(v, by, why)
		}
		return nil
	})
	return w, unready(err)
}

func (w *WhyNot) tell(v memory.View, by Reader, why rank.Why) {
	j, _ := v.Job(w.Job.ID)
	a := asked{v: v, kind: rank.Client, job: j, reader: w.Job.Client.ID}
	w.Row, w.Of = a.told(why.Row, why.Place), why.Of
	for _, c := range why.Compared {
		w.Compared = append(w.Compared, ComparedPart{partNames[c.Part], int(c.Own), int(c.Median)})
	}
	w.Would, w.WouldNot = ifs(why.Would, j), ifs(why.WouldNot, j)
}

// partNames are the parts as the catalogue has them.
var partNames = map[rank.Part]string{
	'F': "skills", 'W': "words", 'H': "similar", 'K': "knows", 'C': "client", 'A': "own", 'T': "track", 'U': "unknown", 'V': "vouch", 'L': "load",
}

// ifs are those that somebody can change here: no page takes a level or interests,
// nobody moves for a job, and no outcome can be brought about.
func ifs(all []rank.WhatIf, j memory.Job) (out []WhatIf) {
	for _, x := range all {
		if slices.Contains([]string{rank.IfSkill, rank.IfSkills, rank.IfRate, rank.IfRateLower, rank.IfNeverNo}, x.Key) {
			out = append(out, WhatIf{x.Key, j.Named(x.Of), int(x.Points), x.Place})
		}
	}
	return out
}
