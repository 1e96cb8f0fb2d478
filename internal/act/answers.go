package act

import (
	"time"

	"kith/internal/kith"
)

// Offer is what a freelancer says with a yes or an application.
type Offer struct {
	Rate   kith.Money
	Letter string
	// ProfileOnly says yes without both, to complete them later (R6).
	ProfileOnly bool
}

func (o Offer) clean() Offer {
	o.Letter = kith.Clean(o.Letter)
	if o.ProfileOnly {
		o.Rate, o.Letter = kith.Money{}, ""
	}
	return o
}

// check is what is wrong with an offer; needed says that a letter must be there
// unless it is "my profile only".
func (o Offer) check(needed bool) kith.Problems {
	var wrong kith.Problems
	wrong.Add(needed && !o.ProfileOnly && o.Letter == "", "letter", "letter_missing")
	wrong.Add(kith.Length(o.Letter) > kith.TextMax, "letter", "too_long", "max", kith.TextMax)
	wrong.Add(o.Rate.Amount < 0, "rate", "amount_form")
	wrong.Add(o.Rate.Stated() && !kith.ValidCurrency(o.Rate.Currency), "currency", "currency_form")
	return wrong
}

// No is a decline with its reason, and for "not now" the date from which to ask
// again.
type No struct {
	Reason kith.DeclineReason
	Till   string // 2006-01-02
	// NobodyBefore keeps everybody from asking before that date.
	NobodyBefore bool
	// Advice is what the one invited may tap beside it; empty for nothing.
	Advice kith.Advice
}

func (n No) check(now time.Time) kith.Problems {
	var wrong kith.Problems
	wrong.Add(!n.Reason.Valid(), "reason", "reason_missing")
	wrong.Add(n.Reason == kith.ReasonNotNow && n.Till == "", "till", "till_missing")
	wrong.Add(n.Reason == kith.ReasonNotNow && n.Till != "" && !futureDate(n.Till, now.Add(48*time.Hour)), "till", "date_future")
	wrong.Add(!n.Advice.Valid(), "advice", "choice_missing")
	return wrong
}
