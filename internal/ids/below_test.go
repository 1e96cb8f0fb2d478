package ids

import (
	"bytes"
	"testing"
)

// TestBelowDrawsAgain: 2^63 is no multiple of a million, so the last numbers
// below it must not count, or the first codes came more often.
func TestBelowDrawsAgain(t *testing.T) {
	draws := [][]byte{
		bytes.Repeat([]byte{0xff}, 32),        // 2^63-1: past the last whole million
		{0, 0, 0, 0, 0, 0x0f, 0x42, 0x40 + 5}, // 1,000,005
	}
	n := 0
	s := source{draw: func(stream) (b [32]byte) { copy(b[:], draws[n]); n++; return b }}
	if got := s.Code(); got != "000005" || n != 2 {
		t.Errorf("Code() = %s after %d draws, want 000005 after 2", got, n)
	}
}
