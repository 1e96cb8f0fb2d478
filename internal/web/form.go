package web

import (
	"errors"
	"strconv"

	"kith/internal/kith"
	"kith/internal/web/parts"
	"kith/internal/words"
)

// sheet is a form on its way: what was typed, so that nothing is lost, and what
// is wrong with it.
type sheet struct {
	v     *visit
	Key   string
	value func(name string) string
	wrong kith.Problems
	// refused is a sentence about the whole form, where the rules said no.
	refused string
}

// typed is the form as it was sent.
func (v *visit) typed() *sheet { return &sheet{v: v, Key: v.formKey(), value: v.form} }

// fresh is a form with values to begin with.
func (v *visit) fresh(values map[string]string) *sheet {
	return &sheet{v: v, Key: v.newKey(), value: func(name string) string { return values[name] }}
}

// Value is what stands in a field.
func (s *sheet) Value(name string) string { return s.value(name) }

// Error is what is wrong with a field, or nothing.
func (s *sheet) Error(name string) string {
	for _, p := range s.wrong {
		if p.Field == name {
			return s.v.voice.Problem(p)
		}
	}
	return ""
}

// Summary is the list of what is wrong, for the top of the page.
func (s *sheet) Summary() parts.ErrorSummaryProps {
	sum := parts.ErrorSummaryProps{Title: s.v.t("form.problems", "count", max(len(s.wrong), 1))}
	if s.refused != "" {
		sum.Title = s.v.t("form.refused")
		sum.Errors = append(sum.Errors, parts.FieldError{Text: s.refused})
	}
	for _, p := range s.wrong {
		sum.Errors = append(sum.Errors, parts.FieldError{For: p.Field, Text: s.v.voice.Problem(p)})
	}
	return sum
}

// took says whether err is about what was typed, and keeps it for the page. Any
// other error is for the caller to give back.
func (s *sheet) took(err error) bool {
	var wrong kith.Problems
	var refused kith.Refusal
	switch {
	case errors.As(err, &wrong):
		s.wrong = append(s.wrong, wrong...)
	case errors.As(err, &refused) && refused.Code != kith.NotFound && refused.Code != kith.SignInFirst:
		s.refused = s.v.voice.Refusal(refused.Code)
	default:
		return false
	}
	return true
}

// money reads an amount that was typed.
func (s *sheet) money(field, currency string) kith.Money {
	n, ok := words.ParseAmount(s.Value(field), currency)
	s.wrong.Add(!ok, field, "amount_form")
	return kith.Money{Amount: n, Currency: currency}
}

// number reads a whole number that was typed; nothing typed is fallback.
func (s *sheet) number(field string, fallback int) int {
	if s.Value(field) == "" {
		return fallback
	}
	n, err := strconv.Atoi(kith.Line(s.Value(field)))
	s.wrong.Add(err != nil, field, "number_form")
	return n
}
