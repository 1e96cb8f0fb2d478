// Package letters writes what people get by mail: facts in, a letter out. It
// is pure, and the page that shows a referrer what both will get (R4) renders
// the very same letters. One letter is one file, with its golden file.
package letters

import (
	"fmt"
	"time"

	"kith/internal/kith"
	"kith/internal/words"
)

// Letter is what is written to one person.
type Letter struct {
	Subject string
	Body    []Block
	// Foot says why it came, and with which reference number.
	Foot string
}

// Kind says what a block of a letter is.
type Kind int

// The kinds of block.
const (
	Para   Kind = iota // our words
	Lead               // our words, before somebody's own
	Quote              // somebody's own words
	Button             // a link to act on
)

// Block is a paragraph, a quotation or a link.
type Block struct {
	Kind Kind
	Text string
	Href string // of a Button
}

// Facts are what a letter can tell of. Which of them are set depends on the
// letter.
type Facts struct {
	Voice words.Voice // the reader's
	Base  string      // the installation's address, without a slash at the end
	Site  string      // the installation's name
	To    kith.Someone
	Party kith.Party // the side on which the reader stands

	Referral   kith.Referral
	Invitation kith.Invitation
	Proposal   kith.Proposal
	Message    kith.Message
	// Colleague asks the reader into their circle, who can answer until then.
	Colleague kith.Someone
	Until     time.Time
	Review    kith.Review
	Question  kith.Question
	// Ref is the reference number of the referral that led to the proposal; empty
	// where none did.
	Ref string
	// AnswerLink is the path of the page on which one can say no or not now
	// without signing in; only in letters to a candidate who is asked.
	AnswerLink string
	// Link and Code are the two ways through the door, in the sign-in letter.
	Link, Code string
}

// writers holds who writes which letter.
var writers = map[kith.LetterKind]func(f Facts) Letter{
	kith.LetterInvited:         invited,
	kith.LetterInvitedReminder: invitedReminder,
	kith.LetterAccepted:        accepted,
	kith.LetterDeclined:        declined,
	kith.LetterInvitationEnded: invitationEnded,
	kith.LetterTakenBack:       takenBack,
	kith.LetterAsked:           asked,
	kith.LetterAskedReminder:   askedReminder,
	kith.LetterHasAsked:        hasAsked,
	kith.LetterIntroduction:    introduction,
	kith.LetterApproval:        approval,
	kith.LetterApprovalRemind:  approvalReminder,
	kith.LetterReferralEnded:   referralEnded,
	kith.LetterQuestion:        question,
	kith.LetterAnswer:          answer,
	kith.LetterApplied:         applied,
	kith.LetterHired:           hired,
	kith.LetterNotSelected:     notSelected,
	kith.LetterProposalBack:    proposalBack,
	kith.LetterMessage:         message,
	kith.LetterCircle:          circle,
	kith.LetterWorkAskedAfter:  workAskedAfter,
	kith.LetterWorkOver:        workOver,
	kith.LetterOutcomeReminder: outcomeReminder,
	kith.LetterSignIn:          signIn,
	kith.LetterNoteChange:      noteChange,
	kith.LetterNoteRefused:     noteRefused,
	kith.LetterJobHeld:         jobHeld,
	kith.LetterJobReleased:     jobReleased,
	kith.LetterJobRefused:      jobRefused,
	kith.LetterReviewAnswered:  reviewAnswered,
}

// Write writes a letter. Of a referral it tells only what the reader may see.
func Write(kind kith.LetterKind, f Facts) (Letter, error) {
	write, ok := writers[kind]
	if !ok {
		return Letter{}, fmt.Errorf("nobody writes the letter %q", kind)
	}
	if f.Referral.ID != "" && f.Proposal.ID == "" {
		seen, may := f.Referral.SeenBy(f.Party)
		if !may {
			return Letter{}, fmt.Errorf("letter %q: a %s may not know of this referral", kind, f.Party)
		}
		f.Referral = seen
	}
	return write(f), nil
}

// t is a sentence with the names and times of the facts filled in.
func (f Facts) t(key string, more ...any) string {
	return f.Voice.T("letter."+key, append(f.args(), more...)...)
}

func (f Facts) args() []any {
	r, i, p := f.Referral, f.Invitation, f.Proposal
	args := []any{"to", kith.FirstName(f.To.Name), "site", f.Site}
	switch {
	case f.Review.ID != "":
		return append(args, words.ReviewArgs(f.Voice, f.Review)...)
	case p.ID != "":
		return append(args, proposalArgs(f, p)...)
	case r.ID != "":
		return append(args, words.ReferralArgs(f.Voice, r)...)
	case i.ID != "":
		return append(args, words.InvitationArgs(f.Voice, i)...)
	case f.Colleague.ID != "":
		return append(args, "colleague", kith.FirstName(f.Colleague.Name), "colleague_full", f.Colleague.Name, "until", f.Voice.Day(f.Until))
	}
	return args
}

func proposalArgs(f Facts, p kith.Proposal) []any {
	return []any{
		"job", p.Job.Title, "client", kith.FirstName(p.Job.Client.Name), "client_full", p.Job.Client.Name,
		"freelancer", kith.FirstName(p.Freelancer.Name), "freelancer_full", p.Freelancer.Name,
	}
}

func (f Facts) hello() Block          { return Block{Kind: Para, Text: f.t("hello")} }
func (f Facts) para(key string) Block { return Block{Kind: Para, Text: f.t(key)} }
func (f Facts) lead(key string) Block { return Block{Kind: Lead, Text: f.t(key)} }
func quote(text string) Block         { return Block{Kind: Quote, Text: text} }
func (f Facts) button(key, path string) Block {
	return Block{Kind: Button, Text: f.t(key), Href: f.Base + path}
}

// quoted is somebody's words under a line that says whose, or nothing where
// there are none.
func (f Facts) quoted(key, text string) []Block {
	if text == "" {
		return nil
	}
	return []Block{f.lead(key), quote(text)}
}

func join(groups ...[]Block) []Block {
	var all []Block
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}
