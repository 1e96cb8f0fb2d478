package kithtest

import (
	"fmt"

	"kith/internal/kith"
)

// takesVouchFor is the level that stands as the vouch for a reader: the weaker
// of the two claims for whoever may see both.
func takesVouchFor(s *story, w []string) error {
	r, err := s.referral(w[0])
	if err == nil && r.Level() != kith.Vouch(w[1]) {
		err = fmt.Errorf("it is %q", r.Level())
	}
	return err
}
