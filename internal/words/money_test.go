package words_test

import (
	"testing"

	"pgregory.net/rapid"

	"kith/internal/kith"
	"kith/internal/words"
)

func TestParseAmount(t *testing.T) {
	for _, row := range []struct {
		typed, currency string
		want            int64
		ok              bool
	}{
		{"", "EUR", 0, true},
		{"   ", "EUR", 0, true},
		{"2200", "EUR", 220000, true},
		{"2,200", "EUR", 220000, true},
		{"2.200", "EUR", 220000, true},
		{"2 200", "EUR", 220000, true},
		{"2\u00a0200", "EUR", 220000, true},
		{"1'000", "EUR", 100000, true},
		{"1’000", "EUR", 100000, true},
		{"2\u202f200", "EUR", 220000, true},
		{"€2,200.50", "EUR", 220050, true},
		{"2.200,50", "EUR", 220050, true},
		{"1,234,567.89", "EUR", 123456789, true},
		{"1.234.567", "EUR", 123456700, true},
		{"12.5", "EUR", 1250, true},
		{"12,5", "EUR", 1250, true},
		{"12.", "EUR", 1200, true},
		{"0.99", "EUR", 99, true},
		{"£900", "GBP", 90000, true},
		{"2200", "JPY", 2200, true},
		{"2,200", "JPY", 2200, true},
		{"0.001", "EUR", 0, false},
		{"0,500", "EUR", 0, false},
		{"00.500", "EUR", 0, false},
		{"0", "EUR", 0, true},
		{"abc", "EUR", 0, false},
		{"-3", "EUR", 0, false},
		{"+3", "EUR", 0, false},
		{"1e5", "EUR", 0, false},
		{"12.345.6.7x", "EUR", 0, false},
		{".50", "EUR", 0, false},
		{".", "EUR", 0, false},
		{",", "EUR", 0, false},
		{"1.2345", "EUR", 0, false},
		{"12 EUR", "EUR", 0, false},
		{"9999999999999", "EUR", 0, false},
		{"99999999999999999999999999", "EUR", 0, false},
		{"0x10", "EUR", 0, false},
		{"1_000", "EUR", 0, false},
	} {
		got, ok := words.ParseAmount(row.typed, row.currency)
		if ok != row.ok || got != row.want {
			t.Errorf("ParseAmount(%q, %s) = %d, %v; should be %d, %v", row.typed, row.currency, got, ok, row.want, row.ok)
		}
	}
}

// TestAmountsComeBack holds that what a form shows is read as what it was.
func TestAmountsComeBack(t *testing.T) {
	voice := english(t)
	rapid.Check(t, func(t *rapid.T) {
		currency := rapid.SampledFrom([]string{"EUR", "SEK", "JPY", "GBP"}).Draw(t, "currency")
		n := rapid.Int64Range(0, 99_999_999_999).Draw(t, "amount")
		for _, shown := range []string{words.Amount(n, currency), voice.Money(kith.Money{Amount: n, Currency: currency})} {
			if currency == "SEK" && shown != "" && shown[0] == 'S' {
				continue // a form shows the sign beside the field
			}
			if back, ok := words.ParseAmount(shown, currency); currency != "JPY" && (!ok || back != n) {
				t.Errorf("%d %s is shown as %q and read as %d, %v", n, currency, shown, back, ok)
			}
		}
	})
}

func TestMoney(t *testing.T) {
	v := english(t)
	for m, want := range map[kith.Money]string{
		{}:                                   "",
		{Amount: 220000, Currency: "EUR"}:    "€2,200",
		{Amount: 1250, Currency: "GBP"}:      "£12.50",
		{Amount: 5, Currency: "USD"}:         "$0.05",
		{Amount: 90000, Currency: "SEK"}:     "SEK\u00a0900",
		{Amount: 2200, Currency: "JPY"}:      "JPY\u00a02,200",
		{Amount: 123456789, Currency: "EUR"}: "€1,234,567.89",
	} {
		if got := v.Money(m); got != want {
			t.Errorf("%v is %q, should be %q", m, got, want)
		}
	}
	for r, want := range map[kith.Range]string{
		{}:                "",
		{Currency: "EUR"}: "",
		{Lower: 180000, Upper: 240000, Currency: "EUR"}: "€1,800 to 2,400",
		{Lower: 180000, Currency: "EUR"}:                "from €1,800",
		{Upper: 240000, Currency: "EUR"}:                "up to €2,400",
		{Lower: 240000, Upper: 240000, Currency: "EUR"}: "€2,400",
	} {
		if got := v.Range(r); got != want {
			t.Errorf("%v is %q, should be %q", r, got, want)
		}
	}
}
