package letters

import (
	_ "embed"
	"html/template"
	"strings"
)

//go:embed letter.html
var letterHTML string

var page = template.Must(template.New("letter").Parse(letterHTML))

// HTML is the letter for mail programs that show one: simple, with its styles
// inside, without pictures, fonts or anything else that would be fetched.
func (l Letter) HTML() (string, error) {
	var b strings.Builder
	err := page.Execute(&b, l)
	return b.String(), err
}

// Para, for the template, says whether the block is our words.
func (b Block) Para() bool { return b.Kind == Para }

// Lead, for the template, says whether it is our words before somebody's own.
func (b Block) Lead() bool { return b.Kind == Lead }

// Quote, for the template, says whether it is somebody's own words.
func (b Block) Quote() bool { return b.Kind == Quote }

// Button, for the template, says whether it is a link.
func (b Block) Button() bool { return b.Kind == Button }

// Text is the letter in plain text: quotations behind ">", addresses of
// buttons on a line of their own.
func (l Letter) Text() string {
	var b strings.Builder
	for _, block := range l.Body {
		switch block.Kind {
		case Quote:
			b.WriteString("> " + strings.ReplaceAll(block.Text, "\n", "\n> "))
		case Button:
			b.WriteString(block.Text + ":\n" + block.Href)
		default:
			b.WriteString(block.Text)
		}
		b.WriteString("\n\n")
	}
	return b.String() + "-- \n" + l.Foot + "\n"
}
