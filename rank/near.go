package rank

import "slices"

// Where the lines about similar work stand among a person's signs of it.
const (
	atNear     = 0
	atFive     = lFive - lNear
	atAlike    = lAlike - lNear
	atFromNear = lFromNear - lNear
)

// similarWords is by how many of its words that say most a job is compared.
const similarWords = 200

// near is a job like the one that is asked about.
type near struct {
	job *job
	sim int64
}

// similar are the lines of the fifty nearest jobs.
func (s *sheet) similar(self int) {
	var near, from int64
	whole := int64(1)
	for _, t := range s.job.tags {
		whole += s.m.tagRarity(t)
	}
	for i, n := range s.nearest(self, 50) {
		age := s.q.Day - n.job.last
		square := n.sim * n.sim / One
		both := square * fade(age, 120) / One
		overlap := s.overlap(n.job, whole)
		passed := s.q.Kind == Refer && n.job.passed(s.q.From)
		for _, t := range n.job.takers {
			role := int64(t.role)
			add := both * role / 1000
			signs := s.room.of(t.person)
			signs[atNear] += add * overlap / One
			near += add * overlap / One
			signs[atAlike] += square * fade(age, 45) / One * role / 1000
			if passed {
				signs[atFromNear] += add
				from += add
			}
			if i < 5 {
				signs[atFive] += One * role / 5000
			}
		}
	}
	if s.q.Kind == Jobs { // jobs are compared with each other, not people
		near, from = One-One/100, One-One/100
	}
	for i := range s.room.signs {
		signs := &s.room.signs[i]
		signs[atNear] = signs[atNear] * One / (near + One/100)
		signs[atFromNear] = signs[atFromNear] * One / (from + One/100)
	}
}

// overlap is how much of the job's tags another has, in 65536ths. Without tags,
// all is alike.
func (s *sheet) overlap(other *job, whole int64) (sum int64) {
	if len(s.job.tags) == 0 {
		return One
	}
	for _, t := range s.job.tags {
		if _, found := slices.BinarySearch(other.tags, t); found {
			sum += s.m.tagRarity(t)
		}
	}
	return sum * One / whole
}

// nearest are the jobs with the most similar words to which something happened,
// best first.
func (s *sheet) nearest(self, limit int) []near {
	return s.m.nearest(s.job.words, s.room, limit, func(at int) bool { return at != self && len(s.m.jobs[at].events) > 0 })
}

func (m *Market) nearest(words []term, room *room, limit int, fits func(at int) bool) (best []near) {
	m.text.similar(words, similarWords, room.dense, func(at int, sim int64) {
		n := near{m.jobs[at], sim}
		if len(best) == limit && nearer(n, best[limit-1]) >= 0 || !fits(at) {
			return
		}
		i, _ := slices.BinarySearchFunc(best, n, nearer)
		best = slices.Insert(best, i, n)
		best = best[:min(len(best), limit)]
	})
	return best
}

func nearer(a, b near) int {
	switch {
	case a.sim != b.sim:
		return int(b.sim - a.sim)
	case a.job.ID < b.job.ID:
		return -1
	case a.job.ID > b.job.ID:
		return 1
	}
	return 0
}
