package web

import (
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// defaultPolicy is what a client's new jobs begin with.
func (p profileView) defaultPolicy() parts.ChoiceProps {
	c := parts.ChoiceProps{
		Name: "default_policy", Label: p.v.t("profile.policy"), Hint: p.v.t("profile.policy_hint"),
		Value: p.s.Value("default_policy"), Error: p.s.Error("default_policy"),
	}
	for _, one := range kith.Policies {
		c.Options = append(c.Options, parts.Option{Value: string(one), Label: p.v.t("job_form.policy." + string(one))})
	}
	return c
}
