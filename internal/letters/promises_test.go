package letters_test

import (
	"regexp"
	"strings"
	"testing"

	"kith/internal/kith"
	"kith/internal/kithtest/situations"
	"kith/internal/letters"
)

// eachLetter goes through the letters that follow from events, to each party.
func eachLetter(t *testing.T, visit func(at string, n kith.Notice, f letters.Facts, l letters.Letter)) {
	t.Helper()
	for _, e := range events {
		for _, n := range kith.Notices(e) {
			f := facts(t, e, n)
			l, err := letters.Write(n.Letter, f)
			if err != nil {
				t.Fatal(err)
			}
			visit(string(n.Letter)+" to the "+string(n.Party), n, f, l)
		}
	}
}

var unfinished = regexp.MustCompile(`\[[a-z_.]+\]|<no value>|\{\{|  |“”| [.,]`)

// TestALetterIsWhole holds what every letter keeps to: one line as its subject,
// nothing left open, a foot that says why it came, full addresses in buttons.
func TestALetterIsWhole(t *testing.T) {
	eachLetter(t, func(at string, _ kith.Notice, f letters.Facts, l letters.Letter) {
		text := l.Subject + "\n" + l.Text()
		if found := unfinished.FindString(text); found != "" {
			t.Errorf("%s: something is missing at %q:\n%s", at, found, text)
		}
		if l.Subject == "" || strings.ContainsAny(l.Subject, "\r\n") {
			t.Errorf("%s: the subject is %q", at, l.Subject)
		}
		if !strings.Contains(l.Foot, "You get this because") || !strings.Contains(l.Foot, f.Referral.Ref) {
			t.Errorf("%s: the foot is %q", at, l.Foot)
		}
		buttons := 0
		for _, b := range l.Body {
			if b.Kind != letters.Button {
				continue
			}
			if buttons++; !strings.HasPrefix(b.Href, f.Base+"/") {
				t.Errorf("%s: %q leads to %q", at, b.Text, b.Href)
			}
		}
		if buttons == 0 {
			t.Errorf("%s leads nowhere", at)
		}
	})
}

// TestAMailProgramFetchesNothing holds that a letter brings everything along.
func TestAMailProgramFetchesNothing(t *testing.T) {
	fetches := regexp.MustCompile(`(?i)<(img|script|link|iframe|object|video)\b|\bsrc=|url\(|@import`)
	eachLetter(t, func(at string, _ kith.Notice, _ letters.Facts, l letters.Letter) {
		html, err := l.HTML()
		if found := fetches.FindString(html); err != nil || found != "" {
			t.Errorf("%s has %q, %v", at, found, err)
		}
	})
}

// TestTheInboxIsTheClients holds R7: where somebody could wonder whether being
// referred opens the inbox, one sentence says that it doesn't.
func TestTheInboxIsTheClients(t *testing.T) {
	wonders := map[kith.LetterKind]bool{
		kith.LetterAsked: true, kith.LetterHasAsked: true, kith.LetterApproval: true, kith.LetterAccepted: true, kith.LetterApplied: true,
	}
	eachLetter(t, func(at string, n kith.Notice, _ letters.Facts, l letters.Letter) {
		introduced := n.Letter == kith.LetterIntroduction && n.Party != kith.Referrer
		if text := l.Text(); (wonders[n.Letter] || introduced) && !strings.Contains(text, "writes first") && !strings.Contains(text, "you write first") {
			t.Errorf("%s doesn’t say when a conversation opens:\n%s", at, text)
		}
	})
}

// TestEveryReasonHasWords goes through what a letter can name as a reason.
func TestEveryReasonHasWords(t *testing.T) {
	says := func(kind kith.LetterKind, e kith.EventKind, party kith.Party, put func(f *letters.Facts)) {
		t.Helper()
		f := facts(t, e, kith.Notice{Party: party, Letter: kind})
		put(&f)
		l, err := letters.Write(kind, f)
		if err != nil {
			t.Fatal(err)
		}
		if text := l.Subject + "\n" + l.Text(); unfinished.MatchString(text) {
			t.Errorf("%s to the %s has no words for something:\n%s", kind, party, text)
		}
	}
	for _, reason := range append([]kith.DeclineReason{kith.HandedOn}, kith.DeclineReasons...) {
		says(kith.LetterDeclined, kith.InvitationNo, kith.Client, func(f *letters.Facts) { f.Invitation.Reason = reason })
	}
	for _, reason := range kith.NotSelectedReasons {
		says(kith.LetterNotSelected, kith.FreelancerNot, kith.Freelancer, func(f *letters.Facts) { f.Proposal.Reason = reason })
	}
	for _, vouch := range kith.Vouches {
		says(kith.LetterIntroduction, kith.CandidateYes, kith.Client, func(f *letters.Facts) { f.Referral.Vouch = vouch })
	}
	for _, policy := range kith.Policies {
		says(kith.LetterAsked, kith.CandidateAsked, kith.Candidate, func(f *letters.Facts) { f.Referral.Job.StatedPolicy = policy })
		says(kith.LetterInvited, kith.FreelancerInvited, kith.Freelancer, func(f *letters.Facts) { f.Invitation.Job.StatedPolicy = policy })
		says(kith.LetterDeclined, kith.InvitationNo, kith.Client, func(f *letters.Facts) { f.Invitation.Job.StatedPolicy = policy })
	}
	for _, status := range kith.JobStatuses {
		says(kith.LetterTakenBack, kith.InvitationBack, kith.Freelancer, func(f *letters.Facts) { f.Invitation.Job.Status = status })
	}
}

// TestEveryEndIsTold writes the letter of the end in every situation that is
// one: it says the very sentence that stands on the page (R9).
func TestEveryEndIsTold(t *testing.T) {
	v, told := voice(t), 0
	for _, s := range situations.All {
		r := s.Referral()
		if r.State.Live() || r.State == kith.Introduced {
			continue
		}
		for _, party := range kith.Readers {
			seen, may := r.SeenBy(party)
			if !may {
				continue
			}
			l, err := letters.Write(kith.LetterReferralEnded, letters.Facts{Voice: v, Base: "https://kith.test", To: r.Who(party), Party: party, Referral: r})
			if err != nil {
				t.Fatal(err)
			}
			told++
			say, then := v.Says(seen, party)
			if text := l.Text(); say == "" || !strings.Contains(text, say) || !strings.Contains(text, then) || unfinished.MatchString(text) {
				t.Errorf("%s: the %s should read %q %q:\n%s", s.Description, party, say, then, text)
			}
		}
	}
	if told < 30 {
		t.Errorf("only %d ends were told", told)
	}
}

// TestAProposalsLetterTellsNothingOfItsReferral holds that a hire, a message
// and the like say nothing of notes, whoever reads them.
func TestAProposalsLetterTellsNothingOfItsReferral(t *testing.T) {
	eachLetter(t, func(at string, n kith.Notice, f letters.Facts, _ letters.Letter) {
		if f.Proposal.ID == "" {
			return
		}
		f.Referral = situations.Of(kith.Introduced).Referral()
		for _, canary := range situations.Canaries {
			canary.Put(&f.Referral)
		}
		text, ok := whole(t, n.Letter, f)
		for _, canary := range situations.Canaries {
			if !ok || strings.Contains(text, canary.Text) {
				t.Errorf("%s tells %s", at, canary.Text)
			}
		}
	})
}
