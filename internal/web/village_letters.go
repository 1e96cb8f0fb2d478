package web

import (
	"regexp"
	"strings"

	"kith/internal/web/parts"
)

// lettersView is the list of the letters that the village caught.
type lettersView struct {
	v     *visit
	All   int
	Mine  int
	Shown []Caught
	pager parts.PagerProps
}

// lettersPerPage is how many a page of all letters shows.
const lettersPerPage = 40

// villageLetters lists them, newest first: all, or the reader's own.
func villageLetters(v *visit) error {
	letters, err := v.site.Village.Letters()
	if err != nil {
		return err
	}
	view := lettersView{v: v, All: len(letters)}
	for _, l := range letters {
		mine := l.To == v.me.Email && v.me.ID != ""
		if mine {
			view.Mine++
		}
		if mine || v.ask("to") != "me" {
			view.Shown = append(view.Shown, l)
		}
	}
	if v.ask("to") != "me" {
		view.turnTo(v.pageAsked())
	}
	return v.show(villageLettersPage(view))
}

// turnTo keeps one page of them.
func (l *lettersView) turnTo(page int) {
	from := min((page-1)*lettersPerPage, len(l.Shown))
	l.pager = l.v.pager("/village/letters", page, len(l.Shown), lettersPerPage)
	l.Shown = l.Shown[from:min(from+lettersPerPage, len(l.Shown))]
}

func (l lettersView) chips() parts.PlacesProps {
	p := parts.PlacesProps{Label: l.v.t("village.filter")}
	me := l.v.ask("to") == "me"
	p.Items = append(p.Items, parts.NavItem{Label: l.v.t("village.all"), Href: "/village/letters", Count: l.All, Counted: true, Current: !me})
	if l.v.me.ID != "" {
		p.Items = append(p.Items, parts.NavItem{Label: l.v.t("village.to_you"), Href: "/village/letters?to=me", Count: l.Mine, Counted: true, Current: me})
	}
	return p
}

func (l lettersView) row(c Caught) parts.RowProps {
	return parts.RowProps{Title: c.Subject, Href: "/village/letters/" + c.Name, Line: l.v.t("village.to", "to", c.To), Level: 2}
}

// villageLetter shows one.
func villageLetter(v *visit) error {
	l, err := v.site.Village.Letter(v.path("name"))
	if err != nil {
		return err
	}
	return v.show(villageLetterPage(v, l))
}

// caughtLetter is the letter in the form of the page that shows it.
func (v *visit) caughtLetter(l Caught) parts.LetterProps {
	blocks, foot := letterBlocks(l.Text)
	return parts.LetterProps{
		Label: l.Subject, ToLabel: v.t("village.to_label"), To: l.To, SubjectLabel: v.t("village.subject_label"), Subject: l.Subject,
		Blocks: blocks, Foot: foot,
	}
}

var (
	footLine = regexp.MustCompile(`(?m)^-- \n`)
	linkLine = regexp.MustCompile(`^(.+):\nhttps?://[^/\s]+(/\S*)$`)
)

// letterBlocks reads the text of one of our own letters back: quotations behind
// ">", links on a line of their own. Links are led to this site, under whatever
// address the letter was written.
func letterBlocks(text string) (blocks []parts.LetterBlock, foot string) {
	if at := footLine.FindStringIndex(text); at != nil {
		text, foot = text[:at[0]], strings.TrimSpace(text[at[1]:])
	}
	for _, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		link := linkLine.FindStringSubmatch(p)
		switch {
		case link != nil:
			blocks = append(blocks, parts.LetterBlock{Kind: parts.LetterButton, Text: link[1], Href: link[2]})
		case strings.HasPrefix(p, "> "):
			blocks = append(blocks, parts.LetterBlock{Kind: parts.LetterQuote, Text: strings.ReplaceAll(strings.TrimPrefix(p, "> "), "\n> ", "\n")})
		default:
			blocks = append(blocks, parts.LetterBlock{Text: p})
		}
	}
	return blocks, foot
}
