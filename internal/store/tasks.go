package store

import (
	"cmp"
	"context"
	"embed"
	"slices"
	"time"

	"kith/internal/kith"
	"kith/internal/store/db"
)

//go:embed differ
var differ embed.FS

// TaskKind says what kind of work a task is.
type TaskKind string

// The kinds. A letter goes out; the others let time do its act on a subject.
const (
	TaskLetter           TaskKind = "letter"
	TaskLeave            TaskKind = "leave"             // referral
	TaskRemind           TaskKind = "remind"            // referral
	TaskLapse            TaskKind = "lapse"             // referral
	TaskRemindInvitation TaskKind = "remind_invitation" // invitation
	TaskLapseInvitation  TaskKind = "lapse_invitation"  // invitation
	TaskRemindContract   TaskKind = "remind_contract"   // proposal
)

// Task is work to be done once, written in the transaction it follows from.
type Task struct {
	// Once names the work for ever: a second task of the same name is never
	// written.
	Once    string
	Kind    TaskKind
	Subject string // the id of what it is about
	Event   string // the event it follows from, for letters
	Party   kith.Party
	Person  string
	Letter  kith.LetterKind
	Only    string // the subject's state in which the letter still makes sense
	Payload string // what a letter without an event needs
	Due     time.Time
	Tries   int
	Problem string
	Stuck   bool
	DoneAt  time.Time // zero while it is open; only where it is looked at
}

// AddTask writes a task, unless one of that name was ever written.
func (t *Tx) AddTask(ctx context.Context, k Task) error {
	_, err := t.q.InsertTask(ctx, db.InsertTaskParams{
		Name: k.Once, Kind: string(k.Kind), Subject: k.Subject, EventID: k.Event, Party: string(k.Party), PersonID: k.Person,
		Letter: string(k.Letter), OnlyState: k.Only, Payload: k.Payload, Due: k.Due,
	})
	return err
}

// ClaimTasks takes up to limit tasks that are due, earliest first, and keeps
// others from taking them until the lease is over.
func (t *Tx) ClaimTasks(ctx context.Context, now time.Time, lease time.Duration, limit int) ([]Task, error) {
	claim, err := differ.ReadFile("differ/claim_" + string(t.kind) + ".sql")
	if err != nil {
		return nil, err
	}
	rows, err := t.raw.QueryContext(ctx, string(claim), now, now.Add(lease), limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Task
	for rows.Next() {
		var k Task
		if err := rows.Scan(&k.Once, &k.Kind, &k.Subject, &k.Event, &k.Party, &k.Person, &k.Letter, &k.Only, &k.Payload, &k.Due, &k.Tries); err != nil {
			return nil, err
		}
		k.Due = k.Due.UTC()
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b Task) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Once, b.Once)) })
	return all, rows.Err()
}

// FinishTask marks a task as done. Its payload is forgotten.
func (t *Tx) FinishTask(ctx context.Context, once string, now time.Time) error {
	_, err := t.q.FinishTask(ctx, db.FinishTaskParams{Name: once, DoneAt: &now})
	return err
}

// RetryTask puts a task off until due, with what went wrong; a stuck task
// waits for the operator.
func (t *Tx) RetryTask(ctx context.Context, once string, due time.Time, problem string, stuck bool) error {
	_, err := t.q.RetryTask(ctx, db.RetryTaskParams{Name: once, Due: due, Problem: problem, Stuck: stuck})
	return err
}

// ReleaseTask lets a stuck task be tried again now.
func (t *Tx) ReleaseTask(ctx context.Context, once string, now time.Time) error {
	return foundRows(t.q.ReleaseTask(ctx, db.ReleaseTaskParams{Name: once, Due: now}))
}

// NextDue is when the next task is due; zero where none waits.
func (t *Tx) NextDue(ctx context.Context) (time.Time, error) {
	due, err := t.q.NextDue(ctx)
	if err = found(err); IsNone(err) {
		return time.Time{}, nil
	}
	return due.UTC(), err
}

// TasksInTrouble are the tasks that failed at least once and are not done.
func (t *Tx) TasksInTrouble(ctx context.Context) ([]Task, error) {
	rows, err := t.q.TasksInTrouble(ctx)
	return each(rows, err, taskOf)
}

