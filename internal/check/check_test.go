package check

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// held are texts that a person must look at, with the rule that they touch. A
// bar divides two texts.
var held = []struct {
	rule Rule
	text string
}{
	{Contact, "Write to ann@mail.com."},
	{Contact, "ANN.SMITH@MAIL.CO.UK"},
	{Contact, "ann+work@mail.example"},
	{Contact, "Ann at mail dot com"},
	{Contact, "It is ann (at) mail [dot] com"},
	{Contact, "ann [at] mail (dot) org"},
	{Contact, "ann{at}mail{dot}de"},
	{Contact, "ann @ mail . com"},
	{Contact, "ann AT mail DOT net"},
	{Contact, "ann_at_mail_dot_com"},
	{Contact, "ann (a) mail.se"},
	{Contact, "ann@mail dot com"},
	{Contact, "ann at mail dot co dot uk"},
	{Contact, "a\u200bnn@m\u200bail.c\u200bom"},
	{Contact, "ann\u2060@\u2060mail\u00ad.com"},
	{Contact, "ａｎｎ＠ｍａｉｌ．ｃｏｍ"},
	{Contact, "аnn@mаil.соm"},
	{Contact, "𝐚𝐧𝐧@𝐦𝐚𝐢𝐥.𝐜𝐨𝐦"},
	{Contact, "ann at gmail"},
	{Contact, "ann (at) gmail, you know the rest"},
	{Contact, "Reach me at ann@mail。com"},
	{Contact, "ann@bücher.de"},
	{Contact, "Call +49 171 2345678"},
	{Contact, "0171 234 5678"},
	{Contact, "0171-2345678"},
	{Contact, "(0171) 234 56 78"},
	{Contact, "0 1 7 1 2 3 4 5 6 7 8"},
	{Contact, "0.1.7.1.2.3.4.5.6"},
	{Contact, "06 12 34 56 78"},
	{Contact, "+1 (555) 010-9999"},
	{Contact, "555-867-5309"},
	{Contact, "My number: 555-1234"},
	{Contact, "555 1234 is best"},
	{Contact, "00442079460123"},
	{Contact, "２０７９４６０１２３"},
	{Contact, "zero one seven one two three four five six seven"},
	{Contact, "zero 1 seven 1 two 3 four 5 six"},
	{Contact, "0one71 two34 five67"},
	{Contact, "O171 234 5678 (O171)"},
	{Contact, "It is 171 then 234 then 5678"},
	{Contact, "double zero four nine one seven one two three"},
	{Contact, "0171\u200b234\u200b5678"},
	{Contact, "0171/2345678"},
	{Contact, "0171_234_5678"},
	{Contact, "text 612 345 678"},
	{Contact, "٠١٧١٢٣٤٥٦٧٨"},
	{Contact, "Find me on Telegram"},
	{Contact, "Add me on Discord: ann#1234"},
	{Contact, "My Skype is ann.smith"},
	{Contact, "Telegram: annsmith"},
	{Contact, "WhatsApp: ann_smith"},
	{Contact, "skype id annsmith"},
	{Contact, "DM me on Instagram, annsmith"},
	{Contact, "write to me via Signal"},
	{Contact, "Message her on LinkedIn"},
	{Contact, "I am @annsmith there"},
	{Contact, "tele\u200bgram: annsmith"},
	{Link, "See https://ann.example/work"},
	{Link, "http://localhost:8080"},
	{Link, "hxxp://ann.example"},
	{Link, "h t t p s : / / ann.example"},
	{Link, "www.annsmith.com"},
	{Link, "w w w . annsmith . com"},
	{Link, "My work is on annsmith.com"},
	{Link, "annsmith.io has all of it"},
	{Link, "annsmith . com"},
	{Link, "annsmith.dev/work"},
	{Link, "annsmith dot com"},
	{Link, "annsmith (dot) org"},
	{Link, "annsmith[.]com"},
	{Link, "t.me/annsmith"},
	{Link, "wa.me/4917123456"},
	{Link, "bit.ly/3abc"},
	{Link, "See my site: annsmith.page"},
	{Link, "аnnsmith.соm"},
	{Link, "annsmith．com"},
	{Link, "booking.com/ann"},
	{Link, "mailto:ann"},
	{Abuse, "Ben is an idiot."},
	{Abuse, "What a load of shit"},
	{Abuse, "sh1t"},
	{Abuse, "$hit!"},
	{Abuse, "f*ck this"},
	{Abuse, "f u c k this"},
	{Abuse, "F.U.C.K."},
	{Abuse, "fuuuuck"},
	{Abuse, "ＭＯＲＯＮ"},
	{Abuse, "mor\u200bon"},
	{Abuse, "b1tch"},
	{Abuse, "fцck, no: fuсk"},
	{Abuse, "kill yourself"},
	{Contact, "You can write to ann at mail|dot com if you like."},
	{Contact, "Her number starts with 0171 23|45 678"},
	{Contact, "45 678 is the end of it|Remember 0171 23"},
	{Contact, "It is ann@|mail.com"},
	{Link, "All on annsmith|.com, have a look"},
	{Link, "All on annsmith.|com, have a look"},
	{Contact, "You find me on|Telegram, day and night"},
	{Abuse, "f u|c k"},
}

