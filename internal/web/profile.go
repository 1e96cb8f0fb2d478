package web

import (
	"strconv"
	"strings"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/web/parts"
	"kith/internal/words"
)

// profileView is the form for what somebody says about themselves.
type profileView struct {
	v *visit
	s *sheet
}

func profile(v *visit) error { return v.profilePage(v.fresh(v.profileValues(v.me))) }

func (v *visit) profilePage(s *sheet) error {
	s.inOrder("name", "handle", "headline", "about", "skills", "languages", "rate", "currency", "hours", "time_zone", "default_policy")
	return v.showAs(s.status(), profilePage(profileView{v, s}))
}

func (v *visit) profileValues(p kith.Person) map[string]string {
	values := map[string]string{
		"name": p.Name, "handle": p.Handle, "headline": p.Headline, "about": p.About, "skills": list(p.Skills),
		"languages": v.voice.LanguageNames(p.Languages), "rate": words.Amount(p.Rate.Amount, p.Rate.Currency),
		"currency": p.Rate.Currency, "time_zone": p.TimeZone, "default_policy": string(p.DefaultPolicy),
	}
	if p.Rate.Currency == "" {
		values["currency"] = v.site.Currency
	}
	if p.HoursPerWeek > 0 {
		values["hours"] = strconv.Itoa(p.HoursPerWeek)
	}
	if p.TimeZone == "" {
		values["time_zone"] = v.site.Zone.String()
	}
	return values
}

func saveProfile(v *visit) error {
	s := v.typed()
	p := s.person()
	if len(s.wrong) > 0 {
		s.wrong = append(act.CheckProfile(p), s.wrong...)
		return v.profilePage(s)
	}
	err := v.site.House.SaveProfile(v.r.Context(), v.by(), p)
	switch {
	case s.took(err):
		if s.overtaken {
			s.differs(v.profileValues(v.me), [][2]string{{"about", "kept.about"}, {"skills", "kept.skills"}, {"rate", "kept.rate"}})
		}
		return v.profilePage(s)
	case err != nil:
		return err
	}
	return v.goTo("/people/"+p.Handle, v.t("profile.saved"))
}

// person reads the form. Numbers that can't be read become ones that the rules
// refuse.
func (s *sheet) person() kith.Person {
	p := kith.Person{
		Name: kith.Line(s.Value("name")), Handle: strings.ToLower(strings.TrimPrefix(kith.Line(s.Value("handle")), "@")),
		Headline: kith.Line(s.Value("headline")), About: kith.Clean(s.Value("about")), Skills: kith.Words(s.Value("skills")),
		TimeZone: s.Value("time_zone"), Rate: s.amount("rate", s.currency()), HoursPerWeek: s.hours(),
		DefaultPolicy: kith.Policy(s.Value("default_policy")),
	}
	var unknown []string
	p.Languages, unknown = s.v.voice.ParseLanguages(s.Value("languages"), s.v.me.Languages)
	s.wrong.Add(len(unknown) > 0, "languages", "language_unknown", "name", strings.Join(unknown, ", "))
	return p
}

// currency is the code typed into the field of that name.
func (s *sheet) currency() string { return strings.ToUpper(kith.Line(s.Value("currency"))) }

// amount is money as act takes it: one that can't be read, or is nothing, becomes one that every
// act refuses, so that it is named together with whatever else is wrong.
func (s *sheet) amount(field, currency string) kith.Money {
	n, ok := words.ParseAmount(s.Value(field), currency)
	if !ok || n == 0 && kith.Line(s.Value(field)) != "" {
		n = -1
	}
	return kith.Money{Amount: n, Currency: currency}
}

func (s *sheet) hours() int {
	typed := kith.Line(s.Value("hours"))
	if typed == "" {
		return 0
	}
	n, err := strconv.Atoi(typed)
	if err != nil {
		return -1
	}
	return n
}

// link is the address of the page that others see.
func (p profileView) link() parts.CopyLinkProps { return p.v.profileURL(p.v.me) }

func (p profileView) since() string { return p.v.date(p.v.me.JoinedAt) }

// date is a day without its weekday.
func (v *visit) date(t time.Time) string {
	return v.voice.Date(t.In(v.voice.Zone).Format(time.DateOnly))
}

// profileURL is a profile's link, to copy.
func (v *visit) profileURL(p kith.Person) parts.CopyLinkProps {
	return parts.CopyLinkProps{
		ID: "link", Label: v.t("profile.link"), Hint: v.t("profile.link_hint"), URL: v.site.Base + "/people/" + p.Handle,
		Copy: v.t("profile.copy"), Copied: v.t("profile.copied"),
	}
}