func taskOf(r db.Task) Task {
	return Task{
		Once: r.Name, Kind: TaskKind(r.Kind), Subject: r.Subject, Event: r.EventID, Party: kith.Party(r.Party), Person: r.PersonID,
		Letter: kith.LetterKind(r.Letter), Due: r.Due.UTC(), Tries: int(r.Tries), Problem: r.Problem, Stuck: r.Stuck, DoneAt: moment(r.DoneAt),
	}
}

// CountOpenTasks is how many tasks are not done, due or not.
func (t *Tx) CountOpenTasks(ctx context.Context) (int, error) {
	n, err := t.q.CountOpenTasks(ctx)
	return int(n), err
}

// Letter is one letter as it was written for one person, event and kind.
type Letter struct {
	Task, Person, Event string
	Kind                kith.LetterKind
	MessageID, Address  string
	Subject, Text, HTML string
	WrittenAt, SentAt   time.Time
}

// Letter is the letter of a task, if it was written already.
func (t *Tx) Letter(ctx context.Context, task string) (Letter, error) {
	l, err := t.q.Letter(ctx, task)
	return Letter{
		l.Task, l.PersonID, l.EventID, kith.LetterKind(l.Kind), l.MessageID, l.Address, l.Subject, l.Text, l.Html,
		l.WrittenAt.UTC(), moment(l.SentAt),
	}, found(err)
}

// AddLetter claims a letter before it is sent. It says false where the same
// person has a letter of this kind for this event already.
func (t *Tx) AddLetter(ctx context.Context, l Letter) (bool, error) {
	n, err := t.q.InsertLetter(ctx, db.InsertLetterParams{
		Task: l.Task, PersonID: l.Person, EventID: l.Event, Kind: string(l.Kind), MessageID: l.MessageID, Address: l.Address,
		Subject: l.Subject, Text: l.Text, Html: l.HTML, WrittenAt: l.WrittenAt,
	})
	return n > 0, err
}

// LetterSent marks a letter as sent and keeps its text without the secrets.
func (t *Tx) LetterSent(ctx context.Context, task, text, html string, now time.Time) error {
	_, err := t.q.LetterSent(ctx, db.LetterSentParams{Task: task, SentAt: &now, Text: text, Html: html})
	return err
}

// CountLetters is how many letters were sent.
func (t *Tx) CountLetters(ctx context.Context) (int, error) {
	n, err := t.q.CountLetters(ctx)
	return int(n), err
}

// AddEvent keeps what happened.
func (t *Tx) AddEvent(ctx context.Context, e kith.Event) error {
	return t.q.InsertEvent(ctx, db.InsertEventParams{
		ID: e.ID, At: e.At, Kind: string(e.Kind), ActorID: e.Actor, JobID: e.Job, InvitationID: e.Invitation,
		ReferralID: e.Referral, ProposalID: e.Proposal, MessageID: e.Message, Till: orNone(e.Till),
	})
}

func eventOf(e db.Event) kith.Event {
	return kith.Event{
		ID: e.ID, At: e.At.UTC(), Kind: kith.EventKind(e.Kind), Actor: e.ActorID, Job: e.JobID, Invitation: e.InvitationID,
		Referral: e.ReferralID, Proposal: e.ProposalID, Message: e.MessageID, Till: moment(e.Till),
	}
}

// Event is the event with this id.
func (t *Tx) Event(ctx context.Context, id string) (kith.Event, error) {
	e, err := t.q.Event(ctx, id)
	return eventOf(e), found(err)
}

// EventsOfReferral is what happened to a referral, oldest first.
func (t *Tx) EventsOfReferral(ctx context.Context, id string) ([]kith.Event, error) {
	rows, err := t.q.EventsOfReferral(ctx, id)
	return each(rows, err, eventOf)
}

// EventsOfInvitation is what happened to an invitation, oldest first.
func (t *Tx) EventsOfInvitation(ctx context.Context, id string) ([]kith.Event, error) {
	rows, err := t.q.EventsOfInvitation(ctx, id)
	return each(rows, err, eventOf)
}

// EventsOfProposal is what happened to a proposal, oldest first.
func (t *Tx) EventsOfProposal(ctx context.Context, id string) ([]kith.Event, error) {
	rows, err := t.q.EventsOfProposal(ctx, id)
	return each(rows, err, eventOf)
}
