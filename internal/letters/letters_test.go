package letters_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kith/internal/kith"
	"kith/internal/kithtest/situations"
	"kith/internal/letters"
	"kith/internal/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

// events are all that can lead to a letter, in an order in which the first one
// is a good example of it.
var events = []kith.EventKind{
	kith.FreelancerInvited, kith.InvitationReminded, kith.InvitationYes, kith.InvitationNo, kith.InvitationBack, kith.InvitationLapsed,
	kith.CandidateAsked, kith.CandidateReminded, kith.CandidateYes, kith.CandidateYesAskMe, kith.ClientReminded, kith.ClientYes,
	kith.CandidateNo, kith.ClientNo, kith.ProposalMade, kith.FreelancerHired, kith.FreelancerNot, kith.ProposalBack, kith.MessageWritten,
	kith.CircleAsked,
	kith.WorkAskedAfter, kith.WorkFinished, kith.OutcomeReminded,
	kith.NoteChangeAsked, kith.NoteWasRefused, kith.JobWasHeld, kith.JobWasReleased, kith.JobWasRefused, kith.ReviewAnswered,
	kith.QuestionCandidateReferrer, kith.QuestionCandidateClient, kith.QuestionClientCandidate, kith.AnswerReferrerCandidate, kith.AnswerCandidateClient,
}

// stands is where a referral stands after an event.
var stands = map[kith.EventKind]kith.ReferralState{
	kith.CandidateAsked: kith.AwaitingCandidate, kith.CandidateReminded: kith.AwaitingCandidate, kith.CandidateYes: kith.Introduced,
	kith.CandidateYesAskMe: kith.AwaitingClient, kith.ClientReminded: kith.AwaitingClient, kith.ClientYes: kith.Introduced,
	kith.CandidateNo: kith.ReferralDeclined, kith.ClientNo: kith.NotApproved,
	kith.QuestionCandidateReferrer: kith.AwaitingCandidate, kith.QuestionCandidateClient: kith.AwaitingCandidate,
	kith.QuestionClientCandidate: kith.AwaitingClient, kith.AnswerReferrerCandidate: kith.AwaitingCandidate, kith.AnswerCandidateClient: kith.AwaitingClient,
}

// between is who asked whom, of the letters about questions.
var between = map[kith.EventKind][2]kith.Party{
	kith.QuestionCandidateReferrer: {kith.Candidate, kith.Referrer}, kith.QuestionCandidateClient: {kith.Candidate, kith.Client},
	kith.QuestionClientCandidate: {kith.Client, kith.Candidate}, kith.AnswerReferrerCandidate: {kith.Candidate, kith.Referrer},
	kith.AnswerCandidateClient: {kith.Client, kith.Candidate},
}

var (
	otis = kith.Someone{ID: "otis", Name: "Otis Grant"}
	ana  = kith.Someone{ID: "ana", Name: "Ana Ferreira"}
	bo   = kith.Someone{ID: "bo", Name: "Bo Lindahl"}
	tea  = kith.Job{
		ID: "job", Client: otis, Title: "Poems about tea", Text: "Twelve.", Visibility: kith.Members, StatedPolicy: kith.PolicyOpen,
		Status: kith.JobOpen, Openings: 1, Budget: kith.Range{Lower: 180000, Upper: 240000, Currency: "EUR"}, WantedBy: "2026-06-15",
	}
	invitationStates = map[kith.EventKind]kith.InvitationState{
		kith.InvitationYes: kith.Accepted, kith.InvitationNo: kith.Declined, kith.InvitationBack: kith.Withdrawn, kith.InvitationLapsed: kith.Expired,
	}
)

// voice speaks to somebody in Lisbon on the morning of 28 April.
func voice(t testing.TB) words.Voice {
	t.Helper()
	book, err := words.Open()
	if err != nil {
		t.Fatal(err)
	}
	lisbon, err := time.LoadLocation("Europe/Lisbon")
	if err != nil {
		t.Fatal(err)
	}
	return book.Speak("en", lisbon, time.Date(2026, 4, 28, 9, 0, 0, 0, time.UTC))
}

