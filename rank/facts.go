package rank

import "slices"

// facts are what a question looks at for everybody: small, in one row each, so
// that going through all of them is quick.
type facts struct {
	rate, floor       int64
	languages         uint64 // bits by number; the last stands for all that come later
	skills, interests span
	hours, waiting    int32
	zone              int16
	level             int8
	present, hasZone  bool
	done              int32
	vouched           int32
}

// span is a list in a store.
type span struct {
	from uint32
	n    uint32
}

// spans hold many short lists of numbers in one. What is left behind by changes
// is cleared away when it is half of all.
type spans struct {
	all   []int32
	waste int
}

func (s *spans) of(x span) []int32 { return s.all[x.from : x.from+x.n] }

func (s *spans) put(old span, list []int32) span {
	if int(old.n) >= len(list) {
		s.waste += int(old.n) - len(list)
		copy(s.all[old.from:], list)
		return span{old.from, uint32(len(list))}
	}
	s.waste += int(old.n)
	at := uint32(len(s.all))
	s.all = append(s.all, list...)
	return span{at, uint32(len(list))}
}

// numbers gives each different string a number.
type numbers map[string]int32

func (n numbers) of(s string) int32 {
	i, known := n[s]
	if !known {
		i = int32(len(n))
		n[s] = i
	}
	return i
}

// last is the bit of all languages beyond the first 63.
const last = 63

func (m *Market) languageBits(languages []string) (bits uint64) {
	for _, l := range languages {
		bits |= 1 << min(m.languages.of(l), last)
	}
	return bits
}

// learnFacts brings a person's facts up to date.
func (m *Market) learnFacts(at int) {
	p := m.people[at]
	f := &m.facts[at]
	f.rate, f.floor, f.hours, f.waiting = p.Rate, p.Floor, int32(p.Hours), int32(max(p.Waiting, 0))
	f.zone, f.hasZone, f.level, f.present = int16(p.Zone), p.HasZone, int8(min(max(p.Level, 0), 100)), p.present
	f.languages = m.languageBits(p.Languages)
	var list []int32
	for _, s := range p.skills {
		list = append(list, int32(m.skillPlace(s)))
	}
	f.skills = m.lists.put(f.skills, list)
	list = list[:0]
	for _, i := range p.Interests {
		list = append(list, m.interests.of("tag "+i), m.interests.of("skill "+Skill(i)))
	}
	f.interests = m.lists.put(f.interests, list)
	m.tidy()
}

// tidy clears the lists away that nobody has any more.
func (m *Market) tidy() {
	if m.lists.waste < 1024 || m.lists.waste*2 < len(m.lists.all) {
		return
	}
	was := m.lists
	m.lists = spans{all: make([]int32, 0, len(was.all)-was.waste)}
	for i := range m.facts {
		f := &m.facts[i]
		f.skills = m.lists.put(span{}, was.of(f.skills))
		f.interests = m.lists.put(span{}, was.of(f.interests))
	}
}

// today is what is known of each person on a day: it changes with each day and
// with what happens to a person.
type today struct {
	day    int
	people []daily
}

type daily struct{ track, unknown, load, shown int32 }

// on gives everybody's row for a day, made at most once a day.
func (m *Market) on(day int) *today {
	if t := m.today.Load(); t != nil && t.day == day {
		return t
	}
	t := &today{day, make([]daily, len(m.people))}
	for i := range m.people {
		t.people[i] = m.daily(i, day)
	}
	m.today.Store(t)
	return t
}

func (m *Market) daily(at, day int) daily {
	p := m.people[at]
	t, u := m.track(p, day)
	d := daily{track: int32(t), unknown: int32(u), load: int32(load(p.shown, day, m.weights.Slots))}
	if i, found := shownOn(p.shown, day); found {
		d.shown = p.shown[i].times
	}
	return d
}

// change brings a person's row of today up to date.
func (m *Market) change(at int) {
	if t := m.today.Load(); t != nil {
		for len(t.people) < len(m.people) {
			t.people = append(t.people, m.daily(len(t.people), t.day))
		}
		t.people[at] = m.daily(at, t.day)
	}
}

// showings are how often somebody stood in lists on a day, and how much that is:
// 1/place each, in 65536ths.
type showings struct {
	day, times int32
	exposure   int64
}

func shownOn(all []showings, day int) (int, bool) {
	return slices.BinarySearchFunc(all, int32(day), func(s showings, day int32) int { return int(s.day - day) })
}

// AddShown says that somebody stood in a list.
func (m *Market) AddShown(s Shown) {
	at := m.place(s.Person)
	m.people[at].shown = s.into(m.people[at].shown)
	m.change(at)
}

func (s Shown) into(all []showings) []showings {
	i, found := shownOn(all, s.Day)
	if !found {
		all = slices.Insert(all, i, showings{day: int32(s.Day)})
	}
	all[i].times++
	if s.Place > 0 {
		all[i].exposure += One / int64(s.Place)
	}
	return all
}
