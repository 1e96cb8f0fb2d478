package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// threadView is a conversation between a client and a freelancer.
type threadView struct {
	v *visit
	query.Proposal
	s *sheet
}

// thread shows it.
func thread(v *visit) error { return v.threadPage(v.fresh(nil)) }

// write adds a message.
func write(v *visit) error {
	s := v.typed()
	err := v.site.House.Write(v.r.Context(), v.by(), v.path("id"), v.form("text"))
	switch {
	case s.took(err):
		return v.threadPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/messages/"+v.path("id")+"#write", "")
}

func (v *visit) threadPage(s *sheet) error {
	p, err := v.readProposal()
	if err != nil {
		return err
	}
	return v.showAs(s.status(), threadPage(threadView{v, p, s}))
}

func (v *visit) readProposal() (query.Proposal, error) {
	return v.site.Desk.Proposal(v.r.Context(), v.reader(), v.path("id"))
}

// other is the one whom the reader writes to.
func (t threadView) other() kith.Someone { return t.v.otherSide(t.Proposal) }

func (v *visit) otherSide(p query.Proposal) kith.Someone {
	if p.Party == kith.Client {
		return p.Freelancer
	}
	return p.Job.Client
}

func (t threadView) say(key string) string { return t.v.proposalWord(key, t.Proposal.Proposal) }

func (t threadView) title() parts.TitleProps {
	return parts.TitleProps{Title: t.other().Name, Crumbs: parts.CrumbsProps{
		Label: t.v.t("loop.back"), Links: []parts.Link{{Label: t.v.t("messages.title"), Href: "/messages"}},
	}}
}

func (t threadView) mayWrite() bool { return t.Proposal.MayWrite(t.Party) }

func (t threadView) messages() parts.ThreadProps {
	p := parts.ThreadProps{Label: t.say("messages.thread")}
	for _, m := range t.Messages {
		p.Messages = append(p.Messages, parts.Message{
			ID: m.Author.ID, Name: m.Author.Name, Text: m.Text, When: t.v.voice.Short(m.SentAt), At: m.SentAt, Mine: m.Author.ID == t.v.me.ID,
		})
	}
	return p
}

// field is the box to write in.
func (t threadView) field() parts.FieldProps {
	return parts.FieldProps{
		Name: "text", Label: t.v.t("messages.to", "name", firstName(t.other())), Value: t.s.Value("text"), Error: t.s.Error("text"), Rows: 4,
	}
}
