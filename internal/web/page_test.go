package web_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// page is what a browser shows.
type page struct {
	b      *browser
	Status int
	Path   string // after redirects
	Header http.Header
	Body   string
	doc    *goquery.Document
}

// Text is what can be read in the elements of a selector, with single spaces.
func (p *page) Text(selector string) string {
	return strings.Join(strings.Fields(p.doc.Find(selector).Text()), " ")
}

// Has checks that the page has such an element, with these words in one of
// them.
func (p *page) Has(selector string, words ...string) {
	p.b.t.Helper()
	found := p.doc.Find(selector)
	if found.Length() == 0 {
		p.b.t.Errorf("%s: there is no %s", p.Path, selector)
		return
	}
	for _, w := range words {
		if !strings.Contains(p.Text(selector), w) {
			p.b.t.Errorf("%s: %s doesn’t say %q but %.300q", p.Path, selector, w, p.Text(selector))
		}
	}
}

// HasNot checks that there is no such element, or none with these words.
func (p *page) HasNot(selector string, words ...string) {
	p.b.t.Helper()
	if len(words) == 0 && p.doc.Find(selector).Length() > 0 {
		p.b.t.Errorf("%s: there is a %s: %.300q", p.Path, selector, p.Text(selector))
	}
	for _, w := range words {
		if strings.Contains(p.Text(selector), w) {
			p.b.t.Errorf("%s: %s says %q", p.Path, selector, w)
		}
	}
}

// Is checks the status.
func (p *page) Is(status int) {
	p.b.t.Helper()
	if p.Status != status {
		p.b.t.Errorf("%s: status %d, not %d: %s", p.Path, p.Status, status, p.Text("main"))
	}
}

// Value is what stands in a field.
func (p *page) Value(field string) string {
	box := p.doc.Find("main [name=" + field + "]")
	switch goquery.NodeName(box) {
	case "textarea":
		return strings.TrimPrefix(box.Text(), "\n")
	case "select":
		return box.Find("option[selected]").AttrOr("value", "")
	}
	if kind := box.AttrOr("type", ""); kind == "radio" || kind == "checkbox" {
		box = box.Filter("[checked]")
	}
	return box.AttrOr("value", "")
}

// submit sends a form that is on the page, filled in with values over what
// stands in it already.
func (p *page) submit(form string, values url.Values) *page {
	p.b.t.Helper()
	f := p.doc.Find(form).First()
	if f.Length() == 0 {
		p.b.t.Fatalf("%s: there is no form %s: %s", p.Path, form, p.Text("main"))
	}
	all := standing(f)
	for name, v := range values {
		if f.Find("[name="+name+"]").Length() == 0 {
			p.b.t.Fatalf("%s: the form has no field %s", p.Path, name)
		}
		all[name] = v
	}
	return p.b.post(f.AttrOr("action", p.Path), all)
}

// standing is what a form would send untouched.
func standing(f *goquery.Selection) url.Values {
	all := url.Values{}
	f.Find("input[name], textarea[name], select[name]").Each(func(_ int, box *goquery.Selection) {
		name, value := box.AttrOr("name", ""), box.AttrOr("value", "")
		kind := box.AttrOr("type", "")
		_, checked := box.Attr("checked")
		switch {
		case (kind == "radio" || kind == "checkbox") && !checked:
			return
		case goquery.NodeName(box) == "textarea":
			value = strings.TrimPrefix(box.Text(), "\n")
		case goquery.NodeName(box) == "select":
			value = box.Find("option[selected]").AttrOr("value", box.Find("option").First().AttrOr("value", ""))
		}
		all.Add(name, value)
	})
	return all
}

var missing = regexp.MustCompile(`\[[a-z_]+(\.[a-z_0-9]+)+\]|<no value>|&lt;no value&gt;|%!`)

// check looks for what no page may have.
func (p *page) check() {
	p.b.t.Helper()
	if !strings.HasPrefix(p.Header.Get("Content-Type"), "text/html") {
		return
	}
	if found := missing.FindString(p.Body); found != "" {
		p.b.t.Errorf("%s: a word is missing: %s", p.Path, found)
	}
	if n := p.doc.Find("h1").Length(); n != 1 {
		p.b.t.Errorf("%s: %d h1", p.Path, n)
	}
	for _, selector := range []string{"[style]", "style", "script:not([src])", "[onclick]"} {
		if p.doc.Find(selector).Length() > 0 {
			p.b.t.Errorf("%s: %s", p.Path, selector)
		}
	}
	p.checkIDs()
	p.checkHeadings()
}

// checkIDs sees that ids are there once, and that what refers to one hits it.
func (p *page) checkIDs() {
	p.b.t.Helper()
	ids := map[string]bool{}
	p.doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		if id := s.AttrOr("id", ""); ids[id] {
			p.b.t.Errorf("%s: two elements have the id %s", p.Path, id)
		} else {
			ids[id] = true
		}
	})
	for _, attr := range []string{"for", "aria-labelledby", "aria-describedby"} {
		p.doc.Find("[" + attr + "]").Each(func(_ int, s *goquery.Selection) {
			for _, id := range strings.Fields(s.AttrOr(attr, "")) {
				if !ids[id] {
					p.b.t.Errorf("%s: %s=%q hits nothing", p.Path, attr, id)
				}
			}
		})
	}
	p.doc.Find(`.errs a`).Each(func(_ int, s *goquery.Selection) {
		if id := strings.TrimPrefix(s.AttrOr("href", ""), "#"); !ids[id] {
			p.b.t.Errorf("%s: a link leads to %q, which isn’t there", p.Path, id)
		}
	})
}

func (p *page) checkHeadings() {
	p.b.t.Helper()
	before := 1
	p.doc.Find("main").Find("h1, h2, h3, h4").Each(func(_ int, s *goquery.Selection) {
		n := int(goquery.NodeName(s)[1] - '0')
		if n > before+1 {
			p.b.t.Errorf("%s: h%d after h%d: %s", p.Path, n, before, s.Text())
		}
		before = n
	})
}
