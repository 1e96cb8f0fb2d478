// Package memory holds in memory what the search for people knows: names and
// handles, fed from the store by what has changed.
package memory

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kith/internal/store"
)

// People finds people by name, forgiving typing errors.
type People struct {
	store *store.Store
	mu    sync.Mutex
	known map[string]int // person id → place in all
	all   []entry
	until time.Time // changes up to here have been read
}

type entry struct {
	store.Name
	tokens []string
}

// overlap is how far back changes are read again: a transaction may commit
// later than its time says.
const overlap = time.Minute

// NewPeople starts empty; the first question reads everybody.
func NewPeople(s *store.Store) *People {
	return &People{store: s, known: map[string]int{}}
}

// Found is an answer to a search by name.
type Found struct {
	// Named are those whose names have every word that was typed.
	Named []store.Name
	// Meant are those who come close, asked for only where nobody is named:
	// "Did you mean".
	Meant []store.Name
}

// Named finds people by a name or a part of it, at most limit, best first: whole
// words before beginnings of words, then by name.
func (p *People) Named(ctx context.Context, typed string, limit int) (Found, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.refresh(ctx); err != nil {
		return Found{}, err
	}
	want := tokens(typed)
	if len(want) == 0 {
		return Found{}, nil
	}
	found := Found{Named: p.best(limit, func(e entry) int { return fits(want, e.tokens, prefix) })}
	if len(found.Named) == 0 {
		found.Meant = p.best(limit, func(e entry) int { return fits(want, e.tokens, near) })
	}
	return found, nil
}

func (p *People) refresh(ctx context.Context) error {
	return p.store.Read(ctx, func(tx *store.Tx) error {
		since := p.until
		if !since.IsZero() {
			since = since.Add(-overlap)
		}
		changed, err := tx.NamesChanged(ctx, since)
		for _, n := range changed {
			p.put(n)
		}
		return err
	})
}

func (p *People) put(n store.Name) {
	e := entry{n, append(tokens(n.Name), n.Handle)}
	if at, ok := p.known[n.ID]; ok {
		p.all[at] = e
	} else {
		p.known[n.ID] = len(p.all)
		p.all = append(p.all, e)
	}
	if n.ChangedAt.After(p.until) {
		p.until = n.ChangedAt
	}
}

type scored struct {
	distance int
	name     store.Name
}

// best are the limit nearest entries; a negative distance is no match.
func (p *People) best(limit int, distance func(entry) int) []store.Name {
	var hits []scored
	for _, e := range p.all {
		if d := distance(e); d >= 0 {
			hits = append(hits, scored{d, e.Name})
		}
	}
	slices.SortFunc(hits, func(a, b scored) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.name.Name, b.name.Name), cmp.Compare(a.name.ID, b.name.ID))
	})
	names := make([]store.Name, 0, min(limit, len(hits)))
	for _, h := range hits[:min(limit, len(hits))] {
		names = append(names, h.name)
	}
	return names
}

// fits adds up the distances of each wanted word to the nearest word there is,
// or is -1 where one has none near enough.
func fits(want, have []string, distance func(want, have string) int) int {
	sum := 0
	for _, w := range want {
		best := -1
		for _, h := range have {
			if d := distance(w, h); d >= 0 && (best < 0 || d < best) {
				best = d
			}
		}
		if best < 0 {
			return -1
		}
		sum += best
	}
	return sum
}

func prefix(want, have string) int {
	switch {
	case want == have:
		return 0
	case strings.HasPrefix(have, want):
		return 1
	}
	return -1
}

// near allows one slip of the finger in a word of four letters, two in one of
// eight: a letter too many, missing, wrong, or two swapped.
func near(want, have string) int {
	w, h := []rune(want), []rune(have)
	allowed := 0
	switch {
	case len(w) >= 8:
		allowed = 2
	case len(w) >= 4:
		allowed = 1
	}
	if d := slips(w, h, allowed); d <= allowed {
		return d
	}
	return -1
}

// slips is the optimal string alignment distance, or anything above most where
// it is more than that.
func slips(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// tokens are the words of a name in small letters without accents.
func tokens(s string) []string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
	return strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
