package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plainText is a text as it reads aloud: small letters, no marks, nothing
// invisible, look-alikes as the letters they look like. For each of its bytes it
// knows which part of which text it came from.
type plainText struct {
	text  string
	shout []bool // whether the letter was a capital
	from  []place
}

type place struct{ text, from, to int }

// plainly writes a text plainly; number is its place among the texts.
func plainly(number int, text string) plainText {
	var p plainText
	var b strings.Builder
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		here := place{number, at, at + size}
		for _, plain := range norm.NFKD.String(string(r)) {
			if invisible(plain) {
				continue
			}
			if like, ok := lookalikes[plain]; ok {
				plain = like
			}
			small := unicode.ToLower(plain)
			if like, ok := lookalikes[small]; ok {
				small = like
			}
			n, _ := b.WriteRune(small)
			for range n {
				p.from, p.shout = append(p.from, here), append(p.shout, unicode.IsUpper(plain))
			}
		}
		at += size
	}
	p.text = b.String()
	return p
}

func invisible(r rune) bool {
	return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError || r == '\u115f' || r == '\u3164' || r == '\u2800'
}

// lookalikes are letters and signs that pass for plain ones. What Unicode itself
// holds for the same (full width, bold, circled) needs no row.
var lookalikes = map[rune]rune{
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'х': 'x', 'у': 'y', 'і': 'i', 'ј': 'j', 'ѕ': 's', 'ԁ': 'd', 'һ': 'h',
	'ԛ': 'q', 'ԝ': 'w', 'в': 'b', 'к': 'k', 'м': 'm', 'т': 't', 'н': 'h', 'ё': 'e', 'ո': 'n', 'ս': 'u', 'օ': 'o', 'ց': 'g',
	'α': 'a', 'ο': 'o', 'ρ': 'p', 'ν': 'v', 'ι': 'i', 'κ': 'k', 'τ': 't', 'υ': 'u', 'χ': 'x', 'ε': 'e', 'η': 'n', 'ω': 'w',
	'ı': 'i', 'ɑ': 'a', 'ɡ': 'g', 'ɩ': 'i', 'ⅼ': 'l', 'ø': 'o', 'ł': 'l', 'đ': 'd',
	'。': '.', '｡': '.', '‧': '.', '∙': '.', '⋅': '.', '•': '.', '·': '.', '۔': '.',
	'–': '-', '—': '-', '‐': '-', '‑': '-', '‒': '-', '−': '-', '―': '-', '⁄': '/', '∕': '/',
	'’': '\'', '‘': '\'', '“': '"', '”': '"', '\t': ' ', '\n': ' ', '\u00a0': ' ', '\u2028': ' ',
	'٠': '0', '١': '1', '٢': '2', '٣': '3', '٤': '4', '٥': '5', '٦': '6', '٧': '7', '٨': '8', '٩': '9',
}

func (p plainText) head(n int) plainText {
	for i := range p.text {
		if n == 0 {
			return plainText{p.text[:i], p.shout[:i], p.from[:i]}
		}
		n--
	}
	return p
}

func (p plainText) tail(n int) plainText {
	at := len(p.text)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(p.text[:at])
		at -= size
	}
	return plainText{p.text[at:], p.shout[at:], p.from[at:]}
}

func (p plainText) join(between string, q plainText) plainText {
	gap := make([]place, len(between))
	for i := range gap {
		gap[i].text = -1
	}
	return plainText{
		p.text + between + q.text,
		append(append(append([]bool{}, p.shout...), make([]bool, len(between))...), q.shout...),
		append(append(append([]place{}, p.from...), gap...), q.from...),
	}
}

// span is a part of a plain text that touches a rule.
type span struct {
	from, to int
	rule     Rule
}

// hit is where a span stands in the texts: more than one place, where it was
// put together from more.
func (p plainText) hit(s span) []Hit {
	var all []Hit
	for _, at := range p.from[s.from:s.to] {
		last := len(all) - 1
		switch {
		case at.text < 0:
		case last >= 0 && all[last].Text == at.text:
			all[last].To = at.to
		default:
			all = append(all, Hit{at.text, at.from, at.to, s.rule})
		}
	}
	return all
}

func (p plainText) hits() []Hit {
	var all []Hit
	for _, s := range p.spans() {
		all = append(all, p.hit(s)...)
	}
	return all
}

// spans are what touches a rule in it.
func (p plainText) spans() []span {
	all := append(p.addresses(), p.links()...)
	all = append(all, p.handles()...)
	all = append(all, p.numbers()...)
	return append(all, p.abuse()...)
}
