package store

import (
	"context"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

// Contract is the work that a hired proposal led to.
func (t *Tx) Contract(ctx context.Context, proposal string) (c kith.Contract, err error) {
	row, err := t.q.Contract(ctx, proposal)
	if err = found(err); err != nil {
		return c, err
	}
	c = kith.Contract{
		State: kith.ContractState(row.State), StartedAt: row.StartedAt.UTC(), EndedAt: moment(row.EndedAt),
		ByClient:     kith.Outcome{Rating: int(row.ClientRating), Again: kith.Again(row.ClientAgain), At: moment(row.ClientAt)},
		ByFreelancer: kith.Outcome{Rating: int(row.FreelancerRating), Again: kith.Again(row.FreelancerAgain), At: moment(row.FreelancerAt)},
	}
	c.Proposal, err = t.Proposal(ctx, proposal)
	return c, err
}

// AddContract keeps a new contract.
func (t *Tx) AddContract(ctx context.Context, c kith.Contract) error {
	return t.q.InsertContract(ctx, db.InsertContractParams{ProposalID: c.Proposal.ID, State: string(c.State), StartedAt: c.StartedAt})
}

// SaveContract keeps a changed contract that stood in state was.
func (t *Tx) SaveContract(ctx context.Context, c kith.Contract, was kith.ContractState) error {
	return moved(t.q.UpdateContract(ctx, db.UpdateContractParams{
		ProposalID: c.Proposal.ID, State: string(c.State), EndedAt: orNone(c.EndedAt), SayUntil: orNone(c.SayUntil()),
		ClientRating: int64(c.ByClient.Rating), ClientAgain: string(c.ByClient.Again), ClientAt: orNone(c.ByClient.At),
		FreelancerRating: int64(c.ByFreelancer.Rating), FreelancerAgain: string(c.ByFreelancer.Again), FreelancerAt: orNone(c.ByFreelancer.At),
		State_2: string(was),
	}))
}

// Records are what is known of the work that somebody did as a freelancer, and
// that others did for them as a client. Only what both may read by now counts.
func (t *Tx) Records(ctx context.Context, person string, now time.Time) (asFreelancer, asClient kith.Record, err error) {
	f, err := t.q.RecordOfFreelancer(ctx, db.RecordOfFreelancerParams{FreelancerID: person, SayUntil: &now})
	if err != nil {
		return asFreelancer, asClient, err
	}
	c, err := t.q.RecordOfClient(ctx, db.RecordOfClientParams{ClientID: person, SayUntil: &now})
	return kith.Record{Finished: int(f.Finished), Asked: int(f.Asked), Again: int(f.Again)},
		kith.Record{Finished: int(c.Finished), Asked: int(c.Asked), Again: int(c.Again)}, err
}
