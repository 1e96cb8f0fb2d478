package web_test

import (
	"net/http"
	"testing"

	"kith/internal/act"
	"kith/internal/kith"
)

// TestWhyNotMe says what would change the place and what would not, to the one
// who wasn't chosen only, and of few others nothing.
func TestWhyNotMe(t *testing.T) {
	l := newLoop(newSite(t), func(j *kith.Job) {
		j.Skills, j.Openings, j.Budget = []string{"tea", "harbours"}, 9, kith.Range{Lower: 100, Upper: 200000, Currency: "EUR"}
	})
	l.skilled(l.bo.ID, "tea")
	offer := act.Offer{Rate: kith.Money{Amount: 150000, Currency: "EUR"}, Letter: "Gladly."}
	mine := l.must(l.House.Apply(l.Ctx, l.By(l.bo.ID), l.job, offer))
	l.bo.get("/proposals/" + mine + "/why").Is(http.StatusNotFound)
	l.ok(l.House.NotSelect(l.Ctx, l.By(l.otis.ID), mine, kith.BecauseSkills))
	page := l.bo.get("/proposals/" + mine + "/why")
	page.Has("main", "Other skills were needed", "Fewer than five others", "harbours on your profile", "A lower price would not have changed your place", "Place 1 of 1")
	l.bo.get("/proposals/"+mine).Has("main a[href$='/why']", "Why not me?")
	for _, name := range []string{"Cas Ode", "Dee Ode", "Eli Ode", "Fay Ode", "Gil Ode"} {
		who := l.Join(name)
		l.skilled(who.ID, "tea", "harbours")
		l.must(l.House.Apply(l.Ctx, l.By(who.ID), l.job, offer))
	}
	page = l.bo.get("/proposals/" + mine + "/why")
	page.Has("main table", "Skills", "The middle of the others")
	page.Has("main", "Place 6 of 6")
	page.HasNot("main", "Cas Ode")
	for _, other := range []*browser{l.otis, l.ana} {
		other.get("/proposals/" + mine + "/why").Is(http.StatusNotFound)
	}
}

// TestWhereYouWereShown lists place and points, and not who looked.
func TestWhereYouWereShown(t *testing.T) {
	l := newLoop(newSite(t), func(j *kith.Job) { j.Skills = []string{"tea"} })
	l.skilled(l.bo.ID, "tea")
	l.bo.get("/shown").Has("main", "haven’t stood in any list")
	l.ana.get(l.invitation + "/refer")
	l.must(l.House.Apply(l.Ctx, l.By(l.bo.ID), l.job, act.Offer{ProfileOnly: true}))
	l.otis.get("/jobs/" + l.job + "/people")
	page := l.bo.get("/shown")
	page.Has("main .rows", "while somebody handed an invitation on", "as the client saw them", "Place 1")
	page.HasNot("main", "Ana")
}

// TestHowRankingWorks is for everybody, with what each line means.
func TestHowRankingWorks(t *testing.T) {
	page := newSite(t).visitor().get("/ranking")
	page.Has("main", "How ranking works", "What never counts", "693 points")
	page.Has("main table", "A rare skill that the job asks for")
	page.Is(http.StatusOK)
}
