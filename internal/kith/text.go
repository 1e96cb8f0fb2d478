package kith

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Longest texts, in characters.
const (
	NameMax     = 80
	TitleMax    = 120
	HeadlineMax = 120
	NoteMax     = 2000
	TextMax     = 10000
	SkillsMax   = 30
	SkillMax    = 60
)

// Clean takes out what has no business in a text that people typed: control
// characters but for the line break, characters that show nothing or turn the
// writing around, spaces around it, carriage returns, and bytes that are not
// UTF-8. A text in which nothing can be seen is empty.
func Clean(s string) string {
	s = strings.ToValidUTF8(s, "")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.TrimSpace(strings.Map(kept, s))
	if strings.IndexFunc(s, seen) < 0 {
		return ""
	}
	return s
}

// Joiners show nothing themselves, but some scripts and emoji need them.
const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

func kept(r rune) rune {
	switch {
	case r == '\n', r == '\t', r == zeroWidthNonJoiner, r == zeroWidthJoiner:
		return r
	case r == '\u2028', r == '\u2029': // line and paragraph separators
		return '\n'
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), blank(r):
		return -1
	}
	return r
}

// blank are letters and symbols that draw nothing: the fillers of Hangul and
// the empty pattern of Braille.
func blank(r rune) bool {
	switch r {
	case '\u115f', '\u1160', '\u3164', '\uffa0', '\u2800':
		return true
	}
	return false
}

// seen says whether something of r is on the paper by itself.
func seen(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.IsMark(r) }

// Line is Clean for what stands on one line.
func Line(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

// Length is the number of characters that a limit counts.
func Length(s string) int { return utf8.RuneCountInString(s) }

// Words are the entries of a list typed with commas or line breaks, cleaned,
// without doubles, in the order typed.
func Words(typed string) []string {
	seen := map[string]bool{}
	var all []string
	for _, w := range strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == '\n' || r == ';' }) {
		w = Line(w)
		if w == "" || seen[strings.ToLower(w)] {
			continue
		}
		seen[strings.ToLower(w)] = true
		all = append(all, w)
	}
	return all
}
