package web

import (
	"strconv"

	"kith/internal/web/parts"
)

// pagesBeside is how many pages stand beside the present one in a pager.
const pagesBeside = 2

// furthest is a page beyond every list, and one whose place can be reckoned.
const furthest = 1_000_000

// pageAsked is the page of a list that the address asks for, the first where it
// says nothing sensible.
func (v *visit) pageAsked() int {
	page, err := strconv.Atoi(v.ask("page"))
	if err != nil {
		return 1
	}
	return min(max(page, 1), furthest)
}

// pager leads through the pages of a list. Without a second page it is empty.
func (v *visit) pager(path string, page, all, perPage int) parts.PagerProps {
	last := (all + perPage - 1) / perPage
	p := parts.PagerProps{
		Label: v.t("pager.label"), Summary: v.t("pager.summary", "page", page, "pages", last), PageWord: v.t("pager.page"),
	}
	href := func(n int) string { return path + "?page=" + strconv.Itoa(n) }
	if last < 2 {
		return parts.PagerProps{}
	}
	for n := max(1, page-pagesBeside); n <= min(last, page+pagesBeside); n++ {
		p.Pages = append(p.Pages, parts.NavItem{Label: strconv.Itoa(n), Href: href(n), Current: n == page})
	}
	if page > 1 {
		p.Back = parts.Link{Label: v.t("pager.back"), Href: href(page - 1)}
	}
	if page < last {
		p.Onward = parts.Link{Label: v.t("pager.onward"), Href: href(page + 1)}
	}
	return p
}
