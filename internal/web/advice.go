package web

import (
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// advice is what somebody who passes may tap for the client; nothing of it has
// to be (R20).
func (s *sheet) advice(client kith.Someone) parts.ChoiceProps {
	c := parts.ChoiceProps{
		Name: "advice", Label: s.v.t("advice.question", "client", firstName(client)), Hint: s.v.t("advice.hint", "client", firstName(client)),
		Error: s.Error("advice"), Value: s.Value("advice"),
	}
	for _, a := range kith.Advices {
		c.Options = append(c.Options, parts.Option{Value: string(a), Label: s.v.t("advice." + string(a))})
	}
	return c
}

// adviceSays are the sentences that the client reads on the job.
func (v *visit) adviceSays(all []kith.Advised) []string {
	said := make([]string, len(all))
	for i, a := range all {
		said[i] = v.t("advice.says."+string(a.Advice), "said", a.Said, "passed", a.Passed)
	}
	return said
}
