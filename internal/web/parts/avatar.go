package parts

import (
	"hash/fnv"
	"strconv"
	"strings"
	"unicode"
)

// hues is how many colours avatars come in: twelve around the warm side of the
// circle, each pale and deep. The style sheet has a class for each.
const hues = 24

// Hue gives a person the same colour for ever, from their id alone.
func Hue(id string) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	sum := h.Sum32()
	return int((sum ^ sum>>16) % hues)
}

// hueClass is Hue as a class, since the content policy forbids style attributes.
func hueClass(id string) string {
	if id == "" {
		return "nobody"
	}
	n := Hue(id)
	class := "h" + strconv.Itoa(n/2)
	if n%2 == 1 {
		class += " deep"
	}
	return class
}

// Initials are the first letters of a name's first and last word.
func Initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool {
		return unicode.IsSpace(r) || r == '.' || r == ','
	})
	if len(words) == 0 {
		return ""
	}
	first := initial(words[0])
	if len(words) == 1 {
		return first
	}
	return first + initial(words[len(words)-1])
}

func initial(word string) string {
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return string(unicode.ToUpper(r))
		}
	}
	return ""
}