// facts are those of an event, fixed, for one of its parties.
func facts(t testing.TB, e kith.EventKind, n kith.Notice) letters.Facts {
	f := letters.Facts{Voice: voice(t), Base: "https://kith.test", Site: "Kith", Party: n.Party}
	if state, ok := reviewed[e]; ok {
		f.Review = reviewOf(n.Party, state)
		f.To = f.Review.Author
		return f
	}
	if state, ok := stands[e]; ok {
		f.Referral = situations.Of(state).Referral()
		f.Referral.Job = tea
		f.To = f.Referral.Who(n.Party)
		if n.Letter == kith.LetterAsked || n.Letter == kith.LetterAskedReminder {
			f.AnswerLink = "/answer/secret"
		}
		if two, ok := between[e]; ok {
			f.Question = kith.Question{ID: "question", By: two[0], To: two[1], Text: "May they rhyme?", Answer: "They must.", Till: time.Date(2026, 4, 29, 9, 0, 0, 0, time.UTC)}
		}
		return f
	}
	if e == kith.CircleAsked {
		f.To, f.Colleague, f.Until = bo, ana, time.Date(2026, 5, 28, 9, 0, 0, 0, time.UTC)
		return f
	}
	f.Invitation = kith.Invitation{
		ID: "invitation", Job: tea, Freelancer: ana, Message: "Your tea poems\nare the best I know.", State: invitationStates[e],
		ExpiresAt: time.Date(2026, 5, 5, 9, 0, 0, 0, time.UTC),
	}
	if e == kith.InvitationNo {
		f.Invitation.Reason, f.Invitation.NotNowTill = kith.ReasonNotNow, "2026-06-01"
	}
	f.To = f.Invitation.Who(n.Party)
	if slices.Contains([]kith.EventKind{kith.ProposalMade, kith.FreelancerHired, kith.FreelancerNot, kith.ProposalBack, kith.MessageWritten, kith.WorkAskedAfter, kith.WorkFinished, kith.OutcomeReminded}, e) {
		f.Invitation = kith.Invitation{}
		f.Proposal = kith.Proposal{ID: "proposal", Job: tea, Freelancer: bo, Referral: "referral", Reason: kith.BecauseTiming}
		if e != kith.ProposalMade {
			f.Ref = "K-7Q4M-2X"
		}
		f.Message = kith.Message{Author: otis, Text: "Green or black?\nI like both."}
		if n.Party == kith.Client {
			f.Message.Author = bo
		}
		f.To = map[kith.Party]kith.Someone{kith.Client: otis, kith.Freelancer: bo, kith.Referrer: ana}[n.Party]
	}
	return f
}

// reviewed is where a review stands after an event.
var reviewed = map[kith.EventKind]kith.ReviewState{
	kith.NoteChangeAsked: kith.ReviewChange, kith.NoteWasRefused: kith.ReviewRefused, kith.JobWasHeld: kith.ReviewWaits,
	kith.JobWasReleased: kith.ReviewReleased, kith.JobWasRefused: kith.ReviewRefused, kith.ReviewAnswered: kith.ReviewUpheld,
}

// reviewOf is a review of Ana's words, or of Otis's job.
func reviewOf(author kith.Party, state kith.ReviewState) kith.Review {
	r := kith.Review{
		ID: "review", Job: kith.Someone{ID: tea.ID, Name: tea.Title}, Author: otis, State: state, Ground: kith.GroundScam,
		Words: "It asks for a deposit.\nDeposits stay out.", By: kith.Someone{ID: "noor", Name: "Noor"}, Answer: "As we said.",
		AnsweredBy: kith.Someone{ID: "hal", Name: "Hal"}, Till: time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC),
	}
	if author == kith.Referrer {
		r.Referral, r.Ref, r.Author, r.Ground = "referral", "K-7Q4M-2X", ana, kith.GroundContact
		r.Words = "Leave out the address, please.\nAnd the number."
	}
	return r
}

// TestLetters compares each letter, to each of those who can get it, with its
// golden file.
func TestLetters(t *testing.T) {
	written := map[string]bool{}
	for _, e := range events {
		for _, n := range kith.Notices(e) {
			if name := string(n.Letter) + "." + string(n.Party); !written[name] {
				written[name] = true
				golden(t, name, n.Letter, facts(t, e, n))
			}
		}
	}
	golden(t, "sign_in", kith.LetterSignIn, letters.Facts{Voice: voice(t), Base: "https://kith.test", Site: "Kith", Link: "/door/secret", Code: "123456"})
	written["sign_in"] = true
	for _, kind := range append(kith.LetterKinds, kith.LetterSignIn) {
		if !slices.ContainsFunc(keys(written), func(name string) bool { return strings.HasPrefix(name+".", string(kind)+".") }) {
			t.Errorf("the letter %q has no golden file", kind)
		}
	}
	files, _ := filepath.Glob("testdata/*.txt")
	for _, f := range files {
		if !written[strings.TrimSuffix(filepath.Base(f), ".txt")] {
			t.Errorf("%s is of a letter that nobody gets", f)
		}
	}
}

func keys(m map[string]bool) (all []string) {
	for k := range m {
		all = append(all, k)
	}
	return all
}

func golden(t *testing.T, name string, kind kith.LetterKind, f letters.Facts) {
	t.Helper()
	l, err := letters.Write(kind, f)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	text := "To: " + f.To.Name + "\nSubject: " + l.Subject + "\n\n" + l.Text()
	if strings.Contains(text, "<no value>") || strings.Contains(text, "[letter.") {
		t.Errorf("%s is not whole:\n%s", name, text)
	}
	compare(t, name+".txt", text)
	if kind == kith.LetterAsked {
		html, err := l.HTML()
		if err != nil {
			t.Error(err)
		}
		compare(t, name+".html", html)
	}
}

