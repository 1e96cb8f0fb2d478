package act

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// people are those that an import knows.
type people struct {
	was map[string]kith.Person // here before, and in the files
	all map[string]kith.Someone
	// who has an address or a handle once the import is done
	email, handle  map[string]string
	fresh, changed []broughtPerson
}

type broughtPerson struct {
	at Place
	kith.Person
}

func (in *importer) lookAtPeople() error {
	named := map[string]bool{}
	for _, b := range in.brought.People {
		named[b.ID] = true
	}
	err := in.EachPerson(in.ctx, func(p kith.Person) error {
		in.people.all[p.ID], in.people.email[p.Email], in.people.handle[p.Handle] = p.Someone(), p.ID, p.ID
		if named[p.ID] {
			in.people.was[p.ID] = p
		}
		return nil
	})
	if err != nil {
		return err
	}
	seen := map[string]Place{}
	for _, b := range in.brought.People {
		if in.once(seen, b.ID, b.At) {
			in.lookAtPerson(b)
		}
	}
	in.claimNames()
	return nil
}

func (in *importer) lookAtPerson(b BroughtPerson) {
	was, known := in.people.was[b.ID]
	p := was
	b.Fill(&p)
	p = cleanBrought(p)
	p.ID = b.ID
	if p.JoinedAt.IsZero() {
		p.JoinedAt = firstSet(was.JoinedAt, in.by.Now)
	}
	in.people.all[p.ID] = p.Someone()
	switch {
	case !known:
		in.people.fresh = append(in.people.fresh, broughtPerson{b.At, p})
	case reflect.DeepEqual(p, cleanBrought(was)):
		in.sum.People.Same++
	default:
		in.people.changed = append(in.people.changed, broughtPerson{b.At, p})
	}
}

// firstSet is the first of two times, or the second where the first is missing.
func firstSet(a, b time.Time) time.Time {
	if a.IsZero() {
		return b
	}
	return a
}

// cleanBrought is a person as a profile form would have kept them.
func cleanBrought(p kith.Person) kith.Person {
	p = cleanPerson(p)
	if address, ok := kith.Address(p.Email); ok {
		p.Email = address
	}
	p.Skills = kith.Words(strings.Join(p.Skills, "\n"))
	p.Languages = kith.Words(strings.Join(p.Languages, "\n"))
	if p.Rate.Amount == 0 {
		p.Rate = kith.Money{}
	}
	return p
}

// claimNames gives everybody their address and handle, makes the handles that
// are missing, and notes what is wrong with the people that are new or changed.
func (in *importer) claimNames() {
	n := &in.people
	for _, p := range n.changed {
		was := n.was[p.ID]
		delete(n.email, was.Email)
		delete(n.handle, was.Handle)
	}
	for _, list := range [][]broughtPerson{n.changed, n.fresh} {
		for _, p := range list {
			in.claim(n.email, "email", "email_taken", p.Email, p)
			if p.Handle != "" {
				in.claim(n.handle, "handle", "import_handle_taken", p.Handle, p)
			}
		}
	}
	next := map[string]int{}
	for i := range n.fresh {
		if n.fresh[i].Handle == "" {
			n.fresh[i].Handle = in.makeHandle(n.fresh[i].Person, next)
		}
	}
	for _, p := range slices.Concat(n.changed, n.fresh) {
		in.checkPerson(p)
	}
}

func (in *importer) claim(names map[string]string, field, key, name string, p broughtPerson) {
	other, taken := names[name]
	in.fault(p.at, taken, field, key, "id", other)
	if !taken {
		names[name] = p.ID
	}
}

// makeHandle is freeHandle among those who are here or in the files.
func (in *importer) makeHandle(p kith.Person, next map[string]int) string {
	base := plainHandle(p.Name)
	for {
		next[base]++
		handle := base
		if n := next[base]; n > 1 {
			handle = fmt.Sprintf("%s-%d", base, n)
		}
		if _, taken := in.people.handle[handle]; !taken {
			in.people.handle[handle] = p.ID
			return handle
		}
	}
}

func (in *importer) checkPerson(p broughtPerson) {
	_, isAddress := kith.Address(p.Email)
	in.fault(p.at, !isAddress, "email", "email_form")
	for _, code := range p.Languages {
		in.fault(p.at, kith.Length(code) > languageMax, "languages", "import_language")
	}
	in.faultsOf(p.at, CheckProfile(p.Person), map[string]string{"hours": "hours_per_week", "currency": "rate"})
}

// languageMax is the longest code of a language, such as zh-hant.
const languageMax = 10

func (in *importer) writePeople() error {
	for _, p := range in.people.changed {
		was := in.people.was[p.ID]
		if was.Email != p.Email || was.Handle != p.Handle {
			if err := in.ParkPerson(in.ctx, p.ID); err != nil {
				return err
			}
		}
	}
	for _, p := range in.people.changed {
		if err := in.changePerson(p.Person); err != nil {
			return err
		}
	}
	in.sum.People.New, in.sum.People.Changed = len(in.people.fresh), len(in.people.changed)
	return in.Many(in.ctx, func(many *store.Tx) error {
		for _, p := range in.people.fresh {
			if err := many.BringPerson(in.ctx, p.Person, in.by.Now); err != nil {
				return err
			}
			in.step()
		}
		return nil
	})
}

func (in *importer) changePerson(p kith.Person) error {
	if err := in.SavePerson(in.ctx, p, in.by.Now); err != nil {
		return err
	}
	in.step()
	if p.JoinedAt.Equal(in.people.was[p.ID].JoinedAt) {
		return nil
	}
	return in.SetJoined(in.ctx, p.ID, p.JoinedAt)
}
