package web

import (
	"strconv"
	"strings"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// keepShown writes an order that is being shown into the log: the one thing that
// looking changes.
func (v *visit) keepShown(o query.Order) error {
	if len(o.Rows) == 0 {
		return nil
	}
	return v.site.House.KeepRanking(v.r.Context(), o.Log)
}

// because is one reason in a sentence; of the reader's own with "_me".
func (v *visit) because(s query.Said, of string) string {
	args := []any{"skills", v.andList(s.Names)}
	if len(s.Names) == 0 && s.Count > 0 {
		args = append(args, "count", s.Count)
	}
	if s.Key == "nearly" {
		args = append(args, "skill", s.Names[0], "by", s.Names[1])
	}
	return v.t("rank.says"+of+"."+s.Key, args...)
}

// andList is a list as it is read out: Go, SQL and Figma.
func (v *visit) andList(all []string) string {
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return v.t("list.and", "first", strings.Join(all[:len(all)-1], ", "), "last", all[len(all)-1])
}

// reasons are those for and against, with the move that a rule made.
func (v *visit) reasons(r query.Ranked, of string) parts.ReasonsProps {
	p := parts.ReasonsProps{ForWord: v.t("rank.for"), AgainstWord: v.t("rank.against")}
	for _, s := range r.Says {
		if s.Near {
			continue // it stands beside the name
		}
		if words := v.because(s, of); s.For {
			p.For = append(p.For, words)
		} else {
			p.Against = append(p.Against, words)
		}
	}
	switch moved := v.movedBy(r); {
	case moved == "":
	case r.By > 0:
		p.For = append(p.For, moved)
	default:
		p.Against = append(p.Against, moved)
	}
	return p
}

// movedBy names the rule that moved somebody, and by how much.
func (v *visit) movedBy(r query.Ranked) string {
	switch r.Moved {
	case "newcomer":
		return v.t("rank.moved.newcomer", "places", r.By)
	case "cap":
		return v.t("rank.moved.cap")
	}
	return ""
}

// inWords are all reasons in one line.
func (v *visit) inWords(r query.Ranked, of string) string {
	p := v.reasons(r, of)
	return strings.Join(append(p.For, p.Against...), " ")
}

// points is the score of somebody, line by line, with its sum.
func (v *visit) points(r query.Ranked) parts.TableProps {
	t := parts.TableProps{
		Caption: v.t("rank.place_name", "place", r.Place, "name", r.Name),
		Columns: []parts.Column{{Label: v.t("rank.line_column")}, {Label: v.t("rank.points_column"), Number: true}},
		Sum:     parts.TableRow{Head: v.t("rank.sum"), Cells: []string{signed(r.Points)}},
	}
	for _, l := range r.Lines {
		t.Rows = append(t.Rows, parts.TableRow{Head: v.lineName(l), Cells: []string{signed(l.Points)}})
	}
	if len(t.Rows) == 0 {
		t.Rows = []parts.TableRow{{Head: v.t("rank.nothing_counts"), Cells: []string{"0"}}}
	}
	return t
}

// pointsLine is the same in one line.
func (v *visit) pointsLine(r query.Ranked) string {
	var all []string
	for _, l := range r.Lines {
		all = append(all, v.lineName(l)+"\u00a0"+signed(l.Points))
	}
	if len(all) == 0 {
		return v.t("rank.nothing_counts")
	}
	return strings.Join(all, " · ") + " · " + v.t("rank.sum") + "\u00a0" + signed(r.Points)
}

func (v *visit) lineName(l query.PointsOf) string {
	key := "rank.line." + l.Key
	if l.By != "" {
		key += "_by"
	}
	return v.t(key, "skill", l.Skill, "by", l.By)
}

// record is a count in context, never a score.
func (v *visit) record(key, name string, r query.Record) string {
	return v.t(key, "referrer", kith.FirstName(name), "referred", r.Referred, "hired", r.Hired)
}

// signed is a number with its sign; the minus is as wide as the plus.
func signed(n int) string {
	switch {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "−" + strconv.Itoa(-n)
	}
	return "0"
}
