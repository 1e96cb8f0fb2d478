package rank

import (
	"cmp"
	"slices"
	"strings"
)

// ranked is somebody with what the order needs.
type ranked struct {
	S, F   Points
	hash   uint64 // only looked up among equals
	at     int32
	isNew  bool
	capped bool // suggested often enough today
	hashed bool
}

// placed is somebody in their place.
type placed struct {
	ranked
	move string
	by   int
}

// score goes through everybody who may be suggested.
func (s *sheet) score() {
	var l [nLines]Points
	s.room.all = s.room.all[:0]
	limit := int32(s.m.weights.Cap)
	capped := limit > 0 && s.q.Kind != Client && s.q.Kind != Jobs
	for at := range s.m.facts {
		f := &s.m.facts[at]
		if !f.present || !s.may(s.m.people[at].ID) {
			continue
		}
		d := s.today.people[at]
		r := ranked{at: int32(at), isNew: int(f.done) < s.m.weights.NewcomerDone, capped: capped && d.shown >= limit}
		if s.isAnother(at) {
			row := s.row(at)
			r.S, r.F, r.isNew = row.S, row.F, row.isNew
		} else {
			r.F = s.lost(s.m.lists.of(f.skills))
			r.S = s.lines(at, f, d, r.F, s.wished(f), &l)
		}
		s.room.all = append(s.room.all, r)
	}
}

// isAnother says whether somebody isn't quite who the facts say.
func (s *sheet) isAnother(at int) bool {
	if s.lens != nil && s.lens.at == at {
		return true
	}
	if len(s.q.Asks) == 0 {
		return false
	}
	_, asks := s.q.Asks[s.m.people[at].ID]
	return asks
}

func (s *sheet) may(id string) bool {
	return id != s.q.From && !slices.Contains(s.q.Path, id) && (s.q.May == nil || s.q.May(id))
}

func (s *sheet) wished(f *facts) bool {
	for _, i := range s.m.lists.of(f.interests) {
		if s.room.about[i] {
			return true
		}
	}
	return false
}

// order scores everybody and puts the first of them in their places; with 0,
// all.
func (s *sheet) order(limit int) []placed {
	s.score()
	if limit <= 0 || limit > len(s.room.all) {
		limit = len(s.room.all)
	}
	out := s.newcomers(s.best(limit), limit)
	for i := range out {
		if out[i].capped {
			out[i].move, out[i].by = "cap", s.place(out[i].ranked, s.byScore)-s.place(out[i].ranked, s.before)
		}
	}
	return out
}

// best are the first in order, exactly.
func (s *sheet) best(limit int) []ranked {
	if limit == len(s.room.all) {
		all := slices.Clone(s.room.all)
		slices.SortFunc(all, func(a, b ranked) int { return s.before(&a, &b) })
		return all
	}
	out := make([]ranked, 0, limit+1)
	for i := range s.room.all {
		r := &s.room.all[i]
		if len(out) == limit && s.before(r, &out[limit-1]) >= 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(out, r, func(o ranked, r *ranked) int { return s.before(&o, r) })
		out = slices.Insert(out, at, *r)
		out = out[:min(len(out), limit)]
	}
	return out
}

// before is the order before the newcomer rule.
func (s *sheet) before(a, b *ranked) int {
	if a.capped != b.capped {
		if b.capped {
			return -1
		}
		return 1
	}
	return s.byScore(a, b)
}

func (s *sheet) byScore(a, b *ranked) int {
	if a.S != b.S {
		return cmp.Compare(b.S, a.S)
	}
	return cmp.Or(cmp.Compare(s.hash(a), s.hash(b)), strings.Compare(s.m.people[a.at].ID, s.m.people[b.at].ID))
}

func (s *sheet) hash(r *ranked) uint64 {
	if !r.hashed {
		r.hash, r.hashed = order(s.job.ID, s.m.people[r.at].ID), true
	}
	return r.hash
}

// place is somebody's among all, from 0.
func (s *sheet) place(r ranked, before func(a, b *ranked) int) (n int) {
	for i := range s.room.all {
		if before(&s.room.all[i], &r) < 0 {
			n++
		}
	}
	return n
}

// newcomers is the newcomer rule: in each first k there are at least k/of
// newcomers, as long as there are some whose F is no lower than the lowest F of
// the first k by S.
func (s *sheet) newcomers(best []ranked, limit int) []placed {
	of := s.m.weights.NewcomerOf
	out := make([]placed, 0, limit)
	taken := map[int32]bool{}
	next, have := 0, 0
	lowest := Points(0)
	for k := 1; k <= limit; k++ {
		lowest = min(lowest, best[k-1].F)
		for taken[best[next].at] {
			next++
		}
		p := placed{ranked: best[next]}
		if of > 0 && have < k/of && !p.isNew {
			if c, place, found := s.newcomer(best[next:], next, lowest, taken); found {
				p = placed{ranked: c}
				if up := place + 1 - k; up > 0 {
					p.move, p.by = "newcomer", up
				}
			}
		}
		taken[p.at] = true
		if p.isNew {
			have++
		}
		out = append(out, p)
	}
	return out
}

// newcomer finds the best one who waits: among the rest of the best, which
// begins at a place, or among all.
func (s *sheet) newcomer(rest []ranked, from int, lowest Points, taken map[int32]bool) (c ranked, place int, found bool) {
	waits := func(r *ranked) bool { return r.isNew && !r.capped && r.F >= lowest && !taken[r.at] }
	for i := range rest {
		if waits(&rest[i]) {
			return rest[i], from + i, true
		}
	}
	if from+len(rest) == len(s.room.all) {
		return c, 0, false
	}
	for i := range s.room.all {
		if r := &s.room.all[i]; waits(r) && (!found || s.before(r, &c) < 0) {
			c, found = *r, true
		}
	}
	if found {
		place = s.place(c, s.before)
	}
	return c, place, found
}
