package rank

import "slices"

// sheet holds what is computed once for a question: what the job asks for, and
// what happened to those whom something happened to.
type sheet struct {
	m      *Market
	q      Question
	job    *job
	weight [nLines]int
	room   *room
	today  *today
	needs  []need
	helps  []int16 // m of each skill for each need, by skill and need
	lang   uint64
	lens   *lens // somebody as they would be
}

// signs are the lines that come from what happened, as shares in 65536ths.
type signs [lCircle - lNear + 1]int64

// room is what a question needs for each person and job, used again by the next.
type room struct {
	slot  []int32 // by person: 1 + place in signs; 0 = nothing happened
	who   []int32 // by place in signs
	signs []signs
	words []int64 // by person
	spoke []int32 // whose words are not 0
	dense []int64 // by job or person, all 0
	about []bool  // by interest
	left  []int64
	all   []ranked
	helps []int16
}

func (m *Market) enter() *room {
	r, _ := m.rooms.Get().(*room)
	if r == nil {
		r = &room{}
	}
	grow(&r.slot, len(m.people))
	grow(&r.words, len(m.people))
	grow(&r.dense, max(len(m.people), len(m.jobs)))
	grow(&r.about, len(m.interests))
	return r
}

func grow[T any](s *[]T, n int) {
	if len(*s) < n {
		*s = append(*s, make([]T, n-len(*s)+n/8)...)
	}
}

// leave cleans the room for the next.
func (s *sheet) leave() {
	r := s.room
	for _, p := range r.who {
		r.slot[p] = 0
	}
	for _, p := range r.spoke {
		r.words[p] = 0
	}
	clear(r.about)
	r.who, r.signs, r.spoke, r.all = r.who[:0], r.signs[:0], r.spoke[:0], r.all[:0]
	s.m.rooms.Put(r)
	s.room = nil
}

// of gives a person's signs.
func (r *room) of(p int) *signs {
	if r.slot[p] == 0 {
		r.who = append(r.who, int32(p))
		r.signs = append(r.signs, signs{})
		r.slot[p] = int32(len(r.who))
	}
	return &r.signs[r.slot[p]-1]
}

// sheet prepares a question; leave must be called at its end.
func (m *Market) sheet(q Question) *sheet { return m.sheetFor(q, -1) }

// sheetFor is a sheet of which only one person's line is asked, or everybody's.
func (m *Market) sheetFor(q Question, one int) *sheet {
	i, known := m.jobAt[q.Job]
	if !known || !m.jobs[i].known {
		return nil
	}
	s := &sheet{m: m, q: q, job: m.jobs[i], weight: m.weights.row(q.Kind), room: m.enter(), today: m.on(q.Day)}
	s.shareWords()
	s.wants()
	s.wishes()
	if one < 0 || m.people[one].busy > 0 {
		s.similar(i)
		s.filed()
	}
	if q.Kind == Refer {
		s.known()
		s.inCircle()
	}
	return s
}

// profileWords is by how many of its words a job is compared with profiles.
const profileWords = 40

func (s *sheet) shareWords() {
	s.m.profile.similar(s.job.words, profileWords, s.room.dense, func(at int, sim int64) {
		s.room.words[at] = sim
		s.room.spoke = append(s.room.spoke, int32(at))
	})
}

// wishes notes which interests and which language the job is about.
func (s *sheet) wishes() {
	mark := func(name string) {
		if i, known := s.m.interests[name]; known {
			s.room.about[i] = true
		}
	}
	for _, t := range s.job.Tags {
		mark("tag " + t)
	}
	for _, k := range slices.Concat(s.job.must, s.job.nice) {
		mark("skill " + k)
	}
	if i, known := s.m.languages[s.job.Language]; known {
		s.lang = 1 << min(i, last)
	}
}

func (s *sheet) add(line int) func(int, int64) {
	return func(p int, share int64) { s.room.of(p)[line-lNear] += share }
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
		s.shares(c, key, day, 30, 300*One, 1, 1, lBareSet)
	} else {
		s.shares(c, key, day, 30, 300*One, 1, 1, lSet30)
	}
	s.shares(c, key, day, 7, 100*One, 1, 1, lSet7)
	whole := int64(0)
	for _, t := range s.job.tags {
		whole += s.m.tagRarity(t)
	}
	for _, t := range s.job.tags {
		s.shares(c, "took "+t, day, 180, One, s.m.tagRarity(t), whole, tags)
		if bare >= 0 {
			s.shares(c, "asked "+t, day, 7, One/5, s.m.tagRarity(t), whole, bare)
		}
	}
}

func (s *sheet) shares(c counts, key string, day, halfLife int, prior, part, whole int64, line int) {
	s.room.left = c.shares(s.room.left, key, day, halfLife, prior, part, whole, s.add(line))
}

// known are the lines of what whoever refers, and those before, handed on.
func (s *sheet) known() {
	c, day, from := s.m.learned, s.q.Day, s.q.From
	path := s.q.Path
	if !slices.Contains(path, from) {
		path = append(slices.Clone(path), from)
	}
	for _, f := range path {
		s.shares(c, "from "+f, day, 180, One, 1, int64(len(path)), lPath)
		s.shares(c, "later "+f, day, 180, One, 1, int64(len(path)), lPath)
	}
	s.shares(c, "from "+from, day, 7, One/5, 1, 1, lWeek)
	s.shares(c, "from "+from+"\x00"+s.job.set, day, 60, 3*One/10, 1, 1, lFromSet)
	if back := c["to "+from]; back != nil {
		for _, r := range back.rows {
			if n := r.faded(day, 180); n > 0 {
				s.room.of(r.person)[lBack-lNear] += n * One / (One + n)
			}
		}
	}
}

// inCircle marks the circle of whoever refers.
func (s *sheet) inCircle() {
	from, known := s.m.at[s.q.From]
	if !known {
		return
	}
	for _, id := range s.m.people[from].circle {
		if at, known := s.m.at[id]; known {
			s.room.of(at)[lCircle-lNear] = 1
		}
	}
}

// tagRarity is how rare a tag is among jobs.
func (m *Market) tagRarity(tag string) int64 { return rarity(m.seen, m.tagged[tag]) }
