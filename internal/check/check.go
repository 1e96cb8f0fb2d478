// Package check reads what people wrote and says where it holds contact
// details, links or abusive words (R15), also where they are written so that a
// quick look misses them. It is pure and takes time in proportion to the text.
// It decides nothing: a hit is for a person to look at.
package check

import (
	"cmp"
	"slices"
)

// Rule is what a part of a text may offend against.
type Rule string

// The rules.
const (
	Contact Rule = "contact" // an address, a number, a name in a messenger
	Link    Rule = "link"
	Abuse   Rule = "abuse"
)

// Rules are all of them, in the order in which they are told.
var Rules = []Rule{Contact, Link, Abuse}

// Hit is a part of one of the texts that were read, and the rule it touches.
type Hit struct {
	Text     int // which text, from 0
	From, To int // bytes in it
	Rule     Rule
}

// seam is how many characters on each side of the joint between two texts are
// read together.
const seam = 80

// Texts reads texts that the same reader will see together: each alone, and the
// end of each with the start of each other. Hits come in order and don't
// overlap.
func Texts(texts ...string) []Hit {
	var all []Hit
	plain := make([]plainText, len(texts))
	for i, text := range texts {
		plain[i] = plainly(i, text)
		all = append(all, plain[i].hits()...)
	}
	for i := range plain {
		for j := range plain {
			if i != j {
				all = append(all, across(plain[i], plain[j])...)
			}
		}
	}
	return merge(all)
}

// Broken are the rules that the hits touch, each once, in the order of Rules.
func Broken(hits []Hit) []Rule {
	var broken []Rule
	for _, r := range Rules {
		if slices.ContainsFunc(hits, func(h Hit) bool { return h.Rule == r }) {
			broken = append(broken, r)
		}
	}
	return broken
}

// across are the hits that only the two texts together make: with a space
// between them, and without.
func across(a, b plainText) []Hit {
	if len(a.text) == 0 || len(b.text) == 0 {
		return nil
	}
	a, b = a.tail(seam), b.head(seam)
	var all []Hit
	for _, between := range []string{" ", ""} {
		joined := a.join(between, b)
		for _, s := range joined.spans() {
			if s.from < len(a.text) && s.to > len(a.text)+len(between) {
				all = append(all, joined.hit(s)...)
			}
		}
	}
	return all
}

// merge puts hits in order and joins those that overlap; of two rules the first
// one stays.
func merge(all []Hit) []Hit {
	slices.SortFunc(all, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To), cmp.Compare(a.Rule, b.Rule))
	})
	var merged []Hit
	for _, h := range all {
		last := len(merged) - 1
		if last >= 0 && merged[last].Text == h.Text && h.From < merged[last].To {
			merged[last].To = max(merged[last].To, h.To)
			continue
		}
		merged = append(merged, h)
	}
	return merged
}
