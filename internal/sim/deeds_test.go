package sim_test

import (
	"fmt"
	"slices"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/store"
)

// deed is something that somebody tries. Who and on what is by chance, mostly
// such that it can go well.
type deed struct {
	what string
	do   func(s *town) error
}

// deeds are all that a town can do; what lets a referral get far comes more
// often.
var deeds = []deed{
	{"invite", (*town).invite},
	{"invite", (*town).invite},
	{"invite", (*town).invite},
	{"invite", (*town).invite},
	{"refer", (*town).refer},
	{"refer", (*town).refer},
	{"refer", (*town).refer},
	{"refer", (*town).refer},
	{"refer", (*town).refer},
	{"accept a referral", (*town).acceptReferral},
	{"accept a referral", (*town).acceptReferral},
	{"accept a referral", (*town).acceptReferral},
	{"approve", onReferral(kith.Client, kith.AwaitingClient, func(s *town, by act.By, id string) error {
		return s.made(s.House.ApproveReferral(s.Ctx, by, id))
	})},
	{"approve", onReferral(kith.Client, kith.AwaitingClient, func(s *town, by act.By, id string) error {
		return s.made(s.House.ApproveReferral(s.Ctx, by, id))
	})},
	{"disapprove", onReferral(kith.Client, kith.AwaitingClient, func(s *town, by act.By, id string) error {
		return s.House.DisapproveReferral(s.Ctx, by, id)
	})},
	{"undo a referral", onReferral(kith.Referrer, kith.Sending, func(s *town, by act.By, id string) error {
		return s.House.UndoReferral(s.Ctx, by, id)
	})},
	{"edit a referral", onReferral(kith.Referrer, kith.Sending, func(s *town, by act.By, id string) error {
		return s.House.EditReferral(s.Ctx, by, id, act.Words{Vouch: kith.WorkedTogether, Note: "Good", HandOver: s.canary("hand", id)})
	})},
	{"withdraw a referral", onReferral(kith.Referrer, kith.AwaitingCandidate, func(s *town, by act.By, id string) error {
		return s.House.WithdrawReferral(s.Ctx, by, id)
	})},
	{"decline a referral", onReferral(kith.Candidate, kith.AwaitingCandidate, func(s *town, by act.By, id string) error {
		return s.House.DeclineReferral(s.Ctx, by, id, act.No{Reason: kith.TooBusy})
	})},
	{"say not now to a referral", onReferral(kith.Candidate, kith.AwaitingCandidate, func(s *town, by act.By, id string) error {
		return s.House.DeclineReferral(s.Ctx, by, id, act.No{Reason: kith.ReasonNotNow, Till: by.Now.Add(96 * time.Hour).Format(time.DateOnly)})
	})},
	{"decline an invitation", onInvitation(kith.Freelancer, func(s *town, by act.By, id string) error {
		return s.House.DeclineInvitation(s.Ctx, by, id, act.No{Reason: kith.NotMyField})
	})},
	{"accept an invitation", onInvitation(kith.Freelancer, func(s *town, by act.By, id string) error {
		return s.made(s.House.AcceptInvitation(s.Ctx, by, id, act.Offer{ProfileOnly: true}))
	})},
	{"take an invitation back", onInvitation(kith.Client, func(s *town, by act.By, id string) error {
		return s.House.WithdrawInvitation(s.Ctx, by, id)
	})},
	{"apply", (*town).apply},
	{"hire", onProposal(func(s *town, by act.By, id string) error { return s.House.Hire(s.Ctx, by, id) })},
	{"shortlist", onProposal(func(s *town, by act.By, id string) error { return s.House.Shortlist(s.Ctx, by, id) })},
	{"not select", onProposal(func(s *town, by act.By, id string) error {
		return s.House.NotSelect(s.Ctx, by, id, kith.BecauseTiming)
	})},
	{"take a proposal back", (*town).takeBack},
	{"take more time", onReferral(kith.Candidate, kith.AwaitingCandidate, func(s *town, by act.By, id string) error {
		return s.House.TakeMoreTime(s.Ctx, by, id)
	})},
	{"take more time as the client", onReferral(kith.Client, kith.AwaitingClient, func(s *town, by act.By, id string) error {
		return s.House.TakeMoreTime(s.Ctx, by, id)
	})},
	{"add to the bench", (*town).addToBench},
	{"order the bench", (*town).orderBench},
	{"pause a job", onJob(func(s *town, by act.By, j kith.Job) error { return s.House.PauseJob(s.Ctx, by, j.ID) })},
	{"resume a job", onJob(func(s *town, by act.By, j kith.Job) error {
		if j.Status != kith.JobPaused {
			return errNothing
		}
		return s.House.ResumeJob(s.Ctx, by, j.ID)
	})},
	{"close a job", onJob(func(s *town, by act.By, j kith.Job) error { return s.House.CloseJob(s.Ctx, by, j.ID) })},
	{"make a job private", onJob(func(s *town, by act.By, j kith.Job) error {
		j.Visibility, j.Text = kith.Private, s.canary("private", j.ID)
		return s.House.EditJob(s.Ctx, by, j.ID, j)
	})},
	{"switch referrals", onJob(func(s *town, by act.By, j kith.Job) error {
		j.StatedPolicy = pick(s, policies)
		return s.House.EditJob(s.Ctx, by, j.ID, j)
	})},
}

