package parts

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"
)

// boxes are the parts that ask one question with one box.
var boxes = map[string]func(hint, problem string) templ.Component{
	"Text": func(h, e string) templ.Component { return Text(FieldProps{Name: "q", Label: "Q", Hint: h, Error: e}) },
	"TextArea": func(h, e string) templ.Component {
		return TextArea(FieldProps{Name: "q", Label: "Q", Hint: h, Error: e})
	},
	"Date":  func(h, e string) templ.Component { return Date(FieldProps{Name: "q", Label: "Q", Hint: h, Error: e}) },
	"Money": func(h, e string) templ.Component { return Money(FieldProps{Name: "q", Label: "Q", Hint: h, Error: e}) },
	"Select": func(h, e string) templ.Component {
		return Select(ChoiceProps{Name: "q", Label: "Q", Hint: h, Error: e, Options: []Option{{Value: "a", Label: "A"}}})
	},
}

func TestBoxesAreWired(t *testing.T) {
	for name, box := range boxes {
		t.Run(name, func(t *testing.T) {
			page := draw(t, box("", ""))
			el := one(t, page, "#q")
			if got := one(t, page, "label").AttrOr("for", ""); got != "q" {
				t.Errorf("label for %q", got)
			}
			for _, a := range []string{"aria-invalid", "aria-describedby"} {
				if got, has := el.Attr(a); has {
					t.Errorf("%s=%q without a reason", a, got)
				}
			}
			page = draw(t, box("a hint", "an error"))
			wantAttr(t, one(t, page, "#q"), "aria-describedby", "q-hint q-error")
			wantAttr(t, one(t, page, "#q"), "aria-invalid", "true")
			wantWords(t, page, "#q-hint", "a hint")
			wantWords(t, page, "#q-error", "an error")
		})
	}
}

func TestMoneyNamesItsUnit(t *testing.T) {
	page := draw(t, Money(FieldProps{Name: "rate", Label: "Rate", Unit: "€"}))
	wantAttr(t, one(t, page, "#rate"), "aria-describedby", "rate-unit")
	wantAttr(t, one(t, page, "#rate"), "inputmode", "decimal")
	wantWords(t, page, "#rate-unit", "€")
}

func TestRadiosChooseNone(t *testing.T) {
	p := ChoiceProps{Name: "a", Label: "Yes or no?", Error: "Choose one", Options: []Option{{Value: "yes", Label: "Yes"}, {Value: "", Label: "Later"}, {Value: "no", Label: "No", Off: "The time is over."}}}
	page := draw(t, Radios(p))
	if n := page.Find("[checked]").Length(); n != 0 {
		t.Errorf("%d chosen", n)
	}
	group := one(t, page, "fieldset[role=radiogroup]")
	wantAttr(t, group, "aria-describedby", "a-error")
	wantAttr(t, group, "aria-invalid", "true")
	wantAttr(t, one(t, page, "#a"), "value", "yes") // where the error summary lands
	off := one(t, page, "[disabled]")
	wantWords(t, page, "#"+off.AttrOr("aria-describedby", ""), "The time is over.")
	p.Value = "yes"
	wantAttr(t, one(t, draw(t, Radios(p)), "[checked]"), "value", "yes")
}

func TestCheckboxSaysWhatIsWrong(t *testing.T) {
	page := draw(t, Checkbox(CheckProps{Name: "ok", Label: "I agree", Hint: "To all.", Error: "Tick this"}))
	wantAttr(t, one(t, page, "#ok"), "aria-describedby", "ok-hint ok-error")
	wantAttr(t, one(t, page, "#ok"), "value", "yes")
	wantWords(t, page, "#ok-error", "Tick this")
}

func TestErrorSummaryTakesTheFocus(t *testing.T) {
	page := draw(t, ErrorSummary(ErrorSummaryProps{Title: "One thing is missing", Errors: []FieldError{{For: "note", Text: "Say why"}}}))
	box := one(t, page, "[role=group]")
	wantAttr(t, box, "tabindex", "-1")
	if _, has := box.Attr("autofocus"); !has {
		t.Error("it doesn't take the focus")
	}
	wantAttr(t, one(t, box, "a"), "href", "#note")
	if page := draw(t, ErrorSummary(ErrorSummaryProps{Title: "None"})); words(page) != "" {
		t.Error("drawn without errors")
	}
}

func TestFormCarriesItsKey(t *testing.T) {
	page := draw(t, Form(FormProps{Action: "/send", Key: "once", Hidden: []Hidden{{"job", "tea"}}}))
	wantAttr(t, one(t, page, "form"), "method", "post")
	wantAttr(t, one(t, page, "[name="+KeyField+"]"), "value", "once")
	wantAttr(t, one(t, page, "[name=job]"), "type", "hidden")
}

func TestWordsStayWords(t *testing.T) {
	page := draw(t, Note(NoteProps{Text: "<b>bold</b>"}))
	wantWords(t, page, "blockquote", "<b>bold</b>")
	page = draw(t, LinkButton(LinkButtonProps{Label: "Go", Href: "javascript:alert(1)"}))
	if href := one(t, page, "a").AttrOr("href", ""); strings.HasPrefix(href, "javascript") {
		t.Errorf("href %q", href)
	}
	page = draw(t, TextArea(FieldProps{Name: "q", Label: "Q", Value: "\nsecond line"}))
	if got := one(t, page, "textarea").Text(); got != "\nsecond line" {
		t.Errorf("the first newline is lost: %q", got)
	}
}

func wantAttr(t *testing.T, s *goquery.Selection, name, want string) {
	t.Helper()
	if got := s.AttrOr(name, ""); got != want {
		t.Errorf("%s=%q, want %q", name, got, want)
	}
}

func wantWords(t *testing.T, s *goquery.Selection, selector, want string) {
	t.Helper()
	if got := words(one(t, s, selector)); got != want {
		t.Errorf("%s says %q, want %q", selector, got, want)
	}
}
