package check

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// abusive words, whole. The list is short on purpose: it holds what nobody
// says in a warm introduction, and leaves out what is a name or has another
// meaning at work.
var abusive = set(`arsehole arseholes asshole assholes bastard bastards bitch bitches bullshit cunt cunts dickhead dickheads
	douchebag dumbass faggot faggots fuck fucked fucker fuckers fucking fucks gook idiot idiots imbecile jackass kike kys moron morons
	motherfucker nazi nigger niggers paki piss raghead retarded retards scumbag shit shithead shits shitty slut sluts
	tranny twat wanker wankers wetback whore whores arschloch wichser hurensohn fotze connard salope encule`)

var (
	wordLike = regexp.MustCompile(`[\p{L}\p{N}@$*!]+`)
	// letterByLetter is f u c k and f.u.c.k.
	letterByLetter = regexp.MustCompile(`(?:^|[^\p{L}\p{N}])((?:[\p{L}\p{N}@$*!][ .\-_]{1,2}){2,12}[\p{L}\p{N}@$*!])(?:$|[^\p{L}\p{N}])`)
	threats        = regexp.MustCompile(`\bkill (?:your|him|her|them)sel(?:f|ves)\b|\bgo die\b`)
	signs          = strings.NewReplacer("@", "a", "4", "a", "$", "s", "5", "s", "0", "o", "1", "i", "!", "i", "3", "e", "7", "t")
	gaps           = strings.NewReplacer(" ", "", ".", "", "-", "", "_", "")
)

// abuse are abusive words, also with signs for letters.
func (p plainText) abuse() []span {
	var all []span
	for _, m := range wordLike.FindAllStringIndex(p.text, -1) {
		if isAbusive(p.text[m[0]:m[1]]) {
			all = append(all, span{m[0], m[1], Abuse})
		}
	}
	for _, m := range letterByLetter.FindAllStringSubmatchIndex(p.text, -1) {
		if isAbusive(gaps.Replace(p.text[m[2]:m[3]])) {
			all = append(all, span{m[2], m[3], Abuse})
		}
	}
	for _, m := range threats.FindAllStringIndex(p.text, -1) {
		all = append(all, span{m[0], m[1], Abuse})
	}
	return all
}

func isAbusive(word string) bool {
	if n := utf8.RuneCountInString(word); n < 3 || n > 40 {
		return false
	}
	word = strings.TrimRight(word, "!")
	plain := signs.Replace(word)
	return abusive[plain] || abusive[shorter(plain)] || strings.Contains(word, "*") && hidden(word)
}

// shorter takes out what is drawn out: fuuuuck.
func shorter(word string) string {
	var b strings.Builder
	var last rune
	for _, r := range word {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// hidden says whether stars hide letters of an abusive word: f**k.
func hidden(word string) bool {
	for bad := range abusive {
		if len(bad) == len(word) && fits(word, bad) {
			return true
		}
	}
	return false
}

func fits(word, bad string) bool {
	letters := 0
	for i := range len(bad) {
		switch word[i] {
		case '*':
		case bad[i]:
			letters++
		default:
			return false
		}
	}
	return letters >= 2 && word[0] == bad[0]
}
