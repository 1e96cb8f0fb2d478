package rank

import (
	"slices"
	"strings"
	"unicode"
)

// wordsOf are the words of some texts, without endings. A
// word with slashes, like a path, stands for each of its beginnings too.
func wordsOf(texts ...string) []string {
	var out []string
	for _, text := range texts {
		for _, field := range strings.Fields(strings.ToLower(text)) {
			if strings.Contains(field, "/") && !strings.Contains(field, "//") {
				out = append(out, beginnings(field)...)
			}
			for _, w := range strings.FieldsFunc(field, apart) {
				if len(w) > 1 && len(w) < 30 {
					out = append(out, stem(w))
				}
			}
		}
	}
	return out
}

func apart(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' }

func beginnings(path string) []string {
	out := []string{"/" + path}
	for i, r := range path {
		if r == '/' && i > 0 {
			out = append(out, "/"+path[:i])
		}
	}
	return out
}

// stem takes the commonest endings off; what is left need not be a word.
func stem(w string) string {
	for _, end := range []string{"ing", "ed", "es", "s"} {
		if len(w) > len(end)+3 && strings.HasSuffix(w, end) {
			return w[:len(w)-len(end)]
		}
	}
	return w
}

// tagsOf are the different tags and, of those with slashes, their beginnings.
func tagsOf(tags []string) []string {
	var out []string
	for _, tag := range tags {
		for i, r := range tag {
			if r == '/' && i > 0 {
				out = append(out, tag[:i])
			}
		}
		out = append(out, tag)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Skill is how a skill is compared: small letters, single spaces, aliases
// resolved.
func Skill(name string) string {
	s := strings.Join(strings.Fields(strings.ToLower(name)), " ")
	if same, ok := aliases[s]; ok {
		return same
	}
	return s
}

// skills are the different skills of a list, in order.
func skills(names []string) []string {
	out := make([]string, 0, len(names))
	for _, n := range names {
		if s := Skill(n); s != "" {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
