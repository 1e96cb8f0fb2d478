package act

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kith/internal/kith"
	"kith/internal/store"
)

// Join makes an account for an address that has shown itself to be theirs.
// Where the address has one already, that is the answer.
func (h *House) Join(ctx context.Context, by By, email, name, zone string) (person string, err error) {
	name = kith.Line(name)
	address, ok := kith.Address(email)
	var wrong kith.Problems
	wrong.Add(!ok, "email", "email_form")
	wrong.Add(name == "", "name", "name_missing")
	wrong.Add(kith.Length(name) > kith.NameMax, "name", "too_long", "max", kith.NameMax)
	if err := wrong.Err(); err != nil {
		return "", err
	}
	return h.keep(ctx, by, func(t *turn) error {
		have, err := t.PersonByEmail(t.ctx, address)
		if !store.IsNone(err) {
			t.ledTo = have.ID
			return err
		}
		handle, err := t.freeHandle(name)
		if err != nil {
			return err
		}
		t.ledTo = t.house.IDs.New()
		return t.AddPerson(t.ctx, kith.Person{
			ID: t.ledTo, Email: address, Name: name, Handle: handle, TimeZone: knownZone(zone), JoinedAt: t.by.Now,
		})
	})
}

func knownZone(name string) string {
	if _, err := time.LoadLocation(name); err != nil || name == "Local" {
		return ""
	}
	return name
}

// freeHandle makes a handle of a name: Ana Ferreira becomes ana-ferreira, the
// second one ana-ferreira-2.
func (t *turn) freeHandle(name string) (string, error) {
	base := plainHandle(name)
	for n := 1; ; n++ {
		handle := base
		if n > 1 {
			handle = fmt.Sprintf("%s-%d", base, n)
		}
		_, err := t.PersonByHandle(t.ctx, handle)
		if store.IsNone(err) {
			return handle, nil
		}
		if err != nil {
			return "", err
		}
	}
}

func plainHandle(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.IsSpace(r) || r == '-' || r == '_' || r == '.':
			b.WriteByte('-')
		}
	}
	handle := strings.Trim(b.String(), "-")
	if len(handle) > 24 {
		handle = strings.Trim(handle[:24], "-")
	}
	if !kith.ValidHandle(handle) {
		return "member"
	}
	return handle
}

// SaveProfile keeps what somebody changed about themselves. The address stays
// as it is.
func (h *House) SaveProfile(ctx context.Context, by By, p kith.Person) error {
	p = cleanPerson(p)
	if err := CheckProfile(p).Err(); err != nil {
		return err
	}
	_, err := h.keep(ctx, by, func(t *turn) error {
		was, err := t.Person(t.ctx, t.by.Person)
		if err != nil {
			return err
		}
		if err := t.unchanged(was.Edition()); err != nil {
			return err
		}
		p.ID, p.Email, p.JoinedAt = was.ID, was.Email, was.JoinedAt
		other, err := t.PersonByHandle(t.ctx, p.Handle)
		if err == nil && other.ID != p.ID {
			return kith.Problems{{Field: "handle", Key: "handle_taken"}}
		}
		if err := t.SavePerson(t.ctx, p, t.by.Now); err != nil {
			return err
		}
		return t.SaveDefaultPolicy(t.ctx, p.ID, p.DefaultPolicy)
	})
	return err
}

func cleanPerson(p kith.Person) kith.Person {
	p.Name, p.Headline, p.About = kith.Line(p.Name), kith.Line(p.Headline), kith.Clean(p.About)
	p.Handle = strings.ToLower(strings.TrimPrefix(kith.Line(p.Handle), "@"))
	return p
}

// CheckProfile is what is wrong with a profile's fields, cleaned already.
func CheckProfile(p kith.Person) kith.Problems {
	var wrong kith.Problems
	wrong.Add(p.Name == "", "name", "name_missing")
	wrong.Add(kith.Length(p.Name) > kith.NameMax, "name", "too_long", "max", kith.NameMax)
	wrong.Add(!kith.ValidHandle(p.Handle), "handle", "handle_form")
	wrong.Add(kith.Length(p.Headline) > kith.HeadlineMax, "headline", "too_long", "max", kith.HeadlineMax)
	wrong.Add(kith.Length(p.About) > kith.TextMax, "about", "too_long", "max", kith.TextMax)
	wrong.Add(p.Rate.Amount < 0, "rate", "amount_form")
	wrong.Add(p.Rate.Stated() && !kith.ValidCurrency(p.Rate.Currency), "currency", "currency_form")
	wrong.Add(p.HoursPerWeek < 0 || p.HoursPerWeek > 168, "hours", "hours_range")
	wrong.Add(p.TimeZone != "" && knownZone(p.TimeZone) == "", "time_zone", "zone_unknown")
	wrong.Add(p.DefaultPolicy != "" && !p.DefaultPolicy.Valid(), "default_policy", "policy_missing")
	return append(wrong, checkSkills(p.Skills)...)
}

func checkSkills(skills []string) kith.Problems {
	var wrong kith.Problems
	wrong.Add(len(skills) > kith.SkillsMax, "skills", "too_many_skills", "max", kith.SkillsMax)
	for _, s := range skills {
		if kith.Length(s) > kith.SkillMax {
			wrong.Add(true, "skills", "skill_too_long", "max", kith.SkillMax)
			break
		}
	}
	return wrong
}
