package web

import (
	"kith/internal/query"
	"kith/internal/web/parts"
)

// decisionView is a referral that waits for the client's yes or no.
type decisionView struct {
	v *visit
	query.Referral
	Headline string
	Key      string
	// Record is how often the referrer referred.
	Record query.Record
}

// decision gathers what it rests on.
func (v *visit) decision(r query.Referral) (decisionView, error) {
	who, err := v.site.Desk.Person(v.r.Context(), r.Candidate.ID)
	if err != nil {
		return decisionView{}, err
	}
	record, err := v.site.Desk.RecordOf(v.r.Context(), r.Referrer.ID)
	return decisionView{v, r, who.Headline, v.newKey(), record}, err
}

func (d decisionView) say(key string) string { return d.v.referralWord(key, d.Referral) }

func (d decisionView) sheet() parts.SheetProps {
	return parts.SheetProps{
		ID: "decide-" + d.Ref, Title: d.say("decision.title"), Until: d.say("decision.until"), Acts: decisionForm(d),
		Foot: d.say("decision.no_reward") + " " + d.Ref,
	}
}

// choices are yes and no, neither of them chosen.
func (d decisionView) choices() parts.ChoiceProps {
	return parts.ChoiceProps{
		Name: "answer", ID: "answer-" + d.Ref, Label: d.say("decision.answer"),
		Options: []parts.Option{
			{Value: answerYes, Label: d.say("decision.yes")},
			{Value: answerNo, Label: d.say("decision.no")},
		},
	}
}

func (d decisionView) who() parts.WhoProps {
	return parts.WhoProps{ID: d.Candidate.ID, Name: d.Candidate.Name, Href: profileLink(d.Candidate), Line: joined(d.Headline, d.v.voice.Money(d.Rate))}
}
