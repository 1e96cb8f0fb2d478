package web

import "kith/internal/web/parts"

// howReferringView is "How referring works".
type howReferringView struct{ v *visit }

func how(v *visit) error { return v.show(howReferringPage(howReferringView{v})) }

// trio shows the three with what each of them does.
func (h howReferringView) trio() parts.TrioProps {
	who := func(id, name, key string) parts.Party {
		return parts.Party{ID: id, Name: name, Called: h.v.t(key), Does: h.v.t(key + ".does")}
	}
	return parts.TrioProps{
		Label: h.v.t("how.three_label"), Client: who("otis", "Otis Grant", "how.client"), Referrer: who("ana", "Ana Ferreira", "how.referrer"),
		Candidate: who("bo", "Bo Lindahl", "how.candidate"), Tie: parts.NotYet,
	}
}

// steps are the states in the order in which a referral goes through them.
func (h howReferringView) steps() parts.TimelineProps {
	p := parts.TimelineProps{}
	for _, key := range []string{"how.step.passed", "how.step.sending", "how.step.asked", "how.step.yes", "how.step.introduced", "how.step.after"} {
		p.Moments = append(p.Moments, parts.Moment{Step: parts.Done, When: h.v.t(key + ".when"), Title: h.v.t(key), Text: h.v.t(key + ".text")})
	}
	return p
}

// The rest of the page is lists of things and what they mean.
var (
	howEnds  = []string{"how.end.no", "how.end.silence", "how.end.client", "how.end.back", "how.end.job"}
	howAsked = []string{"how.ask.when", "how.ask.told", "how.ask.harm", "how.ask.again", "how.ask.private"}
	howTerms = []string{"how.policy.open", "how.policy.ask_me", "how.policy.off"}
	howTimes = []string{"how.time.invitation", "how.time.hand_on", "how.time.undo", "how.time.candidate", "how.time.client"}
)

// times are how long everybody has.
func (h howReferringView) times() parts.TableProps {
	t := parts.TableProps{
		Caption: h.v.t("how.times.caption"), HideCaption: true,
		Columns: []parts.Column{{Label: h.v.t("how.times.what")}, {Label: h.v.t("how.times.long")}},
	}
	for _, key := range howTimes {
		t.Rows = append(t.Rows, parts.TableRow{Head: h.v.t(key), Cells: []string{h.v.t(key + ".text")}})
	}
	return t
}
