package work

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"time"

	"kith/internal/act"
	"kith/internal/ids"
	"kith/internal/kith"
	"kith/internal/letters"
	"kith/internal/mail"
	"kith/internal/store"
)

// errOvertaken says that a letter makes no sense any more.
var errOvertaken = errors.New("overtaken")

// errUnwritten says that a letter can't be written. That is our mistake, and
// must not stand in the way of other letters.
var errUnwritten = errors.New("the letter can't be written")

// outgoing is a letter on its way: claimed in the store, not yet sent.
type outgoing struct {
	task   store.Task
	letter store.Letter
	failed error
}

// letters writes the letters of a batch of tasks in one transaction, delivers
// them, and marks in one transaction what became of each. A letter that was
// written at an earlier try goes out again as it was, with its Message-ID.
func (w *Worker) letters(ctx context.Context, tasks []store.Task, now time.Time) error {
	if len(tasks) == 0 {
		return nil
	}
	var out []outgoing
	err := w.Store.Write(ctx, func(tx *store.Tx) error {
		out = out[:0]
		for _, k := range tasks {
			l, err := w.claim(ctx, tx, k, now)
			if err != nil && !errors.Is(err, errOvertaken) && !errors.Is(err, errUnwritten) && !store.IsNone(err) {
				return err
			}
			out = append(out, outgoing{k, l, err})
		}
		return nil
	})
	if err != nil {
		return err
	}
	w.deliver(ctx, out)
	return w.mark(ctx, out, now)
}

func (w *Worker) deliver(ctx context.Context, out []outgoing) {
	var messages []mail.Message
	var at []int
	for i, o := range out {
		if o.failed == nil {
			messages, at = append(messages, w.message(o.letter)), append(at, i)
		}
	}
	ctx, cancel := context.WithTimeout(ctx, sendTime)
	defer cancel()
	for i, err := range w.Mail.Deliver(ctx, messages) {
		out[at[i]].failed = err
	}
}

