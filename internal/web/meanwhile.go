package web

import (
	"strings"
	"time"

	"kith/internal/kith"
	"kith/internal/web/parts"
)

// wasField is the field in which a form carries the edition of the words that it
// changes.
const wasField = "was"

// was puts an edition into a form: the one that was sent, where the form is shown
// again because something else was wrong with it, or that of the words as they
// stand.
func (s *sheet) was(edition string) []parts.Hidden {
	if sent := s.value(wasField); sent != "" && !s.overtaken {
		edition = sent
	}
	return []parts.Hidden{{Name: wasField, Value: edition}}
}

// happenings are what became of the things that forms are about, by the first
// part of the address: sentences of what was done since a moment, as far as the
// reader may see it.
var happenings = map[string]func(v *visit, since time.Time) ([]string, error){
	"referrals":   (*visit).sinceOnReferral,
	"invitations": (*visit).sinceOnInvitation,
	"proposals":   (*visit).sinceOnProposal,
	"messages":    (*visit).sinceOnProposal,
	"jobs":        (*visit).sinceOnJob,
}

// meanwhile is what happened to the thing a refused form is about since that form
// was drawn. Where it can't be told, nothing is.
func (v *visit) meanwhile(refused kith.Code) []string {
	since := shownAt(v.form(parts.KeyField))
	root, _, _ := strings.Cut(strings.TrimPrefix(v.r.URL.Path, "/"), "/")
	tell := happenings[root]
	if tell == nil || since.IsZero() || v.path("id") == "" || refused == kith.CantBeAskedNow { // whatever the cause, one sentence
		return nil
	}
	said, err := tell(v, since)
	if err != nil {
		return nil
	}
	return said
}

// happened is one thing that was done meanwhile, by the reader in another window
// or by somebody else.
func (v *visit) happened(what string, at time.Time, actor string) string {
	when := v.voice.Hour(at)
	if !v.voice.SameDay(at, v.now) {
		when = v.voice.Short(at)
	}
	key := "meanwhile.others"
	if actor == v.me.ID {
		key = "meanwhile.yours"
	}
	return v.t(key, "what", strings.TrimSuffix(what, "."), "at", when)
}

func (v *visit) sinceOnReferral(since time.Time) (said []string, err error) {
	r, err := v.readReferral()
	for _, line := range r.Story {
		if line.At.After(since) {
			said = append(said, v.happened(v.referralWord(line.Key, r), line.At, line.Actor))
		}
	}
	return said, err
}

func (v *visit) sinceOnInvitation(since time.Time) (said []string, err error) {
	i, err := v.readInvitation()
	if err == nil && i.EndedAt.After(since) {
		actor := ""
		if i.State == kith.Accepted || i.State == kith.Declined {
			actor = i.Freelancer.ID
		}
		said = append(said, v.happened(v.invitationSays(i), i.EndedAt, actor))
	}
	return said, err
}

func (v *visit) sinceOnProposal(since time.Time) (said []string, err error) {
	p, err := v.readProposal()
	if err == nil && p.DecidedAt.After(since) {
		actor := p.Job.Client.ID
		if p.Status == kith.ProposalWithdrawn {
			actor = p.Freelancer.ID
		}
		said = append(said, v.happened(proposalView{v: v, Proposal: p}.says(), p.DecidedAt, actor))
	}
	return said, err
}

// sinceOnJob tells of ends and pauses; changed words are told one by one (differs).
func (v *visit) sinceOnJob(since time.Time) (said []string, err error) {
	j, err := v.site.Desk.Job(v.r.Context(), v.reader(), v.path("id"))
	if err == nil && !j.Open() && j.ChangedAt.After(since) {
		said = append(said, v.happened(v.jobSays(j.Job), j.ChangedAt, j.Client.ID))
	}
	if err == nil && j.Proposal != nil && j.Proposal.MadeAt.After(since) {
		said = append(said, v.happened(v.t("meanwhile.proposed"), j.Proposal.MadeAt, v.me.ID))
	}
	return said, err
}

// differs adds what stands in each field now where that isn't what was typed,
// after somebody else has saved the same words. Labels are message keys.
func (s *sheet) differs(now map[string]string, labels [][2]string) {
	for _, field := range labels {
		name, label := field[0], s.v.t(field[1])
		if text := now[name]; kith.Clean(text) != kith.Clean(s.Value(name)) {
			key := "meanwhile.now"
			if text == "" {
				key = "meanwhile.now_empty"
			}
			s.meanwhile = append(s.meanwhile, s.v.t(key, "field", label, "text", short(text)))
		}
	}
}
