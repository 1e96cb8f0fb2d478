package parts

import (
	"context"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"
)

// draw renders a part and reads it back as HTML.
func draw(t *testing.T, c templ.Component) *goquery.Selection {
	t.Helper()
	var b strings.Builder
	if err := c.Render(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return doc.Selection
}

// one finds the single element of a selector.
func one(t *testing.T, s *goquery.Selection, selector string) *goquery.Selection {
	t.Helper()
	found := s.Find(selector)
	if found.Length() != 1 {
		t.Fatalf("%d of %q, want one", found.Length(), selector)
	}
	return found
}

func words(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }

func specimenPage() PageProps {
	return PageProps{
		Lang: "en", Title: "Parts", Site: "Kith", Home: "/", Style: "/kith.css", Script: "/kith.js", Icon: "/mark.svg",
		Skip: "Skip to the content", NavLabel: "Main", SignedIn: true,
		Me:      Me{ID: "ana", Name: "Ana Ferreira", Href: "/@ana", Label: "Your profile, "},
		Nav:     []NavItem{{Label: "Your turn", Href: "/turn", Count: 3, CountWords: " waiting"}, {Label: "Jobs", Href: "/jobs", Current: true}},
		SignIn:  Link{Label: "Sign in", Href: "/in"},
		Join:    Link{Label: "Join", Href: "/join"},
		SignOut: PostProps{Action: "/out", Key: "k", Label: "Sign out"},
		Foot:    []Link{{Label: "Privacy", Href: "/privacy"}},
	}
}
