package transfer_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kith/internal/kithtest"
)

// TestAnyFileThereAndBack: what an import brings into an empty database is
// exported to bytes which, brought into another empty database, are exported
// again to the same.
func TestAnyFileThereAndBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		thereAndBack(t, "sqlite:"+filepath.Join(t.TempDir(), "a.db"), "sqlite:"+filepath.Join(t.TempDir(), "b.db"), anyFile.Draw(r, "file"))
	})
}

// TestAnyFileBetweenDatabases is the same from SQLite to PostgreSQL and back.
func TestAnyFileBetweenDatabases(t *testing.T) {
	for seed := range 5 {
		file := anyFile.Example(seed)
		thereAndBack(t, "sqlite:"+filepath.Join(t.TempDir(), "a.db"), kithtest.Postgres(t), file)
		thereAndBack(t, kithtest.Postgres(t), "sqlite:"+filepath.Join(t.TempDir(), "b.db"), file)
	}
}

func thereAndBack(t *testing.T, from, to, file string) {
	t.Helper()
	a, b := kithtest.New(t, from), kithtest.New(t, to)
	load(t, a, file)
	first := export(t, a)
	if sum := load(t, a, file); sum.People.Changed+sum.Jobs.Changed+sum.Invitations.Left > 0 {
		t.Errorf("%s\nchanged something when it came again: %+v", file, sum)
	}
	load(t, b, first)
	if diff := cmp.Diff(first, export(t, b)); diff != "" {
		t.Errorf("%s\ncame back otherwise:\n%s", file, diff)
	}
}

type line map[string]any

// anyFile is a file with everything in it that a line can hold.
var anyFile = rapid.Custom(func(r *rapid.T) string {
	var lines []line
	people := rapid.IntRange(2, 5).Draw(r, "people")
	for i := range people {
		lines = append(lines, anyPerson(r, i))
	}
	jobs := rapid.IntRange(0, 3).Draw(r, "jobs")
	for i := range jobs {
		lines = append(lines, anyJob(r, i))
	}
	for job := range jobs {
		for person := 1; person < people; person++ {
			lines = append(lines, anyInvitation(r, job, person))
		}
	}
	lines = rapid.Permutation(lines).Draw(r, "order")
	var b strings.Builder
	for _, l := range lines {
		raw, err := json.Marshal(l)
		if err != nil {
			panic(err)
		}
		b.Write(append(raw, '\n'))
	}
	return b.String()
})

// maybe sets a field, most of the time.
func maybe[T any](r *rapid.T, l line, field string, values *rapid.Generator[T]) {
	if rapid.IntRange(0, 3).Draw(r, field+"?") > 0 {
		l[field] = values.Draw(r, field)
	}
}

var (
	anyText  = rapid.StringN(0, 40, 100)
	anyWords = rapid.SliceOfN(rapid.StringN(0, 12, 60), 0, 6)
	anyTime  = rapid.Map(rapid.Int64Range(0, 7_000_000_000_000_000), func(us int64) string { return time.UnixMicro(us).UTC().Format(time.RFC3339Nano) })
	anyDate  = rapid.Map(rapid.Int64Range(0, 80_000), func(days int64) string { return time.Unix(days*86400, 0).UTC().Format(time.DateOnly) })
	anyZone  = rapid.SampledFrom([]string{"", "UTC", "Europe/Lisbon", "Pacific/Chatham", "America/St_Johns"})
	anyCents = rapid.Map(rapid.Int64Range(1, 99_999_999), func(n int64) string { return fmt.Sprintf("%d.%02d", n/100, n%100) })
)

func anyPerson(r *rapid.T, i int) line {
	l := line{"kind": "person", "id": fmt.Sprintf("P%d", i), "email": fmt.Sprintf("p%d@kith.test", i), "name": rapid.StringMatching(`[A-Za-zéñ]{1,8}( [A-Z][a-zü]{1,9})?`).Draw(r, "name")}
	maybe(r, l, "headline", anyText)
	maybe(r, l, "about", anyText)
	maybe(r, l, "skills", anyWords)
	maybe(r, l, "languages", rapid.SliceOfN(rapid.SampledFrom([]string{"en", "pt", "EN", ""}), 0, 3))
	maybe(r, l, "rate", rapid.Map(anyCents, func(amount string) line { return line{"amount": amount, "currency": "EUR"} }))
	maybe(r, l, "hours_per_week", rapid.IntRange(0, 168))
	maybe(r, l, "time_zone", anyZone)
	maybe(r, l, "joined_at", anyTime)
	return l
}

func anyJob(r *rapid.T, i int) line {
	l := line{
		"kind": "job", "id": fmt.Sprintf("j-%d", i), "client": "P0", "title": "T" + rapid.StringN(0, 20, 60).Draw(r, "title"), "text": "x" + anyText.Draw(r, "text"),
		"visibility": rapid.SampledFrom([]string{"public", "members", "private"}).Draw(r, "visibility"),
	}
	maybe(r, l, "skills", anyWords)
	maybe(r, l, "policy", rapid.SampledFrom([]string{"open", "ask_me", "off"}))
	maybe(r, l, "openings", rapid.IntRange(1, 9))
	maybe(r, l, "budget", rapid.Map(anyCents, func(amount string) line { return line{"upper": amount, "currency": "USD"} }))
	maybe(r, l, "wanted_by", anyDate)
	posted := rapid.IntRange(0, 27).Draw(r, "posted")
	l["posted_at"] = fmt.Sprintf("2026-03-%02d", posted+1)
	if rapid.Bool().Draw(r, "ended?") {
		l["status"] = rapid.SampledFrom([]string{"filled", "closed"}).Draw(r, "status")
		maybe(r, l, "ended_at", rapid.Just(fmt.Sprintf("2026-04-%02d", posted+1)))
	}
	return l
}

func anyInvitation(r *rapid.T, job, person int) line {
	l := line{"kind": "invitation", "id": fmt.Sprintf("i%d_%d", job, person), "job": fmt.Sprintf("j-%d", job), "freelancer": fmt.Sprintf("P%d", person)}
	maybe(r, l, "message", anyText)
	maybe(r, l, "invited_at", rapid.Map(rapid.IntRange(1, 27), func(day int) string { return fmt.Sprintf("2026-04-%02dT12:00:00+02:00", day) }))
	maybe(r, l, "status", rapid.SampledFrom([]string{"pending", "accepted", "declined", "withdrawn", "expired"}))
	if l["status"] == "declined" {
		maybe(r, l, "reason", rapid.SampledFrom([]string{"too_busy", "not_my_field", "terms", "other", "handed_on"}))
	}
	return l
}
