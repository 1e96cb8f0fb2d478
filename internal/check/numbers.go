package check

import (
	"regexp"
	"strings"
)

// A telephone number has this many digits; one that begins like one may have
// others behind it.
const (
	phoneLeast = 7
	phoneMost  = 17
)

// run are groups of digits that belong together: signs, spaces and a few words
// between them don't separate them. Digits may be written as words.
var (
	digitWord = `(?:zero|null|one|two|three|four|five|six|seven|eight|nine)`
	group     = `(?:o?[0-9][0-9oil]*|` + digitWord + `|(?:double|triple)\s` + digitWord + `)`
	between   = `(?:[ .,:\-/()+_*'|]{1,4}|\s?(?:dash|then|minus|hyphen|slash|space|plus|dot|oh?)\s?)?`
	run       = regexp.MustCompile(`\+?\(?` + group + `(?:` + between + group + `)+|\+?o?[0-9][0-9oil]{6,}`)
	oneGroup  = regexp.MustCompile(`(double|triple)\s|` + digitWord + `|o?[0-9][0-9oil]*|\boh?\b`)
	wording   = regexp.MustCompile(`[a-z]{3,}`)
	rings     = regexp.MustCompile(`\b(?:call|phone|telephone|tel|mobile|cell|number|ring|reach|text|whats ?app|sms|handy|telefon|fax|signal|dial|viber)\b[^.!?]{0,25}$`)
)

// innocent are numbers that have many digits and ring nowhere. They are taken
// out before the rest is counted.
var innocent = regexp.MustCompile(strings.Join([]string{
	`\b(?:19|20)[0-9]{2}-[01]?[0-9]-[0-3]?[0-9](?:[t ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?\b`,                     // 2026-05-03 14:00
	`\b[0-3]?[0-9]([./-])[0-3]?[0-9][./-](?:(?:19|20)[0-9]{2}|[0-9]{2})\b`,                                       // 03.05.2026
	`\b(?:19|20)[0-9]{2}(?:(?:\s?[-/,]\s?|\s)(?:(?:19|20)[0-9]{2}|[0-9]{2}\b))+\b`,                               // 2019-2023
	`\b(?:[1-9]?[0-9]|1[0-9]{2}|2[0-5][0-9])(?:\.(?:[1-9]?[0-9]|1[0-9]{2}|2[0-5][0-9])){3}(?:[:/][0-9]{1,5})?\b`, // 10.0.0.1
	`(?:\bv|version|build|release|windows|python|java|node|chrome|rev)\s?[1-9]?[0-9]+(?:\.[1-9]?[0-9]*)+`,        // version 10.0.19045
	`\b(?:iso|din|iec|en|ieee|rfc|issn|doi|orcid|pmid|ansi|ean)[ :]{0,2}[0-9][0-9:./x-]*`,                        // ISO 9001:2015
	`[$€£¥#]\s?[1-9][0-9]*(?:[., '][0-9]{3})*(?:[.,][0-9]{1,2})?\b`,                                              // $1,500,000 and #12345678
	`\b(?:usd|eur|gbp|chf|sek|nok|dkk)\s?[1-9][0-9]*(?:[., '][0-9]{3})*(?:[.,][0-9]{1,2})?\b`,
	`\b[1-9][0-9]*(?:[., '][0-9]{3})*(?:[.,][0-9]{1,2})?\s?(?:[$€£¥%]|(?:usd|eur|gbp|chf|sek|nok|dkk|euros?|dollars?|pounds|bytes|rows|users|words|lines|records|people|requests|pages|hours)\b)`,
	`\b[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?\b`, // 1,500,000
	`\b0[.,][0-9]+\b`,                   // 0.123456
	`\b[0-9]{1,2}:[0-9]{1,2}(?:,|\s|$)`, // 16:9
}, "|"))

// goesOn says that a number isn't over where an innocent one would be.
var goesOn = regexp.MustCompile(`^[.:/][0-9]`)

var isbn = regexp.MustCompile(`\b97[89][- ]?(?:[0-9][- ]?){9}[0-9]\b|\b[0-9](?:[- ]?[0-9]){8}[- ]?[0-9x]\b`)

