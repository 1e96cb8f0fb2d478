package act

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store"
)

// beginWork keeps the contract of a hire. A month later both are asked how it
// goes, where nobody has said before that it is over.
func (t *turn) beginWork(p kith.Proposal) error {
	state, err := kith.ContractState("").Move(kith.Hire, kith.Client)
	if err != nil {
		return err
	}
	if err := t.AddContract(t.ctx, kith.Contract{Proposal: p, State: state, StartedAt: t.by.Now}); err != nil {
		return err
	}
	return t.later(store.TaskRemindContract, p.ID, t.by.Now.Add(kith.AskHowAfter))
}

// FinishWork says, from either side, that the work of a hire is done.
func (h *House) FinishWork(ctx context.Context, by By, proposal string) error {
	return h.endWork(ctx, by, proposal, kith.Finish, kith.WorkFinished)
}

// StopWork says, from either side, that the work ended before it was done.
func (h *House) StopWork(ctx context.Context, by By, proposal string) error {
	return h.endWork(ctx, by, proposal, kith.Stop, kith.WorkStopped)
}

func (h *House) endWork(ctx context.Context, by By, proposal string, act kith.Act, kind kith.EventKind) error {
	return h.onContract(ctx, by, proposal, func(t *turn, c kith.Contract, party kith.Party) error {
		was := c.State
		var err error
		if c.State, err = c.State.Move(act, party); err != nil {
			return err
		}
		c.EndedAt = t.by.Now
		if err := t.SaveContract(t.ctx, c, was); err != nil {
			return err
		}
		if err := t.later(store.TaskRemindContract, c.Proposal.ID, c.RemindAt()); err != nil {
			return err
		}
		return t.proposalEvent(c.Proposal, kind)
	})
}

// SayOutcome keeps what one side says of the work, once, within the time for it.
// The other reads it when both have, or when the time is over.
func (h *House) SayOutcome(ctx context.Context, by By, proposal string, o kith.Outcome) error {
	if err := o.Check().Err(); err != nil {
		return err
	}
	return h.onContract(ctx, by, proposal, func(t *turn, c kith.Contract, party kith.Party) error {
		if err := c.MaySay(party, t.by.Now); err != nil {
			return err
		}
		was := c.State
		var err error
		if c.State, err = c.State.Move(kith.Rate, party); err != nil {
			return err
		}
		o.At = t.by.Now
		c.Say(party, o)
		if err := t.SaveContract(t.ctx, c, was); err != nil {
			return err
		}
		_, err = t.happened(kith.Event{Kind: kith.OutcomeGiven, Actor: t.by.Person, Job: c.Proposal.Job.ID, Proposal: c.Proposal.ID})
		return err
	})
}

// RemindContract asks both how it goes, a month after a hire, and reminds those
// who haven't said how it was before the time for it is over.
func (h *House) RemindContract(ctx context.Context, proposal string, now time.Time) error {
	return h.clock(ctx, now, func(t *turn) error {
		p, err := t.lockedProposal(proposal)
		if err != nil {
			return err
		}
		c, err := t.Contract(t.ctx, p.ID)
		if err != nil {
			return err
		}
		kind, due := kith.WorkAskedAfter, c.StartedAt.Add(kith.AskHowAfter)
		if c.State != kith.Running {
			kind, due = kith.OutcomeReminded, c.RemindAt()
			if !now.Before(c.SayUntil()) {
				return nil
			}
		}
		events, err := t.EventsOfProposal(t.ctx, p.ID)
		if err != nil || now.Before(due) || told(events, kind, due) {
			return err
		}
		if _, err := c.State.Move(kith.Remind, kith.Clock); err != nil {
			return err
		}
		e, err := t.happened(kith.Event{Kind: kind, At: now, Job: p.Job.ID, Proposal: p.ID, Till: due})
		if err != nil {
			return err
		}
		return t.tell(e, p.ID, p.Who, func(party kith.Party) bool { return !c.By(party).Given() })
	})
}

// onContract runs an act on the work of a hire by one of its two sides.
func (h *House) onContract(ctx context.Context, by By, proposal string, change func(t *turn, c kith.Contract, party kith.Party) error) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		p, err := t.lockedProposal(proposal)
		if err != nil {
			return err
		}
		party := p.PartyOf(t.by.Person)
		if party == kith.Stranger {
			return kith.Refuse(kith.NotFound)
		}
		c, err := t.Contract(t.ctx, p.ID)
		if err != nil {
			return err
		}
		t.ledTo = p.ID
		return change(t, c, party)
	})
	return err
}
