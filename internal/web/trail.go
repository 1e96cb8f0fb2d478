package web

import (
	"kith/internal/kith"
	"kith/internal/store"
)

// trail is what was done in reviews, a line each.
func (v *visit) trail(all []store.Trail) []string {
	var lines []string
	for _, e := range all {
		who := e.By.Name
		if e.By.ID == "" {
			who = v.t("reviewer.the_house")
		}
		key := "reviewer.trail_line"
		if e.Why != "" {
			key = "reviewer.trail_why"
		}
		why := e.Why
		if e.What == kith.Edit || e.What == kith.Clear || e.What == kith.Hold && e.By.ID == "" {
			why = v.grounds(kith.FoundIn(e.Why)) // what the check found
		}
		lines = append(lines, v.t(key, "at", v.voice.Short(e.At), "who", who, "what", v.t("reviewer.trail."+string(e.What)), "why", why))
	}
	return lines
}
