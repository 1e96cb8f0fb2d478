package web_test

import (
	"strings"
	"testing"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/store"
)

// skilled gives somebody skills.
func (l *loop) skilled(person string, skills ...string) {
	l.t.Helper()
	p, err := l.Desk.Person(l.Ctx, person)
	l.ok(err)
	p.Skills = skills
	l.ok(l.House.SaveProfile(l.Ctx, l.By(person), p))
}

// TestSuggestedWhileReferring: those who fit, with reasons and points that add
// up; whoever can't be asked isn't there, whatever it is; who is in the job is.
func TestSuggestedWhileReferring(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		l := newLoop(newSiteOn(t, url), func(j *kith.Job) { j.Openings, j.Skills = 2, []string{"Tea", "Verse"} })
		l.skilled(l.bo.ID, "tea", "verse")
		cas := l.Join("Cas Ode")
		l.skilled(cas.ID, "tea")
		page := l.ana.get(l.invitation + "/refer")
		page.Has("main fieldset", "Suggested for this job", "Bo Lindahl", "Knows Tea and Verse.", "Cas Ode", "Not on the profile: Verse")
		page.Has("main details table", "Verse, asked for", "Sum")
		page.HasNot("main fieldset", "Ana Ferreira", "Otis Grant")
		for name, hinder := range whyNot {
			if name == "hired" || name == "at the limit" {
				continue // they would need worlds of their own
			}
			m := newLoop(newSiteOn(t, otherDatabase(t, url)), func(j *kith.Job) { j.Skills = []string{"tea"} })
			m.skilled(m.bo.ID, "tea")
			hinder(m)
			if text := m.ana.get(m.invitation + "/refer").Text("main"); strings.Contains(text, "Bo Lindahl") {
				t.Errorf("%s: %s", name, text)
			}
		}
		l.must(l.House.Apply(l.Ctx, l.By(l.bo.ID), l.job, act.Offer{ProfileOnly: true}))
		l.ana.get(l.invitation+"/refer").Has("main fieldset", "Bo Lindahl")
	})
}

// TestWhatIsShownIsLogged once, with what was chosen.
func TestWhatIsShownIsLogged(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		l := newLoop(newSiteOn(t, url), func(j *kith.Job) { j.Skills = []string{"tea"} })
		l.skilled(l.bo.ID, "tea")
		page := l.ana.get(l.invitation + "/refer")
		l.ana.get(l.invitation + "/refer")
		page.submit("main form[method=post]", map[string][]string{"who": {"person:" + l.bo.ID}})
		l.ok(l.Store.Read(l.Ctx, func(tx *store.Tx) error {
			all, err := tx.NewestRankings(l.Ctx, 10)
			if err != nil {
				return err
			}
			if len(all) != 1 || all[0].Reader != l.ana.ID || all[0].Kind != store.RankedRefer || all[0].Shown != 1 || all[0].Chosen != l.bo.ID {
				t.Fatalf("%+v", all)
			}
			r, err := tx.Ranking(l.Ctx, all[0].ID)
			if err == nil && (len(r.Rows) != 1 || r.Rows[0].Subject != l.bo.ID || r.Weights == "" || r.Inputs == "" || r.Engine == "") {
				t.Errorf("%+v", r)
			}
			return err
		}))
	})
}

// otherDatabase is an empty one of the same kind.
func otherDatabase(t *testing.T, url string) string {
	if strings.HasPrefix(url, "sqlite:") {
		return "sqlite:" + t.TempDir() + "/kith.db"
	}
	return kithtest.Postgres(t)
}
