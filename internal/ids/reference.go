package ids

import (
	"errors"
	"strings"
	"unicode"
)

// What ParseReference answers when it can't read a reference.
var (
	// ErrNotReference: too long, too short, or with characters that no
	// reference has. Somebody typed something else.
	ErrNotReference = errors.New("ids: not a reference number")
	// ErrMistyped: it looks like a reference, but the last character doesn't fit
	// those before it. Somebody mistyped one.
	ErrMistyped = errors.New("ids: the reference number is mistyped")
)

// alphabet is Crockford's base 32 (no I, L, O, U) without the Z, which reads as
// a 2 in handwriting. That leaves 31, a prime, which is what lets one check
// character notice every slip described at check.
const (
	alphabet   = "0123456789ABCDEFGHJKMNPQRSTVWXY"
	base       = uint64(len(alphabet))
	references = base * base * base * base * base
)

// readAs maps letters that are in no reference to what was meant.
var readAs = map[rune]rune{'O': '0', 'I': '1', 'L': '1', 'Z': '2', 'U': 'V'}

// ParseReference reads what somebody typed and gives it back as it is printed,
// such as K-7Q4M-2X. It forgives lower case, missing or other dashes, spaces, a
// missing K at the front, and O for 0, I or L for 1, Z for 2, U for V. The error
// is ErrNotReference or ErrMistyped.
func ParseReference(s string) (string, error) {
	chars := strings.Map(meant, s)
	if len(chars) == 7 && chars[0] == 'K' {
		chars = chars[1:]
	}
	if len(chars) != 6 || strings.Trim(chars, alphabet) != "" {
		return "", ErrNotReference
	}
	if chars[5] != check(chars[:5]) {
		return "", ErrMistyped
	}
	return format(chars), nil
}

// meant is the character of a reference that r stands for, or -1 for what only
// sets them apart.
func meant(r rune) rune {
	if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) {
		return -1
	}
	if 'a' <= r && r <= 'z' {
		r -= 'a' - 'A'
	}
	if m, ok := readAs[r]; ok {
		return m
	}
	return r
}

// check is the last character of a reference: the one that makes its six
// characters, read as a number in base 19, a multiple of 31. The powers of 19
// differ from each other modulo 31 up to the 15th, so any one wrong character
// is noticed and so are any two that changed places; of other mistakes 30 in 31
// are. (Weighted check digits, as ISBN-10 has them.)
func check(five string) byte {
	sum := 0
	for i := range len(five) {
		sum = (sum + strings.IndexByte(alphabet, five[i])) * 19 % len(alphabet)
	}
	return alphabet[(len(alphabet)-sum)%len(alphabet)]
}

func format(six string) string { return "K-" + six[:4] + "-" + six[4:] }
