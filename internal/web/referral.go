package web

import (
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// referralView is a referral as one of the three sees it.
type referralView struct {
	v *visit
	query.Referral
	s *sheet
	// Job is the job as the candidate may see it now, with their own part in it.
	Job query.Job
	// Out are the letters that will leave, while it is still sending.
	Out *outgoing
	// Pulse is how responsive the client is; for a candidate who decides.
	Pulse string
	// MayAgain says that the referrer can hand the invitation on again.
	MayAgain bool
	// Link is what a referrer passes on to somebody outside, while it waits.
	Link string
}

// referral is the page of one, for all three.
func referral(v *visit) error { return v.referralPage(v.fresh(nil)) }

// referralPage shows it, after a refused act with the reason.
func (v *visit) referralPage(s *sheet) error {
	r, err := v.readReferral()
	if err != nil {
		return err
	}
	view := referralView{v: v, Referral: r, s: s}
	if err := view.fill(); err != nil {
		return err
	}
	return v.showAs(s.status(), referralPage(view))
}

func (v *visit) readReferral() (query.Referral, error) {
	return v.site.Desk.Referral(v.r.Context(), v.reader(), v.path("id"))
}

// fill asks for what only one of the three sees.
func (r *referralView) fill() error {
	switch {
	case r.Party == kith.Candidate:
		if r.State == kith.AwaitingCandidate {
			if err := r.fillPulse(); err != nil {
				return err
			}
		}
		return r.fillJob()
	case r.Party == kith.Referrer && r.State == kith.Sending:
		return r.fillLetters()
	case r.Party == kith.Referrer && r.State == kith.AwaitingOutsider:
		return r.fillLink()
	case r.Party == kith.Referrer && !r.State.Live():
		i, err := r.v.site.Desk.Invitation(r.v.r.Context(), r.v.reader(), r.Invitation)
		r.MayAgain = err == nil && i.MayRefer == nil
		return err
	}
	return nil
}

// fillJob falls back on what was mailed where the job can't be seen any more.
func (r *referralView) fillJob() error {
	j, err := r.v.site.Desk.Job(r.v.r.Context(), r.v.reader(), r.Referral.Job.ID)
	if isCode(err, kith.NotFound) {
		r.Job = query.Job{Job: r.Referral.Job, MayApply: err}
		return nil
	}
	r.Job = j
	return err
}

func (r *referralView) fillLetters() error {
	p, err := r.v.site.Desk.Outgoing(r.v.r.Context(), r.v.reader(), r.ID)
	if isCode(err, kith.NotFound) {
		return nil // it left meanwhile
	}
	if err != nil {
		return err
	}
	out, err := r.v.outgoing(p)
	r.Out = &out
	return err
}

func (r referralView) say(key string) string { return r.v.referralWord(key, r.Referral) }

// sayAs is a sentence of which each of the three has their own.
func (r referralView) sayAs(key string) string { return r.say(key + "." + string(r.Party)) }

func (r referralView) title() parts.TitleProps {
	back := parts.Link{Label: r.v.t("mine.referrals"), Href: "/referrals"}
	if r.Party == kith.Client {
		back = parts.Link{Label: r.v.t("invitation.people"), Href: "/jobs/" + r.Referral.Job.ID + "/people"}
	}
	return parts.TitleProps{
		Title:  r.v.referralTitle(r.Referral),
		Crumbs: parts.CrumbsProps{Label: r.v.t("loop.back"), Links: []parts.Link{back}, Note: r.Ref},
	}
}

// running says that a clock runs for somebody who is asked: then the strip says
// whose turn it is, until when and what then, and no sentence repeats it.
func (r referralView) running() bool {
	asked := r.State == kith.AwaitingCandidate || r.State == kith.AwaitingClient
	says := r.Says(r.Party)
	return asked && !r.Referral.Checked() && says.Turn != "" && !says.Until.IsZero()
}

// strip answers whose turn it is, until when, and what then.
func (r referralView) strip() parts.StripProps {
	says := r.Says(r.Party)
	p := parts.StripProps{
		TurnLabel: r.v.t("referral.turn"), UntilLabel: r.v.t("referral.until"), ThenLabel: r.v.t("referral.then"),
		Turn: r.turnWords(says.Turn), Yours: r.v.myTurn(r.Referral), Sign: signOf(r.Referral),
	}
	if r.State.Live() && !says.Until.IsZero() {
		p.Until, p.UntilAt = r.v.voice.Short(says.Until), says.Until
	}
	p.Then = r.then()
	return p
}

// then is what comes when the time runs out or, where no time is told, at a yes;
// of what has ended, what still holds.
func (r referralView) then() string {
	next := r.WhatNext(r.Party)
	switch {
	case len(next) == 0:
		_, then := r.v.voice.Says(r.Referral.Referral, r.Party)
		return then
	case next[0].At.IsZero():
		return r.v.t("referral.then_at_a_yes", "what", r.say(next[0].Key))
	}
	return r.say(next[0].Key) + "."
}

func (r referralView) turnWords(turn kith.Party) string {
	switch {
	case r.Referral.Checked() && turn == "":
		return r.v.t("referral.turn_checking")
	case r.State == kith.Sending && turn == "":
		return r.v.t("referral.turn_sending")
	case r.State == kith.AwaitingOutsider:
		return r.v.t("outside.turn")
	case turn == "" && r.State.Live():
		return r.v.t("referral.turn_open")
	case turn == "":
		return r.v.t("referral.turn_nobody")
	case turn == r.Party:
		return r.v.t("referral.turn_yours")
	case !r.Who(turn).Known():
		return r.v.t("trio.colleague")
	}
	return firstName(r.Who(turn))
}

func (r referralView) status() parts.StatusProps {
	say, then := r.v.voice.Says(r.Referral.Referral, r.Party)
	return parts.StatusProps{Sign: signOf(r.Referral), Sentence: say, Then: then}
}

// facts are the particulars.
func (r referralView) facts() []parts.Fact {
	job := parts.Fact{Term: r.v.t("loop.job"), Text: r.Referral.Job.Title}
	if r.Party != kith.Candidate || r.Job.Visibility != kith.Private {
		job.Href = "/jobs/" + r.Referral.Job.ID
	}
	facts := []parts.Fact{job}
	add := func(key, text string) {
		if text != "" {
			facts = append(facts, parts.Fact{Term: r.v.t(key), Text: text})
		}
	}
	add("referral.address", r.Email)
	if level := r.shownLevel(); level != "" {
		add("referral.vouch", r.sayAs("referral.vouch."+string(level)))
	}
	if r.OwnVouch != "" && r.Party == kith.Candidate {
		add("referral.own", r.say("yes.vouch."+string(r.OwnVouch)))
	}
	if r.Rate.Stated() {
		add("loop.rate", r.v.voice.Money(r.Rate))
	}
	if p := r.Referral.Job.Policy(); p != kith.PolicyOff && r.State.Live() && r.Party == kith.Referrer {
		add("loop.policy", r.v.t("loop.policy."+string(p), "client", firstName(r.Client)))
	}
	return append(facts, parts.Fact{Term: r.v.t("referral.reference"), Body: parts.Ref(r.Ref)})
}

// zones says by which time the one lives whose turn it is.
func (r referralView) zones() string {
	return r.v.theirZone("loop.their_zone", r.Who(r.Says(r.Party).Turn))
}

// noReward is what R19 wants said.
func (r referralView) noReward() string {
	key := "referral.no_reward." + string(r.Party)
	if r.Party == kith.Client && !r.Candidate.Known() {
		key += "_unnamed"
	}
	return r.say(key)
}

// inbox is what R7 wants said.
func (r referralView) inbox() string {
	if r.Party == kith.Client {
		return r.v.t("loop.inbox_client")
	}
	return r.v.t("loop.inbox", "client", firstName(r.Client))
}

// quotes are the words of people that the reader may see.
func (r referralView) quotes() []parts.NoteProps {
	var all []parts.NoteProps
	add := func(key, text string) {
		if text != "" {
			all = append(all, parts.NoteProps{Cite: r.sayAs(key), Text: text})
		}
	}
	if r.Note != "" {
		all = append(all, parts.NoteProps{Cite: r.say(r.noteKey()), Text: r.Note})
	}
	add("referral.hand_over", r.HandOver)
	add("referral.letter", r.Letter)
	return all
}

// noteKey tells the candidate also whether the client gets the note.
func (r referralView) noteKey() string {
	key := "referral.note." + string(r.Party)
	switch {
	case r.Party != kith.Candidate || r.State == kith.AwaitingCandidate:
	case !r.SaidYesAt.IsZero():
		key += "_yes"
	default:
		key += "_ended"
	}
	return key
}
