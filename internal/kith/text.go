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
// characters but for the line break, spaces around it, carriage returns,
// and bytes that are not UTF-8.
func Clean(s string) string {
	s = strings.ToValidUTF8(s, "")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

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
