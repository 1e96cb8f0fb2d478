package words

import (
	"slices"
	"strings"

	"kith/internal/kith"
)

// Languages are those that have a name in the catalogue, as ISO 639-1 codes.
var Languages = []string{
	"ar", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "he", "hi",
	"hr", "hu", "hy", "id", "is", "it", "ja", "ka", "ko", "lb", "lt", "lv", "mk", "mt", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl",
	"sq", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "vi", "zh",
}

// Language is the name of a language, or its code where it has none here.
func (v Voice) Language(code string) string {
	if !slices.Contains(Languages, code) {
		return code
	}
	return v.T("language." + code)
}

// LanguageNames are the names of languages in a row.
func (v Voice) LanguageNames(codes []string) string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = v.Language(code)
	}
	return strings.Join(names, ", ")
}

// ParseLanguages reads names or codes typed with commas between. The second
// list holds those that it doesn't know; codes that somebody had already are
// known.
func (v Voice) ParseLanguages(typed string, had []string) (codes, unknown []string) {
	for _, word := range kith.Words(typed) {
		code := v.languageCode(word, had)
		switch {
		case code == "":
			unknown = append(unknown, word)
		case !slices.Contains(codes, code):
			codes = append(codes, code)
		}
	}
	return codes, unknown
}

func (v Voice) languageCode(word string, had []string) string {
	for _, code := range slices.Concat(had, Languages) {
		if strings.EqualFold(word, code) || strings.EqualFold(word, v.Language(code)) {
			return code
		}
	}
	return ""
}
