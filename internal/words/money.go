package words

import (
	"strconv"
	"strings"
	"unicode"

	"kith/internal/kith"
)

var signs = map[string]string{"EUR": "€", "USD": "$", "GBP": "£"}

// whole are the currencies without a minor unit in use.
var whole = map[string]bool{"JPY": true, "KRW": true, "ISK": true, "CLP": true, "VND": true}

// MinorUnits is how many minor units one unit of a currency has.
func MinorUnits(currency string) int64 {
	if whole[currency] {
		return 1
	}
	return 100
}

// Money is an amount as people write it: "€2,200", "£12.50", "SEK 900".
func (v Voice) Money(m kith.Money) string {
	if !m.Stated() {
		return ""
	}
	return prefix(m.Currency) + amount(m.Amount, m.Currency)
}

// Range is a budget as people write it: "€1,800 to 2,400".
func (v Voice) Range(r kith.Range) string {
	lower, upper := amount(r.Lower, r.Currency), amount(r.Upper, r.Currency)
	switch {
	case !r.Stated():
		return ""
	case r.Lower == 0:
		return v.T("money.up_to", "amount", prefix(r.Currency)+upper)
	case r.Upper == 0:
		return v.T("money.from", "amount", prefix(r.Currency)+lower)
	case r.Lower == r.Upper:
		return prefix(r.Currency) + lower
	}
	return v.T("money.range", "lower", prefix(r.Currency)+lower, "upper", upper)
}

func prefix(currency string) string {
	if sign, ok := signs[currency]; ok {
		return sign
	}
	return currency + "\u00a0"
}

// Sign is what stands before an amount in a field: "€", "SEK".
func Sign(currency string) string { return strings.TrimSuffix(prefix(currency), "\u00a0") }

// Amount is a number of minor units as typed into a form: "2200", "12.50".
func Amount(n int64, currency string) string {
	if n == 0 {
		return ""
	}
	return strings.ReplaceAll(amount(n, currency), ",", "")
}

func amount(n int64, currency string) string {
	units := MinorUnits(currency)
	s := group(strconv.FormatInt(n/units, 10))
	if rest := n % units; rest != 0 {
		s += "." + string([]byte{byte('0' + rest/10), byte('0' + rest%10)})
	}
	return s
}

func group(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// ParseAmount reads an amount that somebody typed, "2,200", "2200.50", "2 200",
// "2.200,50", as minor units; an empty one is 0. It says false for what can't
// be an amount.
func ParseAmount(typed, currency string) (int64, bool) {
	s := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("'’€$£", r) {
			return -1
		}
		return r
	}, typed)
	if s == "" {
		return 0, true
	}
	s = decimalPoint(s)
	before, after, _ := strings.Cut(s, ".")
	if len(after) > 2 || len(before) > 12 || len(before) == 0 {
		return 0, false
	}
	for len(after) < 2 {
		after += "0"
	}
	n, err := strconv.ParseInt(before+after, 10, 64)
	if err != nil || n < 0 || strings.ContainsAny(before, "+-") {
		return 0, false
	}
	return n * MinorUnits(currency) / 100, true
}

// decimalPoint leaves one point at most, before the cents: a last separator
// with two digits or one after it is taken for the decimal sign.
func decimalPoint(s string) string {
	last := strings.LastIndexAny(s, ".,")
	if last < 0 {
		return s
	}
	strip := strings.NewReplacer(".", "", ",", "")
	switch {
	case len(s)-last-1 != 3:
	case s[0] == '0':
		return s + "?" // thousands of nothing: nobody can tell what "0.001" means
	default:
		return strip.Replace(s)
	}
	return strip.Replace(s[:last]) + "." + s[last+1:]
}
