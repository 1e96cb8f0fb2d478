package web_test

import (
	"net/http"
	"net/url"
	"testing"
)

// TestTheWorkIsOver goes from a hire to what both say of the work.
func TestTheWorkIsOver(t *testing.T) {
	s := newVillage(t)
	otis, job := s.be("Otis"), s.job(tea)
	var at string
	for _, p := range s.proposals(job) {
		if p.Status.Alive() {
			at = "/proposals/" + p.ID
			otis.get(at + "/end").Is(http.StatusNotFound)
			otis.get(at+"/hire").submit("main form", nil).Is(http.StatusOK)
			break
		}
	}
	if at == "" {
		t.Fatal("nobody to hire")
	}
	otis.get(at).Has("section:has(#work)", "was hired on", "The work is over")
	otis.get(at+"/outcome").Has("main .why", "still goes on")
	none := otis.get(at+"/end").submit("main form", nil)
	none.Is(http.StatusUnprocessableEntity)
	none.Has(".errs", "Choose one of the answers")
	over := otis.get(at+"/end").submit("main form", url.Values{"how": {"finished"}})
	over.Has(".flash", "Now say how it was")
	over.HasNot("main [checked]")
	half := over.submit("main form", url.Values{"rating": {"4"}})
	half.Is(http.StatusUnprocessableEntity)
	if half.Value("rating") != "4" {
		t.Error("what was chosen is lost")
	}
	said := half.submit("main form", url.Values{"rating": {"4"}, "again": {"yes"}})
	said.Has("section:has(#work)", "You have said how it was", "good")
	otis.get(at+"/end").Has("main .why", "over already")
	otis.get(at+"/outcome").Has("main .why", "You have said")
	s.be("Noor").get(at + "/outcome").Is(http.StatusNotFound)
}
