package store

import (
	"context"
	"encoding/json"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

func referralOf(r db.ReferralStory) kith.Referral {
	ref := kith.Referral{
		ID: r.ID, Ref: r.Ref, Invitation: r.InvitationID, Title: r.SentTitle,
		Job: jobOf(db.JobStory{
			ID: r.JobID, ClientID: r.ClientID, ClientName: r.ClientName, ClientZone: r.ClientZone, Title: r.Title, Text: r.Text,
			Visibility: r.Visibility, Policy: r.Policy, Status: r.Status, Openings: r.Openings, Hired: r.Hired,
			BudgetLower: r.BudgetLower, BudgetUpper: r.BudgetUpper, BudgetCurrency: r.BudgetCurrency,
			WantedBy: r.WantedBy, PostedAt: r.PostedAt, ChangedAt: r.ChangedAt, EndedAt: r.JobEndedAt, MinVouch: r.JobMinVouch,
		}),
		Referrer:  kith.Someone{ID: r.ReferrerID, Name: r.ReferrerName, TimeZone: r.ReferrerZone},
		Candidate: kith.Someone{ID: textOf(r.CandidateID), Name: textOf(r.CandidateName), TimeZone: textOf(r.CandidateZone)},
		Email:     r.Email, Vouch: kith.Vouch(r.Vouch), Note: r.Note, HandOver: r.HandOver,
		State: kith.ReferralState(r.State), How: kith.How(r.How), Reason: kith.DeclineReason(r.Reason), NotNowTill: r.NotNowTill,
		SentAt: r.SentAt.UTC(), LeavesAt: r.LeavesAt.UTC(), AskedAt: moment(r.AskedAt), SaidYesAt: moment(r.SaidYesAt),
		Deadline: moment(r.Deadline), EndedAt: moment(r.EndedAt), Proposal: r.ProposalID, Restores: r.Restores,
		Rate: kith.Money{Amount: r.RateAmount, Currency: r.RateCurrency}, Letter: r.Letter, MinVouch: kith.Vouch(r.MinVouch),
		Shared: r.Shared, OwnVouch: kith.Vouch(r.OwnVouch), OwnShared: r.OwnShared, Confirmed: r.Contracts > 0, Outside: r.Outside,
		Chain: r.ChainID, Place: int(r.Place), FollowedBy: r.FollowedBy, AskingEnds: moment(r.AskingEndsAt), HearBy: moment(r.HearBy),
		Next:          kith.Someone{ID: textOf(r.NextID), Name: textOf(r.NextName)},
		CandidateMore: r.CandidateMore, ClientMore: r.ClientMore, CheckTill: moment(r.CheckTill),
		Held: kith.Held{How: kith.How(r.HeldHow), At: moment(r.HeldAt)},
		Stand: kith.Standstill{
			Since: moment(r.StandsSince), ByJob: r.StandsByJob, QuestionTill: moment(r.QuestionTill), Stood: time.Duration(r.Stood) * time.Microsecond,
		},
	}
	ref.Client = ref.Job.Client
	if ref.State == kith.Introduced {
		ref.BecameOf(kith.ProposalStatus(textOf(r.ProposalStatus)), moment(r.DecidedAt))
	}
	return ref
}

// Referral is the referral with this id; its job comes without skills.
func (t *Tx) Referral(ctx context.Context, id string) (kith.Referral, error) {
	row, err := t.q.Referral(ctx, id)
	return referralOf(row), found(err)
}

// ReferralByRef is the referral with this reference number (ids.ParseReference's form).
func (t *Tx) ReferralByRef(ctx context.Context, ref string) (kith.Referral, error) {
	row, err := t.q.ReferralByRef(ctx, ref)
	return referralOf(row), found(err)
}

// ReferralsGiven are those a referrer made and didn't undo, newest first.
func (t *Tx) ReferralsGiven(ctx context.Context, referrer string) ([]kith.Referral, error) {
	rows, err := t.q.ReferralsGiven(ctx, referrer)
	return each(rows, err, referralOf)
}

// ReferralsReceived are those a candidate was asked about, newest first.
func (t *Tx) ReferralsReceived(ctx context.Context, candidate string) ([]kith.Referral, error) {
	rows, err := t.q.ReferralsReceived(ctx, &candidate)
	return each(rows, err, referralOf)
}

// ReferralsFor are a job's referrals, oldest first.
func (t *Tx) ReferralsFor(ctx context.Context, job string) ([]kith.Referral, error) {
	rows, err := t.q.ReferralsOfJob(ctx, job)
	return each(rows, err, referralOf)
}

// ReferralsOfCandidate are those by which somebody was put forward for a job,
// oldest first.
func (t *Tx) ReferralsOfCandidate(ctx context.Context, job, candidate string) ([]kith.Referral, error) {
	rows, err := t.q.ReferralsOfCandidateInJob(ctx, db.ReferralsOfCandidateInJobParams{JobID: job, CandidateID: &candidate})
	return each(rows, err, referralOf)
}

// Vouching are the referrals that led to a proposal or were added to it, by
// their yes: of a referred proposal the first is the referrer's.
func (t *Tx) Vouching(ctx context.Context, p kith.Proposal) ([]kith.Referral, error) {
	rows, err := t.q.ReferralsOfProposal(ctx, db.ReferralsOfProposalParams{JobID: p.Job.ID, ProposalID: p.ID})
	all, err := each(rows, err, referralOf)
	kith.ByYes(all)
	return all, err
}

// LiveReferralsFor are a job's live referrals, oldest first.
func (t *Tx) LiveReferralsFor(ctx context.Context, job string) ([]kith.Referral, error) {
	rows, err := t.q.LiveReferralsOfJob(ctx, job)
	return each(rows, err, referralOf)
}

// CandidatesBefore are the candidates, by id or by address, whom a referrer has
// put forward for a job before.
func (t *Tx) CandidatesBefore(ctx context.Context, job, referrer string) ([]string, error) {
	rows, err := t.q.CandidatesBefore(ctx, db.CandidatesBeforeParams{JobID: job, ReferrerID: referrer})
	return each(rows, err, func(r db.CandidatesBeforeRow) string {
		if r.Email != "" {
			return r.Email
		}
		return textOf(r.CandidateID)
	})
}

// CountLive is how many live referrals a referrer has.
func (t *Tx) CountLive(ctx context.Context, referrer string) (int, error) {
	n, err := t.q.CountLiveReferrals(ctx, referrer)
	return int(n), err
}

func candidateOf(r kith.Referral) *string {
	if r.Candidate.ID == "" {
		return nil
	}
	return &r.Candidate.ID
}

// AddReferral keeps a new referral.
func (t *Tx) AddReferral(ctx context.Context, r kith.Referral) error {
	return t.q.InsertReferral(ctx, db.InsertReferralParams{
		ID: r.ID, Ref: r.Ref, InvitationID: r.Invitation, JobID: r.Job.ID, ReferrerID: r.Referrer.ID, CandidateID: candidateOf(r),
		Email: r.Email, Title: r.Title, Vouch: string(r.Vouch), Note: r.Note, HandOver: r.HandOver, State: string(r.State),
		How: string(r.How), Reason: string(r.Reason), NotNowTill: r.NotNowTill, SentAt: r.SentAt, LeavesAt: r.LeavesAt,
		AskedAt: orNone(r.AskedAt), SaidYesAt: orNone(r.SaidYesAt), Deadline: orNone(r.Deadline), EndedAt: orNone(r.EndedAt),
		ProposalID: r.Proposal, Restores: r.Restores, MinVouch: string(r.MinVouch), Shared: r.Shared,
		ChainID: r.Chain, Place: int64(r.Place), CheckTill: orNone(r.CheckTill), Outside: r.Outside,
	})
}

// Chain are those asked one after another, in their order, undone ones too.
func (t *Tx) Chain(ctx context.Context, chain string) ([]kith.Referral, error) {
	rows, err := t.q.Chain(ctx, chain)
	return each(rows, err, referralOf)
}

func (t *Tx) saveClocks(ctx context.Context, r kith.Referral) error {
	return t.q.UpdateClocks(ctx, db.UpdateClocksParams{
		ID: r.ID, Place: int64(r.Place), FollowedBy: r.FollowedBy, AskingEndsAt: orNone(r.AskingEnds), HearBy: orNone(r.HearBy),
		CandidateMore: r.CandidateMore, ClientMore: r.ClientMore, StandsSince: orNone(r.Stand.Since), StandsByJob: r.Stand.ByJob,
		QuestionTill: orNone(r.Stand.QuestionTill), Stood: r.Stand.Stood.Microseconds(),
		CheckTill: orNone(r.CheckTill), HeldHow: string(r.Held.How), HeldAt: orNone(r.Held.At),
	})
}

// SaveReferral keeps a changed referral that was in state was.
func (t *Tx) SaveReferral(ctx context.Context, r kith.Referral, was kith.ReferralState) error {
	err := moved(t.q.UpdateReferral(ctx, db.UpdateReferralParams{
		ID: r.ID, CandidateID: candidateOf(r), Email: r.Email, Title: r.Title, Vouch: string(r.Vouch), Note: r.Note,
		HandOver: r.HandOver, State: string(r.State), How: string(r.How), Reason: string(r.Reason), NotNowTill: r.NotNowTill,
		LeavesAt: r.LeavesAt, AskedAt: orNone(r.AskedAt), SaidYesAt: orNone(r.SaidYesAt), Deadline: orNone(r.Deadline),
		EndedAt: orNone(r.EndedAt), ProposalID: r.Proposal, RateAmount: r.Rate.Amount, RateCurrency: r.Rate.Currency, Letter: r.Letter,
		Shared: r.Shared, OwnVouch: string(r.OwnVouch), OwnShared: r.OwnShared, State_2: string(was),
	}))
	if err != nil {
		return err
	}
	return t.saveClocks(ctx, r)
}

// LockJobOfReferral is LockJob for the job of a referral.
func (t *Tx) LockJobOfReferral(ctx context.Context, id string) error {
	return foundRows(t.q.BumpJobOfReferral(ctx, id))
}

// Draft are the answers given so far on the way from an invitation to a
// referral.
type Draft struct {
	Invitation, Referrer string
	Candidate            string // a person's id
	Email                string // or an address
	Outside              bool   // or whoever gets a link
	Vouch                kith.Vouch
	Shared               bool // a business or household
	Note, HandOver       string
	Ref                  string // the reference number the referral will have
	// Bench are those to be asked next, in order.
	Bench []Benched
}

// Benched is somebody on the bench of a draft.
type Benched struct {
	Candidate string // a person's id
	Vouch     kith.Vouch
	Note      string
}

// Draft is the referrer's draft for an invitation; empty where there is none.
func (t *Tx) Draft(ctx context.Context, invitation, referrer string) (Draft, error) {
	d, err := t.q.Draft(ctx, db.DraftParams{InvitationID: invitation, ReferrerID: referrer})
	if err = found(err); IsNone(err) {
		return Draft{Invitation: invitation, Referrer: referrer}, nil
	}
	if err != nil {
		return Draft{}, err
	}
	draft := Draft{d.InvitationID, d.ReferrerID, d.CandidateID, d.Email, d.Outside, kith.Vouch(d.Vouch), d.Shared, d.Note, d.HandOver, d.Ref, nil}
	if d.Bench != "" {
		err = json.Unmarshal([]byte(d.Bench), &draft.Bench)
	}
	return draft, err
}

// SaveDraft keeps the answers given so far.
func (t *Tx) SaveDraft(ctx context.Context, d Draft, now time.Time) error {
	bench, err := json.Marshal(d.Bench)
	if err != nil {
		return err
	}
	return t.q.SaveDraft(ctx, db.SaveDraftParams{
		InvitationID: d.Invitation, ReferrerID: d.Referrer, CandidateID: d.Candidate, Email: d.Email, Vouch: string(d.Vouch),
		Note: d.Note, HandOver: d.HandOver, Ref: d.Ref, ChangedAt: now, Shared: d.Shared, Bench: string(bench), Outside: d.Outside,
	})
}

// DropDraft forgets them.
func (t *Tx) DropDraft(ctx context.Context, invitation string) error {
	return t.q.DeleteDraft(ctx, invitation)
}
