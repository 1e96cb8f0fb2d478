package web

import (
	"kith/internal/kith"
	"kith/internal/query"
)

// waiting counts who in a job waits for something.
type waiting struct{ invitations, proposals, referrals int }

func waitingIn(m query.Manager) (w waiting) {
	for _, row := range m.Rows {
		if row.Invitation != nil && row.Invitation.State == kith.Pending {
			w.invitations++
		}
		if row.Proposal != nil && row.Proposal.Status.Alive() {
			w.proposals++
		}
		if row.Referral != nil && row.Referral.State.Live() {
			w.referrals++
		}
	}
	return w
}

// closingView asks once more before a job is closed.
type closingView struct {
	jobView
	waiting
	s *sheet
}

func closingJob(v *visit) error { return v.closingPage(v.fresh(nil)) }

func (v *visit) closingPage(s *sheet) error {
	j, err := v.readMyJob()
	if err != nil {
		return err
	}
	m, err := v.site.Desk.Manager(v.r.Context(), v.reader(), j.ID)
	if err != nil {
		return err
	}
	return v.showAs(s.status(), closingPage(closingView{j, waitingIn(m), s}))
}

// closeJob ends it. Everybody who waited hears so.
func closeJob(v *visit) error {
	s := v.typed()
	err := v.site.House.CloseJob(v.r.Context(), v.by(), v.path("id"))
	switch {
	case s.took(err):
		return v.closingPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/jobs/"+v.path("id"), v.t("job.closed"))
}

// hear are those who will be told, one sentence each.
func (c closingView) hear() []string {
	var all []string
	for _, one := range []struct {
		key string
		n   int
	}{{"closing.proposals", c.proposals}, {"closing.invitations", c.invitations}, {"closing.referrals", c.referrals}} {
		if one.n > 0 {
			all = append(all, c.v.t(one.key, "count", one.n))
		}
	}
	return all
}