func TestHeld(t *testing.T) {
	for _, h := range held {
		texts := strings.Split(h.text, "|")
		hits := Texts(texts...)
		if len(Broken(hits)) == 0 || Broken(hits)[0] != h.rule {
			t.Errorf("%q: %v, want %s", h.text, hits, h.rule)
		}
		if len(texts) > 1 && (len(hits) == 0 || hits[0].Text == hits[len(hits)-1].Text) {
			t.Errorf("%q: %v doesn't stand in both", h.text, hits)
		}
	}
}

// passing are texts that nobody has to look at.
var passing = []string{
	"She knows node.js and Vue.js better than anybody.",
	"Next.js, D3.js, three.js and Nuxt.",
	"ASP.NET Core, VB.NET and the .NET runtime",
	"a dot net developer for ten years",
	"Socket.io and draw.io",
	"It broke with version 10.0.0.1 and 192.168.100.200.",
	"Windows 10.0.19045.3803, Python 3.12.1",
	"C++/CLI, C# and F#",
	"A ratio of 16:9, not 4:3 or 21:9",
	"The book is ISBN 978-3-16-148410-0.",
	"ISBN 0-306-40615-2, the second edition",
	"9780306406157",
	"We worked together from 2015 to 2019 and in 2021.",
	"2015-2019, 2020/21, 2019 2020 2021 2022",
	"The budget is $1,500,000, or 12 500 EUR.",
	"1.500.000 € in 2024, 4,250.50 GBP",
	"12,000,000 users and 1 000 000 rows",
	"15000-20000 words, 3000/5000/7000",
	"From 2026-05-03 14:00 to 03.05.2026",
	"03/05/2026 at 9:30",
	"On call 24/7, 365 days",
	"e.g. poems, i.e. short texts, etc.",
	"Meet me at work at 10.",
	"I work at Mail Group. She is at Gmail Inc.",
	"We met at Booking.com, then at Monday.com.",
	"The file is notes.md, the script build.sh, the other main.rs and app.py.",
	"logo.ai, photo.zip, clip.mov",
	"README.md and docs/index.html",
	"B2B and B2C, P2P, web3, i18n, k8s",
	"Scunthorpe, Penistone and Essex",
	"An assassin in a classic analysis of cocktails",
	"Dick Dale and Fanny Price play bass.",
	"A shiitake recipe, and a chink in the armour",
	"Flame retardant and idiomatic",
	"Ben did the work.It was good.",
	"She is good.So is he. Ask her.No doubt.",
	"We built a Telegram bot, and the Slack API was hard.",
	"Signal processing and a WhatsApp integration",
	"We use Slack: channels, threads. Discord is great.",
	"The dot com boom; before the dot-com crash",
	"polka dot designs",
	"@angular/core and @types/node, then @media queries and @Override",
	"HTTP/2, an HTTP request, HTTPS everywhere",
	"ISO 9001:2015 and DIN EN 13813, RFC 5322",
	"Ticket #12345678 and order #20260503",
	"1 2 3 4 5 6 7 8",
	"one two three four five six seven eight",
	"two or three, at most four. One of the seven.",
	"Nine to five, one on one, one or two a day",
	"10 20 30 40 50",
	"1920x1080 and 1920 × 1080, 3840x2160",
	"sha 1234567abc and 0a1b2c3d4e5f6789",
	"550e8400-e29b-41d4-a716-446655440000",
	"Sum of 1/2 + 1/3 + 1/4",
	"at 9 a.m. or 5 p.m., U.S. time",
	"Ph.D. in maths, B.Sc. before",
	"She lives in St. Ives. In it she writes.",
	"look at notes. It is all there",
	"We paid 85 EUR an hour, 40 hours a week, for 12 weeks.",
	"50,000 words in 30 days, 1,667 a day",
	"He answers within 24 h, at most 48 h.",
	"Team of 5 (3 of them remote) in 2 time zones, UTC+2",
	"std::vector<int> and a->b, x = y/z; i++",
	"fmt.Println, os.Open, strings.Split and math.PI",
	"R.E.M. and a.k.a. and A.I.",
	"Она знает дело и пишет хорошо.",
	"彼女は日本語と英語で書きます。とても良いです。",
	"Sie schreibt gut. In Köln und am Rhein.",
	"Très bien. De plus, elle est rapide.",
	"From 1999 to 2003, then 2010 – 2015 – 2020",
	"She was #1 of 250 in 2023.",
	"Room 101, floor 3, building 7",
	"20 % less, 3.5 times faster, 99.999 %",
	"Release 2024.05.1",
	"RGB(255, 128, 0), #ff8800",
	"Chapter 1, 2, 3, 4, 5, 6, 7, 8 and 9",
	"",
	"Reach the team on Slack, they are quick.",
	"She can call on 12 years of work and 3 languages.",
	"Ben has all it takes.|Com\u00admercial writing is what he does.",
	"We met in 2019.|In 2020 we worked on 3 books.",
	"It was good at the end.|It is a calm client.",
	"Ask for 2500.|1500 is too low for 3 weeks.",
}

