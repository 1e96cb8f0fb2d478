package ids_test

import (
	"errors"
	"testing"

	"kith/internal/ids"
)

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY"

func TestParseReference(t *testing.T) {
	const it = "K-7Q4M-2X"
	for _, c := range []struct {
		typed, want string
		err         error
	}{
		{"K-7Q4M-2X", it, nil},
		{"k-7q4m-2x", it, nil},
		{"K7Q4M2X", it, nil},
		{" k 7q4m 2x\t", it, nil},
		{"7Q4M-2X", it, nil},
		{"K–7Q4M—2X", it, nil},
		{"K\u20117Q4M\u00a02X", it, nil},
		{"K-7Q4M-ZX", it, nil},
		{"k-oiil-0x", "", ids.ErrMistyped},
		{"K-0111-0" + check("01110"), "K-0111-0" + check("01110"), nil},
		{"k-oIlL-o" + check("01110"), "K-0111-0" + check("01110"), nil},
		{"k-u000-0" + check("V0000"), "K-V000-0" + check("V0000"), nil},
		{"K-7Q4M-2Y", "", ids.ErrMistyped},
		{"K-Q74M-2X", "", ids.ErrMistyped},
		{"", "", ids.ErrNotReference},
		{"K", "", ids.ErrNotReference},
		{"K-7Q4M-2", "", ids.ErrMistyped}, // six characters without the K, for all one can tell
		{"K-7Q4M", "", ids.ErrNotReference},
		{"K-7Q4M-2XX", "", ids.ErrNotReference},
		{"J-7Q4M-2X", "", ids.ErrNotReference},
		{"K-7Q4M-2!", "", ids.ErrNotReference},
		{"K-7Q4M-é", "", ids.ErrNotReference},
		{"KKKKKKKKKKKK", "", ids.ErrNotReference},
	} {
		got, err := ids.ParseReference(c.typed)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("ParseReference(%q) = %q, %v; want %q, %v", c.typed, got, err, c.want, c.err)
		}
	}
}

// check finds the one character that makes a reference of five.
func check(five string) string {
	for _, r := range alphabet {
		if _, err := ids.ParseReference("K" + five + string(r)); err == nil {
			return string(r)
		}
	}
	return "none"
}

func TestEveryReferenceReadsBack(t *testing.T) {
	for name, source := range sources {
		s := source()
		for range 2000 {
			ref := s.Reference()
			if got, err := ids.ParseReference(ref); err != nil || got != ref {
				t.Fatalf("%s: ParseReference(%q) = %q, %v", name, ref, got, err)
			}
		}
	}
}

// TestSlipsAreNoticed tries every wrong character in every place, and every two
// characters that changed places.
func TestSlipsAreNoticed(t *testing.T) {
	s := ids.Seeded(3)
	for range 50 {
		right := s.Reference()
		six := []byte(right[2:6] + right[7:])
		for i := range six {
			for _, r := range []byte(alphabet) {
				noticed(t, right, swapped(six, i, r))
			}
			for j := range i {
				both := swapped(six, i, six[j])
				both[j] = six[i]
				noticed(t, right, both)
			}
		}
	}
}

func swapped(six []byte, i int, r byte) []byte {
	out := append([]byte(nil), six...)
	out[i] = r
	return out
}

func noticed(t *testing.T, right string, six []byte) {
	t.Helper()
	wrong := "K-" + string(six[:4]) + "-" + string(six[4:])
	if _, err := ids.ParseReference(wrong); wrong != right && !errors.Is(err, ids.ErrMistyped) {
		t.Errorf("%s for %s: %v, want ErrMistyped", wrong, right, err)
	}
}

func FuzzParseReference(f *testing.F) {
	f.Add("K-7Q4M-2X")
	f.Add("k 7q4m zx")
	f.Fuzz(func(t *testing.T, typed string) {
		ref, err := ids.ParseReference(typed)
		if err != nil {
			return
		}
		if again, err := ids.ParseReference(ref); err != nil || again != ref {
			t.Errorf("%q reads as %q, which reads as %q, %v", typed, ref, again, err)
		}
	})
}
