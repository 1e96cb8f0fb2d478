package demo

import (
	"time"

	"kith/internal/act"
	"kith/internal/kith"
)

// festival holds the invitation that Ana can hand on.
func festival(s *story) {
	job := s.posts(s.day(10, "09:00"), "sunniva", kith.Job{
		Title: "Programme texts for the harbour festival", Visibility: kith.Public, StatedPolicy: kith.PolicyOpen, Openings: 2,
		Text: "Forty boats, forty paragraphs. Who is on board, what do they cook, what will they play after dark. " +
			"You get a list of telephone numbers and a festival pass.",
		Skills: []string{"copywriting", "food writing", "storytelling"}, Budget: budget(20000, 30000, "NOK"), WantedBy: s.date(55),
	})
	priya := s.accepts(s.day(7, "09:20"), s.invites(s.day(8, "09:00"), job, "priya", "You write for the ear. We have foghorns."),
		offer(26000, "NOK", "I’d call all forty and let them talk. The paragraphs are what remains."))
	s.writes(s.day(6, "08:00"), "sunniva", priya, "Then you need the long list. It comes today.")
	s.hires(s.day(5, "08:00"), priya)
	s.takesBack(s.day(6, "09:00"), s.invites(s.day(7, "15:00"), job, "wanda", "Forty names for forty stews?"))
	cleo := s.invites(s.day(8, "09:10"), job, "cleo", "Some of the boats speak French.")
	s.refers(s.day(7, "11:00"), cleo, "tomasz", act.Words{Vouch: kith.KnowTheirWork, Note: "Tomasz can sound like forty different boats."})
	s.takesBack(s.day(7, "11:05"), cleo)
	s.passes(s.day(5, "05:30"), s.invites(s.day(6, "12:00"), job, "kenji", "Two of the boats come from Osaka."), act.No{Reason: kith.ReasonNotNow, Till: s.date(45)})
	s.refers(s.ago(60*time.Hour), s.invites(s.day(5, "10:00"), job, "juno", "You know everybody in the harbour."), outside, act.Words{
		Vouch: kith.KnowTheirWork, Note: "There is a harbour pilot who tells it all better than I could write it.",
	})
	s.applies(s.ago(28*time.Hour), job, "mirela", offer(22000, "NOK", "I have never been on a boat, which is why I would ask everything."))
	s.invites(s.ago(26*time.Hour), job, "ana", "Every boat cooks something. Nobody could write that better than you.")
	s.invites(s.ago(18*time.Hour), job, "bo", "Some of the boats deserve a poem.")
}

// parade has referrals switched off from the start.
func parade(s *story) {
	job := s.posts(s.day(8, "10:00"), "sunniva", kith.Job{
		Title: "Photographs of a boat parade", Visibility: kith.Members, StatedPolicy: kith.PolicyOff, Openings: 1,
		Text:   "Two hours, forty boats, one photographer in a forty-first.",
		Skills: []string{"photography"}, Budget: budget(9000, 12000, "NOK"), WantedBy: s.date(60),
	})
	s.invites(s.ago(46*time.Hour), job, "freya", "Rain is likely. You said that you bring it.")
}

// secretEnding turned private while a colleague was being asked.
func secretEnding(s *story) {
	posted := kith.Job{
		Title: "An ending for the parade", Visibility: kith.Public, StatedPolicy: kith.PolicyOpen, Openings: 1,
		Text:   "The last boat carries something. We don’t know yet what.",
		Skills: []string{"storytelling"}, Budget: budget(5000, 8000, "NOK"),
	}
	job := s.posts(s.day(16, "09:00"), "sunniva", posted)
	s.refers(s.day(11, "16:00"), s.invites(s.day(14, "09:00"), job, "bo", "Could an ending rhyme?"), "wanda", act.Words{
		Vouch: kith.WorkedTogether, Note: "Wanda names things that nobody has seen yet.",
	})
	posted.Visibility = kith.Private
	s.edits(s.day(10, "12:00"), job, posted)
}
