package kithtest

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"kith/internal/kith"
	"kith/internal/store"
)

// Header is what a story says of itself: its title, and in its second line the
// rules it shows and the states it reaches: "# R10, R6; referral expired".
type Header struct {
	Name, Title string
	Rules       []string // R1
	States      []string // referral expired
}

var (
	ruleForm  = regexp.MustCompile(`^R([1-9]|1[0-9]|20)$`)
	stateForm = regexp.MustCompile(`^(referral|invitation|proposal|job) [a-z_]+$`)
)

// ReadHeader reads it. A story without a second line shows no rule by name.
func ReadHeader(file string) (h Header, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return h, err
	}
	lines := strings.SplitN(string(text), "\n", 3)
	h.Name, h.Title = strings.TrimSuffix(filepath.Base(file), ".txt"), strings.TrimPrefix(lines[0], "# ")
	if len(lines) < 2 || !strings.HasPrefix(lines[1], "# ") {
		return h, nil
	}
	rules, states, _ := strings.Cut(strings.TrimPrefix(lines[1], "# "), "; ")
	for _, r := range strings.Split(rules, ", ") {
		if !ruleForm.MatchString(r) {
			return h, fmt.Errorf("%s: %q is no rule", h.Name, r)
		}
		h.Rules = append(h.Rules, r)
	}
	for _, state := range strings.Split(states, ", ") {
		if state != "" && !stateForm.MatchString(state) {
			return h, fmt.Errorf("%s: %q is no state", h.Name, state)
		}
		if state != "" {
			h.States = append(h.States, state)
		}
	}
	return h, nil
}

// AllStates are all that a header can name.
func AllStates() (all []string) {
	for _, s := range kith.ReferralStates {
		all = append(all, "referral "+string(s))
	}
	for _, s := range kith.InvitationStates {
		all = append(all, "invitation "+string(s))
	}
	for _, s := range kith.ProposalStatuses {
		all = append(all, "proposal "+string(s))
	}
	for _, s := range kith.JobStatuses {
		all = append(all, "job "+string(s))
	}
	return all
}

// observe notes which of the states that the header promises have come about by
// now. What the header says is held to what happens.
func (s *story) observe() {
	if len(s.promised) == 0 {
		return
	}
	s.read(func(tx *store.Tx) error {
		for _, id := range s.jobs {
			if err := s.observeJob(tx, id); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *story) observeJob(tx *store.Tx, id string) error {
	came := func(kind, state string) {
		s.promised = slices.DeleteFunc(s.promised, func(p string) bool { return p == kind+" "+state })
	}
	j, err := tx.Job(s.Ctx, id)
	if err != nil {
		return err
	}
	came("job", string(j.Status))
	invitations, err := tx.InvitationsFor(s.Ctx, id)
	if err != nil {
		return err
	}
	for _, i := range invitations {
		came("invitation", string(i.State))
	}
	referrals, err := tx.ReferralsFor(s.Ctx, id)
	if err != nil {
		return err
	}
	for _, r := range referrals {
		came("referral", string(r.State))
	}
	proposals, err := tx.ProposalsFor(s.Ctx, id)
	for _, p := range proposals {
		came("proposal", string(p.Status))
	}
	return err
}