// mark keeps what became of the letters, also when the program is about to
// stop: what the server took must not go out again.
func (w *Worker) mark(ctx context.Context, out []outgoing, now time.Time) error {
	ctx = context.WithoutCancel(ctx)
	return w.Store.Write(ctx, func(tx *store.Tx) error {
		for _, o := range out {
			if err := w.markOne(ctx, tx, o, now); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *Worker) markOne(ctx context.Context, tx *store.Tx, o outgoing, now time.Time) error {
	switch {
	case errors.Is(o.failed, errOvertaken) || store.IsNone(o.failed):
		return tx.FinishTask(ctx, o.task.Once, now)
	case o.failed != nil:
		return w.putOff(ctx, tx, o.task, o.failed, now)
	}
	l := o.letter
	if err := tx.LetterSent(ctx, l.Task, withoutSecrets(l.Kind, l.Text), withoutSecrets(l.Kind, l.HTML), now); err != nil {
		return err
	}
	return tx.FinishTask(ctx, o.task.Once, now)
}

var answerLink = regexp.MustCompile(`(/answer/)[A-Za-z0-9_-]+`)

// withoutSecrets is a letter's text as it is kept once it was sent: links that
// let somebody act are taken out, and of a sign-in letter nothing stays.
func withoutSecrets(kind kith.LetterKind, text string) string {
	if kind == kith.LetterSignIn {
		return ""
	}
	return answerLink.ReplaceAllString(text, "${1}…")
}

func (w *Worker) message(l store.Letter) mail.Message {
	return mail.Message{
		MessageID: l.MessageID, To: l.Address, From: w.From, FromName: w.Site, Subject: l.Subject, Text: l.Text, HTML: l.HTML, Date: l.WrittenAt,
	}
}

// claim is the letter of a task: the one that was written before, or a new one,
// kept before it is sent.
func (w *Worker) claim(ctx context.Context, tx *store.Tx, k store.Task, now time.Time) (store.Letter, error) {
	f, err := w.facts(ctx, tx, k, now)
	if err != nil {
		return store.Letter{}, err
	}
	have, err := tx.Letter(ctx, k.Once)
	if err == nil || !store.IsNone(err) {
		return have, err
	}
	l, err := w.write(ctx, tx, k, f, now)
	if err != nil {
		return l, err
	}
	fresh, err := tx.AddLetter(ctx, l)
	if err == nil && !fresh {
		err = errOvertaken // this person has that letter for this event already
	}
	return l, err
}

func (w *Worker) write(ctx context.Context, tx *store.Tx, k store.Task, f addressed, now time.Time) (store.Letter, error) {
	if k.Party == kith.Candidate && f.Referral.State == kith.AwaitingCandidate {
		var err error
		if f.AnswerLink, err = w.answerLink(ctx, tx, k, f.Referral); err != nil {
			return store.Letter{}, err
		}
	}
	written, err := letters.Write(k.Letter, f.Facts)
	if err != nil {
		return store.Letter{}, fmt.Errorf("%w: %w", errUnwritten, err)
	}
	html, err := written.HTML()
	return store.Letter{
		Task: k.Once, Person: k.Person, Event: k.Event, Kind: k.Letter, MessageID: w.IDs.New() + "@" + w.host(), Address: f.address,
		Subject: written.Subject, Text: written.Text(), HTML: html, WrittenAt: now,
	}, err
}

// answerLink makes the link with which a candidate can say no without signing
// in. Only its hash is kept.
func (w *Worker) answerLink(ctx context.Context, tx *store.Tx, k store.Task, r kith.Referral) (string, error) {
	token := w.IDs.Token()
	err := tx.AddActionLink(ctx, store.ActionLink{
		Token: ids.Hash(token), Person: k.Person, Referral: r.ID, Purpose: act.LinkPurposeDecline, ExpiresAt: r.Deadline,
	})
	return "/answer/" + token, err
}

func (w *Worker) host() string {
	u, err := url.Parse(w.Base)
	if err != nil || u.Hostname() == "" {
		return "localhost"
	}
	return u.Hostname()
}

// addressed are facts with the address they go to.
type addressed struct {
	letters.Facts
	address string
}

// SignIn is the payload of a sign-in letter's task.
type SignIn struct{ Email, Link, Code string }

// facts gathers what a letter tells of, or says that it was overtaken: whoever
// was to be asked has answered, or it ended otherwise.
func (w *Worker) facts(ctx context.Context, tx *store.Tx, k store.Task, now time.Time) (addressed, error) {
	if k.Letter == kith.LetterSignIn {
		return w.signIn(k, now)
	}
	to, err := tx.Person(ctx, k.Person)
	if err != nil {
		return addressed{}, err
	}
	f := letters.Facts{
		Voice: w.Book.Speak("en", kith.Zone(to.TimeZone, w.Zone), now), Base: w.Base, Site: w.Site, To: to.Someone(), Party: k.Party,
	}
	state, err := w.subject(ctx, tx, k, &f)
	if err == nil && k.Only != "" && state != k.Only {
		err = errOvertaken
	}
	return addressed{f, to.Email}, err
}

func (w *Worker) signIn(k store.Task, now time.Time) (addressed, error) {
	var p SignIn
	if err := json.Unmarshal([]byte(k.Payload), &p); err != nil {
		return addressed{}, err
	}
	if now.After(k.Due.Add(signInTime)) {
		return addressed{}, errOvertaken
	}
	return addressed{letters.Facts{
		Voice: w.Book.Speak("en", w.Zone, now), Base: w.Base, Site: w.Site, Link: p.Link, Code: p.Code,
	}, p.Email}, nil
}

// signInTime is how long a sign-in letter is worth sending: its link is dead
// after that.
const signInTime = 10 * time.Minute

var aboutInvitation = map[kith.LetterKind]bool{
	kith.LetterInvited: true, kith.LetterInvitedReminder: true, kith.LetterAccepted: true, kith.LetterDeclined: true,
	kith.LetterInvitationEnded: true, kith.LetterTakenBack: true,
}

var aboutProposal = map[kith.LetterKind]bool{
	kith.LetterApplied: true, kith.LetterHired: true, kith.LetterNotSelected: true, kith.LetterProposalBack: true, kith.LetterMessage: true,
	kith.LetterWorkAskedAfter: true, kith.LetterWorkOver: true, kith.LetterOutcomeReminder: true,
}

var aboutReview = map[kith.LetterKind]bool{
	kith.LetterNoteChange: true, kith.LetterNoteRefused: true, kith.LetterJobHeld: true, kith.LetterJobReleased: true,
	kith.LetterJobRefused: true, kith.LetterReviewAnswered: true,
}

// subject loads what the letter is about and says in which state it is.
func (w *Worker) subject(ctx context.Context, tx *store.Tx, k store.Task, f *letters.Facts) (state string, err error) {
	switch {
	case aboutReview[k.Letter]:
		f.Review, err = tx.Review(ctx, k.Subject)
		return string(f.Review.State), err
	case aboutInvitation[k.Letter]:
		f.Invitation, err = tx.Invitation(ctx, k.Subject)
		return string(f.Invitation.State), err
	case aboutProposal[k.Letter]:
		if f.Proposal, err = tx.Proposal(ctx, k.Subject); err == nil && k.Party == kith.Referrer {
			err = ownReferral(ctx, tx, k.Person, f)
		}
		if err == nil {
			err = referenceOf(ctx, tx, f)
		}
		if err != nil || k.Letter != kith.LetterMessage {
			return string(f.Proposal.Status), err
		}
		e, err := tx.Event(ctx, k.Event)
		if err != nil {
			return "", err
		}
		f.Message, err = tx.Message(ctx, e.Message)
		return string(f.Proposal.Status), err
	case k.Letter == kith.LetterCircle:
		return circle(ctx, tx, k, f)
	}
	if f.Referral, err = tx.Referral(ctx, k.Subject); err != nil {
		return "", err
	}
	if aboutQuestion[k.Letter] {
		if err := ofQuestion(ctx, tx, k, f); err != nil {
			return "", err
		}
	}
	seen, _ := f.Referral.SeenBy(k.Party) // to whoever said no it is over
	return string(seen.State), nil
}

// referenceOf is the number of the referral that led to a proposal, if one did.
func referenceOf(ctx context.Context, tx *store.Tx, f *letters.Facts) error {
	if f.Proposal.Referral == "" {
		return nil
	}
	r, err := tx.Referral(ctx, f.Proposal.Referral)
	f.Ref = r.Ref
	return err
}

var aboutQuestion = map[kith.LetterKind]bool{kith.LetterQuestion: true, kith.LetterAnswer: true}

func ofQuestion(ctx context.Context, tx *store.Tx, k store.Task, f *letters.Facts) error {
	e, err := tx.Event(ctx, k.Event)
	if err == nil {
		f.Question, err = tx.Question(ctx, e.Message)
	}
	return err
}

// circle is the colleague who asks, and how the reader stands to them now.
func circle(ctx context.Context, tx *store.Tx, k store.Task, f *letters.Facts) (string, error) {
	who, err := tx.Person(ctx, k.Subject)
	if err != nil {
		return "", err
	}
	f.Colleague = who.Someone()
	tie, err := tx.Tie(ctx, k.Person, k.Subject)
	f.Until = tie.Until()
	return string(tie.State(f.Voice.Now)), err
}

// ownReferral leads each referrer of a proposal to the referral that is theirs.
func ownReferral(ctx context.Context, tx *store.Tx, person string, f *letters.Facts) error {
	vouching, err := tx.Vouching(ctx, f.Proposal)
	for _, r := range vouching {
		if r.Referrer.ID == person {
			f.Proposal.Referral = r.ID
		}
	}
	return err
}
