package act_test

import (
	"time"

	"kith/internal/act"
	"kith/internal/kith"
)

type deed struct {
	what  string
	whose kith.Party
	do    func(s *tale, by act.By) error
}

// deeds are what the three can do to a referral, directly or not. Those that
// let it live longer come twice, so that stories get far.
var deeds = []deed{
	{"undo", kith.Referrer, func(s *tale, by act.By) error { return s.House.UndoReferral(s.Ctx, by, s.referral) }},
	{"edit", kith.Referrer, func(s *tale, by act.By) error {
		return s.House.EditReferral(s.Ctx, by, s.referral, act.Words{Vouch: kith.WorkedTogether, Note: noteCanary + " 2", HandOver: handCanary + " 2"})
	}},
	{"withdraw", kith.Referrer, func(s *tale, by act.By) error { return s.House.WithdrawReferral(s.Ctx, by, s.referral) }},
	accept, accept, accept,
	{"decline", kith.Candidate, func(s *tale, by act.By) error {
		return s.House.DeclineReferral(s.Ctx, by, s.referral, act.No{Reason: kith.TooBusy})
	}},
	{"not now", kith.Candidate, func(s *tale, by act.By) error {
		later := by.Now.Add(5 * 24 * time.Hour).Format(time.DateOnly)
		return s.House.DeclineReferral(s.Ctx, by, s.referral, act.No{Reason: kith.ReasonNotNow, Till: later})
	}},
	needsMoreTime(kith.Candidate), needsMoreTime(kith.Client),
	toBench, toBench,
	{"empty the bench", kith.Referrer, func(s *tale, by act.By) error { return s.House.OrderBench(s.Ctx, by, s.referral, nil) }},
	{"pause", kith.Client, func(s *tale, by act.By) error { return s.House.PauseJob(s.Ctx, by, s.job) }},
	resume, resume,
	approve, approve,
	{"disapprove", kith.Client, func(s *tale, by act.By) error { return s.House.DisapproveReferral(s.Ctx, by, s.referral) }},
	{"take back", kith.Client, func(s *tale, by act.By) error { return s.House.WithdrawInvitation(s.Ctx, by, s.invitation) }},
	{"close", kith.Client, func(s *tale, by act.By) error { return s.House.CloseJob(s.Ctx, by, s.job) }},
	{"make private", kith.Client, func(s *tale, by act.By) error {
		return s.editJob(by, func(j *kith.Job) { j.Visibility = kith.Private })
	}},
	{"switch off", kith.Client, func(s *tale, by act.By) error {
		return s.editJob(by, func(j *kith.Job) { j.StatedPolicy = kith.PolicyOff })
	}},
}

var accept = deed{"accept", kith.Candidate, func(s *tale, by act.By) error {
	_, err := s.House.AcceptReferral(s.Ctx, by, s.referral, act.Yes{Offer: act.Offer{ProfileOnly: true}, Vouch: kith.WorkedTogether})
	return err
}}

var toBench = deed{"bench", kith.Referrer, func(s *tale, by act.By) error {
	return s.House.AddToBench(s.Ctx, by, s.referral, act.OnBench{Candidate: s.cy.ID, Vouch: kith.KnowTheirWork, Note: cysCanary})
}}

var resume = deed{"resume", kith.Client, func(s *tale, by act.By) error { return s.House.ResumeJob(s.Ctx, by, s.job) }}

var approve = deed{"approve", kith.Client, func(s *tale, by act.By) error {
	_, err := s.House.ApproveReferral(s.Ctx, by, s.referral)
	return err
}}

func (s *tale) editJob(by act.By, change func(*kith.Job)) error {
	view, err := s.Desk.Job(s.Ctx, s.reader(kith.Client), s.job)
	s.ok(err)
	change(&view.Job)
	return s.House.EditJob(s.Ctx, by, s.job, view.Job)
}

// needsMoreTime is one person's: the same act is somebody else's too, whose
// deed stands beside it.
func needsMoreTime(party kith.Party) deed {
	return deed{string(party) + " needs more time", party, func(s *tale, by act.By) error {
		if by.Person != s.who[party].ID {
			return kith.Refuse(kith.NotYours)
		}
		return s.House.TakeMoreTime(s.Ctx, by, s.referral)
	}}
}
