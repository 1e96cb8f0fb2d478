package web_test

import (
	"net/http"
	"net/url"
	"testing"
)

func TestReachIsKept(t *testing.T) {
	s := newSite(t)
	bo := s.signIn("Bo Lindahl")
	page := bo.get("/profile/reach").submit("main form", url.Values{"takes": {"nobody"}, "pause": {"till"}, "till": {"2026-06-01"}})
	page.Is(http.StatusOK)
	page.Has("input[name=takes][value=nobody][checked]")
	page.Has("input[name=pause][value=till][checked]")
	page.Has("input[name=till][value='2026-06-01']")
	for _, typed := range []url.Values{
		{"takes": {"nobody"}, "pause": {"till"}, "till": {""}},
		{"takes": {"nobody"}, "pause": {"till"}, "till": {"2020-01-01"}},
		{"takes": {"somebody"}, "pause": {"none"}, "till": {""}},
	} {
		page = bo.get("/profile/reach").submit("main form", typed)
		page.Is(http.StatusUnprocessableEntity)
		page.Has(".errs a")
	}
	page = bo.get("/profile/reach").submit("main form", url.Values{"takes": {"everyone"}, "pause": {"none"}, "till": {""}})
	page.Has("input[name=pause][value=none][checked]")
	page.Has("input[name=till][value='']")
}

func TestBlockAndLetInAgain(t *testing.T) {
	s := newSite(t)
	ana, bo := s.signIn("Ana Ferreira"), s.signIn("Bo Lindahl")
	bo.get("/people/"+ana.Handle).Has("aside a[href='/people/"+ana.Handle+"/block']", "Block Ana")
	page := bo.get("/people/"+ana.Handle+"/block").submit("main form", nil)
	page.Has("main a[href='/people/"+ana.ID+"']", "Ana Ferreira")
	page = page.submit("main form[action$=unblock]", nil)
	page.Has("main", "On a person’s page you can block them.")
	bo.get("/people/" + bo.Handle + "/block").Is(http.StatusNotFound)
	bo.get("/people/" + bo.Handle).HasNot("a[href$='/block']")
}
