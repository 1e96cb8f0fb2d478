package web

import (
	"kith/internal/web/parts"
)

// startView is the front page for people who aren't signed in.
type startView struct{ v *visit }

// start is "Your turn" for members, and what this is all about for others.
func start(v *visit) error {
	if v.me.ID != "" {
		return home(v)
	}
	return v.show(startPage(startView{v}))
}

// gallery shows the design system.
func gallery(v *visit) error { return v.show(parts.Gallery(v.frame(v.t("frame.parts")))) }

// mainWay is the one thing to do here: in the demo, walk in.
func (s startView) mainWay() parts.LinkButtonProps {
	if s.v.site.Village != nil {
		return parts.LinkButtonProps{Label: s.v.t("start.village"), Href: "/village"}
	}
	return parts.LinkButtonProps{Label: s.v.t("frame.join"), Href: "/sign-in"}
}

// trio is the story in one picture. The people are invented.
func (s startView) trio() parts.TrioProps {
	who := func(id, name string) parts.Party {
		return parts.Party{ID: id, Name: name, Called: s.v.t("start." + id), Does: s.v.t("start." + id + ".does"), Quote: s.v.t("start." + id + ".quote")}
	}
	return parts.TrioProps{
		Label: s.v.t("start.story"), Client: who("otis", "Otis Grant"), Referrer: who("ana", "Ana Ferreira"), Candidate: who("bo", "Bo Lindahl"),
		Tie: parts.Joined, TieWords: s.v.t("start.joined"),
	}
}

// moments tell the same story with its times.
func (s startView) moments() parts.TimelineProps {
	p := parts.TimelineProps{Beside: true}
	for _, key := range []string{"start.at.invited", "start.at.passed", "start.at.asked", "start.at.yes", "start.at.wrote"} {
		m := parts.Moment{Step: parts.Done, When: s.v.t(key + ".when"), Title: s.v.t(key)}
		if s.v.voice.Has(key + ".text") {
			m.Text = s.v.t(key + ".text")
		}
		p.Moments = append(p.Moments, m)
	}
	p.Moments[len(p.Moments)-1].Step = parts.GoodEnd
	return p
}

// gain is what one of the three has of it.
type gain struct {
	sign parts.Sign
	key  string
}

var gains = []gain{{parts.ReferrerActs, "start.referrer"}, {parts.CandidateActs, "start.candidate"}, {parts.ClientActs, "start.client"}}

// houseRules are those that don't bend, as they stand on the front page and
// under "How referring works".
var houseRules = []string{"rules.asked", "rules.inbox", "rules.private", "rules.truth", "rules.blame", "rules.reward"}
