package rank

import (
	"cmp"
	"slices"
)

func byTime(a, b Event) int {
	return cmp.Or(a.Day-b.Day, cmp.Compare(stage(a.Kind), stage(b.Kind)), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), int(a.Again)-int(b.Again))
}

func stage(k Kind) int { return slices.Index([]Kind{Asked, HandedOn, Done}, k) }

// role is how much having had a job says, in thousandths.
func role(k Kind) int { return []int{300, 500, 1000}[stage(k)] }

// count adds (n = 1) or takes out (n = −1) what a job's events teach.
func (m *Market) count(at int, events []Event, n int) {
	j := m.jobs[at]
	j.takers, j.last = j.takers[:0], 0
	var froms []string
	for _, e := range events {
		p := m.place(e.To)
		m.people[p].busy += n
		if n > 0 {
			j.take(p, role(e.Kind))
			j.last = max(j.last, e.Day)
		}
		m.learned.add("set "+j.set, p, e.Day, n*role(e.Kind))
		switch e.Kind {
		case Asked:
			m.countTags("asked ", j, p, e.Day, n)
		case HandedOn:
			m.learned.add("from "+e.From, p, e.Day, n)
			m.learned.add("from "+e.From+"\x00"+j.set, p, e.Day, n)
			m.people[m.place(e.From)].busy += n
			m.learned.add("to "+e.To, m.place(e.From), e.Day, n)
			m.countTags("took ", j, p, e.Day, n)
			for _, f := range froms {
				if f != e.From {
					m.learned.add("later "+f, p, e.Day, n)
				}
			}
			froms = append(froms, e.From)
		case Done:
			m.finish(p, e, n)
		}
	}
}

func (m *Market) countTags(what string, j *job, p, day, n int) {
	for _, tag := range j.tags {
		m.learned.add(what+tag, p, day, n)
	}
}

func (j *job) take(p, role int) {
	for i := range j.takers {
		if j.takers[i].person == p {
			j.takers[i].role = max(j.takers[i].role, role)
			return
		}
	}
	j.takers = append(j.takers, taker{p, role})
}

// passed says whether somebody handed this job on.
func (j *job) passed(from string) bool {
	return slices.ContainsFunc(j.events, func(e Event) bool { return e.Kind == HandedOn && e.From == from })
}

func (m *Market) finish(p int, e Event, n int) {
	at := m.people[p]
	at.done += n
	m.facts[p].done = int32(at.done)
	if e.Again == NotSaid {
		return
	}
	if n > 0 {
		at.good = append(at.good, e)
	} else if i := slices.Index(at.good, e); i >= 0 {
		at.good = slices.Delete(at.good, i, i+1)
	}
	m.change(p)
}

func merged(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
