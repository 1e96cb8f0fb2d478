package web

import (
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"kith/internal/kith"
	"kith/internal/web/parts"
)

// keptLabels name the fields in which people write words of their own, in the
// order in which they are given back.
var keptLabels = [][2]string{
	{"letter", "kept.letter"},
	{"rate", "kept.rate"},
	{"note", "kept.note"},
	{"hand_over", "kept.hand_over"},
	{"message", "kept.message"},
	{"title", "kept.title"},
	{"text", "kept.text"},
	{"skills", "kept.skills"},
	{"about", "kept.about"},
	{"till", "kept.till"},
}

// aText is how long something typed must be to count as words where its field
// has no label here.
const aText = 25

// lost are the words that were typed and that the page doesn't show.
func (s *sheet) lost() []parts.KeptField {
	var lost []parts.KeptField
	known := map[string]bool{}
	add := func(name, label string) {
		known[name] = true
		if text := s.value(name); text != "" && !s.drawn[name] {
			lost = append(lost, parts.KeptField{ID: "kept-" + name, Label: s.v.t(label), Text: text})
		}
	}
	for _, f := range keptLabels {
		add(f[0], f[1])
	}
	var others []string
	for name := range s.fields {
		if text := s.value(name); !known[name] && kith.Length(text) >= aText && strings.ContainsAny(text, " \n") {
			others = append(others, name)
		}
	}
	slices.Sort(others)
	for _, name := range others {
		add(name, "kept.other")
	}
	return lost
}

// draw renders a page. Where a form was refused, or is shown again after signing
// in, what was typed and has no place on the page any more is given back above it.
func (v *visit) draw(page templ.Component) (string, error) {
	s := v.sheet
	if s == nil || !s.givesBack() {
		return render(v.r, page)
	}
	s.drawn = map[string]bool{}
	text, err := render(v.r, page)
	if s.kept = s.lost(); len(s.kept) > 0 && err == nil {
		return render(v.r, page)
	}
	return text, err
}

func (s *sheet) givesBack() bool { return s.refused != "" || s.again }

func render(r *http.Request, page templ.Component) (string, error) {
	var b strings.Builder
	err := page.Render(r.Context(), &b)
	return b.String(), err
}

// keptProps is the block in which words are given back.
func (s *sheet) keptProps() parts.KeptProps {
	return parts.KeptProps{
		Title: s.v.t("kept.title_of_all"), Text: s.v.t("kept.explained"), Fields: s.kept, Copy: s.v.t("loop.copy"), Copied: s.v.t("loop.copied"),
	}
}
