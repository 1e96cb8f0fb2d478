package web

// guidelines are what words and jobs are checked by, for everybody to read.
func guidelines(v *visit) error { return v.show(guidelinesPage(v)) }

// The lists on the page.
var (
	guidelinesNotes = []string{"guidelines.notes.contact", "guidelines.notes.link", "guidelines.notes.abuse"}
	guidelinesThen  = []string{"guidelines.then.note", "guidelines.then.job", "guidelines.then.contest"}
)
