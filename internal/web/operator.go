package web

import (
	"strconv"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/store"
	"kith/internal/web/parts"
)

// overviewView is the operator's first look.
type overviewView struct {
	v *visit
	query.Overview
	s *sheet
	// Reviews is how much waits for a person to look at it.
	Reviews int
}

// overview shows the numbers, and what is stuck and why.
func overview(v *visit) error { return v.overviewPage(v.fresh(nil)) }

func (v *visit) overviewPage(s *sheet) error {
	o, err := v.site.Desk.Overview(v.r.Context())
	if err != nil {
		return err
	}
	reviews, err := v.site.Desk.WaitingCount(v.r.Context())
	if err != nil {
		return err
	}
	return v.showAs(s.status(), overviewPage(overviewView{v, o, s, reviews}))
}

// tryAgain releases stuck work.
func tryAgain(v *visit) error {
	err := v.site.House.ReleaseTask(v.r.Context(), v.by(), v.form("task"))
	if err != nil {
		return err
	}
	return v.goTo("/operator", v.t("operator.released"))
}

// rescued is the north star; with no dead invitation there is nothing to count.
func (o overviewView) rescued() string {
	if o.Dead == 0 {
		return o.v.t("operator.rescued_none")
	}
	return o.v.t("operator.rescued_of", "rescued", o.Rescued, "count", o.Dead)
}

func (o overviewView) facts() []parts.Fact {
	n := func(key string, count int) parts.Fact { return parts.Fact{Term: o.v.t(key), Text: strconv.Itoa(count)} }
	return []parts.Fact{
		{Term: o.v.t("operator.rescued"), Text: o.rescued()},
		n("operator.people", o.People), n("operator.letters", o.Overview.Letters), n("operator.tasks", o.OpenTasks), n("operator.trouble", len(o.Trouble)),
	}
}

// table counts things by state, every state in its place, also those that
// nothing is in.
func (o overviewView) table(kind string, states []string, have []store.Tally) parts.TableProps {
	count, sum := map[string]int{}, 0
	for _, t := range have {
		count[t.State] += t.Count
		sum += t.Count
	}
	t := parts.TableProps{
		Caption: o.v.t("operator." + kind + "_table"), HideCaption: true,
		Columns: []parts.Column{{Label: o.v.t("operator.state")}, {Label: o.v.t("operator.number"), Number: true}},
		Sum:     parts.TableRow{Head: o.v.t("operator.sum"), Cells: []string{strconv.Itoa(sum)}},
	}
	for _, s := range states {
		t.Rows = append(t.Rows, parts.TableRow{Head: o.v.t("operator." + kind + "." + s), Cells: []string{strconv.Itoa(count[s])}})
	}
	return t
}

func (o overviewView) referralTable() parts.TableProps {
	return o.table("referrals", texts(kith.ReferralStates), o.Referrals)
}

func (o overviewView) invitationTable() parts.TableProps {
	return o.table("invitations", texts(kith.InvitationStates), o.Invitations)
}

func texts[T ~string](all []T) []string {
	plain := make([]string, len(all))
	for i, one := range all {
		plain[i] = string(one)
	}
	return plain
}

// reviews says how much waits for a person.
func (o overviewView) reviews() string {
	if o.Reviews == 0 {
		return o.v.t("reviewer.none")
	}
	return o.v.t("operator.waiting_reviews", "count", o.Reviews)
}

// trouble is a piece of work that failed, and why.
func (o overviewView) trouble(k store.Task) parts.RowProps {
	what := o.v.t("operator.task." + string(k.Kind))
	if k.Letter != "" {
		what = o.v.t("operator.letter." + string(k.Letter))
	}
	next := o.v.t("operator.next_try", "count", k.Tries, "at", o.v.voice.Short(k.Due))
	if k.Stuck {
		next = o.v.t("operator.stuck", "count", k.Tries)
	}
	return parts.RowProps{Title: what, Line: k.Problem, Sign: parts.StandsStill, Say: next}
}

func (o overviewView) again(k store.Task) parts.PostProps {
	return parts.PostProps{
		Action: "/operator/tasks", Key: o.v.newKey(), Hidden: []parts.Hidden{{Name: "task", Value: k.Once}}, Label: o.v.t("operator.again"), Kind: parts.Outlined, Small: true,
	}
}
