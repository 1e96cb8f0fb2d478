package ids

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"
)

// seededSince is the time in the first id of a Seeded source; each further one
// is a millisecond later. It lies in the past, so that ids which a Random source
// adds to a seeded world sort after those it began with.
var seededSince = time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)

// Seeded is the source for tests and for the demo village: the same seed gives
// the same ids, tokens, codes and references in the same order, on every
// machine. Each of the four has a stream of its own, so that asking for one more
// token leaves the references as they were.
//
// Its secrets are no secrets, and a second Seeded(seed) begins again at the
// first id: never use it for a real installation, nor to go on with a database
// that one of the same seed began.
func Seeded(seed uint64) Source {
	s := &seeded{seed: seed, drawn: map[stream]uint64{}}
	return source{newID: s.newID, draw: func(from stream) [32]byte { b, _ := s.draw(from); return b }}
}

type seeded struct {
	seed  uint64
	mu    sync.Mutex
	drawn map[stream]uint64
}

// draw is the next block of a stream, and how many came before it. Hashing a
// counter is slow as random numbers go, but its results are the same for ever,
// which generators of the standard library don't promise.
func (s *seeded) draw(from stream) ([32]byte, uint64) {
	s.mu.Lock()
	n := s.drawn[from]
	s.drawn[from]++
	s.mu.Unlock()
	return sha256.Sum256(fmt.Appendf(nil, "kith ids %s %d %d", from, s.seed, n)), n
}

// newID lays out a UUIDv7: 48 bits of milliseconds, the version, the variant,
// and the rest drawn.
func (s *seeded) newID() string {
	b, n := s.draw("new")
	id := uuid.UUID(b[:16])
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(seededSince.UnixMilli())+n)
	copy(id[:6], ms[2:])
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}
