package act

import (
	"reflect"
	"time"

	"kith/internal/kith"
)

// invitations are those that an import knows.
type invitations struct {
	was   map[string]kith.Invitation // here before, and in the files
	alive map[seat]string            // the pending and accepted ones
	fresh []broughtInvitation
}

type seat struct{ job, person string }

type broughtInvitation struct {
	at Place
	kith.Invitation
}

func (b broughtInvitation) alive() bool { return b.State == kith.Pending || b.State == kith.Accepted }

func (in *importer) lookAtInvitations() error {
	named := map[string]bool{}
	for _, b := range in.brought.Invitations {
		named[b.ID] = true
	}
	err := in.EachInvitation(in.ctx, func(i kith.Invitation) error {
		if named[i.ID] {
			in.invitations.was[i.ID] = i
		}
		if _, relevant := in.jobs.all[i.Job.ID]; relevant && (broughtInvitation{Invitation: i}).alive() {
			in.invitations.alive[seat{i.Job.ID, i.Freelancer.ID}] = i.ID
		}
		return nil
	})
	seen := map[string]Place{}
	for _, b := range in.brought.Invitations {
		if err == nil && in.once(seen, b.ID, b.At) {
			in.lookAtInvitation(b)
		}
	}
	return err
}

// lookAtInvitation takes in an invitation that is new. One that is here already
// stays as it is: what was answered here isn't undone by a file.
func (in *importer) lookAtInvitation(b BroughtInvitation) {
	was, known := in.invitations.was[b.ID]
	i := was
	b.Fill(&i)
	i.ID, i.Message = b.ID, kith.Clean(i.Message)
	job, hasJob := in.jobs.all[i.Job.ID]
	who, hasWho := in.people.all[i.Freelancer.ID]
	if known {
		over := in.overtaken(i, job)
		over.Job, over.Freelancer = i.Job, i.Freelancer
		if reflect.DeepEqual(i, was) || reflect.DeepEqual(over, was) {
			in.sum.Invitations.Same++
		} else {
			in.sum.Invitations.Left++
		}
		return
	}
	in.faultNone(b.At, !hasJob, "job", "import_no_job", i.Job.ID)
	in.faultNone(b.At, !hasWho, "freelancer", "import_no_person", i.Freelancer.ID)
	i.Job, i.Freelancer = job, who
	fresh := broughtInvitation{b.At, in.overtaken(in.completed(i), job)}
	if hasJob && hasWho {
		in.checkInvitation(fresh)
	}
	in.invitations.fresh = append(in.invitations.fresh, fresh)
}

// completed is a new invitation with what the file leaves out.
func (in *importer) completed(i kith.Invitation) kith.Invitation {
	if i.State == "" {
		i.State = kith.Pending
	}
	if i.InvitedAt.IsZero() {
		i.InvitedAt = earlier(in.by.Now, i.EndedAt)
	}
	if i.ExpiresAt.IsZero() {
		_, within, _ := kith.InvitationState("").Move(kith.Invite, kith.Client)
		i.ExpiresAt = kith.DueBy(i.InvitedAt, within, in.zoneOf(i.Freelancer))
	}
	if i.State == kith.Declined && i.Reason == "" {
		i.Reason = kith.OtherReason
	}
	if i.State != kith.Pending && i.EndedAt.IsZero() {
		i.EndedAt = i.ExpiresAt
		if i.State != kith.Expired {
			i.EndedAt = earlier(in.by.Now, i.ExpiresAt)
		}
	}
	return i
}

// overtaken is an invitation whose end came before the import: its time is over,
// or its job has ended.
func (in *importer) overtaken(i kith.Invitation, job kith.Job) kith.Invitation {
	if i.State != kith.Pending {
		return i
	}
	switch {
	case !job.EndedAt.IsZero() && job.EndedAt.Before(i.ExpiresAt):
		i.State, i.EndedAt = kith.Withdrawn, job.EndedAt
		if job.EndedAt.Before(i.InvitedAt) {
			i.EndedAt = i.InvitedAt
		}
	case !in.by.Now.Before(i.ExpiresAt):
		i.State, i.EndedAt = kith.Expired, i.ExpiresAt
	}
	return i
}

