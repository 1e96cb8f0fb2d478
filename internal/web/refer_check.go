package web

import (
	"errors"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// checkView is the last step: word for word what will be sent, and to whom.
type checkView struct {
	referView
	Out outgoing
}

// referCheck shows it.
func referCheck(v *visit) error { return v.referCheckPage(v.fresh(nil)) }

// refer sends. A missing answer leads to its question.
func refer(v *visit) error {
	s := v.typed()
	id, err := v.site.House.ReferWithAdvice(v.r.Context(), v.by(), v.path("id"), kith.Advice(s.Value("advice")))
	var missing kith.Problems
	switch {
	case errors.As(err, &missing):
		return v.toNext()
	case s.took(err):
		return v.referCheckPage(s)
	case err != nil:
		return err
	}
	flash := "refer.sent"
	if r, err := v.site.Desk.Referral(v.r.Context(), v.reader(), id); err == nil && r.Checked() {
		flash = "refer.sent_checked"
	}
	return v.goTo("/referrals/"+id, v.t(flash))
}

func (v *visit) referCheckPage(s *sheet) error {
	r, err := v.referring(s)
	if err != nil {
		return err
	}
	view := checkView{referView: r}
	if r.MayRefer == nil {
		if next := nextStep(r.Invitation); next != r.path("/check") {
			return v.goTo(next, v.t("refer.first"))
		}
		preview, err := v.site.Desk.Preview(v.r.Context(), v.reader(), r.ID)
		if err != nil {
			return err
		}
		if view.Out, err = v.outgoing(preview); err != nil {
			return err
		}
	}
	return v.showAs(s.status(), referCheckPage(view))
}

func (c checkView) title() parts.TitleProps {
	t := c.referView.title("refer.check.title", 4, c.path("/words"))
	if c.MayRefer == nil {
		t.Lead = c.v.t("refer.check.lead")
	}
	return t
}

// answers are what was answered, each with a way to change it.
func (c checkView) answers() []parts.Fact {
	row := func(term, text, step string) parts.Fact {
		label := c.v.t("refer.check." + term)
		return parts.Fact{Term: label, Text: text, Body: changeLink(parts.Link{Label: c.v.t("refer.check.change"), More: ": " + label, Href: c.path(step)})}
	}
	handOver := c.Draft.HandOver
	if handOver == "" {
		handOver = c.v.t("refer.check.nothing")
	}
	return []parts.Fact{
		row("who", c.Who.Name, ""), row("how", c.v.t("vouch."+string(c.Draft.Vouch)), "/how?then=check"),
		row("note", short(c.Draft.Note), "/words"), row("hand_over", short(handOver), "/words#hand_over"), row("bench", c.bench(), "/bench"),
	}
}

// bench says how many stand behind the first.
func (c checkView) bench() string {
	if len(c.Draft.Bench) == 0 {
		return c.v.t("bench.nobody")
	}
	return c.v.t("bench.count", "count", len(c.Draft.Bench))
}

// marks are the passages because of which a person would read the words before
// they leave (R15).
func (c checkView) marks() []string { return c.v.marks(c.Draft.Note, c.Draft.HandOver) }

// declines says whether sending brings the decline along.
func (c checkView) declines() bool { return c.State == kith.Pending }

func (c checkView) sendLabel() string {
	switch {
	case c.byAddress():
		return c.v.t("refer.check.send_address")
	case c.Draft.Outside:
		return c.v.t("outside.send")
	}
	return c.say("refer.check.send")
}

// afterYes says what the letter at a yes is about.
func (o outgoing) afterYes(v *visit) string {
	key := "refer.check.yes." + string(o.Yes.Referral.Job.Policy())
	return v.referralWord(key, query.Referral{Referral: o.Yes.Referral})
}
