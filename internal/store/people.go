package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

func personOf(p db.Person) kith.Person {
	return kith.Person{
		ID: p.ID, Email: p.Email, Name: p.Name, Handle: p.Handle, Headline: p.Headline, About: p.About,
		Rate: kith.Money{Amount: p.RateAmount, Currency: p.RateCurrency}, HoursPerWeek: int(p.HoursPerWeek),
		TimeZone: p.TimeZone, JoinedAt: p.JoinedAt.UTC(), DefaultPolicy: kith.Policy(p.DefaultPolicy),
	}
}

// SaveDefaultPolicy keeps what new jobs of a client's begin with.
func (t *Tx) SaveDefaultPolicy(ctx context.Context, person string, p kith.Policy) error {
	return t.q.SaveDefaultPolicy(ctx, db.SaveDefaultPolicyParams{ID: person, DefaultPolicy: string(p)})
}

// Person is the person with this id, with skills and languages.
func (t *Tx) Person(ctx context.Context, id string) (kith.Person, error) {
	row, err := t.q.Person(ctx, id)
	return t.whole(ctx, row, err)
}

// PersonByEmail is the person with this address (kith.Address's form).
func (t *Tx) PersonByEmail(ctx context.Context, email string) (kith.Person, error) {
	row, err := t.q.PersonByEmail(ctx, email)
	return t.whole(ctx, row, err)
}

// PersonByHandle is the person with this handle.
func (t *Tx) PersonByHandle(ctx context.Context, handle string) (kith.Person, error) {
	row, err := t.q.PersonByHandle(ctx, handle)
	return t.whole(ctx, row, err)
}

func (t *Tx) whole(ctx context.Context, row db.Person, err error) (kith.Person, error) {
	if err != nil {
		return kith.Person{}, found(err)
	}
	p := personOf(row)
	if p.Skills, err = t.q.PersonSkills(ctx, p.ID); err != nil {
		return p, err
	}
	p.Languages, err = t.q.PersonLanguages(ctx, p.ID)
	return p, err
}

// AddPerson keeps a new person.
func (t *Tx) AddPerson(ctx context.Context, p kith.Person) error {
	return t.BringPerson(ctx, p, p.JoinedAt)
}

// BringPerson keeps a new person who joined some time ago, elsewhere.
func (t *Tx) BringPerson(ctx context.Context, p kith.Person, now time.Time) error {
	err := t.q.InsertPerson(ctx, db.InsertPersonParams{
		ID: p.ID, Email: p.Email, Name: p.Name, Handle: p.Handle, Headline: p.Headline, About: p.About,
		RateAmount: p.Rate.Amount, RateCurrency: p.Rate.Currency, HoursPerWeek: int64(p.HoursPerWeek),
		TimeZone: p.TimeZone, JoinedAt: p.JoinedAt, ChangedAt: now,
	})
	if err != nil {
		return err
	}
	return t.addLists(ctx, p)
}

// SavePerson keeps what a person changed about themselves.
func (t *Tx) SavePerson(ctx context.Context, p kith.Person, now time.Time) error {
	err := t.q.UpdatePerson(ctx, db.UpdatePersonParams{
		ID: p.ID, Email: p.Email, Name: p.Name, Handle: p.Handle, Headline: p.Headline, About: p.About,
		RateAmount: p.Rate.Amount, RateCurrency: p.Rate.Currency, HoursPerWeek: int64(p.HoursPerWeek),
		TimeZone: p.TimeZone, ChangedAt: now,
	})
	if err != nil {
		return err
	}
	if err := t.q.DeletePersonSkills(ctx, p.ID); err != nil {
		return err
	}
	if err := t.q.DeletePersonLanguages(ctx, p.ID); err != nil {
		return err
	}
	return t.addLists(ctx, p)
}

func (t *Tx) addLists(ctx context.Context, p kith.Person) error {
	for i, skill := range p.Skills {
		if err := t.q.InsertPersonSkill(ctx, db.InsertPersonSkillParams{PersonID: p.ID, Place: int64(i), Skill: skill}); err != nil {
			return err
		}
	}
	for i, language := range p.Languages {
		if err := t.q.InsertPersonLanguage(ctx, db.InsertPersonLanguageParams{PersonID: p.ID, Place: int64(i), Language: language}); err != nil {
			return err
		}
	}
	return nil
}

// LockPerson keeps others from counting against this person until the
// transaction ends.
func (t *Tx) LockPerson(ctx context.Context, id string) error {
	return foundRows(t.q.BumpPerson(ctx, id))
}

func foundRows(rows int64, err error) error {
	if err == nil && rows == 0 {
		return kith.Refuse(kith.NotFound)
	}
	return err
}

// People is everybody, by id, with skills and languages.
func (t *Tx) People(ctx context.Context) ([]kith.Person, error) {
	rows, err := t.q.AllPeople(ctx)
	people, err := each(rows, err, personOf)
	if err != nil {
		return nil, err
	}
	at := make(map[string]int, len(people))
	for i, p := range people {
		at[p.ID] = i
	}
	skills, err := t.q.AllPersonSkills(ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range skills {
		p := &people[at[s.PersonID]]
		p.Skills = append(p.Skills, s.Skill)
	}
	languages, err := t.q.AllPersonLanguages(ctx)
	for _, l := range languages {
		p := &people[at[l.PersonID]]
		p.Languages = append(p.Languages, l.Language)
	}
	return people, err
}

// CountPeople is how many people have an account.
func (t *Tx) CountPeople(ctx context.Context) (int, error) {
	n, err := t.q.CountPeople(ctx)
	return int(n), err
}

// Name is what the search for people knows of one.
type Name struct {
	ID, Name, Handle, Headline string
	ChangedAt                  time.Time
}

// NamesChanged are the people who joined or changed at or after since.
func (t *Tx) NamesChanged(ctx context.Context, since time.Time) ([]Name, error) {
	rows, err := t.q.PeopleChanged(ctx, since)
	return each(rows, err, func(r db.PeopleChangedRow) Name {
		return Name{r.ID, r.Name, r.Handle, r.Headline, r.ChangedAt.UTC()}
	})
}
