package web

import (
	"strings"

	"kith/internal/act"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/store"
	"kith/internal/web/parts"
)

// openingView asks the operator for a reference number, and why.
type openingView struct {
	v *visit
	s *sheet
}

// openingForm asks; the number may stand in the address already.
func openingForm(v *visit) error {
	return v.show(openingPage(openingView{v, v.fresh(map[string]string{"ref": v.ask("ref")})}))
}

// openReferral notes that the operator opens it, and leads to the story.
func openReferral(v *visit) error {
	s := v.typed()
	opening, err := v.openByReference(s)
	switch {
	case s.took(err):
		s.inOrder("ref", "reason")
		return v.showAs(s.status(), openingPage(openingView{v, s}))
	case err != nil:
		return err
	}
	return v.goTo("/operator/openings/"+opening, "")
}

func (v *visit) openByReference(s *sheet) (string, error) {
	ref, err := ids.ParseReference(s.Value("ref"))
	var wrong kith.Problems
	switch err {
	case nil:
	case ids.ErrMistyped:
		wrong.Add(true, "ref", "reference_mistyped")
	default:
		wrong.Add(true, "ref", "reference_form")
	}
	wrong.Add(kith.Line(s.Value("reason")) == "", "reason", "opening_reason_missing")
	if err := wrong.Err(); err != nil {
		return "", err
	}
	return v.site.House.OpenReferral(v.r.Context(), v.by(), act.Opening{
		Ref: ref, Reason: s.Value("reason"), HandOver: s.Value("hand_over") == "yes",
	})
}

func (o openingView) ref() parts.FieldProps {
	return parts.FieldProps{
		Name: "ref", Label: o.v.t("whole.ref"), Hint: o.v.t("whole.ref_hint"), Value: o.s.Value("ref"), Error: o.s.Error("ref"),
	}
}

func (o openingView) reason() parts.FieldProps {
	return parts.FieldProps{
		Name: "reason", Label: o.v.t("whole.reason"), Hint: o.v.t("whole.reason_hint"), Value: o.s.Value("reason"), Error: o.s.Error("reason"),
	}
}

// wholeView is the whole story of a referral.
type wholeView struct {
	v *visit
	query.Whole
	// Sides are the pages of the three, made by the code that makes theirs.
	Sides []referralView
}

// whole shows it, for as long as the opening lasts.
func whole(v *visit) error {
	w, err := v.site.Desk.Whole(v.r.Context(), v.reader(), v.path("id"))
	if err != nil {
		return err
	}
	view := wholeView{v: v, Whole: w}
	for _, seen := range w.Views {
		side, err := v.through(seen)
		if err != nil {
			return err
		}
		view.Sides = append(view.Sides, side)
	}
	return v.show(wholePage(view))
}

// through is a referral's page through the eyes of the one on that side: their
// words, and their times.
func (v *visit) through(seen query.Referral) (referralView, error) {
	who := seen.Who(seen.Party)
	as := *v
	as.me = kith.Person{ID: who.ID, Name: who.Name, TimeZone: who.TimeZone}
	as.voice.Zone = kith.Zone(who.TimeZone, v.site.Zone)
	side := referralView{v: &as, Referral: seen, s: as.fresh(nil)}
	return side, side.fill()
}

// unaware are those of the three who may not know of the referral now.
func (w wholeView) unaware() []string {
	var all []string
	for _, party := range kith.Readers {
		aware := false
		for _, side := range w.Sides {
			aware = aware || side.Party == party
		}
		if !aware {
			all = append(all, w.v.t("whole.unaware."+string(party)))
		}
	}
	return all
}

// can is what the one on a side can do now.
func (r referralView) can() string {
	var all []string
	for _, a := range []kith.Act{kith.Edit, kith.Undo, kith.Withdraw, kith.Accept, kith.Decline, kith.Approve, kith.Disapprove} {
		if r.may(a) {
			all = append(all, r.v.t("whole.can."+string(a)))
		}
	}
	if len(all) == 0 {
		return r.v.t("whole.can_nothing")
	}
	return r.v.t("whole.can", "acts", list(all))
}

