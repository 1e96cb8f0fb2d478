package parts

import (
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

func gallery(t *testing.T) *goquery.Selection { return draw(t, Gallery(specimenPage())) }

func TestIDsAreUniqueAndReferencesHit(t *testing.T) {
	page, ids := gallery(t), map[string]bool{}
	page.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		if ids[id] {
			t.Errorf("id %q twice", id)
		}
		ids[id] = true
	})
	for _, attr := range []string{"for", "aria-labelledby", "aria-describedby"} {
		page.Find("[" + attr + "]").Each(func(_ int, s *goquery.Selection) {
			for _, id := range strings.Fields(s.AttrOr(attr, "")) {
				if !ids[id] {
					t.Errorf("%s=%q hits nothing", attr, id)
				}
			}
		})
	}
	page.Find(".errs a").Each(func(_ int, s *goquery.Selection) {
		if id := strings.TrimPrefix(s.AttrOr("href", ""), "#"); !ids[id] {
			t.Errorf("the error summary leads to %q, which isn't there", id)
		}
	})
}

func TestEveryBoxHasALabel(t *testing.T) {
	page := gallery(t)
	page.Find("input:not([type=hidden]), textarea, select").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		if page.Find(`label[for="`+id+`"]`).Length() == 0 && s.Closest("label").Length() == 0 {
			t.Errorf("box %q has no label", id)
		}
	})
}

func TestHeadingsStepDownOneAtATime(t *testing.T) {
	page, before := gallery(t), 1
	if n := page.Find("h1").Length(); n != 1 {
		t.Errorf("%d h1", n)
	}
	page.Find("main").Find("h1, h2, h3, h4").Each(func(_ int, s *goquery.Selection) {
		n := int(goquery.NodeName(s)[1] - '0')
		if n > before+1 {
			t.Errorf("h%d after h%d: %s", n, before, words(s))
		}
		before = n
	})
}

// The content policy allows no inline styles and scripts, so no part may need
// them; and what is drawn only for the eye is never read out.
func TestNothingInline(t *testing.T) {
	page := gallery(t)
	for _, selector := range []string{"[style]", "style", "script:not([src])", "[onclick]", "[onsubmit]", "svg:not([aria-hidden=true])", "button:not([type])", ".av:not([aria-hidden=true])", `form[method=post]:not(:has([name=key]))`} {
		if found := page.Find(selector); found.Length() > 0 {
			h, _ := goquery.OuterHtml(found.First())
			t.Errorf("%d of %s: %s", found.Length(), selector, h)
		}
	}
}

// plain are classes that mean something in the markup without a look of
// their own.
var plain = map[string]bool{"t": true, "done": true, "post": true, "notyet": true, "sec": true, "flow": true}

func TestEveryClassIsInTheStyleSheet(t *testing.T) {
	css, err := os.ReadFile("../assets/kith.css")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	gallery(t).Find("[class]").Each(func(_ int, s *goquery.Selection) {
		for _, class := range strings.Fields(s.AttrOr("class", "")) {
			if !seen[class] && !plain[class] && !hasClass(string(css), class) {
				t.Errorf("class %q has no rule", class)
			}
			seen[class] = true
		}
	})
}

// hasClass looks for .class not followed by more of a name.
func hasClass(css, class string) bool {
	for rest := css; ; {
		_, after, found := strings.Cut(rest, "."+class)
		if !found {
			return false
		}
		if !strings.ContainsAny(after[:1], "abcdefghijklmnopqrstuvwxyz0123456789-") {
			return true
		}
		rest = after
	}
}
