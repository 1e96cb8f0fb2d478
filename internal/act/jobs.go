package act

import (
	"cmp"
	"context"
	"time"

	"kith/internal/kith"
)

// PostJob puts a job up. Its id comes back.
func (h *House) PostJob(ctx context.Context, by By, j kith.Job) (id string, err error) {
	stated := j.StatedPolicy // empty: the client's default is copied
	j = cleanJob(j)
	if err := CheckJob(j, by.Now).Err(); err != nil {
		return "", err
	}
	return h.do(ctx, by, func(t *turn) error {
		client, err := t.Person(t.ctx, t.by.Person)
		if err != nil {
			return err
		}
		if stated == "" {
			j.StatedPolicy = cmp.Or(client.DefaultPolicy, kith.PolicyOpen)
		}
		if j.Status, err = kith.JobStatus("").Move(kith.Post, kith.Client); err != nil {
			return err
		}
		j.ID, j.Client, j.PostedAt, j.ChangedAt = t.house.IDs.New(), client.Someone(), t.by.Now, t.by.Now
		j.Hired, j.EndedAt = 0, time.Time{}
		t.ledTo = j.ID
		if err := t.AddJob(t.ctx, j); err != nil {
			return err
		}
		_, err = t.happened(kith.Event{Kind: kith.JobPosted, Actor: client.ID, Job: j.ID})
		return err
	})
}

// EditJob changes a job's words and terms. Where it turns private, or referrals
// are switched off, what is under way ends as the rules say.
func (h *House) EditJob(ctx context.Context, by By, id string, changed kith.Job) error {
	return h.editJob(ctx, by, id, changed, nil)
}

func (h *House) editJob(ctx context.Context, by By, id string, changed kith.Job, told *kith.Waiting) error {
	changed = cleanJob(changed)
	_, err := h.do(ctx, by, func(t *turn) error {
		j, err := t.myJob(id)
		if err != nil {
			return err
		}
		if err := t.settleReferrals(j.ID); err != nil {
			return err
		}
		if err := t.unchanged(j.Edition()); err != nil {
			return err
		}
		if err := checkEdit(j, changed, t.by.Now).Err(); err != nil {
			return err
		}
		if err := t.toldWhoWaits(j, changed, told); err != nil {
			return err
		}
		if j.Status, err = j.Status.Move(kith.Edit, kith.Client); err != nil {
			return err
		}
		j.Title, j.Text, j.Skills = changed.Title, changed.Text, changed.Skills
		j.Visibility, j.StatedPolicy, j.Openings, j.MinVouch = changed.Visibility, changed.StatedPolicy, changed.Openings, changed.MinVouch
		j.Budget, j.WantedBy, j.ChangedAt = changed.Budget, changed.WantedBy, t.by.Now
		if err := t.SaveJob(t.ctx, j); err != nil {
			return err
		}
		if _, err := t.happened(kith.Event{Kind: kith.JobEdited, Actor: t.by.Person, Job: j.ID}); err != nil {
			return err
		}
		return t.endUnderNewTerms(j)
	})
	return err
}

// endUnderNewTerms ends the referrals that the job, as it is now, forbids:
// private ends all of them, off those that the candidate hasn't said yes to.
func (t *turn) endUnderNewTerms(j kith.Job) error {
	switch {
	case j.Visibility == kith.Private:
		return t.cancelReferrals(j.ID, kith.TurnedPrivate, func(kith.Referral) bool { return true })
	case j.Policy() == kith.PolicyOff:
		return t.cancelReferrals(j.ID, kith.SwitchedOff, func(r kith.Referral) bool { return r.State != kith.AwaitingClient })
	}
	return nil
}

// CloseJob ends a job without a hire, or after enough hires. Everybody who
// waited hears it.
func (h *House) CloseJob(ctx context.Context, by By, id string) error {
	_, err := h.do(ctx, by, func(t *turn) error {
		j, err := t.myJob(id)
		if err != nil {
			return err
		}
		if err := t.holdIsOver(j); err != nil {
			return err
		}
		return t.endJob(j, kith.Close, kith.Client, kith.JobWasClosed, kith.BecauseJobDropped)
	})
	return err
}