// byWhose says who is looked through, and by which time they live.
func (r referralView) byWhose() string {
	return r.v.t("whole.side."+string(r.Party), "name", r.Who(r.Party).Name, "zone", r.v.zoneName(r.v.voice.Zone))
}

func (w wholeView) person(id string) string {
	for _, who := range []kith.Someone{w.Referral.Client, w.Referral.Referrer, w.Referral.Candidate, w.Opening.By} {
		if id != "" && who.ID == id {
			return who.Name
		}
	}
	if id == "" {
		return w.v.t("whole.the_house")
	}
	return w.v.t("whole.somebody")
}

// moments are all events, in plain words where the catalogue has some.
func (w wholeView) moments() []parts.Moment {
	var all []parts.Moment
	for _, e := range w.Events {
		m := parts.Moment{Step: parts.Done, At: e.At, When: w.v.voice.Short(e.At), Title: strings.ReplaceAll(string(e.Kind), "_", " "), Text: w.person(e.Actor)}
		if key := "operator.event." + string(e.Kind); w.v.voice.Has(key) {
			m.Title = w.v.t(key)
		}
		if !e.Till.IsZero() {
			m.Text = w.v.t("whole.event_till", "who", m.Text, "till", w.v.voice.Short(e.Till))
		}
		all = append(all, m)
	}
	return all
}

// openings say who opened it before, when and why.
func (w wholeView) openings() []string {
	var all []string
	for _, o := range w.Openings {
		key := "whole.opened"
		if o.HandOver {
			key = "whole.opened_with_note"
		}
		all = append(all, w.v.t(key, "name", o.By.Name, "at", w.v.voice.When(o.At), "reason", o.Reason))
	}
	return all
}

func (w wholeView) letter(l query.PostedLetter) parts.RowProps {
	p := parts.RowProps{Title: w.letterName(l.Task), Line: l.Subject, Sign: parts.StandsStill, Level: 3}
	switch {
	case !l.SentAt.IsZero():
		p.Sign, p.Say = parts.Introduced, w.v.t("whole.letter_sent", "to", l.Address, "at", w.v.voice.Short(l.SentAt))
	case !l.Task.DoneAt.IsZero():
		p.Sign, p.Say = parts.Ended, w.v.t("whole.letter_overtaken", "name", w.person(l.Task.Person), "at", w.v.voice.Short(l.Task.DoneAt))
	default:
		p.Say = w.v.t("whole.letter_waits", "name", w.person(l.Task.Person)) + " " + w.became(l.Task)
	}
	return p
}

func (w wholeView) letterName(k store.Task) string {
	if key := "operator.letter." + string(k.Letter); k.Letter != "" && w.v.voice.Has(key) {
		return w.v.t(key)
	}
	return string(k.Letter)
}

func (w wholeView) task(k store.Task) parts.RowProps {
	p := parts.RowProps{Title: string(k.Kind), Line: k.Problem, Sign: parts.CandidateActs, Say: w.became(k), Level: 3}
	if key := "operator.task." + string(k.Kind); w.v.voice.Has(key) {
		p.Title = w.v.t(key)
	}
	if k.Letter != "" {
		p.Title = w.letterName(k)
	}
	switch {
	case k.Stuck:
		p.Sign = parts.StandsStill
	case !k.DoneAt.IsZero():
		p.Sign = parts.Ended
	}
	return p
}

// became says how a piece of work stands: done, waiting for its time, failing,
// or stuck.
func (w wholeView) became(k store.Task) string {
	switch {
	case !k.DoneAt.IsZero():
		return w.v.t("whole.task_done", "at", w.v.voice.Short(k.DoneAt))
	case k.Stuck:
		return w.v.t("operator.stuck", "count", k.Tries)
	case k.Tries > 0:
		return w.v.t("operator.next_try", "count", k.Tries, "at", w.v.voice.Short(k.Due))
	}
	return w.v.t("whole.task_waits", "at", w.v.voice.Short(k.Due))
}

// again lets stuck work be tried once more.
func (w wholeView) again(k store.Task) parts.PostProps { return overviewView{v: w.v}.again(k) }
