package web

import (
	"strconv"

	"kith/internal/query"
	"kith/internal/web/parts"
)

// howRankingView is "How ranking works", printed from the weights that hold now.
type howRankingView struct {
	v *visit
	query.HowRanking
}

func howRanking(v *visit) error {
	h, err := v.site.Desk.HowRanking(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	return v.show(howRankingPage(howRankingView{v, h}))
}

// weights is the table of one of the two sets, without what counts nothing in it.
func (h howRankingView) weights(refer bool) parts.TableProps {
	set := "other"
	if refer {
		set = "refer"
	}
	t := parts.TableProps{
		Caption: h.v.t("how_ranking.set." + set),
		Columns: []parts.Column{{Label: h.v.t("how_ranking.line")}, {Label: h.v.t("how_ranking.most"), Number: true}, {Label: h.v.t("how_ranking.share"), Number: true}},
	}
	for _, l := range h.Lines {
		most, share := l.Other, l.OtherShare
		if refer {
			most, share = l.Refer, l.ReferShare
		}
		if most != 0 {
			t.Rows = append(t.Rows, parts.TableRow{Head: h.v.t("how_ranking.means." + l.Key), Cells: []string{signed(most), strconv.Itoa(share) + "\u00a0%"}})
		}
	}
	return t
}

// rules are those around the score, with the numbers that hold.
func (h howRankingView) rules() []string {
	r := h.Rules
	var all []string
	if r.NewcomerOf > 0 {
		all = append(all, h.v.t("how_ranking.newcomer", "of", r.NewcomerOf, "done", r.NewcomerDone))
	}
	if r.Cap > 0 {
		all = append(all, h.v.t("how_ranking.cap", "cap", r.Cap))
	}
	return append(all, h.v.t("how_ranking.equal"))
}

// version says which engine with which weights, since when and why.
func (h howRankingView) version() string {
	if h.Changed.ID == "" {
		return h.v.t("how_ranking.delivered", "engine", h.Engine, "hash", firstOf(h.Hash))
	}
	return h.v.t("how_ranking.changed", "engine", h.Engine, "hash", firstOf(h.Hash), "on", h.v.voice.Day(h.Changed.At), "reason", h.Changed.Reason)
}

// firstOf is enough of a hash to tell it from others.
func firstOf(hash string) string { return hash[:min(len(hash), 8)] }

var (
	howCounts = []string{"how_ranking.never.no", "how_ranking.never.silence", "how_ranking.never.name", "how_ranking.never.price", "how_ranking.never.private", "how_ranking.never.messages"}
	howRights = []string{"how_ranking.right.list", "how_ranking.right.why", "how_ranking.right.kept"}
)
