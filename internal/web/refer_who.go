package web

import (
	"slices"
	"strings"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// whoView is the first question: who would be right for the job?
type whoView struct {
	referView
	Asked    string // what was typed to find somebody
	Searched bool
	Found    query.Finding
	// Near are those in the referrer's circle, buddies first.
	Near []query.Colleague
	// Suggested are those who would be right for the job, where nothing was typed.
	Suggested query.Order
}

// referWho asks it, and answers a search (R2).
func referWho(v *visit) error {
	return v.referWhoPage(v.fresh(nil), v.ask("q"), v.r.URL.Query().Has("q"))
}

// Before an option's value stands what it is: a person's id or an address.
const (
	personOption  = "person:"
	addressOption = "address:"
	outsideOption = "outside" // whoever gets a link
)

// chooseWho keeps the answer.
func chooseWho(v *visit) error {
	s := v.typed()
	a, ok := whoOf(s.Value("who"))
	s.wrong.Add(!ok, "who", "candidate_missing")
	if !ok {
		return v.referWhoPage(s, s.Value("q"), s.Value("q") != "")
	}
	err := v.site.House.Draft(v.r.Context(), v.by(), v.path("id"), a)
	switch {
	case s.took(err):
		return v.referWhoPage(s, s.Value("q"), s.Value("q") != "")
	case err != nil:
		return err
	}
	return v.goTo("/invitations/"+v.path("id")+"/refer/how", "")
}

func whoOf(option string) (a act.Answers, ok bool) {
	if option == outsideOption {
		return act.Answers{Outside: true}, true
	}
	if id, is := strings.CutPrefix(option, personOption); is && id != "" {
		return act.Answers{Candidate: &id}, true
	}
	typed, is := strings.CutPrefix(option, addressOption)
	email, valid := kith.Address(typed)
	return act.Answers{Email: &email}, is && valid
}

func (v *visit) referWhoPage(s *sheet, asked string, searched bool) error {
	r, err := v.referring(s)
	if err != nil {
		return err
	}
	w := whoView{referView: r, Asked: kith.Line(asked), Searched: searched}
	if w.Near, err = v.near(); err != nil {
		return err
	}
	if w.Asked != "" {
		if w.Found, err = v.site.Desk.Find(v.r.Context(), w.Asked); err != nil {
			return err
		}
	} else if err := w.suggest(); err != nil {
		return err
	}
	return v.showAs(s.status(), referWhoPage(w))
}

func (w whoView) title() parts.TitleProps {
	return w.referView.title("refer.who.title", 1, "/invitations/"+w.ID)
}

func (w whoView) search() parts.FieldProps {
	f := parts.FieldProps{
		Name: "q", Label: w.v.t("refer.who.find"), Hint: w.v.t("refer.who.find_hint"), Value: w.Asked, Type: "search", Autocomplete: "off",
	}
	if w.Searched && w.Asked == "" {
		f.Error = w.v.voice.Problem(kith.Problem{Key: "who_missing"})
	}
	return f
}

func (w whoView) nobody() bool { return w.Asked != "" && len(w.options()) == 0 }

// choice is the question with the people found, or with the one chosen before.
func (w whoView) choice() parts.ChoiceProps {
	label, hint := w.v.t("refer.who.found", "count", len(w.options())), ""
	switch {
	case w.Asked == "" && len(w.Suggested.Rows) > 0:
		label, hint = w.v.t("suggest.label"), w.v.t("suggest.hint")
		if len(w.chosenBefore()) > 0 {
			label = w.v.t("suggest.label_chosen")
		} else if len(w.Near) > 0 {
			label = w.v.t("suggest.label_circle")
		}
	case w.Asked == "" && len(w.Near) > 0:
		label = w.v.t("circle.yours")
	case w.Asked == "":
		label = w.v.t("refer.who.chosen")
	case w.Found.Email != "":
		label = w.v.t("refer.who.address")
	case len(w.Found.Meant) > 0:
		label = w.v.t("refer.who.meant")
	}
	return parts.ChoiceProps{
		Name: "who", Label: label, Hint: hint, Error: w.s.Error("who"), Value: w.value(), Options: w.options(),
	}
}

func (w whoView) value() string {
	switch {
	case w.s.Value("who") != "":
		return w.s.Value("who")
	case w.Draft.Candidate != "":
		return personOption + w.Draft.Candidate
	case w.byAddress():
		return addressOption + w.Draft.Email
	}
	return ""
}

func (w whoView) options() []parts.Option {
	if w.Asked == "" {
		return w.withNear(append(w.chosenBefore(), w.suggested()...))
	}
	if w.Found.Email != "" {
		return []parts.Option{w.address(w.Found.Email)}
	}
	var all []parts.Option
	for _, n := range append(w.Found.Named, w.Found.Meant...) {
		all = append(all, w.person(n.ID, n.Name, n.Handle, n.Headline))
	}
	return w.nearFirst(all)
}

func (w whoView) chosenBefore() []parts.Option {
	switch {
	case w.byAddress():
		return []parts.Option{w.address(w.Draft.Email)}
	case w.Who.ID != "":
		return []parts.Option{w.person(w.Who.ID, w.Who.Name, w.Who.Handle, w.Who.Headline)}
	}
	return nil
}

func (w whoView) person(id, name, handle, headline string) parts.Option {
	o := parts.Option{
		Value: personOption + id, Label: name, Person: id, Hint: headline, Text: w.nearness(id) + "@" + handle,
		Link: parts.Link{Label: w.v.t("refer.who.profile"), More: ": " + name, Href: "/people/" + handle},
	}
	switch id {
	case w.v.me.ID:
		o.Off = w.v.voice.Refusal(kith.ReferSelf)
	case w.Job.Client.ID:
		o.Off = w.v.voice.Refusal(kith.ReferClient)
	}
	return o
}

// address reads the same whether or not the address has an account.
func (w whoView) address(email string) parts.Option {
	return parts.Option{Value: addressOption + email, Label: email, Hint: w.v.t("refer.who.address_hint")}
}

// link is the job's own address, to pass on to somebody outside; public jobs only.
func (w whoView) link() parts.CopyLinkProps {
	return parts.CopyLinkProps{
		ID: "job-link", Label: w.v.t("refer.who.link"), Hint: w.v.t("refer.who.link_hint"), URL: w.v.site.Base + "/jobs/" + w.Job.ID,
		Copy: w.v.t("loop.copy"), Copied: w.v.t("loop.copied"),
	}
}

// canChoose says whether anybody found may be chosen; the others say why not.
func (w whoView) canChoose() bool {
	return slices.ContainsFunc(w.options(), func(o parts.Option) bool { return o.Off == "" })
}

// searchKind keeps one filled button a view: the search, until somebody is found.
func (w whoView) searchKind() parts.Kind {
	if w.canChoose() {
		return parts.Outlined
	}
	return parts.Filled
}