func TestPassing(t *testing.T) {
	for _, text := range passing {
		texts := strings.Split(text, "|")
		for _, h := range Texts(texts...) {
			t.Errorf("%q is held for %q (%s)", text, texts[h.Text][h.From:h.To], h.Rule)
		}
	}
	if len(held) < 60 || len(passing) < 60 {
		t.Errorf("only %d and %d texts", len(held), len(passing))
	}
}

// TestSaysWhere holds that a hit names the words as they were typed.
func TestSaysWhere(t *testing.T) {
	for text, want := range map[string]string{
		"Write to ann@mail.com, soon":  "ann@mail.com",
		"Ring 0171\u200b 234 5678 now": "0171\u200b 234 5678",
		"What an ＩＤＩＯＴ he is":          "ＩＤＩＯＴ",
		"on annsmith.com.":             "annsmith.com",
	} {
		hits := Texts("", text)
		if len(hits) != 1 || hits[0].Text != 1 || text[hits[0].From:hits[0].To] != want {
			t.Errorf("%q: %v, want %q", text, hits, want)
		}
	}
}

// FuzzTexts holds that no text breaks the check, and that hits stand in it.
func FuzzTexts(f *testing.F) {
	for _, h := range held {
		f.Add(h.text, "dot com")
	}
	for _, p := range passing {
		f.Add("ann at mail", p)
	}
	f.Add("\xff\xfe@\xff.com", "\xc3")
	f.Fuzz(func(t *testing.T, a, b string) {
		texts := []string{a, b}
		last := Hit{Text: -1}
		for _, h := range Texts(a, b) {
			if h.From < 0 || h.From >= h.To || h.To > len(texts[h.Text]) {
				t.Fatalf("%v is not in %q", h, texts)
			}
			if h.Text == last.Text && h.From < last.To {
				t.Fatalf("%v and %v overlap", last, h)
			}
			if text := texts[h.Text]; utf8.ValidString(text) && !utf8.ValidString(text[h.From:h.To]) {
				t.Fatalf("%v cuts a letter of %q", h, text)
			}
			last = h
		}
	})
}

// TestTakesTimeLikeItsLength holds that ten times the text takes about ten
// times as long, also where it is made to be hard.
func TestTakesTimeLikeItsLength(t *testing.T) {
	for _, hard := range []string{"a.", "0 ", "a at ", "@a", "f u ", "dot ", "one ", "1.", "a@a.", "((", "www "} {
		cost := func(n int) time.Duration {
			text, best := strings.Repeat(hard, n), time.Hour
			for range 2 {
				began := time.Now()
				Texts(text, text)
				best = min(best, time.Since(began))
			}
			return best
		}
		if small, large := cost(300), cost(3000); large > 40*small {
			t.Errorf("%q: %v for 300, %v for 3000", hard, small, large)
		}
	}
}