// endJob ends a job and everything in it that waits for somebody.
func (t *turn) endJob(j kith.Job, act kith.Act, party kith.Party, kind kith.EventKind, reason kith.NotSelectedReason) error {
	if err := t.settleReferrals(j.ID); err != nil {
		return err
	}
	var err error
	if j.Status, err = j.Status.Move(act, party); err != nil {
		return err
	}
	j.EndedAt, j.ChangedAt = t.by.Now, t.by.Now
	if err := t.SaveJob(t.ctx, j); err != nil {
		return err
	}
	if _, err := t.happened(kith.Event{Kind: kind, Actor: t.by.Person, Job: j.ID}); err != nil {
		return err
	}
	if err := t.cancelReferrals(j.ID, kith.JobEnded, func(kith.Referral) bool { return true }); err != nil {
		return err
	}
	if err := t.dropInvitations(j.ID); err != nil {
		return err
	}
	return t.dropProposals(j.ID, reason)
}

func (t *turn) dropInvitations(job string) error {
	all, err := t.InvitationsFor(t.ctx, job)
	if err != nil {
		return err
	}
	for _, i := range all {
		if i.State != kith.Pending {
			continue
		}
		if !i.Late(t.by.Now) {
			err = t.moveInvitation(i, kith.Cancel, kith.House, kith.InvitationDropped, t.by.Now, nil)
		} else {
			err = t.lapseInvitation(i)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *turn) dropProposals(job string, reason kith.NotSelectedReason) error {
	all, err := t.ProposalsFor(t.ctx, job)
	if err != nil {
		return err
	}
	for _, p := range all {
		if !p.Status.Alive() {
			continue
		}
		p.Reason = reason
		if err := t.moveProposal(p, kith.Cancel, kith.House, kith.FreelancerNot); err != nil {
			return err
		}
	}
	return nil
}

// myJob locks and loads a job of the one who acts.
func (t *turn) myJob(id string) (kith.Job, error) {
	if err := t.LockJob(t.ctx, id); err != nil {
		return kith.Job{}, err
	}
	j, err := t.Job(t.ctx, id)
	if err == nil && j.Client.ID != t.by.Person {
		err = kith.Refuse(kith.NotFound)
	}
	return j, err
}

func cleanJob(j kith.Job) kith.Job {
	j.Title, j.Text = kith.Line(j.Title), kith.Clean(j.Text)
	if j.StatedPolicy == "" {
		j.StatedPolicy = kith.PolicyOpen
	}
	if j.Budget.Lower == 0 && j.Budget.Upper == 0 { // what can't be read is below zero, and is named
		j.Budget = kith.Range{}
	}
	return j
}

// CheckJob is what is wrong with a job's fields, cleaned already.
func CheckJob(j kith.Job, now time.Time) kith.Problems {
	var wrong kith.Problems
	wrong.Add(j.Title == "", "title", "title_missing")
	wrong.Add(kith.Length(j.Title) > kith.TitleMax, "title", "too_long", "max", kith.TitleMax)
	wrong.Add(j.Text == "", "text", "job_text_missing")
	wrong.Add(kith.Length(j.Text) > kith.TextMax, "text", "too_long", "max", kith.TextMax)
	wrong.Add(!j.Visibility.Valid(), "visibility", "visibility_missing")
	wrong.Add(!j.StatedPolicy.Valid(), "policy", "policy_missing")
	wrong.Add(j.MinVouch != "" && !j.MinVouch.Valid(), "min_vouch", "min_vouch_unknown")
	wrong.Add(j.Openings < 1 || j.Openings > 1000, "openings", "openings_range")
	wrong.Add(j.Budget.Lower < 0 || j.Budget.Upper < 0, "budget", "amount_form")
	wrong.Add(j.Budget.Upper > 0 && j.Budget.Upper < j.Budget.Lower, "budget", "budget_order")
	wrong.Add(j.Budget.Stated() && !kith.ValidCurrency(j.Budget.Currency), "currency", "currency_form")
	wrong.Add(!futureDate(j.WantedBy, now), "wanted_by", "date_future")
	return append(wrong, checkSkills(j.Skills)...)
}

// checkEdit is CheckJob for a job that is there already: its date may have
// passed meanwhile, and the openings can't fall below those hired for.
func checkEdit(was, j kith.Job, now time.Time) kith.Problems {
	if j.WantedBy == was.WantedBy {
		now = time.Time{}
	}
	wrong := CheckJob(j, now)
	wrong.Add(j.Openings <= was.Hired && was.Hired > 0, "openings", "openings_hired", "hired", was.Hired)
	return wrong
}

// futureDate says whether d is empty, or a date not before today anywhere.
func futureDate(d string, now time.Time) bool {
	if d == "" {
		return true
	}
	day, err := time.Parse(time.DateOnly, d)
	return err == nil && day.After(now.Add(-48*time.Hour)) && day.Year() < 2200
}
