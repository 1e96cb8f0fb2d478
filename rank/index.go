package rank

import "slices"

// index finds what shares words with a text: the sum of the squared rarities of
// the words that both have, over that of all words asked for, times the root of
// how much longer the one is than the other. That is the cosine of the two, if
// the words of both are equally rare on the whole; the true one would have to
// be computed anew for every text whenever a word becomes more common. On
// records of real handing on it did better than BM25.
type index struct {
	lists map[string][]int // word → places, ascending
	size  []int            // words of each place
	df    map[string]int   // in how many texts a word stands, also those not to be found
	seen  int
}

func newIndex() index { return index{lists: map[string][]int{}, df: map[string]int{}} }

// see counts a text for how rare words are; n = −1 takes it out.
func (x *index) see(words []string, n int) {
	x.seen += n
	for _, w := range words {
		x.df[w] += n
	}
}

func (x *index) put(at int, words []string) {
	for len(x.size) <= at {
		x.size = append(x.size, 0)
	}
	x.size[at] = len(words)
	for _, w := range words {
		i, _ := slices.BinarySearch(x.lists[w], at)
		x.lists[w] = slices.Insert(x.lists[w], i, at)
	}
}

func (x *index) drop(at int, words []string) {
	for _, w := range words {
		if i, found := slices.BinarySearch(x.lists[w], at); found {
			x.lists[w] = slices.Delete(x.lists[w], i, i+1)
		}
	}
}

// rarity is ln(1 + (n + ½)/(df + ½)) in points.
func rarity(n, df int) int64 { return millionths(int64(2*n+2*df+2), int64(2*df+1)) / 1000 }

type weighted struct {
	word   string
	weight int64
}

// rarest are the rarest words of a text, at most limit. Those that stand in no
// other text say nothing.
func (x *index) rarest(words []string, limit int) []weighted {
	var out []weighted
	for _, w := range words {
		if x.df[w] > 1 {
			out = append(out, weighted{w, rarity(x.seen, x.df[w])})
		}
	}
	slices.SortFunc(out, func(a, b weighted) int {
		switch {
		case a.weight != b.weight:
			return int(b.weight - a.weight)
		case a.word < b.word:
			return -1
		}
		return 1
	})
	return out[:min(len(out), limit)]
}

// similar gives how similar each place is to the words, in 65536ths; most have nothing, touched are those that have.
func (x *index) similar(words []string, limit int) (dense []int64, touched []int) {
	want := x.rarest(words, limit)
	if len(want) == 0 {
		return nil, nil
	}
	dense = make([]int64, len(x.size))
	whole := int64(1)
	for _, w := range want {
		whole += w.weight * w.weight / 1024
		for _, at := range x.lists[w.word] {
			if dense[at] == 0 {
				touched = append(touched, at)
			}
			dense[at] += w.weight * w.weight / 1024
		}
	}
	long := root(int64(len(want)) << 20)
	for _, at := range touched {
		dense[at] = min(dense[at]*One/whole*long/max(root(int64(x.size[at])<<20), 1), One)
	}
	return dense, touched
}
