package web_test

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"kith/internal/demo"
	"kith/internal/kith"
	"kith/internal/kithtest"
	"kith/internal/mail"
	"kith/internal/store"
	"kith/internal/web"
	"kith/internal/words"
)

// villageDir is the folder of a village that is built once for all tests.
var villageDir string

var buildVillage = sync.OnceValue(func() (err error) {
	if villageDir, err = os.MkdirTemp("", "kith-village"); err != nil {
		return err
	}
	ctx := context.Background()
	s, err := store.Open(ctx, "sqlite:"+filepath.Join(villageDir, "kith.db"))
	if err != nil {
		return err
	}
	book, err := words.Open()
	if err != nil {
		return errors.Join(err, s.Close())
	}
	_, err = demo.Prepare(ctx, demo.Ground{
		Store: s, Book: book, Mail: mail.Folder(filepath.Join(villageDir, "letters")), Base: base, Site: "Kith", From: "kith@village.example",
		Zone: time.UTC, Log: slog.New(slog.DiscardHandler),
	}, kithtest.Begin)
	return errors.Join(err, s.Close())
})

// newVillage is a demo village of one's own, open to visitors.
func newVillage(t *testing.T) *site {
	t.Helper()
	if err := buildVillage(); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "village")
	if err := os.CopyFS(dir, os.DirFS(villageDir)); err != nil {
		t.Fatal(err)
	}
	letters := filepath.Join(dir, "letters")
	var open *web.Site
	s := newSiteOn(t, "sqlite:"+filepath.Join(dir, "kith.db"), func(site *web.Site) { open = site })
	s.Worker.Mail = mail.Folder(letters)
	shift, err := demo.Clock(s.Ctx, s.Store, s.Clock)
	if err != nil {
		t.Fatal(err)
	}
	open.Clock, open.Operators = shift, map[string]bool{demo.Operator: true}
	if open.Village, err = demo.Open(s.Ctx, s.Store, shift, s.Worker, letters); err != nil {
		t.Fatal(err)
	}
	s.handler = open.Handler()
	return s
}

func TestMain(m *testing.M) {
	code := m.Run()
	if villageDir != "" {
		os.RemoveAll(villageDir)
	}
	os.Exit(code)
}

// be is a browser in which somebody was chosen on the village page.
func (s *site) be(first string) *browser {
	s.t.Helper()
	b := s.visitor()
	page := b.get("/village")
	form := page.doc.Find(`main form[action^="/village/be/"]`).FilterFunction(func(_ int, f *goquery.Selection) bool {
		return strings.TrimSpace(f.Text()) == "Be "+first
	})
	action, ok := form.Attr("action")
	if !ok {
		s.t.Fatalf("nobody called %s lives here", first)
	}
	page = b.post(action, nil)
	page.Is(http.StatusOK)
	page.Has(".flash", "You are "+first)
	p, err := s.Desk.Person(s.Ctx, strings.TrimPrefix(action, "/village/be/"))
	if err != nil {
		s.t.Fatal(err)
	}
	b.Person = p
	return b
}

// job is the id of a job by its title.
func (s *site) job(title string) string {
	s.t.Helper()
	var id string
	err := s.Store.Read(s.Ctx, func(tx *store.Tx) error {
		all, err := tx.Jobs(s.Ctx)
		for _, j := range all {
			if j.Title == title {
				id = j.ID
			}
		}
		return err
	})
	if err != nil || id == "" {
		s.t.Fatal("no job is called", title, err)
	}
	return id
}

// proposals of a job by the first name of who made them.
func (s *site) proposals(job string) map[string]kith.Proposal {
	s.t.Helper()
	by := map[string]kith.Proposal{}
	err := s.Store.Read(s.Ctx, func(tx *store.Tx) error {
		all, err := tx.ProposalsFor(s.Ctx, job)
		for _, p := range all {
			by[kith.FirstName(p.Freelancer.Name)] = p
		}
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return by
}

// TestNoLinkLeadsNowhere follows every link in the village, as everybody, and
// looks at each page for what no page may have.
func TestNoLinkLeadsNowhere(t *testing.T) {
	s := newVillage(t)
	for _, p := range []string{"Ana", "Bo", "Otis", "Hal", "Ruth", "Sunniva", "Cleo", "Mirela", "Noor"} {
		n := s.be(p).crawl()
		t.Log(p, "saw", n, "pages")
		if n < 20 {
			t.Errorf("%s found only %d pages", p, n)
		}
	}
	if n := s.visitor().crawl(); n < 10 {
		t.Errorf("a visitor found only %d pages", n)
	}
}

// crawl follows all links from the front page on. The links in caught letters
// are their readers' own.
func (b *browser) crawl() int {
	b.t.Helper()
	seen := map[string]bool{"/": true, "/village": true}
	for queue := []string{"/", "/village"}; len(queue) > 0; queue = queue[1:] {
		page := b.get(queue[0])
		if page.Status != http.StatusOK {
			b.t.Errorf("%s at %s: status %d: %s", b.Name, queue[0], page.Status, page.Text("main"))
		}
		page.doc.Find("a[href^='/']").Each(func(_ int, a *goquery.Selection) {
			to, _, _ := strings.Cut(a.AttrOr("href", ""), "#")
			if !seen[to] && !strings.HasPrefix(to, "/village/letters/") {
				seen[to] = true
				queue = append(queue, to)
			}
		})
	}
	return len(seen)
}

// TestVillagePages is what a visitor of the demo can do besides.
func TestVillagePages(t *testing.T) {
	s := newVillage(t)
	b := s.visitor()
	page := b.get("/village")
	page.Has("main", "Ana Ferreira", "2 things wait", "letters were caught")
	page.Has(".banner", "demo")
	before := b.get("/village/letters").Text("main .chips .count")
	b.post("/village/time", url.Values{"amount": {"72h"}}).Has(".flash", "Time has passed")
	b.post("/village/time", url.Values{"amount": {"1000h"}}).Is(http.StatusUnprocessableEntity)
	letters := b.get("/village/letters")
	if after := letters.Text("main .chips .count"); after == before {
		t.Errorf("%s letters before three days and %s after", before, after)
	}
	letters.Has("main .pager")
	b.get("/village/letters?page=2").Has("main .rows a")
	letter := b.get(letters.doc.Find("main .rows a").First().AttrOr("href", ""))
	letter.Has(".letter", "@village.example", "Hello")
	letter.Has(".letter a[href^='/']")
	b.get("/village/letters/..%2Fkith.db").Is(http.StatusNotFound)
	b.post("/village/be/nobody", nil).Is(http.StatusNotFound)
	if page := s.be("Noor"); page.Name != "Noor Visser" {
		t.Error("this is", page.Name)
	}
}

// TestNoVillageOutsideTheDemo finds none of it in a real installation.
func TestNoVillageOutsideTheDemo(t *testing.T) {
	b := newSite(t).visitor()
	for _, path := range []string{"/village", "/village/letters"} {
		b.get(path).Is(http.StatusNotFound)
	}
	b.post("/village/be/ana", nil).Is(http.StatusNotFound)
}