// numbers are telephone numbers, however they are written.
func (p plainText) numbers() []span {
	var all []span
	text := []byte(p.text)
	blank := func(from, to int) {
		for i := from; i < to; i++ {
			text[i] = ';'
		}
	}
	for _, m := range innocent.FindAllStringIndex(p.text, -1) {
		if !goesOn.MatchString(p.text[m[1]:min(m[1]+2, len(p.text))]) {
			blank(m[0], m[1])
		}
	}
	for _, m := range isbn.FindAllStringIndex(p.text, -1) {
		if isISBN(p.text[m[0]:m[1]], strings.Contains(p.before(m[0]), "isbn")) {
			blank(m[0], m[1])
		}
	}
	for _, m := range run.FindAllIndex(text, -1) {
		if !p.inWord(m) && rings7(string(text[m[0]:m[1]]), rings.MatchString(p.before(m[0]))) {
			all = append(all, span{m[0], m[1], Contact})
		}
	}
	return all
}

// inWord says whether what looks like a number is part of a word or of a
// fingerprint: sha1234567abc.
func (p plainText) inWord(m []int) bool {
	letter := func(at int) bool { return at >= 0 && at < len(p.text) && p.text[at] >= 'a' && p.text[at] <= 'z' }
	return letter(m[0]-1) || letter(m[1])
}

// rings7 says whether groups of digits are a telephone number; expected is
// whether the words before them promise one.
func rings7(s string, expected bool) bool {
	groups := groupsOf(s)
	digits := strings.Join(groups, "")
	n := len(digits)
	switch {
	case n < phoneLeast:
		return false
	case expected, strings.HasPrefix(digits, "0"), strings.HasPrefix(s, "+"):
		return true
	case n > phoneMost, ascending(groups), allRound(groups), years(groups):
		return false
	case wording.MatchString(s):
		return true
	case len(groups) == 1:
		return n >= 10 && !strings.HasSuffix(digits, "0000") && !isStamp(digits)
	}
	return !strings.Contains(s, ", ") || n >= 9 && len(groups) <= 3
}

var digitOf = map[string]string{
	"zero": "0", "null": "0", "o": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
	"eight": "8", "nine": "9",
}

// groupsOf are the groups of digits in a run, words turned into digits.
func groupsOf(s string) []string {
	var groups []string
	times := 1
	for _, word := range oneGroup.FindAllString(s, -1) {
		switch word = strings.TrimSpace(word); {
		case word == "double":
			times = 2
		case word == "triple":
			times = 3
		case digitOf[word] != "":
			groups, times = append(groups, strings.Repeat(digitOf[word], times)), 1
		default:
			groups, times = append(groups, strings.NewReplacer("o", "0", "i", "1", "l", "1").Replace(word)), 1
		}
	}
	return groups
}

// ascending says whether somebody only counts: 1 2 3 4 5 6 7.
func ascending(groups []string) bool {
	for i, g := range groups {
		if len(g) != 1 || i > 0 && g[0] != groups[i-1][0]+1 {
			return false
		}
	}
	return true
}

// allRound says whether the numbers are sizes: 1500-2500, 10 000 / 20 000.
func allRound(groups []string) bool {
	for _, g := range groups {
		if !strings.HasSuffix(g, "0") {
			return len(groups) > 1 && strings.HasSuffix(groups[len(groups)-1], "000")
		}
	}
	return len(groups) > 1
}

func years(groups []string) bool {
	for _, g := range groups {
		if len(g) != 4 || g[:2] != "19" && g[:2] != "20" {
			return false
		}
	}
	return true
}

// isStamp says whether a long number is a moment: 20260503140000.
func isStamp(d string) bool {
	return (len(d) == 12 || len(d) == 14) && (d[:2] == "19" || d[:2] == "20") && d[4:6] <= "12" && d[6:8] <= "31"
}

// isISBN checks the last digit. One of the old short numbers is only believed
// where the word stands before it.
func isISBN(s string, named bool) bool {
	var d []int
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			d = append(d, int(r-'0'))
		case r == 'x':
			d = append(d, 10)
		}
	}
	sum := 0
	for i, n := range d {
		if len(d) == 13 {
			sum += n * (1 + 2*(i%2))
		} else {
			sum += n * (10 - i)
		}
	}
	return len(d) == 13 && sum%10 == 0 && d[0] == 9 || len(d) == 10 && named && sum%11 == 0
}
