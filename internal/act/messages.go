package act

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store"
)

// Write adds a message to a proposal's thread, which opens when the client
// writes first (R7). Of several messages in a row only the first is mailed: the
// next letter comes after the other side has answered.
func (h *House) Write(ctx context.Context, by By, proposal, text string) error {
	text = kith.Clean(text)
	var wrong kith.Problems
	wrong.Add(text == "", "text", "message_missing")
	wrong.Add(kith.Length(text) > kith.TextMax, "text", "too_long", "max", kith.TextMax)
	if err := wrong.Err(); err != nil {
		return err
	}
	_, err := h.do(ctx, by, func(t *turn) error {
		p, party, err := t.writable(proposal)
		if err != nil {
			return err
		}
		last, err := t.LastMessage(t.ctx, p.ID)
		if err != nil && !store.IsNone(err) {
			return err
		}
		m := kith.Message{ID: t.house.IDs.New(), Proposal: p.ID, Author: p.Who(party), Text: text, SentAt: t.by.Now}
		if err := t.AddMessage(t.ctx, m); err != nil {
			return err
		}
		if !p.Opened {
			p.Opened = true
			if err := t.SaveProposal(t.ctx, p, p.Status); err != nil {
				return err
			}
		}
		t.ledTo = p.ID
		return t.written(p, m, last.Author.ID == m.Author.ID)
	})
	return err
}

func (t *turn) writable(proposal string) (kith.Proposal, kith.Party, error) {
	p, err := t.lockedProposal(proposal)
	if err != nil {
		return p, "", err
	}
	party := p.PartyOf(t.by.Person)
	switch {
	case party == kith.Stranger:
		return p, party, kith.Refuse(kith.NotFound)
	case !p.MayWrite(party):
		return p, party, kith.Refuse(kith.ClientWritesFirst)
	}
	return p, party, nil
}

func (t *turn) written(p kith.Proposal, m kith.Message, again bool) error {
	e, err := t.happened(kith.Event{Kind: kith.MessageWritten, Actor: m.Author.ID, Job: p.Job.ID, Proposal: p.ID, Message: m.ID})
	if err != nil || again {
		return err
	}
	return t.tell(e, p.ID, p.Who, anybody)
}
