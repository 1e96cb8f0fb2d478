package web

import "kith/internal/web/parts"

// suggest asks whom the reader could refer, and writes down that it was shown.
func (w *whoView) suggest() (err error) {
	if w.Suggested, err = w.v.site.Desk.Suggest(w.v.r.Context(), w.v.reader(), w.ID); err != nil {
		return err
	}
	return w.v.keepShown(w.Suggested)
}

// suggested are options to choose from, with the reasons in words.
func (w whoView) suggested() (all []parts.Option) {
	for _, r := range w.Suggested.Rows {
		if r.ID == w.Draft.Candidate {
			continue // stands there already
		}
		o := w.person(r.ID, r.Name, r.Handle, r.Headline)
		o.Text += ". " + w.v.inWords(r, "")
		all = append(all, o)
	}
	return all
}
