package demo

import (
	"context"
	"time"

	"kith/internal/act"
	"kith/internal/kith"
)

// villager is somebody who lives here. The handle is also the first half of the
// address.
type villager struct {
	handle, name, headline, about string
	skills, languages             []string
	rate                          int64 // an hour, whole units
	currency, zone                string
	hours                         int
	joined                        int // days before the present
}

var villagers = []villager{
	{
		"otis", "Otis Grant", "Sells tea by the harbour, Bristol",
		"Grant & Leaf, since 2009: forty teas, two kettles, one counter. I look for people who write and draw what stands on the boxes.",
		[]string{"tea", "retail"},
		[]string{"en"},
		0, "", "Europe/London", 0, 214,
	},
	{
		"ana", "Ana Ferreira", "Writer for food and drink, Lisbon",
		"Fourteen years of menus, labels and one cookbook about soup. I write in English and Portuguese, and I taste before I write.",
		[]string{"food writing", "copywriting", "recipes", "packaging"},
		[]string{"en", "pt"},
		65, "EUR", "Europe/Lisbon", 12, 301,
	},
	{
		"bo", "Bo Lindahl", "Poet and copywriter, Malmö",
		"Two books of poems: “Second Steeping”, about tea, and “Tide Tables”. In between, short texts for people who make things.",
		[]string{"poetry", "copywriting", "tea"},
		[]string{"en", "sv"},
		70, "EUR", "Europe/Stockholm", 15, 188,
	},
	{
		"cleo", "Cleo Haddad", "Editor and translator, Marseille",
		"From French and Arabic into English. I also edit other people’s verse, and I run a reading table on Thursdays.",
		[]string{"editing", "translation", "poetry"},
		[]string{"en", "fr", "ar"},
		60, "EUR", "Europe/Paris", 20, 260,
	},
	{
		"mirela", "Mirela Kovač", "Copywriter for small shops, Zagreb",
		"I grew up above a tea shop. Labels, windows, newsletters, and now and then a name for something that has none.",
		[]string{"copywriting", "packaging", "short verse"},
		[]string{"en", "hr", "de"},
		45, "EUR", "Europe/Zagreb", 25, 245,
	},
	{
		"tomasz", "Tomasz Wilk", "Ghostwriter, Gdańsk",
		"Letters, speeches and six books under other names. I am good at sounding like you.",
		[]string{"ghostwriting", "letters", "editing"},
		[]string{"en", "pl"},
		80, "EUR", "Europe/Warsaw", 8, 330,
	},
	{
		"priya", "Priya Raman", "Radio writer, Leeds",
		"I write for the ear: four hundred radio minutes, two audio walks and a talking bench.",
		[]string{"radio", "copywriting", "storytelling"},
		[]string{"en", "ta"},
		55, "GBP", "Europe/London", 10, 170,
	},
	{
		"juno", "Juno Park", "Writes haiku, Porto",
		"New here. I write short poems in Korean, Portuguese and English, and I print them on things that aren’t books.",
		[]string{"poetry", "haiku", "letterpress"},
		[]string{"en", "ko", "pt"},
		35, "EUR", "Europe/Lisbon", 30, 6,
	},
	{
		"yusuf", "Yusuf Demir", "Draws labels and small maps, Izmir",
		"Ink first, screen later. Labels for olive oil, tea and honey, and maps of places that fit on one page.",
		[]string{"illustration", "packaging", "maps"},
		[]string{"en", "tr"},
		50, "EUR", "Europe/Istanbul", 18, 152,
	},
	{
		"wanda", "Wanda Okafor", "Copywriter, Lagos",
		"I have named eleven teas and drunk nine of them. Product names, shop texts, and websites that say what they mean.",
		[]string{"copywriting", "naming", "websites"},
		[]string{"en", "ig"},
		55, "USD", "Africa/Lagos", 20, 133,
	},
	{
		"freya", "Freya Lund", "Photographs work and weather, Copenhagen",
		"Boats, bakeries, rain. I bring one camera and no assistant.",
		[]string{"photography", "documentary"},
		[]string{"en", "da"},
		75, "EUR", "Europe/Copenhagen", 16, 120,
	},
	{
		"mateo", "Mateo Ruiz", "Builds plain, quick websites, Valencia",
		"Pages that load on a train. I write HTML by hand and answer the telephone.",
		[]string{"websites", "accessibility", "shops"},
		[]string{"en", "es"},
		60, "EUR", "Europe/Madrid", 24, 99,
	},
	{
		"kenji", "Kenji Mori", "Translator, Osaka",
		"Japanese, Danish, English. Logbooks, manuals and a weakness for sea stories.",
		[]string{"translation", "Danish", "Japanese"},
		[]string{"en", "ja", "da"},
		7000, "JPY", "Asia/Tokyo", 12, 87,
	},
	{
		"hal", "Hal Jensen", "Restores wooden boats, Aarhus",
		"Three boats a year, all of them older than me.",
		[]string{"boatbuilding"},
		[]string{"en", "da"},
		0, "", "Europe/Copenhagen", 0, 77,
	},
	{
		"ruth", "Ruth Adeyemi", "Runs a neighbourhood library, Leeds",
		"Nine thousand books and a hundred people who read all of them. We pay on the day.",
		[]string{"libraries"},
		[]string{"en"},
		0, "", "Europe/London", 0, 140,
	},
	{
		"sunniva", "Sunniva Dahl", "Puts on a harbour festival, Bergen",
		"One weekend in June, forty boats, no main stage.",
		[]string{"festivals"},
		[]string{"en", "no"},
		0, "", "Europe/Oslo", 0, 64,
	},
	{
		"noor", "Noor Visser", "Looks after this village, Utrecht",
		"Write to me when something is odd.",
		nil,
		[]string{"en", "nl"},
		0, "", "Europe/Amsterdam", 0, 400,
	},
}

func (p villager) email() string { return p.handle + "@village.example" }

// everybodyJoins brings the villagers in, each on their own day.
func everybodyJoins(s *story) {
	for _, p := range villagers {
		s.add(s.day(p.joined, "08:00"), p.name+" joins", func(ctx context.Context, at time.Time) error { return s.join(ctx, p, at) })
	}
}

func (s *story) join(ctx context.Context, p villager, at time.Time) error {
	id, err := s.house.Join(ctx, act.By{Now: at}, p.email(), p.name, p.zone)
	if err != nil {
		return err
	}
	s.people[p.handle] = id
	minor := int64(100)
	if p.currency == "JPY" {
		minor = 1
	}
	return s.house.SaveProfile(ctx, act.By{Person: id, Now: at}, kith.Person{
		Name: p.name, Handle: p.handle, Headline: p.headline, About: p.about, Skills: p.skills, Languages: p.languages,
		Rate: kith.Money{Amount: p.rate * minor, Currency: p.currency}, HoursPerWeek: p.hours, TimeZone: p.zone,
	})
}
