package act

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// Brought is what an import brings, as it stands in files.
type Brought struct {
	People      []BroughtPerson
	Jobs        []BroughtJob
	Invitations []BroughtInvitation
	// Mail lets letters go out for what is new: without, nobody hears of it.
	Mail bool
	// Faults are those that reading the files has found. With any, nothing is
	// brought in, but the rows are looked at all the same, so that all that is
	// wrong is told at once.
	Faults Faults
}

// Place is a line of a file, counted from 1, and which of all lines of all files
// it is.
type Place struct {
	File      string
	Line, Nth int
}

// BroughtPerson is a person in a file. Fill puts in what the file says and
// leaves the rest as it is.
type BroughtPerson struct {
	At   Place
	ID   string
	Fill func(*kith.Person)
}

// BroughtJob is a job in a file; of its client Fill sets the id.
type BroughtJob struct {
	At   Place
	ID   string
	Fill func(*kith.Job)
}

// BroughtInvitation is an invitation in a file; of job and freelancer Fill sets
// the id.
type BroughtInvitation struct {
	At   Place
	ID   string
	Fill func(*kith.Invitation)
}

// Fault is something wrong on a line.
type Fault struct {
	At Place
	kith.Problem
}

// Faults are all that is wrong with what was brought. Nothing was changed.
type Faults []Fault

func (f Faults) Error() string { return fmt.Sprintf("%d faults in what was brought", len(f)) }

// Imported counts what became of the rows.
type Imported struct{ People, Jobs, Invitations ImportTally }

// ImportTally counts rows of one kind: those that were new, those that were
// changed, those that were here already just so, and those that are different
// here and were left as they are, since what happened here goes on here.
type ImportTally struct{ New, Changed, Same, Left int }

// Import brings in people, jobs and invitations, all of it or nothing. Running
// it again changes nothing. Progress, where set, is told how many rows are done.
func (h *House) Import(ctx context.Context, now time.Time, b Brought, progress func(done int)) (Imported, error) {
	var sum Imported
	err := h.Store.WriteSteady(ctx, func(tx *store.Tx) error {
		in := newImporter(&turn{Tx: tx, ctx: ctx, house: h, by: By{Now: now}, quiet: !b.Mail}, b, progress)
		if err := in.run(); err != nil {
			return err
		}
		sum = in.sum
		return nil
	})
	if store.Taken(err) || errors.Is(err, store.ErrOvertaken) {
		err = kith.Refuse(kith.ChangedMeanwhile) // two imports at once
	}
	if err == nil && h.Wake != nil {
		h.Wake()
	}
	return sum, err
}

// importer is one import in its transaction. First it looks at everything and
// collects what is wrong; only then it writes.
type importer struct {
	*turn
	brought  Brought
	sum      Imported
	faults   Faults
	progress func(done int)
	done     int

	people      people
	jobs        jobs
	invitations invitations
	zones       map[string]*time.Location
}

func newImporter(t *turn, b Brought, progress func(int)) *importer {
	in := &importer{turn: t, brought: b, faults: slices.Clone(b.Faults), progress: progress, zones: map[string]*time.Location{}}
	in.people = people{was: map[string]kith.Person{}, all: map[string]kith.Someone{}, email: map[string]string{}, handle: map[string]string{}}
	in.jobs = jobs{was: map[string]kith.Job{}, all: map[string]kith.Job{}}
	in.invitations = invitations{was: map[string]kith.Invitation{}, alive: map[seat]string{}}
	return in
}

func (in *importer) run() error {
	for _, look := range []func() error{in.lookAtPeople, in.lookAtJobs, in.lookAtInvitations} {
		if err := look(); err != nil {
			return err
		}
	}
	if len(in.faults) > 0 {
		return in.faults.inOrder()
	}
	for _, write := range []func() error{in.writePeople, in.writeJobs, in.writeInvitations} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// inOrder are the faults by line, of each field the first.
func (f Faults) inOrder() Faults {
	slices.SortStableFunc(f, func(a, b Fault) int { return a.At.Nth - b.At.Nth })
	type field struct {
		nth  int
		name string
	}
	told := map[field]bool{}
	return slices.DeleteFunc(f, func(one Fault) bool {
		at := field{one.At.Nth, one.Field}
		before := told[at]
		told[at] = true
		return before
	})
}

// fault notes what is wrong, under the name that the field has in files.
func (in *importer) fault(at Place, wrong bool, field, key string, args ...any) {
	if wrong {
		in.faults = append(in.faults, Fault{at, kith.Problem{Field: field, Key: key, Args: args}})
	}
}

// faultsOf notes what the rules find wrong, with names of fields as in files.
func (in *importer) faultsOf(at Place, wrong kith.Problems, columns map[string]string) {
	for _, p := range wrong {
		if column, other := columns[p.Field]; other {
			p.Field = column
		}
		in.faults = append(in.faults, Fault{at, p})
	}
}

// faultNone notes that a thing named in a row isn't there.
func (in *importer) faultNone(at Place, none bool, field, key, id string) {
	if id == "" {
		key = "import_missing"
	}
	in.fault(at, none, field, key, "id", id)
}

// once notes ids that can't be ids, and those that stand twice.
func (in *importer) once(seen map[string]Place, id string, at Place) bool {
	first, twice := seen[id]
	in.fault(at, !kith.ValidID(id), "id", "import_id_form")
	in.fault(at, twice, "id", "import_twice", "file", first.File, "line", first.Line)
	seen[id] = at
	return kith.ValidID(id) && !twice
}

// step says that one more row is done.
func (in *importer) step() {
	in.done++
	if in.progress != nil {
		in.progress(in.done)
	}
}

// zoneOf is where somebody lives; each zone is looked up once.
func (in *importer) zoneOf(who kith.Someone) *time.Location {
	zone, known := in.zones[who.TimeZone]
	if !known {
		zone = in.zone(who)
		in.zones[who.TimeZone] = zone
	}
	return zone
}
