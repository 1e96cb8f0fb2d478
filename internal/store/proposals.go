package store

import (
	"context"

	"kith/internal/kith"
	"kith/internal/store/db"
)

func proposalOf(p db.ProposalStory) kith.Proposal {
	return kith.Proposal{
		ID: p.ID,
		Job: jobOf(db.JobStory{
			ID: p.JobID, ClientID: p.ClientID, ClientName: p.ClientName, ClientZone: p.ClientZone, Title: p.Title, Text: p.Text,
			Visibility: p.Visibility, Policy: p.Policy, Status: p.Status, Openings: p.Openings, Hired: p.Hired,
			BudgetLower: p.BudgetLower, BudgetUpper: p.BudgetUpper, BudgetCurrency: p.BudgetCurrency,
			WantedBy: p.WantedBy, PostedAt: p.PostedAt, ChangedAt: p.ChangedAt, EndedAt: p.JobEndedAt,
		}),
		Freelancer: kith.Someone{ID: p.FreelancerID, Name: p.FreelancerName, TimeZone: p.FreelancerZone},
		Headline:   p.Headline, Source: kith.Source(p.Source), Status: kith.ProposalStatus(p.ProposalStatus),
		Reason: kith.NotSelectedReason(p.Reason), Rate: kith.Money{Amount: p.RateAmount, Currency: p.RateCurrency},
		Letter: p.Letter, Invitation: p.InvitationID, Referral: p.ReferralID, MadeAt: p.MadeAt.UTC(),
		DecidedAt: moment(p.DecidedAt), Opened: p.Opened,
	}
}

// Proposal is the proposal with this id.
func (t *Tx) Proposal(ctx context.Context, id string) (kith.Proposal, error) {
	row, err := t.q.Proposal(ctx, id)
	return proposalOf(row), found(err)
}

// ProposalOf is the proposal, not withdrawn, of a person for a job.
func (t *Tx) ProposalOf(ctx context.Context, job, person string) (kith.Proposal, error) {
	row, err := t.q.ProposalOf(ctx, db.ProposalOfParams{JobID: job, FreelancerID: person})
	return proposalOf(row), found(err)
}

// ProposalsFor are a job's proposals, oldest first.
func (t *Tx) ProposalsFor(ctx context.Context, job string) ([]kith.Proposal, error) {
	rows, err := t.q.ProposalsOfJob(ctx, job)
	return each(rows, err, proposalOf)
}

// ProposalsBy are a freelancer's proposals, newest first.
func (t *Tx) ProposalsBy(ctx context.Context, freelancer string) ([]kith.Proposal, error) {
	rows, err := t.q.ProposalsOfFreelancer(ctx, freelancer)
	return each(rows, err, proposalOf)
}

// AddProposal keeps a new proposal.
func (t *Tx) AddProposal(ctx context.Context, p kith.Proposal) error {
	return t.q.InsertProposal(ctx, db.InsertProposalParams{
		ID: p.ID, JobID: p.Job.ID, FreelancerID: p.Freelancer.ID, Source: string(p.Source), Status: string(p.Status),
		Reason: string(p.Reason), RateAmount: p.Rate.Amount, RateCurrency: p.Rate.Currency, Letter: p.Letter,
		InvitationID: p.Invitation, ReferralID: p.Referral, MadeAt: p.MadeAt, DecidedAt: orNone(p.DecidedAt), Opened: p.Opened,
	})
}

// SaveProposal keeps a changed proposal that had status was.
func (t *Tx) SaveProposal(ctx context.Context, p kith.Proposal, was kith.ProposalStatus) error {
	return moved(t.q.UpdateProposal(ctx, db.UpdateProposalParams{
		ID: p.ID, Status: string(p.Status), Reason: string(p.Reason), RateAmount: p.Rate.Amount, RateCurrency: p.Rate.Currency,
		Letter: p.Letter, DecidedAt: orNone(p.DecidedAt), Opened: p.Opened, Status_2: string(was),
	}))
}

// LockJobOfProposal is LockJob for the job of a proposal.
func (t *Tx) LockJobOfProposal(ctx context.Context, id string) error {
	return foundRows(t.q.BumpJobOfProposal(ctx, id))
}

// AddMessage keeps a new message.
func (t *Tx) AddMessage(ctx context.Context, m kith.Message) error {
	return t.q.InsertMessage(ctx, db.InsertMessageParams{ID: m.ID, ProposalID: m.Proposal, AuthorID: m.Author.ID, Text: m.Text, SentAt: m.SentAt})
}

// Messages is a proposal's thread, oldest first.
func (t *Tx) Messages(ctx context.Context, proposal string) ([]kith.Message, error) {
	rows, err := t.q.MessagesOf(ctx, proposal)
	return each(rows, err, func(m db.MessagesOfRow) kith.Message { return messageOf(db.MessageRow(m)) })
}

// Message is the message with this id.
func (t *Tx) Message(ctx context.Context, id string) (kith.Message, error) {
	row, err := t.q.Message(ctx, id)
	return messageOf(row), found(err)
}

func messageOf(m db.MessageRow) kith.Message {
	return kith.Message{
		ID: m.ID, Proposal: m.ProposalID, Author: kith.Someone{ID: m.AuthorID, Name: m.AuthorName},
		Text: m.Text, SentAt: m.SentAt.UTC(),
	}
}

// LastMessage is the newest message of a proposal's thread.
func (t *Tx) LastMessage(ctx context.Context, proposal string) (kith.Message, error) {
	row, err := t.q.LastMessage(ctx, proposal)
	return messageOf(db.MessageRow(row)), found(err)
}

// Thread is a conversation in a list of them.
type Thread struct {
	Proposal, Job, Title string
	Freelancer, Client   kith.Someone
	Last                 kith.Message
}

// Threads are the reader's open conversations, newest message first.
func (t *Tx) Threads(ctx context.Context, reader string) ([]Thread, error) {
	rows, err := t.q.ThreadsOf(ctx, reader)
	return each(rows, err, func(r db.ThreadsOfRow) Thread {
		return Thread{
			Proposal: r.ID, Job: r.JobID, Title: r.Title,
			Freelancer: kith.Someone{ID: r.FreelancerID, Name: r.FreelancerName},
			Client:     kith.Someone{ID: r.ClientID, Name: r.ClientName},
			Last:       kith.Message{Proposal: r.ID, Author: kith.Someone{ID: r.AuthorID}, Text: r.Text, SentAt: r.SentAt.UTC()},
		}
	})
}
