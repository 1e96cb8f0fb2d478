package kith

// Money is an amount in a currency's minor unit: cents, pence, öre. The zero
// Money means "not stated".
type Money struct {
	Amount   int64
	Currency string // ISO 4217, upper case
}

// Stated says whether there is an amount at all.
func (m Money) Stated() bool { return m.Amount > 0 }

// Range is what a client means to pay: a lower and an upper amount in one
// currency. An Upper of zero means "from Lower"; both zero, "not stated".
type Range struct {
	Lower, Upper int64 // minor units
	Currency     string
}

// Stated says whether the client named any amount.
func (r Range) Stated() bool { return r.Lower > 0 || r.Upper > 0 }
