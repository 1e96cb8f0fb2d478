package web

import (
	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// referHow is the second question: how do you know them? The chosen one's
// profile stands beside it (R2).
func referHow(v *visit) error {
	i, err := v.readInvitation()
	if err != nil {
		return err
	}
	return v.referHowPage(v.fresh(map[string]string{"shared": ticked(i.Draft.Shared)}))
}

// chooseHow keeps the answer.
func chooseHow(v *visit) error {
	s := v.typed()
	i, err := v.readInvitation()
	if err != nil {
		return err
	}
	vouch, shared := kith.Vouch(s.Value("vouch")), s.Value("shared") != ""
	if s.took(act.CheckVouch(vouch, i.Job.MinVouch).Err()) {
		return v.referHowPage(s)
	}
	err = v.site.House.Draft(v.r.Context(), v.by(), v.path("id"), act.Answers{Vouch: &vouch, Shared: &shared})
	switch {
	case s.took(err):
		return v.referHowPage(s)
	case err != nil:
		return err
	case s.Value("then") == "check":
		return v.toNext()
	}
	return v.goTo("/invitations/"+v.path("id")+"/refer/words", "")
}

func (v *visit) referHowPage(s *sheet) error {
	r, err := v.referring(s)
	if err != nil {
		return err
	}
	if r.MayRefer == nil && r.Who.Name == "" {
		return v.goTo(r.path(""), v.t("refer.first"))
	}
	return v.showAs(s.status(), referHowPage(r))
}

// then is where a step leads when it was come to from the check.
func (r referView) then() []parts.Hidden {
	if r.v.ask("then") == "check" || r.s.Value("then") == "check" {
		return []parts.Hidden{{Name: "then", Value: "check"}}
	}
	return nil
}

// vouches is the question how the referrer knows the colleague.
func (s *sheet) vouches(label, hint, given string) parts.ChoiceProps {
	c := parts.ChoiceProps{Name: "vouch", Label: label, Hint: hint, Error: s.Error("vouch"), Value: given}
	if typed := s.Value("vouch"); typed != "" {
		c.Value = typed
	}
	for _, o := range kith.Vouches {
		c.Options = append(c.Options, parts.Option{Value: string(o), Label: s.v.t("vouch." + string(o)), Hint: s.v.t("vouch.hint." + string(o))})
	}
	return c
}

// profileFacts are what a preview of a profile shows beside the words.
func (v *visit) profileFacts(p kith.Person) []parts.Fact {
	var facts []parts.Fact
	add := func(key, text string) {
		if text != "" {
			facts = append(facts, parts.Fact{Term: v.t(key), Text: text})
		}
	}
	add("loop.skills", list(p.Skills))
	if p.Rate.Stated() {
		add("loop.rate", v.t("loop.an_hour", "rate", v.voice.Money(p.Rate)))
	}
	if p.HoursPerWeek > 0 {
		add("loop.free", v.t("loop.hours", "count", p.HoursPerWeek))
	}
	if p.TimeZone != "" {
		add("loop.lives", v.zoneName(kith.Zone(p.TimeZone, v.site.Zone)))
	}
	return facts
}
