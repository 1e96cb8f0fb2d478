package rank

import "slices"

// index finds what shares words with a text: BM25 (Robertson and Zaragoza 2009)
// with k1 = 1.2 and b = 0.75, words counted once each.
type index struct {
	lists map[string][]int // word → places, ascending
	size  []int            // words of each place
	n     int
	df    map[string]int // in how many texts a word stands, also those not to be found
	seen  int
	total int
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
	x.n++
	x.total += len(words)
	for _, w := range words {
		i, _ := slices.BinarySearch(x.lists[w], at)
		x.lists[w] = slices.Insert(x.lists[w], i, at)
	}
}

func (x *index) drop(at int, words []string) {
	x.n--
	x.total -= len(words)
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

// similar gives how similar each place is to the words, in 65536ths of what the
// words weigh together; most have nothing, touched are those that have.
func (x *index) similar(words []string, limit int) (dense []int64, touched []int) {
	want := x.rarest(words, limit)
	if len(want) == 0 {
		return nil, nil
	}
	dense = make([]int64, len(x.size))
	self := int64(10)
	for _, w := range want {
		self += w.weight
		for _, at := range x.lists[w.word] {
			if dense[at] == 0 {
				touched = append(touched, at)
			}
			dense[at] += w.weight * 2200 * 1024 / (1300 + 900*int64(x.size[at])*int64(x.n)/int64(x.total))
		}
	}
	for _, at := range touched {
		dense[at] = dense[at] * 64 / self
	}
	return dense, touched
}
