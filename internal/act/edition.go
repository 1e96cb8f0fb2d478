package act

import "kith/internal/kith"

// unchanged refuses an edit of words that somebody else, or the same person in
// another window, has changed since the form was opened. Without an edition in
// the form nothing is compared.
func (t *turn) unchanged(edition string) error {
	if t.by.Was != "" && t.by.Was != edition {
		return kith.Refuse(kith.EditedMeanwhile)
	}
	return nil
}
