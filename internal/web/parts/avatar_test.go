package parts

import (
	"strconv"
	"testing"
)

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{
		"Otis Grant": "OG", "Ana": "A", "Mirela Kovač": "MK", "Inês da Silva Mendes": "IM", "élodie": "É",
		"  ": "", "J. R. R. Tolkien": "JT", "(Bo) Lindahl": "BL", "李 明": "李明",
	} {
		if got := Initials(name); got != want {
			t.Errorf("Initials(%q) = %q, want %q", name, got, want)
		}
	}
}

// People know their colour; it may never change.
func TestHueStays(t *testing.T) {
	for id, want := range map[string]int{"otis": 10, "ana": 20, "bo": 21, "cleo": 11} {
		if got := Hue(id); got != want {
			t.Errorf("Hue(%q) = %d, want %d", id, got, want)
		}
	}
}

func TestHuesAreSpread(t *testing.T) {
	count := make([]int, hues)
	const people = 24_000
	for i := range people {
		count[Hue("person-"+strconv.Itoa(i))]++
	}
	for h, n := range count {
		if n < people/hues*8/10 || n > people/hues*12/10 {
			t.Errorf("hue %d went to %d of %d people", h, n, people)
		}
	}
}
