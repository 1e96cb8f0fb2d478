package rank

import "slices"

// sheet holds what is computed once for a question: for each person, the lines
// that come from what happened.
type sheet struct {
	m      *Market
	q      Question
	job    *job
	weight [nLines]int
	signs  [][nLines]int64 // shares in 65536ths, by person
	words  []int64
	needs  []need
	lens   *lens // somebody as they would be
}

func (m *Market) sheet(q Question) *sheet {
	i, known := m.jobAt[q.Job]
	if !known || !m.jobs[i].known {
		return nil
	}
	s := &sheet{m: m, q: q, job: m.jobs[i], weight: m.weights.row(q.Kind), signs: make([][nLines]int64, len(m.people))}
	s.words, _ = m.profile.similar(s.job.words, 40)
	s.needs = s.wants()
	s.similar(i)
	s.filed()
	if q.Kind == Refer {
		s.known()
	}
	return s
}

func (s *sheet) add(line int) func(int, int64) {
	return func(p int, share int64) { s.signs[p][line] += share }
}

// filed are the lines of what the job is filed under.
func (s *sheet) filed() {
	key, c, day := "set "+s.job.set, s.m.learned, s.q.Day
	if s.job.set == "" {
		return
	}
	tags, bare := lTags, -1
	if len(s.job.words) == 0 {
		tags, bare = lBareTags, lBareAsked
		c.shares(key, day, 30, 300*One, 1, 1, s.add(lBareSet))
	} else {
		c.shares(key, day, 30, 300*One, 1, 1, s.add(lSet30))
	}
	c.shares(key, day, 7, 100*One, 1, 1, s.add(lSet7))
	whole := int64(0)
	for _, t := range s.job.tags {
		whole += s.m.tagRarity(t)
	}
	for _, t := range s.job.tags {
		c.shares("took "+t, day, 180, One, s.m.tagRarity(t), whole, s.add(tags))
		if bare >= 0 {
			c.shares("asked "+t, day, 7, One/5, s.m.tagRarity(t), whole, s.add(bare))
		}
	}
}

// known are the lines of what whoever refers, and those before, handed on.
func (s *sheet) known() {
	c, day, from := s.m.learned, s.q.Day, s.q.From
	path := s.q.Path
	if !slices.Contains(path, from) {
		path = append(slices.Clone(path), from)
	}
	for _, f := range path {
		c.shares("from "+f, day, 180, One, 1, int64(len(path)), s.add(lPath))
		c.shares("later "+f, day, 180, One, 1, int64(len(path)), s.add(lPath))
	}
	c.shares("from "+from, day, 7, One/5, 1, 1, s.add(lWeek))
	c.shares("from "+from+"\x00"+s.job.set, day, 60, 3*One/10, 1, 1, s.add(lFromSet))
	if back := c["to "+from]; back != nil {
		for _, r := range back.rows {
			n := r.faded(day, 180)
			s.signs[r.person][lBack] += n * One / (One + n)
		}
	}
}

// tagRarity is how rare a tag is among jobs.
func (m *Market) tagRarity(tag string) int64 { return rarity(m.seen, m.tagged[tag]) }

// similarWords is by how many of its rarest words a job is compared.
const similarWords = 200

// near is a job like the one that is asked about.
type near struct {
	job *job
	sim int64
}

// similar are the lines of the fifty nearest jobs.
func (s *sheet) similar(self int) {
	list := s.nearest(self, 50)
	var near, from int64
	alike := make([]int64, len(s.m.people))
	whole := int64(1)
	for _, t := range s.job.tags {
		whole += s.m.tagRarity(t)
	}
	for i, n := range list {
		age := s.q.Day - n.job.last
		square := n.sim * n.sim / One
		both := square * fade(age, 120) / One
		overlap := s.overlap(n.job, whole)
		passed := s.q.Kind == Refer && n.job.passed(s.q.From)
		for _, t := range n.job.takers {
			role := int64(t.role)
			add := both * role / 1000
			s.signs[t.person][lNear] += add * overlap / One
			near += add * overlap / One
			alike[t.person] += square * fade(age, 45) / One * role / 1000
			if passed {
				s.signs[t.person][lFromNear] += add
				from += add
			}
			if i < 5 {
				s.signs[t.person][lFive] += One * role / 5000
			}
		}
	}
	if s.q.Kind == Jobs { // jobs are compared with each other, not people
		near, from = One-One/100, One-One/100
	}
	for p := range s.signs {
		s.signs[p][lNear] = s.signs[p][lNear] * One / (near + One/100)
		s.signs[p][lFromNear] = s.signs[p][lFromNear] * One / (from + One/100)
		s.signs[p][lAlike] = alike[p]
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

// nearest are the jobs with the most similar words, best first.
func (s *sheet) nearest(self, limit int) (best []near) {
	sims, touched := s.m.text.similar(s.job.words, similarWords)
	for _, at := range touched {
		n := near{s.m.jobs[at], sims[at]}
		if at == self || len(best) == limit && nearer(n, best[limit-1]) >= 0 {
			continue
		}
		i, _ := slices.BinarySearchFunc(best, n, nearer)
		best = slices.Insert(best, i, n)
		best = best[:min(len(best), limit)]
	}
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
