package act

import (
	"errors"

	"kith/internal/kith"
)

// refusedWith says whether err is the refusal with this code.
func refusedWith(err error, code kith.Code) bool {
	var r kith.Refusal
	return errors.As(err, &r) && r.Code == code
}

func isRefusal(err error) bool {
	var r kith.Refusal
	return errors.As(err, &r)
}
