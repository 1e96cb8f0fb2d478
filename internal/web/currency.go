package web

import (
	"slices"

	"kith/internal/kith"
	"kith/internal/web/parts"
)

// often are the currencies that stand first in the list to choose from.
var often = []string{"EUR", "USD", "GBP", "CHF", "DKK", "NOK", "SEK", "PLN", "CZK", "CAD", "AUD", "NZD", "INR", "JPY", "BRL", "ZAR"}

// currencies is the field beside amounts: the site's own currency first, then
// those that are used often, then all others. What was sent and is none of them
// stays, so that the page can say so.
func (s *sheet) currencies() parts.ChoiceProps {
	codes := append([]string{s.v.site.Currency}, often...)
	codes = append(codes, kith.Currencies...)
	sent := s.Value("currency")
	if upper := s.currency(); kith.ValidCurrency(upper) {
		sent = upper
	} else if sent != "" {
		codes = append(codes, sent)
	}
	c := parts.ChoiceProps{Name: "currency", Label: s.v.t("form.currency"), Value: sent, Error: s.Error("currency"), Short: true}
	for i, code := range codes {
		if slices.Index(codes, code) == i {
			c.Options = append(c.Options, parts.Option{Value: code, Label: code})
		}
	}
	return c
}
