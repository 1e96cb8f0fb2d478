package kith

import (
	"crypto/sha256"
	"encoding/binary"
)

// RollOut says for whom handing on is switched on while it is brought in
// gradually (R12). The zero value is everybody.
type RollOut struct {
	// Gradual says that it isn't for everybody.
	Gradual bool
	// Percent of the people, 0 to 100, by a hash of their id: a larger number
	// never switches anybody off.
	Percent int
	// Addresses are those of people for whom it is on in any case.
	Addresses map[string]bool
}

// Includes says whether somebody can hand on. It concerns the referrer only.
func (o RollOut) Includes(p Person) bool {
	return !o.Gradual || o.Addresses[p.Email] || percentile(p.ID) < o.Percent
}

// percentile spreads people evenly over 0 to 99, each always at the same place.
func percentile(id string) int {
	sum := sha256.Sum256([]byte("roll-out:" + id))
	return int(binary.BigEndian.Uint64(sum[:8]) % 100)
}
