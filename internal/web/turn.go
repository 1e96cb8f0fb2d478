package web

import (
	"kith/internal/kith"
	"kith/internal/web/parts"
	"kith/internal/words"
)

// turnView is "Your turn": everything that waits for somebody.
type turnView struct{ v *visit }

// yourTurn shows it. What waits is known already: every page counts it.
func yourTurn(v *visit) error { return v.show(turnPage(turnView{v})) }

func (t turnView) title() parts.TitleProps {
	if len(t.v.turns) == 0 {
		return parts.TitleProps{Title: t.v.t("nav.turn")}
	}
	return parts.TitleProps{
		Title: t.v.t("home.title", "count", len(t.v.turns), "name", firstName(t.v.me.Someone())),
		Lead:  t.v.t("home.lead", "zone", t.v.zoneName(t.v.voice.Zone)),
	}
}

// turnRow is one thing that waits, with its one button.
type turnRow struct {
	parts.RowProps
	Act parts.LinkButtonProps
}

// turnRows are the rows of everything that waits; the first stands out.
func (v *visit) turnRows() []turnRow {
	rows := make([]turnRow, len(v.turns))
	for i, w := range v.turns {
		rows[i] = v.turnRow(w)
		if i > 0 {
			rows[i].Act.Kind = parts.Outlined
		}
	}
	return rows
}

func (v *visit) turnRow(w kith.Wait) turnRow {
	row := parts.RowProps{ID: w.Who.ID, Name: w.Who.Name, Title: v.waitWord("turn.title", w), Line: v.turnLine(w), Due: v.due(w)}
	return turnRow{row, parts.LinkButtonProps{Label: v.waitWord("turn.button", w), More: ": " + row.Title, Href: w.Path()}}
}

// waitWord is a sentence that each kind of waiting has of its own.
func (v *visit) waitWord(key string, w kith.Wait) string {
	return v.t(key+"."+string(w.Kind), append(words.WaitArgs(v.voice, w), "words", short(w.Words))...)
}

// turnLine says what it is about: the budget first, and of an invitation that
// can't be handed on only what is possible.
func (v *visit) turnLine(w kith.Wait) string {
	if w.Kind != kith.WaitInvitation {
		return v.waitWord("turn.line", w)
	}
	line := v.waitWord("turn.line", w)
	if w.Job.Policy() == kith.PolicyOff {
		line = v.t("turn.invitation_off")
	}
	if w.Job.Budget.Stated() {
		line = v.voice.Range(w.Job.Budget) + ". " + line
	}
	return line
}

// due is the deadline in front of the row; while the clocks stand there is none
// to look at.
func (v *visit) due(w kith.Wait) parts.Due {
	if w.Stand.Stands() {
		return parts.Due{Day: v.t("turn.stands"), Rest: v.t("turn.stands." + w.Stand.Why()), At: w.Until()}
	}
	day, rest := v.voice.Due(w.Due)
	return parts.Due{Day: day, Rest: rest, At: w.Due, Soon: v.voice.SameDay(w.Due, v.now)}
}
