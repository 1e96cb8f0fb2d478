package web

import (
	"time"

	"kith/internal/kith"
	"kith/internal/web/parts"
)

// storyTitle doesn't promise anything to come where nothing comes.
func (r referralView) storyTitle() string {
	if r.State.Live() {
		return r.v.t("referral.story")
	}
	return r.v.t("referral.story_ended")
}

// story is what happened and what comes, oldest first. A day is named once.
func (r referralView) story() []parts.Moment {
	var all []parts.Moment
	for _, line := range r.Story {
		all = append(all, r.moment(parts.Done, line.Key, line.At, all))
	}
	if len(all) > 0 {
		all[len(all)-1].Step = r.lastStep()
	}
	for _, next := range r.WhatNext(r.Party) {
		all = append(all, r.moment(parts.Next, next.Key, next.At, all))
	}
	return all
}

func (r referralView) moment(step parts.Step, key string, at time.Time, before []parts.Moment) parts.Moment {
	m := parts.Moment{Step: step, At: at, When: r.v.voice.Short(at), Title: r.say(key)}
	switch {
	case at.IsZero():
		m.When = r.v.t("referral.at_a_yes")
	case len(before) > 0 && r.v.voice.SameDay(at, before[len(before)-1].At):
		m.When = r.v.voice.Hour(at)
	}
	return m
}

func (r referralView) lastStep() parts.Step {
	switch {
	case r.State.Live():
		return parts.Now
	case r.State == kith.Introduced && (r.Later == "" || r.Later == kith.LaterHired):
		return parts.GoodEnd
	}
	return parts.Done
}

// trio is the three people, how they are tied and what each does.
func (r referralView) trio() parts.TrioProps {
	p := parts.TrioProps{Client: r.party(kith.Client), Referrer: r.party(kith.Referrer), Candidate: r.party(kith.Candidate), Tie: r.tie()}
	p.TieWords = r.v.t("trio.tie." + string(p.Tie))
	for _, one := range []parts.Party{p.Client, p.Referrer, p.Candidate} {
		p.Label += one.Called
		if one.Does != "" {
			p.Label += ": " + one.Does
		}
		p.Label += ". "
	}
	p.Label += p.TieWords
	return p
}

func (r referralView) tie() parts.Tie {
	switch {
	case r.State.Live():
		return parts.NotYet
	case r.lastStep() == parts.GoodEnd:
		return parts.Joined
	}
	return parts.Apart
}

func (r referralView) party(side kith.Party) parts.Party {
	who := r.Who(side)
	p := parts.Party{ID: who.ID, Name: who.Name, Called: firstName(who), Now: r.Says(r.Party).Turn == side}
	switch {
	case side == r.Party:
		p.Called = r.v.t("trio.you")
	case !who.Known():
		p.ID, p.Called = "", r.v.t("trio.colleague")
	}
	if key := r.does() + "." + string(side); r.v.voice.Has(key) {
		p.Does = r.say(key)
	}
	return p
}

// does is where the words for what each of the three does are kept.
func (r referralView) does() string {
	switch {
	case r.State == kith.AwaitingCandidate && r.Says(r.Party).Turn == "":
		return "trio.by_email"
	case r.Later == kith.LaterHired:
		return "trio.hired"
	case !r.State.Live() && r.tie() == parts.Apart:
		return "trio.ended"
	}
	return "trio." + string(r.State)
}
