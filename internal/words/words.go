// Package words turns message keys into what people read: sentences from the
// catalogue, times in the reader's zone, amounts of money. The catalogue is
// the folder of the same name, one file an area and language.
package words

import (
	"embed"
	"fmt"
	"io/fs"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"kith/internal/kith"
)

//go:embed catalogue/*.toml
var catalogue embed.FS

// Book is the catalogue in all its languages.
type Book struct{ bundle *i18n.Bundle }

// Open reads the catalogue that the program carries with it.
func Open() (*Book, error) {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	files, err := fs.Glob(catalogue, "catalogue/*.toml")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if _, err := bundle.LoadMessageFileFS(catalogue, f); err != nil {
			return nil, fmt.Errorf("the catalogue %s: %w", f, err)
		}
	}
	return &Book{bundle}, nil
}

// Voice speaks to one reader: in their language, in their time zone, now.
type Voice struct {
	localizer *i18n.Localizer
	Lang      string
	Zone      *time.Location
	Now       time.Time
	// Tied keeps what belongs together in a date from being torn apart at the end
	// of a line. Pages want it; letters go out as plain text.
	Tied bool
}

// Speak makes a voice. A language that the catalogue lacks falls back to
// English.
func (b *Book) Speak(lang string, zone *time.Location, now time.Time) Voice {
	return Voice{localizer: i18n.NewLocalizer(b.bundle, lang, "en"), Lang: "en", Zone: zone, Now: now}
}

// T is the sentence under a key. Args are name and value pairs that the
// sentence's {{.name}} take; a pair named "count" also picks the plural form.
// A key that is missing shows itself in brackets, which tests look for.
func (v Voice) T(key string, args ...any) string {
	c := &i18n.LocalizeConfig{MessageID: key}
	data := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		name := args[i].(string)
		data[name] = args[i+1]
		if name == "count" {
			c.PluralCount = args[i+1]
		}
	}
	c.TemplateData = data
	s, err := v.localizer.Localize(c)
	if err != nil {
		return "[" + key + "]"
	}
	return s
}

// Has says whether the catalogue has a sentence under the key.
func (v Voice) Has(key string) bool {
	_, err := v.localizer.Localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: 2})
	return err == nil
}

// Refusal is what people read when something can't be done.
func (v Voice) Refusal(code kith.Code, args ...any) string {
	return v.T("refusal."+string(code), args...)
}

// Refused is the sentence of a refusal, with whom and which number it is about.
func (v Voice) Refused(r kith.Refusal) string {
	return v.Refusal(r.Code, "name", r.Name, "limit", r.Limit)
}

// Problem is what people read about something they typed.
func (v Voice) Problem(p kith.Problem) string { return v.T("problem."+p.Key, p.Args...) }
