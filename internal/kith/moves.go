package kith

// step is the left side of a moves table: where a thing stands, what is done
// to it and by whom. The zero State is a thing that is not there yet.
type step[State ~string] struct {
	state State
	act   Act
	party Party
}
