package web

import (
	"fmt"
	"slices"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// switchingView asks a client once more before a job's policy is switched while
// referrals wait, with the numbers and what becomes of them.
type switchingView struct {
	v      *visit
	s      *sheet
	was    kith.Job
	to     kith.Job
	counts kith.Waiting
}

// switching are the numbers to be told before the change is saved; ok says that
// there is nothing to tell, or that the client was told them.
func (v *visit) switching(s *sheet, was, to kith.Job) (view switchingView, ok bool, err error) {
	m, err := v.site.Desk.Manager(v.r.Context(), v.reader(), was.ID)
	view = switchingView{v, s, was, to, v.waits(m)}
	asked, _ := was.PolicyEffects(to)
	ok = asked == kith.EffectNone || view.counts == kith.Waiting{} || s.Value("told") == view.told()
	return view, ok, err
}

// waits counts what waits now, whether or not the sweep has run.
func (v *visit) waits(m query.Manager) (w kith.Waiting) {
	for _, row := range m.Rows {
		if row.Referral != nil && !row.Referral.Late(v.now) {
			w.Add(row.Referral.State)
		}
	}
	return w
}

// told is what the client was told, for the form that confirms it.
func (w switchingView) told() string { return fmt.Sprintf("%d-%d", w.counts.Asked, w.counts.ForClient) }

// effects are a sentence each for those whom the change concerns.
func (w switchingView) effects() []string {
	var all []string
	add := func(who string, n int, effect kith.PolicyEffect) {
		if n > 0 {
			all = append(all, w.v.t("switching."+who, "count", n)+" "+w.v.t("switching."+who+"."+string(effect)))
		}
	}
	asked, forClient := w.was.PolicyEffects(w.to)
	add("asked", w.counts.Asked, asked)
	add("for_client", w.counts.ForClient, forClient)
	return all
}

// typed is everything that stood in the form, so that nothing is lost.
func (w switchingView) typed() []parts.Hidden {
	hidden := []parts.Hidden{{Name: "told", Value: w.told()}}
	var names []string
	for name := range w.v.r.PostForm {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if name != "told" && name != "look" && name != parts.KeyField {
			hidden = append(hidden, parts.Hidden{Name: name, Value: w.s.Value(name)})
		}
	}
	return hidden
}

func (w switchingView) path() string { return "/jobs/" + w.was.ID }
