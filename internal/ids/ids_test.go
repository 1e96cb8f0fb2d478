package ids_test

import (
	"regexp"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kith/internal/ids"
)

var sources = map[string]func() ids.Source{
	"random": ids.Random,
	"seeded": func() ids.Source { return ids.Seeded(7) },
}

func TestShapes(t *testing.T) {
	for name, source := range sources {
		s := source()
		for what, c := range map[string]struct {
			draw func() string
			form string
		}{
			"New":       {s.New, `^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`},
			"Token":     {s.Token, `^[a-z2-7]{52}$`},
			"Code":      {s.Code, `^[0-9]{6}$`},
			"Reference": {s.Reference, `^K-[0-9A-HJKMNP-TV-Y]{4}-[0-9A-HJKMNP-TV-Y]{2}$`},
		} {
			t.Run(name+"/"+what, func(t *testing.T) {
				form := regexp.MustCompile(c.form)
				for range 2000 {
					if got := c.draw(); !form.MatchString(got) {
						t.Fatalf("%q is not of the form %s", got, c.form)
					}
				}
			})
		}
	}
}

func TestNewSortsByAgeAndNeverRepeats(t *testing.T) {
	for name, source := range sources {
		t.Run(name, func(t *testing.T) {
			s, last := source(), ""
			for range 20_000 {
				id := s.New()
				if id <= last {
					t.Fatalf("%s came after %s", id, last)
				}
				last = id
			}
		})
	}
}

func TestRandomSortsAfterSeeded(t *testing.T) {
	if old, young := ids.Seeded(1).New(), ids.Random().New(); young <= old {
		t.Errorf("%s sorts before %s of the seeded world", young, old)
	}
}

func TestTokensDiffer(t *testing.T) {
	for name, source := range sources {
		t.Run(name, func(t *testing.T) {
			s, seen := source(), map[string]bool{}
			for range 10_000 {
				token := s.Token()
				if seen[token] {
					t.Fatalf("%s came twice", token)
				}
				seen[token] = true
			}
		})
	}
}

// TestCodesAreEven draws 50,000 codes and looks at the first and the last digit
// of each: 5,000 are expected, and six standard deviations are 402.
func TestCodesAreEven(t *testing.T) {
	for name, source := range sources {
		t.Run(name, func(t *testing.T) {
			s := source()
			var first, last [10]int
			for range 50_000 {
				code := s.Code()
				first[code[0]-'0']++
				last[code[5]-'0']++
			}
			for digit := range 10 {
				for _, n := range []int{first[digit], last[digit]} {
					if n < 5000-402 || n > 5000+402 {
						t.Errorf("digit %d came %d times, want about 5000", digit, n)
					}
				}
			}
		})
	}
}

// TestSeededIsTheSameForEver pins the values, since demo worlds and goldens are
// made from them.
func TestSeededIsTheSameForEver(t *testing.T) {
	s := ids.Seeded(42)
	got := []string{s.New(), s.New(), s.Token(), s.Token(), s.Code(), s.Code(), s.Reference(), s.Reference()}
	want := []string{
		"01941f29-7c00-7aab-ac2b-714dac09a065", "01941f29-7c01-73e8-b5bb-6680cc48f7a5",
		"ljmljwps4w4uq4k4kfk2o7rxv4o4qjgynmhy5rucb5xhm27lcwna", "v24qm4nsdpctnnxliucptywmissdbbe676tvjdkn74lk3dujlpxq",
		"165408", "788836",
		"K-5M66-96", "K-H60D-1T",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Seeded(42) (-want +got):\n%s", diff)
	}
}

func TestSeededStreamsAreIndependent(t *testing.T) {
	plain, busy := ids.Seeded(1), ids.Seeded(1)
	for range 5 {
		busy.New()
		busy.Token()
		busy.Code()
		if want, got := plain.Reference(), busy.Reference(); want != got {
			t.Fatalf("other draws changed the reference from %s to %s", want, got)
		}
	}
}

func TestSeedsDiffer(t *testing.T) {
	a, b := ids.Seeded(1), ids.Seeded(2)
	if a.New() == b.New() || a.Token() == b.Token() || a.Reference() == b.Reference() {
		t.Error("two seeds gave the same")
	}
}

func TestConcurrentUse(t *testing.T) {
	for name, source := range sources {
		t.Run(name, func(t *testing.T) {
			s := source()
			var wg sync.WaitGroup
			var seen sync.Map
			for range 8 {
				wg.Go(func() {
					for range 500 {
						if id := s.New(); mark(&seen, id) || mark(&seen, s.Token()) {
							t.Errorf("%s or its token came twice", id)
						}
						s.Code()
						s.Reference()
					}
				})
			}
			wg.Wait()
		})
	}
}

func mark(seen *sync.Map, id string) (twice bool) {
	_, twice = seen.LoadOrStore(id, true)
	return twice
}

func TestHash(t *testing.T) {
	// The example of FIPS 180-2, B.1.
	const want = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	if got := ids.Hash("abc"); got != want {
		t.Errorf("Hash(abc) = %s, want %s", got, want)
	}
}
