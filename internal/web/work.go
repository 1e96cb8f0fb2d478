package web

import (
	"strconv"

	"kith/internal/kith"
	"kith/internal/web/parts"
)

// workWord is a sentence about the work of a hire, to one of the two.
func (p proposalView) workWord(key string) string {
	w := p.Work
	return p.v.proposalWord(key, p.Proposal.Proposal,
		"other", firstName(p.v.otherSide(p.Proposal)), "since", p.v.voice.Day(w.StartedAt), "over", p.v.voice.Day(w.EndedAt),
		"until", p.v.voice.When(w.SayUntil()))
}

// workStatus says where the work stands, and what then.
func (p proposalView) workStatus() parts.StatusProps {
	s := parts.StatusProps{Sign: parts.Introduced, Sentence: p.workWord("work.says." + string(p.Work.State))}
	switch {
	case p.Work.State == kith.Running:
		s.Then = p.workWord("work.then.running")
	case p.Work.Told(p.v.now):
	case p.Work.By(p.Party).Given():
		s.Then = p.workWord("work.then.given")
	default:
		s.Sign, s.Then = parts.ClientActs, p.workWord("work.then.say")
	}
	return s
}

// maySay says whether the reader can say how it was now.
func (p proposalView) maySay() bool { return p.Work.MaySay(p.Party, p.v.now) == nil }

// outcomes are what was said, as far as it may be read by now.
func (p proposalView) outcomes() (facts []parts.Fact) {
	if !p.Work.Told(p.v.now) && !p.Work.By(p.Party).Given() {
		return nil
	}
	for _, side := range []kith.Party{kith.Client, kith.Freelancer} {
		o, who := p.Work.By(side), p.Proposal.Who(side)
		switch {
		case o.Given():
			facts = append(facts, parts.Fact{Term: who.Name, Text: p.v.t("work.rating." + strconv.Itoa(o.Rating)), Aside: p.v.t("work.again." + string(o.Again))})
		case p.Work.Told(p.v.now):
			facts = append(facts, parts.Fact{Term: who.Name, Text: p.v.t("work.nothing_said")})
		}
	}
	return facts
}

// worked is a proposal that led to work.
func (v *visit) worked(s *sheet) (proposalView, error) {
	p, err := v.readProposal()
	if err == nil && p.Work == nil {
		err = kith.Refuse(kith.NotFound)
	}
	return proposalView{v, p, s}, err
}

// endingWork asks how the work ended.
func endingWork(v *visit) error { return v.endingWorkPage(v.fresh(nil)) }

// endWork says that it is over.
func endWork(v *visit) error {
	s, id := v.typed(), v.path("id")
	var err error
	switch kith.ContractState(s.Value("how")) {
	case kith.Finished:
		err = v.site.House.FinishWork(v.r.Context(), v.by(), id)
	case kith.Stopped:
		err = v.site.House.StopWork(v.r.Context(), v.by(), id)
	default:
		err = kith.Problems{{Field: "how", Key: "choice_missing"}}
	}
	switch {
	case s.took(err):
		return v.endingWorkPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/proposals/"+id+"/outcome", v.t("work.ended"))
}

func (v *visit) endingWorkPage(s *sheet) error {
	p, err := v.worked(s)
	if err != nil {
		return err
	}
	return v.showAs(s.status(), endWorkPage(p))
}

// endings are the two ways in which work ends, none of them chosen.
func (p proposalView) endings() parts.ChoiceProps {
	c := parts.ChoiceProps{Name: "how", Label: p.workWord("work.how"), Value: p.s.Value("how"), Error: p.s.Error("how")}
	for _, state := range []kith.ContractState{kith.Finished, kith.Stopped} {
		c.Options = append(c.Options, parts.Option{Value: string(state), Label: p.workWord("work.how." + string(state))})
	}
	return c
}

// whyNotEnd is the sentence where the work is over already.
func (p proposalView) whyNotEnd() string {
	_, err := p.Work.State.Move(kith.Finish, p.Party)
	return p.v.sentenceOf(err)
}

// sayingOutcome asks how it was.
func sayingOutcome(v *visit) error { return v.outcomePage(v.fresh(nil)) }

// sayOutcome keeps the answer.
func sayOutcome(v *visit) error {
	s, id := v.typed(), v.path("id")
	rating, _ := strconv.Atoi(s.Value("rating")) // what is no number is no answer
	err := v.site.House.SayOutcome(v.r.Context(), v.by(), id, kith.Outcome{Rating: rating, Again: kith.Again(s.Value("again"))})
	switch {
	case s.took(err):
		return v.outcomePage(s)
	case err != nil:
		return err
	}
	return v.goTo("/proposals/"+id, v.t("work.said"))
}

func (v *visit) outcomePage(s *sheet) error {
	p, err := v.worked(s)
	if err != nil {
		return err
	}
	return v.showAs(s.status(), outcomePage(p))
}

// whyNotSay is the sentence where nothing can be said of the work.
func (p proposalView) whyNotSay() string { return p.v.sentenceOf(p.Work.MaySay(p.Party, p.v.now)) }

func (p proposalView) ratings() parts.ChoiceProps {
	c := parts.ChoiceProps{Name: "rating", Label: p.workWord("work.rating"), Value: p.s.Value("rating"), Error: p.s.Error("rating")}
	for n := kith.RatingMax; n >= kith.RatingMin; n-- {
		c.Options = append(c.Options, parts.Option{Value: strconv.Itoa(n), Label: p.v.t("work.rating." + strconv.Itoa(n))})
	}
	return c
}

func (p proposalView) agains() parts.ChoiceProps {
	c := parts.ChoiceProps{Name: "again", Label: p.workWord("work.again"), Value: p.s.Value("again"), Error: p.s.Error("again")}
	for _, a := range kith.Agains {
		c.Options = append(c.Options, parts.Option{Value: string(a), Label: p.v.t("work.again_" + string(a))})
	}
	return c
}

// records are the lines about somebody's finished work here.
func (v *visit) records(asFreelancer, asClient kith.Record) (facts []parts.Fact) {
	add := func(key string, r kith.Record) {
		if r.Finished == 0 {
			return
		}
		f := parts.Fact{Term: v.t("work.record." + key), Text: v.t("work.record_finished", "count", r.Finished)}
		if r.Asked > 0 {
			f.Aside = v.t("work.record_again", "again", r.Again, "asked", r.Asked)
		}
		facts = append(facts, f)
	}
	add("freelancer", asFreelancer)
	add("client", asClient)
	return facts
}

// outcomeTitle names the other, who isn't among the words of a proposal.
func (p proposalView) outcomeTitle() parts.TitleProps {
	t := p.stepTitle("work.end_title")
	t.Title = p.workWord("work.say_title")
	return t
}
