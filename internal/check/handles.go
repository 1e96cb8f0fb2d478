package check

import (
	"regexp"
	"strings"
)

const (
	messengers = `(?:telegram|whats ?app|signal|skype|discord|wechat|viber|threema|instagram|insta|snapchat|messenger|line|kik|icq|matrix)`
	// networks are products that people work with as often as they are reached by.
	networks = `(?:` + messengers + `|slack|teams|twitter|facebook|linked ?in|mast[o]don|bluesky|xing|tiktok|zoom)`
)

var (
	// atName is @somebody.
	atName = regexp.MustCompile(`(?:^|[\s(\["':,])(@[a-z][a-z0-9_.-]{2,31})`)
	// annotations begin with an @ in programs.
	annotations = set(`@media @override @component @import @angular @types @babel @property @param @return @returns @autowired @test
		@injectable @input @output @deprecated @bean @entity @keyframes @supports @apply @layer @vue @nestjs @scope @decorator @dataclass
		@classmethod @staticmethod @home @work`)
	// movesOff asks somebody to come elsewhere.
	movesOff = regexp.MustCompile(`\b(?:add|find|message|text|write(?: to)?|ping|dm|pm|reach|contact|call|hit|catch|follow)\s+(?:me|him|her|them|us)\s+(?:up\s+)?(?:on|at|via|through|over|by|in)\s+(?:my |his |her |their )?` + networks + `\b`)
	// myName says a name in a messenger: "my skype is ann.smith", "telegram id: ann".
	myName = regexp.MustCompile(`\b(?:(?:my|his|her|their|our)\s+` + networks + `\s*(?:id|handle|name|username|nick|account|number)?\s*(?:is|:|=)\s*|` +
		networks + `\s*(?:id|handle|username|nick)\s*(?:is|:|=)?\s*)@?([a-z0-9][a-z0-9_.#-]{2,40})`)
	// labelled is "Telegram: annsmith" and nothing more, or a name that only a
	// handle can be.
	labelled = regexp.MustCompile(`\b(` + messengers + `)\s*[:=]\s*@?([a-z0-9][a-z0-9_.#-]{2,40})(\s+[a-z]+)?`)
)

// handles are names in messengers and networks.
func (p plainText) handles() []span {
	var all []span
	for _, m := range atName.FindAllStringSubmatchIndex(p.text, -1) {
		name, after := p.text[m[2]:m[3]], p.text[m[3]:]
		if !annotations[strings.TrimRight(name, ".")] && !strings.HasPrefix(after, "/") && !strings.HasPrefix(after, "(") {
			all = append(all, span{m[2], m[3], Contact})
		}
	}
	for _, m := range movesOff.FindAllStringIndex(p.text, -1) {
		all = append(all, span{m[0], m[1], Contact})
	}
	for _, m := range myName.FindAllStringSubmatchIndex(p.text, -1) {
		if !notNames[p.text[m[2]:m[3]]] {
			all = append(all, span{m[0], m[1], Contact})
		}
	}
	for _, m := range labelled.FindAllStringSubmatchIndex(p.text, -1) {
		if alone := m[6] < 0; alone || strings.ContainsAny(p.text[m[4]:m[5]], "0123456789_#") {
			all = append(all, span{m[0], m[5], Contact})
		}
	}
	return all
}
