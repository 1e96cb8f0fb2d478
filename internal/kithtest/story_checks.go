package kithtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/words"
)

// checks are what people get and see by then.
var checks = []row{
	says(`NAME gets TEXT`, gets),
	says(`NAME gets nothing( more)?`, getsNothing),
	says(`nobody gets anything( more)?`, nobodyGets),
	says(`NAME reads TEXT`, readsInLetter),
	says(`NAME doesn't read TEXT`, func(s *story, w []string) error { return not(readsInLetter(s, w)) }),

	says(`NAME sees TEXT`, sees),
	says(`NAME sees next TEXT`, seesNext),
	says(`NAME doesn't see TEXT`, func(s *story, w []string) error { return not(sees(s, w)) }),
	says(`NAME sees in the story TEXT`, seesInStory),
	says(`NAME sees nothing`, seesNothing),
	says(`NAME takes the vouch for WORD`, takesVouchFor),
	says(`NAME came to the job as WORD`, cameAs),
	says(`NAME reads (\d+) vouch(?:es)? for NAME`, readsVouches),
	says(`NAME is the referrer of NAME`, isReferrer),
	says(`NAME sees no name yet`, seesNoName),
	says(`NAME finds nothing of the job`, findsNothing),
	says(`NAME and NAME read the same`, readTheSame),

	says(`NAME can hand it on`, canHandOn),
	says(`NAME can't hand it on: TEXT`, cannotHandOn),
	says(`NAME has NAME in the list`, inTheList),
	says(`NAME has NAME in the list, WORD`, inTheListAs),
	says(`NAME doesn't have NAME in the list`, func(s *story, w []string) error { return not(inTheList(s, w)) }),
	says(`nothing waits for NAME`, nothingWaits),
	says(`it waits for NAME`, func(s *story, w []string) error { return not(nothingWaits(s, w)) }),
	says(`NAME can't (.+): TEXT`, cannot),
}

func not(err error) error {
	if err == nil {
		return errors.New("but it is so")
	}
	return nil
}

func (s *story) voice() words.Voice { return s.Book.Speak("en", time.UTC, s.Clock.Now()) }

// plain makes apostrophes alike, so that stories can be typed.
func plain(text string) string { return strings.ReplaceAll(text, "’", "'") }

func (s *story) freshTo(name string, only bool) (at []int, subjects []string) {
	for i := s.fresh; i < len(s.letters); i++ {
		if l := s.letters[i]; l.To == address(name) && !(only && s.told[i]) {
			at, subjects = append(at, i), append(subjects, l.Subject)
		}
	}
	return at, subjects
}

func gets(s *story, w []string) error {
	at, subjects := s.freshTo(w[0], true)
	for n, subject := range subjects {
		if strings.Contains(plain(subject), plain(w[1])) {
			s.told[at[n]] = true
			return nil
		}
	}
	return fmt.Errorf("since the last step they got %q", subjects)
}

func getsNothing(s *story, w []string) error {
	if _, subjects := s.freshTo(w[0], w[1] != ""); len(subjects) > 0 {
		return fmt.Errorf("they got %q", subjects)
	}
	return nil
}

func nobodyGets(s *story, w []string) error {
	for i := s.fresh; i < len(s.letters); i++ {
		if l := s.letters[i]; w[0] == "" || !s.told[i] {
			return fmt.Errorf("%s got %q", l.To, l.Subject)
		}
	}
	return nil
}

func readsInLetter(s *story, w []string) error {
	at, _ := s.freshTo(w[0], false)
	for _, i := range at {
		if l := s.letters[i]; strings.Contains(plain(l.Text), plain(w[1])) {
			return nil
		}
	}
	return fmt.Errorf("in none of %d letters", len(at))
}

func sees(s *story, w []string) error {
	if page := s.page(w[0]); !strings.Contains(plain(page), plain(w[1])) {
		return fmt.Errorf("they see %q", page)
	}
	return nil
}

// page is the sentences that somebody is shown of the job that is talked about:
// those of their newest referral, and those of the invitations.
func (s *story) page(name string) string {
	var page []string
	if r, err := s.referral(name); err == nil {
		say, then := s.voice().Says(r.Referral, r.Party)
		page = append(page, say, then)
	}
	for at, id := range s.invitations {
		if at.job != s.job {
			continue
		}
		if i, err := s.Desk.Invitation(s.Ctx, s.Reader(s.id(name)), id); err == nil {
			page = append(page, s.invitationSays(i))
		}
	}
	slices.Sort(page[min(2, len(page)):])
	all := strings.TrimSpace(strings.Join(page, " "))
	if unsaid.MatchString(all) {
		s.T.Errorf("%s:%d: the page lacks words: %q", s.file, s.line, all)
	}
	return all
}

// invitationSays is the sentence on an invitation's page.
func (s *story) invitationSays(i query.Invitation) string {
	key := "invitation.says." + string(i.Party) + "." + string(i.State)
	switch {
	case i.State == kith.Declined:
		key += "." + string(i.Reason)
	case i.State == kith.Withdrawn && !i.Job.Open():
		key += "_job"
	case i.State == kith.Pending && i.Stand.Stands():
		key += "_stands"
	}
	return s.voice().T(key, words.InvitationArgs(s.voice(), i.Invitation)...)
}

func seesNothing(s *story, w []string) error {
	if page := s.page(w[0]); page != "" {
		return fmt.Errorf("they see %q", page)
	}
	return nothingWaits(s, w)
}

func seesNoName(s *story, w []string) error {
	r, err := s.referral(w[0])
	if err != nil {
		return err
	}
	if r.Candidate.Known() || r.Note != "" || r.HandOver != "" {
		return fmt.Errorf("they see %q, %q, %q", r.Candidate.Name, r.Note, r.HandOver)
	}
	m, err := s.Desk.Manager(s.Ctx, s.Reader(s.id(w[0])), s.job)
	for _, one := range m.Rows {
		if one.Source == kith.Referred && one.Person.Known() {
			return fmt.Errorf("the list names %s", one.Person.Name)
		}
	}
	return err
}

// findsNothing looks wherever somebody who has no part in a job could look.
func findsNothing(s *story, w []string) error {
	for _, by := range []query.Reader{s.Reader(s.id(w[0])), s.Reader("")} {
		if _, err := s.Desk.Job(s.Ctx, by, s.job); !refused(err, kith.NotFound) {
			return fmt.Errorf("the job's page answers %v", err)
		}
		jobs, all, err := s.Desk.OpenJobs(s.Ctx, by, 1)
		if err != nil || all != len(jobs) || slices.ContainsFunc(jobs, func(j kith.Job) bool { return j.ID == s.job }) {
			return fmt.Errorf("it is among %d of %d jobs (%v)", len(jobs), all, err)
		}
	}
	for at, id := range s.invitations {
		if _, err := s.Desk.Invitation(s.Ctx, s.Reader(s.id(w[0])), id); at.job == s.job && !refused(err, kith.NotFound) {
			return fmt.Errorf("an invitation's page answers %v", err)
		}
	}
	_, err := s.House.Apply(s.Ctx, s.as(w[0]), s.job, offerOf("Let me in."))
	if !refused(err, kith.NotFound) {
		return fmt.Errorf("applying answers %v", err)
	}
	return nil
}

func refused(err error, code kith.Code) bool {
	var no kith.Refusal
	return errors.As(err, &no) && no.Code == code
}
