package web

import (
	"time"

	"kith/internal/kith"
)

// inHours is up to when the time of an answer is told in hours.
const inHours = 72 * time.Hour

// fillPulse says how responsive the client is, to a candidate who decides (R6);
// nothing while there is too little to tell of.
func (r *referralView) fillPulse() error {
	p, err := r.v.site.Desk.Pulse(r.v.r.Context(), r.v.reader(), r.ID)
	if err == nil && p.Told() {
		r.Pulse = r.v.pulse(p, firstName(r.Client))
	}
	return err
}

func (v *visit) pulse(p kith.Pulse, client string) string {
	key, unit := "pulse.hours", time.Hour
	switch {
	case p.Answered == 0:
		return v.t("pulse.none", "client", client, "all", p.All)
	case p.Half > inHours:
		key, unit = "pulse.days", 24*time.Hour
	}
	count := max(1, int((p.Half+unit-1)/unit))
	return v.t(key, "client", client, "answered", p.Answered, "all", p.All, "count", count)
}
