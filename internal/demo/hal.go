package demo

import (
	"time"

	"kith/internal/act"
	"kith/internal/kith"
)

// boatyard is open, with a conversation under way, and somebody was handed on
// by an e-mail address.
func boatyard(s *story) {
	job := s.posts(s.day(15, "11:00"), "hal", kith.Job{
		Title: "A website for a boatyard", Visibility: kith.Public, StatedPolicy: kith.PolicyOpen, Openings: 1,
		Text:   "Five pages and a telephone number. It should load on the ferry. I have the photographs, but no words.",
		Skills: []string{"websites", "copywriting"}, Budget: budget(2500, 4000, "EUR"),
	})
	asked := s.refers(s.day(14, "15:10"), s.invites(s.day(14, "09:00"), job, "freya", "You photographed the Marie. Do you build pages?"), "mateo", act.Words{
		Vouch: kith.WorkedTogether, Note: "Mateo built my pages. They load on a train, and Mateo answers the telephone.", HandOver: "Hal answers in the evening, when it is too dark to sand.",
	})
	mateo := s.saysYes(s.day(13, "10:00"), asked, profileOnly)
	s.completes(s.day(12, "09:00"), mateo, offer(3200, "EUR", "Five pages by hand, your photographs, no cookies. I’d visit for a day, to hear how you talk about the boats."))
	s.writes(s.day(11, "19:30"), "hal", mateo, "Do you get seasick?")
	s.writes(s.day(11, "20:10"), "mateo", mateo, "Only on large ships.")
	s.shortlists(s.day(10, "20:00"), mateo)
	wanda := s.refers(s.day(12, "08:00"), s.invites(s.day(12, "06:30"), job, "yusuf", "A map of the yard, perhaps?"), "wanda", act.Words{
		Vouch: kith.KnowTheirWork, Note: "Wanda’s websites say what they mean.",
	})
	s.takesProposalBack(s.day(8, "10:00"), s.saysYes(s.day(11, "07:45"), wanda, offer(2600, "EUR", "Words first, then pages.")))
	tomasz := s.invites(s.day(10, "20:30"), job, "tomasz", "Could you sound like a boatbuilder?")
	s.undoes(s.day(9, "08:09"), s.refers(s.day(9, "08:05"), tomasz, "kenji", act.Words{Vouch: kith.FoundBySearch, Note: "Kenji likes the sea."}))
	s.passes(s.day(9, "08:30"), tomasz, act.No{Reason: kith.TermsDontFit})
	s.passes(s.day(4, "10:00"), s.invites(s.day(5, "20:00"), job, "ana", "Freya says that you make things sound good."), act.No{Reason: kith.TooBusy})
	s.refers(s.ago(20*time.Hour), s.invites(s.ago(66*time.Hour), job, "bo", "A line for each boat?"), "maria@letters.example", act.Words{
		Vouch: kith.WorkedTogether, Note: "Maria paints names on boats and knows what they should be called.",
	})
}

// logbook asks its client too, and later switches referrals off.
func logbook(s *story) {
	posted := kith.Job{
		Title: "The logbook of the Marie, from Danish", Visibility: kith.Members, StatedPolicy: kith.PolicyAskMe, Openings: 1,
		Text:   "Three hundred pages in pencil, 1931 to 1936. Mostly weather, some fish, one wedding.",
		Skills: []string{"translation", "Danish"}, Budget: budget(1000, 1500, "EUR"),
	}
	job := s.posts(s.day(25, "19:00"), "hal", posted)
	kenji := s.refers(s.day(24, "10:00"), s.invites(s.day(25, "19:30"), job, "cleo", "Is Danish among your languages?"), "kenji", act.Words{
		Vouch: kith.KnowTheirWork, Note: "Kenji translated a whaler’s diary that I still think about.", HandOver: "It is in pencil. Bring your good glasses.",
	})
	s.saysYes(s.day(23, "02:00"), kenji, offer(1400, "EUR", "I have read worse pencils."))
	s.disapproves(s.day(21, "20:00"), kenji)
	tomasz := s.refers(s.day(22, "16:00"), s.invites(s.day(23, "19:00"), job, "freya", "You read my handwriting. Could you read theirs?"), "tomasz", act.Words{
		Vouch: kith.FoundBySearch, Note: "Tomasz finished six books for other people.",
	})
	s.saysYes(s.day(21, "11:00"), tomasz, profileOnly)
	mirela := s.refers(s.day(19, "09:00"), s.invites(s.day(20, "19:00"), job, "ana", "You once wrote about smoked eel."), "mirela", act.Words{
		Vouch: kith.WorkedTogether, Note: "Mirela has German, and patience for pencils.", HandOver: "Hal wants somebody who likes weather.",
	})
	s.saysYes(s.day(18, "09:30"), mirela, profileOnly)
	s.saysNo(s.day(17, "08:15"), mirela, act.No{Reason: kith.NotMyField})
	s.refers(s.day(15, "14:00"), s.invites(s.day(16, "19:00"), job, "yusuf", "Some pages are drawings."), "wanda", act.Words{
		Vouch: kith.KnowTheirWork, Note: "Wanda reads anything.",
	})
	posted.StatedPolicy = kith.PolicyOff
	s.edits(s.day(14, "19:00"), job, posted)
	s.invites(s.ago(45*time.Hour), job, "kenji", "I was too quick with my no. Would you still?")
}