var policies = []kith.Policy{kith.PolicyOpen, kith.PolicyAskMe, kith.PolicyAskMe, kith.PolicyOff}

// canary is a word that stands nowhere but where it was put.
func (s *town) canary(kind, id string) string { return fmt.Sprintf("canary-%s-%s", kind, id) }

func (s *town) postJob() error {
	if len(s.jobs) == 3 {
		return errNothing
	}
	client := s.people[len(s.jobs)%2]
	private := s.chance(10)
	j := kith.Job{Title: fmt.Sprintf("Job %d of %d", len(s.jobs), s.seed), Text: "Twelve.", Openings: 1 + s.rand.IntN(2), Visibility: kith.Public, StatedPolicy: pick(s, policies[:3])}
	if private {
		j.Visibility = kith.Private
	}
	id, err := s.House.PostJob(s.Ctx, s.by(client.ID), j)
	if err == nil {
		s.jobs = append(s.jobs, id)
		s.brought[id] = map[string]bool{client.ID: true}
	}
	if err == nil && private {
		j.Text = s.canary("private", id)
		s.must(s.House.EditJob(s.Ctx, s.by(client.ID), id, j))
	}
	return err
}

func (s *town) jobOf(id string) (j kith.Job) {
	s.must(s.Store.Read(s.Ctx, func(tx *store.Tx) (err error) {
		j, err = tx.Job(s.Ctx, id)
		return err
	}))
	return j
}

func (s *town) invite() error {
	id := pick(s, s.jobs)
	if id == "" {
		return errNothing
	}
	who := pick(s, s.people[2:])
	i, err := s.House.Invite(s.Ctx, s.by(s.jobOf(id).Client.ID), id, who.ID, "Please")
	if err == nil {
		s.invitations = append(s.invitations, i)
		s.brought[id][who.ID] = true
	}
	return err
}

func (s *town) invitation(id string) (i kith.Invitation) {
	s.must(s.Store.Read(s.Ctx, func(tx *store.Tx) (err error) {
		i, err = tx.Invitation(s.Ctx, id)
		return err
	}))
	return i
}

func (s *town) referral(id string) (r kith.Referral) {
	s.must(s.Store.Read(s.Ctx, func(tx *store.Tx) (err error) {
		r, err = tx.Referral(s.Ctx, id)
		return err
	}))
	return r
}

func (s *town) refer() error {
	id := s.likely(s.invitations, s.passed)
	if id == "" {
		return errNothing
	}
	i, who := s.invitation(id), pick(s, s.people)
	answers := s.words(id)
	switch s.rand.IntN(6) {
	case 0:
		answers.Email = &who.Email
	case 1:
		nobody := "nobody." + id + "@kith.test"
		answers.Email = &nobody
	default:
		answers.Candidate = &who.ID
	}
	by := s.by(i.Freelancer.ID)
	if err := s.House.Draft(s.Ctx, by, id, answers); err != nil {
		return err
	}
	s.draftsBench(by, id)
	r, err := s.House.Refer(s.Ctx, by, id)
	if err == nil {
		s.keepInMind(r)
	}
	return err
}

func (s *town) words(invitation string) act.Answers {
	vouch, note, hand := kith.KnowTheirWork, "Good", s.canary("hand", invitation)
	return act.Answers{Vouch: &vouch, Note: &note, HandOver: &hand}
}