func compare(t *testing.T, name, want string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(strings.Split(string(have), "\n"), strings.Split(want, "\n")); diff != "" {
		t.Errorf("%s is not what is written now. If that is right, run `make golden` and read the diff.\n%s", path, diff)
	}
}

// TestLettersHideWhatTheirReaderMayNotSee writes every letter about a referral
// in every situation to everybody, with canaries in what is hidden.
func TestLettersHideWhatTheirReaderMayNotSee(t *testing.T) {
	everybody := append([]kith.Party{kith.Stranger, kith.Clock, kith.House, kith.Freelancer}, kith.Readers...)
	written := 0
	v := voice(t)
	for _, s := range situations.All {
		for _, way := range situations.Ways {
			for _, canary := range situations.Canaries {
				r := s.Referral()
				if way.Find(&r); !way.Asks {
					continue // nobody to hide
				}
				canary.Put(&r)
				for _, party := range everybody {
					for _, kind := range aboutReferrals() {
						text, ok := whole(t, kind, letters.Facts{Voice: v, Party: party, To: r.Who(party), Referral: r, AnswerLink: "/answer/x"})
						if !ok {
							continue
						}
						if written++; strings.Contains(text, canary.Text) && !canary.May(r, party) && !isTo(r, party, canary) {
							t.Errorf("%s, found %s: the letter %q tells the %s %s", s.Description, way.Name, kind, party, canary.Text)
						}
					}
				}
			}
		}
	}
	if written < 1000 {
		t.Errorf("only %d letters were written", written)
	}
}

// isTo says whether a canary is the reader's own name.
func isTo(r kith.Referral, party kith.Party, c situations.Canary) bool {
	return r.Who(party).Name == c.Text
}

func aboutReferrals() (kinds []kith.LetterKind) {
	for e := range stands {
		for _, n := range kith.Notices(e) {
			if !slices.Contains(kinds, n.Letter) {
				kinds = append(kinds, n.Letter)
			}
		}
	}
	return kinds
}

// whole is a letter in all its forms; false where it may not be written.
func whole(t *testing.T, kind kith.LetterKind, f letters.Facts) (string, bool) {
	l, err := letters.Write(kind, f)
	if err != nil {
		return "", false
	}
	html, err := l.HTML()
	if err != nil {
		t.Fatal(err)
	}
	return l.Subject + l.Text() + html, true
}

// TestNobodyWritesToWhoMayNotKnow holds that a letter about a referral to
// somebody who may not know of it is refused, not written empty.
func TestNobodyWritesToWhoMayNotKnow(t *testing.T) {
	v := voice(t)
	for _, s := range situations.All {
		for _, party := range append([]kith.Party{kith.Stranger, kith.House}, kith.Readers...) {
			r := s.Referral()
			_, may := r.SeenBy(party)
			for _, kind := range aboutReferrals() {
				if _, err := letters.Write(kind, letters.Facts{Voice: v, Party: party, To: r.Who(party), Referral: r}); (err == nil) != may {
					t.Errorf("%s: the letter %q to the %s: %v", s.Description, kind, party, err)
				}
			}
		}
	}
}

// TestWordsOfPeopleStayWords holds that what people typed is only text in HTML.
func TestWordsOfPeopleStayWords(t *testing.T) {
	const evil = `<script>alert("x")</script><img src=x onerror=alert(1)>&{{.To}}`
	for _, e := range events {
		for _, n := range kith.Notices(e) {
			f := facts(t, e, n)
			f.To.Name = evil
			f.Referral.Note, f.Referral.HandOver, f.Referral.Letter, f.Referral.Candidate.Name = evil, evil, evil, evil
			f.Referral.Job.Title, f.Invitation.Job.Title, f.Proposal.Job.Title = evil, evil, evil
			f.Invitation.Message, f.Message.Text, f.Message.Author.Name = evil, evil, evil
			f.Colleague.Name = evil
			f.Review.Words, f.Review.Answer, f.Review.Job.Name = evil, evil, evil
			l, err := letters.Write(n.Letter, f)
			if err != nil {
				t.Fatal(err)
			}
			html, err := l.HTML()
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(html, "<script") || strings.Contains(html, "<img") {
				t.Errorf("%s to the %s lets markup through:\n%s", n.Letter, n.Party, html)
			}
		}
	}
}

// TestQuotationsStayQuotations holds that in plain text no line of somebody's
// words can pass for one of ours.
func TestQuotationsStayQuotations(t *testing.T) {
	for _, e := range events {
		for _, n := range kith.Notices(e) {
			f := facts(t, e, n)
			f.Referral.Note, f.Invitation.Message, f.Message.Text = "one\ntwo\n\nthree", "one\ntwo\n\nthree", "one\ntwo\n\nthree"
			l, err := letters.Write(n.Letter, f)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(l.Text()) {
				if strings.HasPrefix(line, "two") || strings.HasPrefix(line, "three") {
					t.Errorf("%s to the %s: %q stands unquoted", n.Letter, n.Party, line)
				}
			}
		}
	}
}
