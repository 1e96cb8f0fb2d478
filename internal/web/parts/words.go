package parts

// Link is a place to go to and the words that say so.
type Link struct {
	Label string
	Href  string
	// More is read out but not drawn: it tells "Shortlist" for Bo from
	// "Shortlist" for Cleo. It begins with the space it needs.
	More string
}

// Size is how big an avatar or a glyph is drawn; the zero value is the usual
// size beside a line of text.
type Size string

// The three sizes.
const (
	Small  Size = "s"
	Medium Size = ""
	Large  Size = "l"
)

// Tone is what a tag or a notice feels like. It never says anything that its
// words don't say too.
type Tone string

// The tones. Turn is the reader's own turn, Kin is people and their words.
const (
	Plain Tone = ""
	Turn  Tone = "turn"
	Kin   Tone = "kin"
	Good  Tone = "good"
	Bad   Tone = "bad"
)

// Kind is the weight of a button. Normally one Filled button a view.
type Kind string

// The kinds of button. Stop is for what takes something away.
const (
	Filled   Kind = ""
	Outlined Kind = "two"
	Bare     Kind = "bare"
	Stop     Kind = "stop"
)

// Hidden is a value that a form sends along without showing it.
type Hidden struct {
	Name  string
	Value string
}

// NavItem is one entry of a row of places: the main navigation, tabs, chips.
type NavItem struct {
	Label   string
	Href    string
	Current bool
	// Count is drawn beside the label where Counted or not zero.
	Count   int
	Counted bool
	// CountWords says what the number counts, for those who can't see the
	// badge: " waiting".
	CountWords string
}

func (n NavItem) hasCount() bool { return n.Counted || n.Count != 0 }
