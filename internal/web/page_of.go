package web

import "kith/internal/web/parts"

// rowsPerPage is how many lines a page of somebody's own lists shows.
const rowsPerPage = 50

// pageOf is the part of a list that the page shows which the address asks for,
// and the way to the rest of it. A page beyond the end shows the last one.
func pageOf[T any](v *visit, path string, all []T) ([]T, parts.PagerProps) {
	last := max(1, (len(all)+rowsPerPage-1)/rowsPerPage)
	page := min(v.pageAsked(), last)
	first := (page - 1) * rowsPerPage
	return all[first:min(first+rowsPerPage, len(all))], v.pager(path, page, len(all), rowsPerPage)
}
