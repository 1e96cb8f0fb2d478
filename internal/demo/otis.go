package demo

import (
	"time"

	"kith/internal/act"
	"kith/internal/kith"
)

// poemsAboutTea is the job that everything can be seen on: invited, referred
// and applied, a decision that waits, colleagues who are being asked.
func poemsAboutTea(s *story) {
	job := s.posts(s.day(9, "09:12"), "otis", kith.Job{
		Title: "Poems about tea", Visibility: kith.Members, StatedPolicy: kith.PolicyAskMe, Openings: 1,
		Text: "Twelve boxes, one for each month, and on the back of each a poem. Eight lines at most, no cats, no fortune-cookie wisdom. " +
			"People read them while the kettle boils, so three minutes is all the time they have.\n\nI send you the teas first. You taste, then you write.",
		Skills: []string{"poetry", "copywriting", "packaging"}, Budget: budget(1800, 2400, "EUR"), WantedBy: s.date(40),
	})
	tomasz := s.accepts(s.day(7, "13:20"), s.invites(s.day(8, "09:40"), job, "tomasz", "Somebody told me that you write letters for a lighthouse."),
		offer(2400, "EUR", "Twelve is a good number. Could the thirteenth be about coffee, for peace?\n\nI would taste with you for a day and then disappear for two weeks. You get three for each month and choose."))
	s.writes(s.day(6, "10:02"), "otis", tomasz, "No coffee, I’m afraid. But tell me: do you rhyme?")
	s.writes(s.day(6, "16:31"), "tomasz", tomasz, "Only when it would be rude not to.")
	s.writes(s.day(5, "09:15"), "otis", tomasz, "That is the right answer. I’ll decide when I have seen everybody.")
	mirela := s.applies(s.day(7, "11:05"), job, "mirela",
		offer(1950, "EUR", "I grew up above a tea shop and still measure time in steepings. Three poems are on my profile, all short.\n\nI know boxes: I’ve written for the backs of forty, and I know what a fold does to a line."))
	s.shortlists(s.day(5, "09:30"), mirela)
	s.applies(s.day(5, "18:44"), job, "wanda", offer(2100, "EUR", "I have named eleven teas and drunk nine of them. Verse is newer to me. The first one is on the house, so you can see."))
	priya := s.refers(s.day(7, "18:30"), s.invites(s.day(7, "12:00"), job, "freya", "You know people who can do short."), "priya", act.Words{
		Vouch: kith.KnowTheirWork, Note: "Priya wrote the audio walk along our canal. Forty stops, one minute each, and I stayed for all of them.",
		HandOver: "Otis pays when he says he pays. Ask for the smoky one.",
	})
	s.approves(s.day(5, "09:41"), priya, s.saysYes(s.day(6, "08:20"), priya, profileOnly))
	juno := s.refers(s.ago(40*time.Hour), s.invites(s.day(6, "15:00"), job, "cleo", "Would you edit twelve poems, or write them?"), "juno", act.Words{
		Vouch: kith.KnowTheirWork, Note: "Juno reads at our Thursday table, and nobody talks over it. You want the one about rain.",
		HandOver: "Otis is new to poems and kind about it. Send the rain one.",
	})
	s.saysYes(s.ago(8*time.Hour), juno, offer(1800, "EUR", "Eight lines are five more than I need. I would print the first box by hand, so that you can hold it before you decide."))
	bo := s.refers(s.ago(22*time.Hour), s.invites(s.ago(60*time.Hour), job, "ana", "You wrote about our soup. Would you write about our tea?"), "bo", act.Words{
		Vouch: kith.WorkedTogether, Note: "Bo wrote “Second Steeping”, a whole book on tea, and it is funny where it needs to be. We made an almanac together. Early with every page.",
		HandOver: "Otis is lovely and knows exactly what he doesn’t want. Ask him about the cats.",
	})
	s.benches(s.ago(22*time.Hour-3*time.Minute), bo, "sunniva", kith.KnowTheirWork, "Sunniva writes short and never cute. If Bo can’t, ask for the poem about the lift.")
	s.passes(s.day(4, "07:10"), s.invites(s.day(5, "09:50"), job, "kenji", "You translated the harbour songs."), act.No{Reason: kith.NotMyField})
	s.invites(s.ago(70*time.Hour), job, "yusuf", "Would you rather draw them or write them?")
}

