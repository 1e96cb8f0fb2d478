package rank

import (
	"cmp"
	"slices"
)

// dictionary numbers words, so that lists of them are small. A number says
// nothing: where order matters, words are compared.
type dictionary struct {
	number map[string]int32
	words  []string
}

// term is a word of a text and how much it says there: 16 × (1 + ln n) for a word
// that stands n times.
type term struct{ word, often int32 }

func (d *dictionary) terms(words []string) []term {
	if len(words) == 0 {
		return nil
	}
	slices.Sort(words)
	var out []term
	for i := 0; i < len(words); {
		n := i
		for n < len(words) && words[n] == words[i] {
			n++
		}
		out = append(out, term{d.of(words[i]), int32(16 + lnOf(int64(n-i))*16/1_000_000)})
		i = n
	}
	return slices.Clip(out)
}

// known are the terms of those words that have a number; it gives none.
func (d *dictionary) known(words []string) []term {
	words = slices.DeleteFunc(words, func(w string) bool { _, is := d.number[w]; return !is })
	return d.terms(words)
}

func (d *dictionary) of(word string) int32 {
	n, known := d.number[word]
	if !known {
		n = int32(len(d.words))
		d.number[word] = n
		d.words = append(d.words, word)
	}
	return n
}

// index finds the texts that are most similar to another: the cosine of their
// words, each weighted by how often it stands in the text and by how rare it is,
// 1 + ln((n + 1)/(df + 1)). How common a word is, is counted in steps of an
// eighth of a doubling, so that a text that comes in moves the lengths of few
// others; they are whole numbers, so that it doesn't matter which came first.
type index struct {
	names *dictionary
	lists [][]posting // by word: places, ascending
	df    []int32     // by word: in how many texts it stands, also those not to be found
	texts []text      // by place
	seen  int
}

type posting struct{ at, often int32 }

// text is one that can be found. Its squared length is squares + 2·n·mixed +
// n²·plain, where n is ln of the number of texts.
type text struct{ squares, mixed, plain int64 }

func newIndex(names *dictionary) index { return index{names: names} }

func (x *index) grow() {
	for len(x.df) < len(x.names.words) {
		x.df, x.lists = append(x.df, 0), append(x.lists, nil)
	}
}

// nothing is of a word that stands in no other text.
const nothing = -1

// common is ln(df + 1) in 64ths, in steps of an eighth of a doubling.
func common(df int32) int64 {
	if df < 2 {
		return nothing
	}
	return lnOf(int64(df)+1) * 8 / 693147 * 5545 / 1000
}

// see counts a text for how rare words are; n = −1 takes it out.
func (x *index) see(terms []term, n int) {
	x.grow()
	x.seen += n
	for _, t := range terms {
		was := common(x.df[t.word])
		x.df[t.word] += int32(n)
		if is := common(x.df[t.word]); is != was {
			for _, p := range x.lists[t.word] {
				x.texts[p.at].add(p.often, was, -1)
				x.texts[p.at].add(p.often, is, 1)
			}
		}
	}
}

func (t *text) add(often int32, common, n int64) {
	if common == nothing {
		return
	}
	square := int64(often) * int64(often) * n
	t.squares += square * (64 - common) * (64 - common)
	t.mixed += square * (64 - common)
	t.plain += square
}

func (x *index) put(at int, terms []term) {
	x.grow()
	for len(x.texts) <= at {
		x.texts = append(x.texts, text{})
	}
	for _, t := range terms {
		i, _ := x.find(t.word, at)
		x.lists[t.word] = slices.Insert(x.lists[t.word], i, posting{int32(at), t.often})
		x.texts[at].add(t.often, common(x.df[t.word]), 1)
	}
}

func (x *index) drop(at int, terms []term) {
	for _, t := range terms {
		if i, found := x.find(t.word, at); found {
			x.lists[t.word] = slices.Delete(x.lists[t.word], i, i+1)
		}
	}
	if at < len(x.texts) {
		x.texts[at] = text{}
	}
}

func (x *index) find(word int32, at int) (int, bool) {
	return slices.BinarySearchFunc(x.lists[word], int32(at), func(p posting, at int32) int { return int(p.at - at) })
}

// rarity is ln(1 + (n + ½)/(df + ½)) in points.
func rarity(n, df int) int64 { return millionths(int64(2*n+2*df+2), int64(2*df+1)) / 1000 }

type weighted struct {
	word int32
	rare int64 // in 64ths
	says int64 // rare × how often, in 1024ths
}

// heaviest are the words of a text that say most, at most limit. Those that
// stand in no other text say nothing.
func (x *index) heaviest(terms []term, limit int) []weighted {
	var out []weighted
	all := lnOf(int64(x.seen)+1) * 64 / 1_000_000
	for _, t := range terms {
		if int(t.word) < len(x.df) {
			if c := common(x.df[t.word]); c != nothing {
				out = append(out, weighted{t.word, 64 + all - c, (64 + all - c) * int64(t.often)})
			}
		}
	}
	slices.SortFunc(out, func(a, b weighted) int {
		return cmp.Or(cmp.Compare(b.says, a.says), cmp.Compare(x.names.words[a.word], x.names.words[b.word]))
	})
	return out[:min(len(out), limit)]
}

// similar gives to found how similar each place is to the words, in 65536ths;
// most share none. dense is room for each place, all 0, and is left so.
func (x *index) similar(terms []term, limit int, dense []int64, found func(at int, sim int64)) {
	want := x.heaviest(terms, limit)
	var square int64
	var touched []int32
	for _, w := range want {
		square += w.says * w.says
		for _, p := range x.lists[w.word] {
			if dense[p.at] == 0 {
				touched = append(touched, p.at)
			}
			dense[p.at] += w.says * w.rare * int64(p.often)
		}
	}
	long := root(square)
	for _, at := range touched {
		sim := dense[at] / max(long, 1) << 16 / max(x.length(at), 1)
		dense[at] = 0
		found(int(at), min(sim, One))
	}
}

func (x *index) length(at int32) int64 {
	t, all := x.texts[at], lnOf(int64(x.seen)+1)*64/1_000_000
	return root(t.squares + 2*all*t.mixed + all*all*t.plain)
}