func (in *importer) checkInvitation(b broughtInvitation) {
	at := b.at
	in.fault(at, b.Freelancer.ID == b.Job.Client.ID, "freelancer", "import_own_job")
	in.fault(at, kith.Length(b.Message) > kith.NoteMax, "message", "too_long", "max", kith.NoteMax)
	in.fault(at, !b.State.Valid(), "status", "import_one_of", "all", list(kith.InvitationStates))
	in.fault(at, b.Reason != "" && !b.Reason.Valid() && b.Reason != kith.HandedOn, "reason", "import_one_of", "all", list(append(kith.DeclineReasons, kith.HandedOn)))
	in.fault(at, b.Reason == kith.ReasonNotNow && b.NotNowTill == "", "not_now_until", "till_missing")
	in.fault(at, !futureDate(b.NotNowTill, time.Time{}), "not_now_until", "date_form")
	in.fault(at, !b.ExpiresAt.After(b.InvitedAt), "expires_at", "import_expires_before")
	in.fault(at, b.State == kith.Pending && !b.EndedAt.IsZero(), "ended_at", "import_ended_open")
	in.fault(at, b.State != kith.Pending && b.EndedAt.Before(b.InvitedAt), "ended_at", "import_ended_before")
	if b.alive() {
		s := seat{b.Job.ID, b.Freelancer.ID}
		other, taken := in.invitations.alive[s]
		in.fault(at, taken, "freelancer", "import_alive", "id", b.Freelancer.ID, "other", other)
		in.invitations.alive[s] = b.ID
	}
}

func (in *importer) writeInvitations() error {
	if err := in.lockJobs(); err != nil {
		return err
	}
	in.sum.Invitations.New = len(in.invitations.fresh)
	err := in.many(func(t *turn) error {
		for _, i := range in.invitations.fresh {
			if err := t.bringInvitation(i.Invitation); err != nil {
				return err
			}
			in.step()
		}
		return nil
	})
	if err != nil {
		return err
	}
	return in.proposeAccepted()
}

// lockJobs keeps the jobs that were here from ending while people are invited
// to them.
func (in *importer) lockJobs() error {
	locked := map[string]bool{}
	for _, i := range in.invitations.fresh {
		if _, before := in.jobs.was[i.Job.ID]; !before || locked[i.Job.ID] || !i.alive() {
			continue
		}
		locked[i.Job.ID] = true
		if err := in.LockJob(in.ctx, i.Job.ID); err != nil {
			return err
		}
	}
	return nil
}

// invitationEnds is what is said of an invitation that has ended elsewhere.
var invitationEnds = map[kith.InvitationState]struct {
	event kith.EventKind
	by    kith.Party
}{
	kith.Accepted:  {kith.InvitationYes, kith.Freelancer},
	kith.Declined:  {kith.InvitationNo, kith.Freelancer},
	kith.Withdrawn: {kith.InvitationBack, kith.Client},
	kith.Expired:   {kith.InvitationLapsed, kith.Clock},
}

func (t *turn) bringInvitation(i kith.Invitation) error {
	if err := t.AddInvitation(t.ctx, i); err != nil {
		return err
	}
	if i.State == kith.Pending {
		return t.invited(i, i.Job.Client.ID, true)
	}
	e := kith.Event{Kind: kith.FreelancerInvited, At: i.InvitedAt, Actor: i.Job.Client.ID, Job: i.Job.ID, Invitation: i.ID, Till: i.ExpiresAt}
	if _, err := t.happened(e); err != nil {
		return err
	}
	end := invitationEnds[i.State]
	_, err := t.happened(kith.Event{Kind: end.event, At: i.EndedAt, Actor: i.Who(end.by).ID, Job: i.Job.ID, Invitation: i.ID})
	return err
}

// proposeAccepted gives each accepted invitation to a job that is still open the
// proposal that a yes makes, with the profile only, to be completed.
func (in *importer) proposeAccepted() error {
	for _, i := range in.invitations.fresh {
		if i.State != kith.Accepted || !i.Job.Open() {
			continue
		}
		if _, err := in.ProposalOf(in.ctx, i.Job.ID, i.Freelancer.ID); err == nil {
			continue
		}
		p := kith.Proposal{ID: in.house.IDs.New(), Job: i.Job, Freelancer: i.Freelancer, Source: kith.Invited, Invitation: i.ID, MadeAt: i.EndedAt}
		if err := in.addProposal(p); err != nil {
			return err
		}
		i.Proposal = p.ID
		if err := in.SaveInvitation(in.ctx, i.Invitation, kith.Accepted); err != nil {
			return err
		}
	}
	return nil
}
