package web

import (
	"kith/internal/act"
	"kith/internal/kith"
)

// offer is what stands in the fields of offerFields.
func (s *sheet) offer(currency string) act.Offer {
	return act.Offer{Rate: s.amount("rate", currency), Letter: s.Value("letter"), ProfileOnly: s.Value("profile_only") != ""}
}

// offerHint says what the client means to pay.
func (v *visit) offerHint(j kith.Job) string {
	if j.Budget.Stated() {
		return v.t("offer.rate_hint_budget", "client", kith.FirstName(j.Client.Name), "budget", v.voice.Range(j.Budget))
	}
	return v.t("offer.rate_hint")
}
