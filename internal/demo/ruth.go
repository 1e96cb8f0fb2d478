package demo

import (
	"time"

	"kith/internal/act"
	"kith/internal/kith"
)

// hundredReaders shows the many ways in which handing on doesn't work out, and
// that it goes on all the same.
func hundredReaders(s *story) {
	job := s.posts(s.day(20, "10:30"), "ruth", kith.Job{
		Title: "Letters to a hundred readers", Visibility: kith.Public, StatedPolicy: kith.PolicyOpen, Openings: 2,
		Text: "Each of our hundred readers gets a letter on their birthday: one page, about a book that they borrowed and might have forgotten. " +
			"We give you the names, the books and a year.",
		Skills: []string{"letters", "copywriting"}, Budget: budget(1500, 2000, "GBP"), WantedBy: s.date(70),
	})
	bo := s.invites(s.day(19, "09:00"), job, "bo", "A poem counts as a letter here.")
	s.passes(s.day(18, "12:15"), bo, act.No{Reason: kith.TooBusy})
	s.saysNo(s.day(15, "09:40"), s.refers(s.day(16, "13:00"), bo, "tomasz", act.Words{
		Vouch: kith.KnowTheirWork, Note: "Tomasz writes letters that people keep.", HandOver: "A hundred of them, but a whole year.",
	}), act.No{Reason: kith.TooBusy})
	s.saysNo(s.day(13, "08:30"), s.refers(s.day(14, "11:00"), bo, "wanda", act.Words{
		Vouch: kith.WorkedTogether, Note: "Wanda finds the one sentence that a thing needs.", HandOver: "They pay on the day. Really.",
	}), act.No{Reason: kith.ReasonNotNow, Till: s.date(30)})
	s.invites(s.day(18, "09:10"), job, "kenji", "Some of our readers read Danish.")
	s.refers(s.day(16, "16:00"), s.invites(s.day(17, "10:00"), job, "mirela", "Would you like to write to a hundred strangers?"), "freya", act.Words{
		Vouch: kith.FoundBySearch, Note: "Freya looks closely, and I think that is what this needs.",
	})
	s.withdraws(s.day(12, "09:20"), s.refers(s.day(13, "17:30"), s.invites(s.day(13, "09:00"), job, "yusuf", "Could a letter be a drawing?"), "ana", act.Words{
		Vouch: kith.WorkedTogether, Note: "Ana would make them hungry for books.",
	}))
	cleo := s.applies(s.day(10, "14:00"), job, "cleo", offer(1800, "GBP", "I would read the books first, all of those that I haven’t. That is most of the pleasure."))
	s.shortlists(s.day(9, "10:00"), cleo)
	s.writes(s.day(9, "10:05"), "ruth", cleo, "Which one would you begin with?")
	s.writes(s.day(9, "13:40"), "cleo", cleo, "With the one that was borrowed longest. Somebody must have had a reason.")
	s.hires(s.day(6, "11:00"), cleo)
	s.workEnds(s.ago(50*time.Hour), cleo, kith.Outcome{}, kith.Outcome{Rating: 4, Again: kith.AgainYes})
	s.refers(s.ago(3*time.Minute), s.invites(s.ago(50*time.Hour), job, "ana", "Cleo says that you write about soup as others write about love."), "priya", act.Words{
		Vouch: kith.WorkedTogether, Note: "Priya can be read aloud. We wrote a talking bench together, and people queued to sit on it.",
		HandOver: "It is a whole year, a bit each week. Ruth pays on the day.",
	})
}

// readingRoom is a referral that went well from end to end.
func readingRoom(s *story) {
	job := s.posts(s.day(29, "09:00"), "ruth", kith.Job{
		Title: "A poem for the new reading room", Visibility: kith.Public, StatedPolicy: kith.PolicyOpen, Openings: 1,
		Text:   "It will stand on the wall above the radiator, so it must be short and it must be warm.",
		Skills: []string{"poetry"}, Budget: budget(300, 500, "GBP"),
	})
	asked := s.refers(s.day(28, "12:20"), s.invites(s.day(29, "09:30"), job, "tomasz", "Nine lines at most."), "bo", act.Words{
		Vouch: kith.KnowTheirWork, Note: "You want Bo. “Tide Tables” has a radiator in it, on page 40.", HandOver: "One poem, one wall, no committee.",
	})
	bo := s.saysYes(s.day(27, "09:10"), asked, offer(450, "GBP", "Above a radiator is where I read most. I would come and sit there first."))
	s.writes(s.day(26, "10:10"), "ruth", bo, "Come on any Tuesday. It is warmest then.")
	s.writes(s.day(26, "15:55"), "bo", bo, "Tuesday it is.")
	s.hires(s.day(20, "09:00"), bo)
	s.workEnds(s.day(9, "15:00"), bo, kith.Outcome{Rating: 5, Again: kith.AgainYes}, kith.Outcome{Rating: 5, Again: kith.AgainYes})
}
