package rank

import "math/bits"

// Points measure everything here: 1 point is 1/1000 of a natural-log unit, so
// that adding points is multiplying chances, and 693 points are a chance twice
// as good.
type Points int64

// One is a whole in 65536ths, the unit of shares and of what has faded.
const One = 1 << 16

// millionths is ln(of/to) × 1,000,000; both are above 0.
func millionths(of, to int64) int64 { return lnOf(of) - lnOf(to) }

// lnOf is ln(x) × 1,000,000 for x ≥ 1: whole doublings by the leading bit, and
// the rest by the table, with a straight line between two of its rows.
func lnOf(x int64) int64 {
	const ln2 = 693147
	if x < 1 {
		return 0
	}
	k := bits.Len64(uint64(x)) - 1
	var m int64 // x / 2^k in 2^20ths
	if k <= 20 {
		m = x << (20 - k)
	} else {
		m = x >> (k - 20)
	}
	m -= 1 << 20
	i, rest := m>>10, m&1023
	return int64(k)*ln2 + lnTable[i] + (lnTable[i+1]-lnTable[i])*rest>>10
}

// rising is ln(1 + 50·share) in points for a share in 65536ths: it rises ever
// slower, so that the tenth sign of the same says little.
func rising(share int64) Points {
	if share <= 0 {
		return 0
	}
	return Points(millionths(One+50*share, One) / 1000)
}

// fade is what is left of one whole after so many days, in 65536ths. Nothing is
// left after sixteen half-lives.
func fade(days, halfLife int) int64 {
	if days < 0 || halfLife <= 0 {
		return One
	}
	whole, rest := days/halfLife, days%halfLife
	if whole >= 16 {
		return 0
	}
	return fadeTable[rest*64/halfLife] >> whole
}

// root is the whole part of the square root.
func root(x int64) int64 {
	if x <= 0 {
		return 0
	}
	r := int64(1) << ((bits.Len64(uint64(x)) + 1) / 2)
	for {
		next := (r + x/r) / 2
		if next >= r {
			return r
		}
		r = next
	}
}

// times scales points by a weight in thousandths, towards zero.
func times(p Points, weight int) Points { return p * Points(weight) / 1000 }

// order is what decides between equals: a hash of job and person, which nobody
// can choose and which prefers nobody twice.
func order(job, person string) uint64 {
	h := uint64(14695981039346656037)
	for _, s := range [2]string{job, person} {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211
	}
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	return h ^ h>>33
}
