// Package ids makes every identifier, secret and code of Kith. It is the only
// place with randomness, so that a test or the demo village can put a Seeded
// source in its stead and get the same world every time.
package ids

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"encoding/hex"
	"fmt"

	"github.com/google/uuid"
)

// Source hands out identifiers. Every method is safe for concurrent use and
// never fails: a process whose operating system gives no randomness is stopped
// by the runtime.
type Source interface {
	// New is the id of a row: a UUIDv7 in lower case, 36 characters. Ids of one
	// source sort in the order in which they were made, which keeps new rows
	// together in an index.
	New() string
	// Token is a secret of 256 bits for links, cookies and keys: 52 characters,
	// lower-case letters and digits only, so that no mail program ends a link
	// at a dash and a double click takes all of it. Store Hash(token), never the
	// token.
	Token() string
	// Code is six decimal digits for typing, each of the million as likely as
	// any other. A million is quickly tried out and its Hash quickly reversed:
	// bind a code to something secret and count the tries.
	Code() string
	// Reference is a number for people, such as K-7Q4M-2X, that ParseReference
	// reads back. There are 28,629,151 of them and they are drawn at random, so
	// two of the first 6,300 are alike every second time: the column must be
	// unique, and whoever inserts draws again when it is taken.
	Reference() string
}

// Hash is what is stored instead of a secret: SHA-256 of the token in lower-case
// hex, 64 characters. It needs no salt because a Token can't be guessed; for
// anything shorter it hides nothing.
func Hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// Random is the source for real installations: crypto/rand and the time in
// UUIDv7 ids, which is that of the machine even where Kith's clock is shifted.
func Random() Source {
	return source{
		newID: func() string { return uuid.Must(uuid.NewV7()).String() },
		draw:  func(stream) (b [32]byte) { rand.Read(b[:]); return b },
	}
}

// stream tells apart what a draw is for, so that in a Seeded source one more
// token doesn't change the references that follow.
type stream string

// source turns evenly distributed bytes into what people and tables need.
type source struct {
	newID func() string
	draw  func(stream) [32]byte
}

var lower = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

func (s source) New() string { return s.newID() }

func (s source) Token() string {
	b := s.draw("token")
	return lower.EncodeToString(b[:])
}

func (s source) Code() string { return fmt.Sprintf("%06d", s.below(1_000_000, "code")) }

func (s source) Reference() string {
	n := s.below(references, "reference")
	five := make([]byte, 5)
	for i := range five {
		five[i] = alphabet[n%base]
		n /= base
	}
	return format(string(five) + string(check(string(five))))
}

// below is a number from 0 to n-1, each as likely as any other: what lies past
// the last whole multiple of n is drawn again.
func (s source) below(n uint64, from stream) uint64 {
	const all = 1 << 63
	for {
		b := s.draw(from)
		if v := binary.BigEndian.Uint64(b[:]) % all; v < all-all%n {
			return v % n
		}
	}
}
