package rank

import "slices"

// counts say how often what happened, in which context, to whom and on which
// day. They are whole numbers, so that the order in which they come is the same
// to them, and what was added can be taken out again.
type counts map[string]*context

type context struct{ rows []row }

type row struct {
	person int
	days   []dayCount
}

type dayCount struct{ day, n int }

func (c counts) add(key string, person, day, n int) {
	at := c[key]
	if at == nil {
		at = &context{}
		c[key] = at
	}
	i, found := slices.BinarySearchFunc(at.rows, person, func(r row, p int) int { return r.person - p })
	if !found {
		at.rows = slices.Insert(at.rows, i, row{person: person})
	}
	r := &at.rows[i]
	j, found := slices.BinarySearchFunc(r.days, day, func(d dayCount, day int) int { return d.day - day })
	if !found {
		r.days = slices.Insert(r.days, j, dayCount{day: day})
	}
	r.days[j].n += n
	if r.days[j].n == 0 {
		r.days = slices.Delete(r.days, j, j+1)
	}
}

// faded is what is left on a day of a row, in 65536ths.
func (r row) faded(day, halfLife int) (sum int64) {
	for _, d := range slices.Backward(r.days) {
		left := fade(day-d.day, halfLife)
		if left == 0 {
			break
		}
		sum += left * int64(d.n)
	}
	return sum
}

// shares gives each person's share of a context on a day to add, scaled by
// part/whole. prior, in 65536ths, is how much must have happened before a share
// is believed. room is used and given back.
func (c counts) shares(room []int64, key string, day, halfLife int, prior, part, whole int64, add func(person int, share int64)) []int64 {
	at := c[key]
	if at == nil || part == 0 || whole == 0 {
		return room
	}
	room = room[:0]
	total := prior
	for _, r := range at.rows {
		left := r.faded(day, halfLife)
		room = append(room, left)
		total += left
	}
	for i, r := range at.rows {
		if room[i] > 0 {
			add(r.person, room[i]*One/total*part/whole)
		}
	}
	return room
}
