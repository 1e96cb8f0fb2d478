package transfer

import (
	"encoding/json"
	"regexp"
	"strings"
	"time"

	"kith/internal/kith"
	"kith/internal/words"
)

// when is a time: UTC, whole microseconds, zero for none.
type when = time.Time

// Each of these makes a column out of its name and the place of its value. A
// null on the line empties the value.

func text[T any, S ~string](name string, at func(*T) *S) column[T] {
	return column[T]{name, func(raw []byte) (func(*T), string) {
		var s string
		if json.Unmarshal(raw, &s) != nil {
			return nil, "import_text"
		}
		return func(t *T) { *at(t) = S(s) }, ""
	}, func(t T) any { return *at(&t) }}
}

// id is a text that may also be written as a whole number.
func id[T any](name string, at func(*T) *string) column[T] {
	c := text(name, at)
	asText := c.read
	c.read = func(raw []byte) (func(*T), string) {
		if whole.Match(raw) {
			return func(t *T) { *at(t) = string(raw) }, ""
		}
		return asText(raw)
	}
	return c
}

var whole = regexp.MustCompile(`^(0|[1-9]\d{0,17})$`)

func number[T any](name string, at func(*T) *int) column[T] {
	return column[T]{name, func(raw []byte) (func(*T), string) {
		var n int32
		if json.Unmarshal(raw, &n) != nil {
			return nil, "import_number"
		}
		return func(t *T) { *at(t) = int(n) }, ""
	}, func(t T) any { return *at(&t) }}
}

func list[T any](name string, at func(*T) *[]string) column[T] {
	return column[T]{name, func(raw []byte) (func(*T), string) {
		var all []string
		if json.Unmarshal(raw, &all) != nil {
			return nil, "import_list"
		}
		return func(t *T) { *at(t) = all }, ""
	}, func(t T) any { return append([]string{}, *at(&t)...) }}
}

// moment is a point in time, or a date, which means its first moment in UTC.
func moment[T any](name string, at func(*T) *when) column[T] {
	return column[T]{name, func(raw []byte) (func(*T), string) {
		var s string
		if json.Unmarshal(raw, &s) != nil {
			return nil, "import_time"
		}
		when, ok := readTime(s)
		if !ok {
			return nil, "import_time"
		}
		return func(t *T) { *at(t) = when }, ""
	}, func(t T) any {
		if at(&t).IsZero() {
			return nil
		}
		return at(&t).Format(time.RFC3339Nano)
	}}
}

func readTime(s string) (when, bool) {
	if s == "" {
		return when{}, true
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		t, err = time.Parse(time.DateOnly, s)
	}
	t = t.UTC().Truncate(time.Microsecond)
	return t, err == nil && t.Year() >= 1970 && t.Year() < 2200
}

// date is a day, kept as it is written.
func date[T any](name string, at func(*T) *string) column[T] {
	c := text(name, at)
	asText := c.read
	c.read = func(raw []byte) (func(*T), string) {
		set, problem := asText(raw)
		if problem != "" {
			return nil, "date_form"
		}
		var t T
		set(&t)
		if day, ok := readTime(*at(&t)); !ok || !day.IsZero() && *at(&t) != day.Format(time.DateOnly) {
			return nil, "date_form"
		}
		return set, ""
	}
	return c
}

func money[T any](name string, at func(*T) *kith.Money) column[T] {
	return column[T]{name, func(raw []byte) (func(*T), string) {
		amounts, currency, ok := readAmounts(raw, "amount")
		if !ok {
			return nil, "import_money"
		}
		return func(t *T) { *at(t) = kith.Money{Amount: amounts[0], Currency: currency} }, ""
	}, func(t T) any {
		m := *at(&t)
		if !m.Stated() {
			return nil
		}
		return shown{{"amount", words.Amount(m.Amount, m.Currency)}, {"currency", m.Currency}}
	}}
}

func budget[T any](name string, at func(*T) *kith.Range) column[T] {
	return column[T]{name, func(raw []byte) (func(*T), string) {
		amounts, currency, ok := readAmounts(raw, "lower", "upper")
		if !ok {
			return nil, "import_budget"
		}
		return func(t *T) { *at(t) = kith.Range{Lower: amounts[0], Upper: amounts[1], Currency: currency} }, ""
	}, func(t T) any {
		r := *at(&t)
		if !r.Stated() {
			return nil
		}
		var all shown
		for _, one := range []pair{{"lower", words.Amount(r.Lower, r.Currency)}, {"upper", words.Amount(r.Upper, r.Currency)}} {
			if one.value != "" {
				all = append(all, one)
			}
		}
		return append(all, pair{"currency", r.Currency})
	}}
}

// readAmounts reads an object with amounts under these names and a currency.
func readAmounts(raw []byte, names ...string) (amounts []int64, currency string, ok bool) {
	amounts = make([]int64, len(names))
	if string(raw) == "null" {
		return amounts, "", true
	}
	fields, problem := object(raw)
	if problem != "" {
		return nil, "", false
	}
	held := map[string]json.RawMessage{}
	for _, f := range fields {
		held[f.name] = f.raw
	}
	if len(held) != len(fields) || json.Unmarshal(held["currency"], &currency) != nil {
		return nil, "", false
	}
	delete(held, "currency")
	currency = strings.ToUpper(kith.Line(currency))
	for i, name := range names {
		if amounts[i], ok = readAmount(held[name], currency); !ok {
			return nil, "", false
		}
		delete(held, name)
	}
	return amounts, currency, len(held) == 0 && kith.ValidCurrency(currency)
}

var decimal = regexp.MustCompile(`^"?(\d{1,12})(?:\.(\d{1,2}))?"?$`)

// readAmount reads whole units, as a text or as a number, with at most two
// decimals; as it stands, so that nothing is rounded. What is missing is 0.
func readAmount(raw []byte, currency string) (int64, bool) {
	if len(raw) == 0 || string(raw) == "null" {
		return 0, true
	}
	m := decimal.FindSubmatch(raw)
	if m == nil {
		return 0, false
	}
	var n int64
	for _, digit := range append(m[1], (string(m[2]) + "00")[:2]...) {
		n = n*10 + int64(digit-'0')
	}
	units := words.MinorUnits(currency)
	return n * units / 100, n*units%100 == 0
}
