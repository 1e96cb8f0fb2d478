package query

import (
	"context"
	"slices"

	"kith/internal/kith"
	"kith/internal/store"
)

// Row is one person in the proposal manager, and how they came to the job. At
// least one of the three is set.
type Row struct {
	Source     kith.Source
	Person     kith.Someone // nameless where the client may not know who it is yet
	Headline   string
	Proposal   *kith.Proposal
	Referral   *Referral // who referred them, with which vouch and note
	Invitation *kith.Invitation
	// Vouches are the further people who vouch for the same person here.
	Vouches []Referral
}

// Manager is the client's page for one job: everybody who was invited, was
// referred or applied. Nobody is hidden.
type Manager struct {
	Job  kith.Job
	Rows []Row
	// ToDecide are the referrals that wait for the client's yes or no.
	ToDecide []Referral
	// Advice is what those who passed say of the job, two of them at least (R20).
	Advice []kith.Advised
}

// Manager asks for the reader's own job.
func (d *Desk) Manager(ctx context.Context, by Reader, job string) (m Manager, err error) {
	err = d.Store.Read(ctx, func(tx *store.Tx) error {
		if m.Job, err = tx.Job(ctx, job); err != nil {
			return err
		}
		if m.Job.Client.ID != by.Person {
			return kith.Refuse(kith.NotFound)
		}
		return m.fill(ctx, tx, by)
	})
	return m, err
}

func (m *Manager) fill(ctx context.Context, tx *store.Tx, by Reader) error {
	proposals, err := tx.ProposalsFor(ctx, m.Job.ID)
	if err != nil {
		return err
	}
	referrals, err := seen(by, kith.Client)(tx.ReferralsFor(ctx, m.Job.ID))
	if err != nil {
		return err
	}
	invitations, err := tx.InvitationsFor(ctx, m.Job.ID)
	if err != nil {
		return err
	}
	m.Advice = kith.AdviceOn(invitations, by.Now)
	proposed := m.proposalRows(proposals, referrals)
	for _, r := range referrals {
		if r.State == kith.AwaitingClient {
			m.ToDecide = append(m.ToDecide, r)
		}
		if r.Proposal == "" || !proposed[r.Proposal] {
			m.Rows = append(m.Rows, Row{Source: kith.Referred, Person: r.Candidate, Referral: &r})
		}
	}
	for _, i := range invitations {
		i = i.ToClient(by.Now)
		if i.Proposal == "" || !proposed[i.Proposal] {
			m.Rows = append(m.Rows, Row{Source: kith.Invited, Person: i.Freelancer, Invitation: &i})
		}
	}
	return nil
}

// proposalRows puts those first who made a proposal, and says which ones.
func (m *Manager) proposalRows(proposals []kith.Proposal, referrals []Referral) map[string]bool {
	proposed := map[string]bool{}
	for _, p := range proposals {
		proposed[p.ID] = true
		m.Rows = append(m.Rows, Row{Source: p.Source, Person: p.Freelancer, Headline: p.Headline, Proposal: &p})
		m.Rows[len(m.Rows)-1].vouchedBy(referrals)
	}
	return proposed
}

// vouchedBy adds the referrals that led to the row's proposal or were added to
// it. Of a referred proposal the first yes is the referrer's.
func (r *Row) vouchedBy(referrals []Referral) {
	var all []Referral
	for _, one := range referrals {
		if one.Proposal == r.Proposal.ID {
			all = append(all, one)
		}
	}
	slices.SortStableFunc(all, func(a, b Referral) int { return a.SaidYesAt.Compare(b.SaidYesAt) })
	if len(all) > 0 {
		r.Referral, r.Vouches = &all[0], all[1:]
	}
}
