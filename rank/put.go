package rank

import "slices"

// AddVouch brings in somebody's word.
func (m *Market) AddVouch(v Vouch) {
	i := m.place(v.To)
	m.vouched(i, append(m.people[i].vouches, v))
}

// PutVouches says which words were given for somebody, in the place of those
// that were known.
func (m *Market) PutVouches(id string, all []Vouch) { m.vouched(m.place(id), slices.Clone(all)) }

func (m *Market) vouched(at int, all []Vouch) {
	m.people[at].vouches = all
	m.facts[at].vouched = int32(m.people[at].vouched())
}

// PutWeights changes the weights; the next answer goes by them.
func (m *Market) PutWeights(w Weights) {
	m.weights, m.fresh = w, nil
	t, u := m.track(&person{}, 0)
	m.fresh = &[2]Points{t, u}
	m.today.Store(nil)
}

// With is the same market under other weights, to compare them. It shares all
// with this one and must not be changed; it holds until this one is.
func (m *Market) With(w Weights) *Market {
	other := &Market{
		at: m.at, people: m.people, facts: m.facts, lists: m.lists, names: m.names, jobAt: m.jobAt, jobs: m.jobs, text: m.text,
		profile: m.profile, learned: m.learned, pairs: m.pairs, having: m.having, had: m.had, skillAt: m.skillAt,
		skillNames: m.skillNames, tagged: m.tagged, seen: m.seen, interests: m.interests, languages: m.languages,
	}
	other.PutWeights(w)
	return other
}