func (s *town) acceptReferral() error {
	return onReferral(kith.Candidate, kith.AwaitingCandidate, func(s *town, by act.By, id string) error {
		return s.made(s.House.AcceptReferral(s.Ctx, by, id, act.Yes{Offer: act.Offer{ProfileOnly: true}, Vouch: pick(s, kith.Vouches)}))
	})(s)
}

// made keeps a proposal in mind.
func (s *town) made(id string, err error) error {
	if err == nil && id != "" {
		s.proposals = append(s.proposals, id)
		p := s.proposal(id)
		s.brought[p.Job.ID][p.Freelancer.ID] = true
	}
	return err
}

// whose is the one whose act it is, or now and then anybody.
func (s *town) whose(id string) act.By {
	if id == "" || s.chance(10) {
		id = pick(s, s.people).ID
	}
	return s.by(id)
}

// onReferral mostly takes a referral that is in the state where the deed can go
// well.
func onReferral(party kith.Party, state kith.ReferralState, do func(s *town, by act.By, id string) error) func(s *town) error {
	return func(s *town) error {
		id := s.likely(s.referrals, func(id string) bool { return s.referral(id).State == state })
		if id == "" {
			return errNothing
		}
		r := s.referral(id)
		return do(s, s.whose(r.Who(party).ID), id)
	}
}

// likely is one of those that fit, now and then any.
func (s *town) likely(all []string, fits func(id string) bool) string {
	fitting := slices.DeleteFunc(slices.Clone(all), func(id string) bool { return !fits(id) })
	if len(fitting) == 0 && s.chance(80) {
		return ""
	}
	if len(fitting) == 0 || s.chance(10) {
		return pick(s, all)
	}
	return pick(s, fitting)
}

func (s *town) pending(id string) bool { return s.invitation(id).State == kith.Pending }

func (s *town) passed(id string) bool {
	i := s.invitation(id)
	return i.State == kith.Pending || i.State == kith.Declined && !i.HandOn.State.Live()
}

func onInvitation(party kith.Party, do func(s *town, by act.By, id string) error) func(s *town) error {
	return func(s *town) error {
		id := s.likely(s.invitations, s.pending)
		if id == "" {
			return errNothing
		}
		i := s.invitation(id)
		return do(s, s.whose(i.Who(party).ID), id)
	}
}

func onProposal(do func(s *town, by act.By, id string) error) func(s *town) error {
	return func(s *town) error {
		id := s.likely(s.proposals, func(id string) bool { return s.proposal(id).Status == kith.Submitted })
		if id == "" {
			return errNothing
		}
		return do(s, s.whose(s.proposal(id).Job.Client.ID), id)
	}
}

func (s *town) proposal(id string) (p kith.Proposal) {
	s.must(s.Store.Read(s.Ctx, func(tx *store.Tx) (err error) {
		p, err = tx.Proposal(s.Ctx, id)
		return err
	}))
	return p
}

func (s *town) takeBack() error {
	id := s.likely(s.proposals, func(id string) bool { return s.proposal(id).Status == kith.Submitted })
	if id == "" {
		return errNothing
	}
	return s.House.WithdrawProposal(s.Ctx, s.whose(s.proposal(id).Freelancer.ID), id)
}

func (s *town) apply() error {
	job := pick(s, s.jobs)
	if job == "" {
		return errNothing
	}
	who := pick(s, s.people)
	id, err := s.House.Apply(s.Ctx, s.by(who.ID), job, act.Offer{ProfileOnly: true})
	if err == nil {
		s.brought[job][who.ID] = true
	}
	return s.made(id, err)
}

func onJob(do func(s *town, by act.By, j kith.Job) error) func(s *town) error {
	return func(s *town) error {
		id := pick(s, s.jobs)
		if id == "" || s.chance(60) { // seldom: it ends much
			return errNothing
		}
		j := s.jobOf(id)
		return do(s, s.whose(j.Client.ID), j)
	}
}

// addToBench puts somebody behind those of a referral that is under way, and
// keeps in mind what stands on the bench then.
func (s *town) addToBench() error {
	id := s.likely(s.referrals, func(id string) bool { return s.referral(id).State.Live() })
	if id == "" {
		return errNothing
	}
	r := s.referral(id)
	err := s.House.AddToBench(s.Ctx, s.whose(r.Referrer.ID), id, act.OnBench{Candidate: pick(s, s.people).ID, Vouch: kith.KnowTheirWork, Note: "Good too"})
	if err != nil {
		return err
	}
	s.keepInMind(id)
	return nil
}
