package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

func invitationOf(i db.InvitationStory) kith.Invitation {
	return kith.Invitation{
		ID: i.ID,
		Job: jobOf(db.JobStory{
			ID: i.JobID, ClientID: i.ClientID, ClientName: i.ClientName, ClientZone: i.ClientZone, Title: i.Title, Text: i.Text,
			Visibility: i.Visibility, Policy: i.Policy, Status: i.Status, Openings: i.Openings, Hired: i.Hired,
			BudgetLower: i.BudgetLower, BudgetUpper: i.BudgetUpper, BudgetCurrency: i.BudgetCurrency,
			WantedBy: i.WantedBy, PostedAt: i.PostedAt, ChangedAt: i.ChangedAt, EndedAt: i.JobEndedAt, MinVouch: i.JobMinVouch,
		}),
		Freelancer: kith.Someone{ID: i.FreelancerID, Name: i.FreelancerName, TimeZone: i.FreelancerZone},
		Message:    i.Message, State: kith.InvitationState(i.State), Reason: kith.DeclineReason(i.Reason), Advice: kith.Advice(i.Advice),
		NotNowTill: i.NotNowTill, InvitedAt: i.InvitedAt.UTC(), ExpiresAt: i.ExpiresAt.UTC(), EndedAt: moment(i.EndedAt),
		HandOn:   kith.HandOn{Referral: i.ReferralID, State: kith.ReferralState(textOf(i.ReferralState)), Asked: i.Asked > 0, Declined: i.ReferralRestores.Bool},
		Waiting:  int(i.Waiting),
		Proposal: i.ProposalID,
		Stand:    kith.Standstill{Since: moment(i.StandsSince), ByJob: i.StandsSince != nil, Stood: time.Duration(i.Stood) * time.Microsecond},
	}
}

// Invitation is the invitation with this id; its job comes without skills.
func (t *Tx) Invitation(ctx context.Context, id string) (kith.Invitation, error) {
	row, err := t.q.Invitation(ctx, id)
	return invitationOf(row), found(err)
}

// AliveInvitation is the pending or accepted invitation of a person to a job.
func (t *Tx) AliveInvitation(ctx context.Context, job, person string) (kith.Invitation, error) {
	row, err := t.q.AliveInvitation(ctx, db.AliveInvitationParams{JobID: job, FreelancerID: person})
	return invitationOf(row), found(err)
}

// Invitations are all invitations, by id.
func (t *Tx) Invitations(ctx context.Context) ([]kith.Invitation, error) {
	rows, err := t.q.AllInvitations(ctx)
	return each(rows, err, invitationOf)
}

// InvitationsTo are a freelancer's invitations, newest first.
func (t *Tx) InvitationsTo(ctx context.Context, freelancer string) ([]kith.Invitation, error) {
	rows, err := t.q.InvitationsOfFreelancer(ctx, freelancer)
	return each(rows, err, invitationOf)
}

// InvitationsFor are a job's invitations, oldest first.
func (t *Tx) InvitationsFor(ctx context.Context, job string) ([]kith.Invitation, error) {
	rows, err := t.q.InvitationsOfJob(ctx, job)
	return each(rows, err, invitationOf)
}

// WaitingInvitations are those of a job that wait for an answer, and those whose
// decline a referral that is still sending could bring back; oldest first.
func (t *Tx) WaitingInvitations(ctx context.Context, job string) ([]kith.Invitation, error) {
	rows, err := t.q.WaitingInvitationsOfJob(ctx, job)
	return each(rows, err, invitationOf)
}

// CountPending is how many of a job's invitations wait for an answer.
func (t *Tx) CountPending(ctx context.Context, job string) (int, error) {
	n, err := t.q.CountPendingInvitations(ctx, job)
	return int(n), err
}

// AddInvitation keeps a new invitation.
func (t *Tx) AddInvitation(ctx context.Context, i kith.Invitation) error {
	return t.q.InsertInvitation(ctx, db.InsertInvitationParams{
		ID: i.ID, JobID: i.Job.ID, FreelancerID: i.Freelancer.ID, Message: i.Message, State: string(i.State),
		Reason: string(i.Reason), NotNowTill: i.NotNowTill, InvitedAt: i.InvitedAt, ExpiresAt: i.ExpiresAt, EndedAt: orNone(i.EndedAt),
	})
}

// SaveInvitation keeps a changed invitation that was in state was.
func (t *Tx) SaveInvitation(ctx context.Context, i kith.Invitation, was kith.InvitationState) error {
	return moved(t.q.UpdateInvitation(ctx, db.UpdateInvitationParams{
		ID: i.ID, State: string(i.State), Reason: string(i.Reason), NotNowTill: i.NotNowTill, EndedAt: orNone(i.EndedAt),
		ReferralID: i.HandOn.Referral, ProposalID: i.Proposal, State_2: string(was), Advice: string(i.Advice),
		ExpiresAt: i.ExpiresAt, StandsSince: orNone(i.Stand.Since), Stood: i.Stand.Stood.Microseconds(),
	}))
}

// LockJobOfInvitation is LockJob for the job of an invitation.
func (t *Tx) LockJobOfInvitation(ctx context.Context, id string) error {
	return foundRows(t.q.BumpJobOfInvitation(ctx, id))
}