// winterLabels is a job that was filled by a referral, with everything that
// ended because of it.
func winterLabels(s *story) {
	job := s.posts(s.day(28, "10:00"), "otis", kith.Job{
		Title: "Labels for twelve winter teas", Visibility: kith.Public, StatedPolicy: kith.PolicyOpen, Openings: 1,
		Text:   "Twelve small labels that belong together. Ink, one colour each, and room for a name of at most three words.",
		Skills: []string{"illustration", "packaging"}, Budget: budget(900, 1400, "EUR"),
	})
	asked := s.refers(s.day(27, "14:10"), s.invites(s.day(27, "10:20"), job, "freya", "Do you also draw?"), "yusuf", act.Words{
		Vouch: kith.WorkedTogether, Note: "Yusuf drew the maps for my harbour book. Patient, exact, and never late.", HandOver: "A small shop with good taste.",
	})
	yusuf := s.saysYes(s.day(26, "07:35"), asked, offer(1200, "EUR", "Ink first. You get one label to keep or to throw away, then we talk about the other eleven."))
	s.applies(s.day(26, "15:00"), job, "mirela", offer(1000, "EUR", "I can’t draw, but I know who can print. I would write the names."))
	s.writes(s.day(25, "09:05"), "otis", yusuf, "I like your way of starting. When could I see the first one?")
	s.writes(s.day(25, "11:48"), "yusuf", yusuf, "On Friday. Which tea is the most difficult?")
	s.writes(s.day(25, "12:30"), "otis", yusuf, "The smoky one. Everybody draws a fire.")
	s.writes(s.day(22, "08:20"), "yusuf", yusuf, "It is on its way to you, and there is no fire on it.")
	s.invites(s.day(20, "09:30"), job, "bo", "Three words for each label?")
	s.refers(s.day(18, "15:00"), s.invites(s.day(20, "09:35"), job, "wanda", "You name teas, I hear."), "priya", act.Words{
		Vouch: kith.FoundBySearch, Note: "I don’t know Priya, but the bench talks very well.",
	})
	s.hires(s.day(17, "10:00"), yusuf)
	s.writes(s.day(17, "10:04"), "otis", yusuf, "No fire at all. Let’s do all twelve.")
}

// shopWindow was closed without a hire.
func shopWindow(s *story) {
	job := s.posts(s.day(24, "08:40"), "otis", kith.Job{
		Title: "Recipes for the shop window", Visibility: kith.Members, StatedPolicy: kith.PolicyOpen, Openings: 1,
		Text:   "Six things to eat with tea, each on one card, so plain that my neighbour can make them.",
		Skills: []string{"recipes", "food writing"}, Budget: budget(400, 700, "EUR"),
	})
	asked := s.refers(s.day(22, "10:12"), s.invites(s.day(23, "09:00"), job, "ana", "Six recipes, with tea in or beside them."), "mirela", act.Words{
		Vouch: kith.WorkedTogether, Note: "Mirela wrote the cards for our cookbook tour. People took them home.", HandOver: "Small job, nice person.",
	})
	mirela := s.saysYes(s.day(22, "18:02"), asked, offer(600, "EUR", "I can test them on my neighbour, who burns water."))
	s.doesNotSelect(s.day(15, "16:20"), mirela, kith.BecauseTiming)
	s.applies(s.day(16, "12:00"), job, "cleo", offer(650, "EUR", "My grandmother’s six, with the sugar halved."))
	s.closes(s.day(12, "09:00"), job)
}

// oldestCustomers is private: what stands here can't be handed on.
func oldestCustomers(s *story) {
	job := s.posts(s.day(6, "08:30"), "otis", kith.Job{
		Title: "A letter to our oldest customers", Visibility: kith.Private, StatedPolicy: kith.PolicyOpen, Openings: 1,
		Text:   "We are going to move, across the street. Eighty people should hear it from us first, on paper.",
		Skills: []string{"letters"}, Budget: budget(0, 500, "EUR"),
	})
	s.invites(s.day(5, "08:45"), job, "mirela", "Please keep this to yourself until it is out.")
	s.invites(s.ago(30*time.Hour), job, "ana", "You know our customers. Please keep this to yourself until it is out.")
}
