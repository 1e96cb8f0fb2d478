package web

import (
	"cmp"
	"errors"
	"slices"

	"kith/internal/kith"
	"kith/internal/web/parts"
)

// sheet is a form on its way: what was typed, so that nothing is lost, and what
// is wrong with it.
type sheet struct {
	v     *visit
	Key   string
	value func(name string) string
	wrong kith.Problems
	// refused is a sentence about the whole form, where the rules said no;
	// meanwhile what happened since it was drawn.
	refused   string
	meanwhile []string
	// overtaken says that somebody else has saved the same words meanwhile.
	overtaken bool
	// again says that the form is shown once more after its sender had to sign in.
	again bool
	// fields are the names that were sent, drawn those whose value the page
	// showed, kept what it has no place for.
	fields map[string][]string
	drawn  map[string]bool
	kept   []parts.KeptField
}

// typed is the form as it was sent.
func (v *visit) typed() *sheet {
	v.sheet = &sheet{v: v, Key: v.formKey(), value: v.form, fields: v.r.PostForm}
	return v.sheet
}

// fresh is a form with values to begin with, or with what its reader had typed
// when they were signed out.
func (v *visit) fresh(values map[string]string) *sheet {
	if form, kept := v.again(); kept {
		v.sheet = &sheet{v: v, Key: v.newKey(), value: func(name string) string { return text(form.Values.Get(name)) }, fields: form.Values, again: true}
		return v.sheet
	}
	return &sheet{v: v, Key: v.newKey(), value: func(name string) string { return values[name] }}
}

// Value is what stands in a field.
func (s *sheet) Value(name string) string {
	if s.drawn != nil {
		s.drawn[name] = true
	}
	return s.value(name)
}

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
	sum := parts.ErrorSummaryProps{Title: s.v.t("form.problems", "count", max(len(s.wrong), 1)), Told: s.meanwhile, Kept: s.keptProps()}
	if s.refused != "" {
		sum.Title = s.v.t("form.refused")
		sum.Errors = append(sum.Errors, parts.FieldError{Text: s.refused})
	}
	for _, p := range s.wrong {
		sum.Errors = append(sum.Errors, parts.FieldError{For: p.Field, Text: s.v.voice.Problem(p)})
	}
	return sum
}

// inOrder puts what is wrong in the order of the fields on the page.
func (s *sheet) inOrder(fields ...string) {
	slices.SortStableFunc(s.wrong, func(a, b kith.Problem) int {
		return cmp.Compare(slices.Index(fields, a.Field), slices.Index(fields, b.Field))
	})
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
		s.refused, s.meanwhile = s.v.voice.Refused(refused), s.v.meanwhile(refused.Code)
		s.overtaken = refused.Code == kith.EditedMeanwhile
	default:
		return false
	}
	return true
}
