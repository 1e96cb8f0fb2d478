package web

import (
	"strings"

	"kith/internal/kith"
	"kith/internal/store"
	"kith/internal/web/parts"
)

// messagesView is the list of the reader's conversations.
type messagesView struct {
	v       *visit
	Threads []store.Thread
}

// messages lists them, the one with the newest message first.
func messages(v *visit) error {
	threads, err := v.site.Desk.Threads(v.r.Context(), v.reader())
	if err != nil {
		return err
	}
	return v.show(messagesPage(messagesView{v, threads}))
}

// with is the other one in a conversation.
func (m messagesView) with(t store.Thread) kith.Someone {
	if t.Client.ID == m.v.me.ID {
		return t.Freelancer
	}
	return t.Client
}

func (m messagesView) row(t store.Thread) parts.RowProps {
	other, key := m.with(t), "messages.last"
	if t.Last.Author.ID == m.v.me.ID {
		key = "messages.last_mine"
	}
	say := m.v.t(key, "name", firstName(other), "text", firstWords(t.Last.Text, 100))
	return parts.RowProps{ID: other.ID, Name: other.Name, Title: other.Name, Href: "/messages/" + t.Proposal, Line: t.Title, Say: say, Level: 2}
}

// firstWords is the beginning of a text on one line, cut between words.
func firstWords(text string, most int) string {
	line := kith.Line(text)
	if kith.Length(line) <= most {
		return line
	}
	cut := string([]rune(line)[:most])
	if at := strings.LastIndex(cut, " "); at > 0 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:.–-") + "…"
}
