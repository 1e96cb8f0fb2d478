package check

import (
	"regexp"
	"strings"
)

// How people write the two signs of an address so that a machine overlooks them.
const (
	atSign  = `(?:\s{0,3}@\s{0,3}|\s{0,3}[\(\[\{<]\s?(?:at|@|a)\s?[\)\]\}>]\s{0,3}|\s{1,3}at\s{1,3}|[_-]at[_-])`
	dotSign = `(?:\s{0,3}\.\s{0,3}|\s{0,3}[\(\[\{<]\s?(?:dot|punkt|\.)\s?[\)\]\}>]\s{0,3}|\s{1,3}(?:dot|punkt)\s{1,3}|[_-]dot[_-])`
	label   = `[\p{L}\p{N}](?:[\p{L}\p{N}_+%-]*[\p{L}\p{N}])?`
)

var (
	// address is a name, an at, a place: whether it is one, isAddress says.
	address = regexp.MustCompile(`(` + label + `(?:\.` + label + `)*)(` + atSign + `)(` + label + `)((?:` + dotSign + label + `)+)`)
	lastDot = regexp.MustCompile(`(` + dotSign + `)(` + label + `)$`)
	// box is an address without its last part: ann at gmail.
	box = regexp.MustCompile(`(` + label + `)` + atSign + `(?:g ?mail|hotmail|proton ?mail|gmx|icloud|googlemail)\b`)

	scheme  = regexp.MustCompile(`\b(?:https?|hxxps?|ftps?|mailto|tel|sms|tg|h t t p s?) ?: ?(?:/ ?/ ?)?[^\s]+|\bhttps? ?/ ?/ ?[^\s]+`)
	www     = regexp.MustCompile(`\b(?:www ?[0-9]?|w w w)(?:\.| ?dot | ?\. ?)[\p{L}\p{N}-]+[^\s]*`)
	domain  = regexp.MustCompile(`([\p{L}\p{N}_-]+)((?:\s{0,2}\.[\p{L}\p{N}_-]+)*)(\s{0,2}\.\s{0,2})(\p{L}{2,})\b(/[^\s]*)?`)
	spelled = regexp.MustCompile(`(` + label + `)(?:\s{1,2}dot\s{1,2}|\s?[\(\[\{]\s?(?:dot|\.)\s?[\)\]\}]\s?)(com|net|org|io|info|co|de|eu|dev|app|me|uk|ch|at|fr)\b(\s+\w+)?`)
	comes   = regexp.MustCompile(`(?:visit|website|web site|site|see|go to|homepage|portfolio|blog|check|link|page|find (?:me|him|her|them|us)(?: at| on)?|write to|mail(?: to)?)\W{1,3}(?:is |at |me |out |my |her |his |their )*$`)
)

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}

var (
	// tlds end addresses of sites and hardly ever anything else.
	tlds = set(`com net org io info biz eu dev app edu gov mobi online site website xyz shop store blog tech cloud agency studio
		design email link page live club space world news pro name tel uk us ca de fr es nl ch at be se dk fi pl cz hu ro gr pt ie ru ua
		jp cn kr br mx ar cl nz za il tr lt lv ee sk si hr bg lu li ly gg tv fm me co ai in it`)
	// words end a sentence as often as an address: they count where something
	// says that a site is meant. Most are endings of files too.
	wordish = set(`at be in it us no is so to am as do my me name live page link space world news design pro space store club
		blog tech shop site online agency studio email cloud tel ai md sh rs py pl cc ps zip mov so app info dev ie co tv cl pt es si`)
	// ofTLD may end an address wherever an at stands before it.
	ofTLD = set(`md sh rs pl cc so is no to am as do my us be`)
	// products have the name of a site and are none.
	products = set(`asp.net ado.net vb.net ml.net json.net paint.net ef.net akka.net socket.io draw.io booking.com monday.com amazon.com
		salesforce.com web.dev crates.io npm.io orleans.net entity.net signalr.net pay.gov automotive.io expo.dev rx.net`)
	// plain words stand before "dot com" or "at" when no address is meant.
	notNames = set(`the a an this that those these early old big first late in of with and or for use using our your my his her their new
		senior junior pre post polka modern classic is was work works worked working job lead leads me us team at on years role engineer
		developer designer manager people look looking good great arrive meet meeting based start started`)
	// booms follow it.
	booms = set(`boom bubble crash era company companies years days startup startups business developer developers engineer core
		framework stack programmer programming experience shop bust team projects project services`)
)

// addresses are mail addresses, however they are written.
func (p plainText) addresses() []span {
	var all []span
	for _, m := range address.FindAllStringSubmatchIndex(p.text, -1) {
		if end := p.addressEnd(m); end > 0 {
			all = append(all, span{m[2], end, Contact})
		}
	}
	for _, m := range box.FindAllStringSubmatchIndex(p.text, -1) {
		if !notNames[p.text[m[2]:m[3]]] {
			all = append(all, span{m[0], m[1], Contact})
		}
	}
	return all
}

// addressEnd is where a possible address ends; 0 where it is none. A real sign
// or one in brackets says enough; the word "at" is only believed with the word
// "dot", or with the end of a site's name.
func (p plainText) addressEnd(m []int) int {
	sign := strings.TrimSpace(p.text[m[4]:m[5]])
	end := m[9]
	for end > m[8] {
		last := lastDot.FindStringSubmatchIndex(p.text[m[8]:end])
		if last == nil {
			return 0
		}
		dot, tld := p.text[m[8]+last[2]:m[8]+last[3]], p.text[m[8]+last[4]:m[8]+last[5]]
		known := tlds[tld] || ofTLD[tld]
		sentence := strings.HasSuffix(dot, " ") && strings.TrimSpace(dot) == "."
		switch {
		case sentence && sign == "at", sentence && !tlds[tld]: // a full stop, and the next sentence
		case sign != "at" && (known || !sentence && len(tld) >= 2):
			return end
		case known && strings.Contains(dot, "dot") && !notNames[p.text[m[6]:m[7]]]:
			return end
		}
		end = m[8] + last[2]
	}
	return 0
}

// links are addresses of sites.
func (p plainText) links() []span {
	var all []span
	for _, how := range []*regexp.Regexp{scheme, www} {
		for _, m := range how.FindAllStringIndex(p.text, -1) {
			all = append(all, span{m[0], m[1], Link})
		}
	}
	for _, m := range domain.FindAllStringSubmatchIndex(p.text, -1) {
		if p.isSite(m) {
			all = append(all, span{m[0], m[1], Link})
		}
	}
	for _, m := range spelled.FindAllStringSubmatchIndex(p.text, -1) {
		follows := ""
		if m[6] >= 0 {
			follows = strings.TrimSpace(p.text[m[6]:m[7]])
		}
		if !notNames[p.text[m[2]:m[3]]] && !booms[follows] {
			all = append(all, span{m[0], m[5], Link})
		}
	}
	return all
}

// isSite says whether names with dots between them are the address of a site.
func (p plainText) isSite(m []int) bool {
	tld, path := p.text[m[8]:m[9]], m[10] >= 0 && m[11]-m[10] > 1
	if !tlds[tld] && !wordish[tld] || products[p.text[m[2]:m[3]]+"."+tld] && !path {
		return false
	}
	dot := p.text[m[6]:m[7]]
	switch {
	case strings.HasSuffix(dot, " ") && (!strings.HasPrefix(dot, " ") || wordish[tld]): // a full stop
		return false
	case tld == "net" && strings.HasPrefix(dot, " ") && !strings.HasSuffix(dot, " "): // the .NET runtime
		return false
	case wordish[tld]:
		return path && tlds[tld] || comes.MatchString(p.before(m[0])) && !p.shout[m[8]]
	case allDigits(p.text[m[2]:m[3]]) && m[4] == m[5]:
		return len(tld) > 2
	case p.shout[m[8]] && !p.shout[m[9]-1] && len(tld) != 3: // a sentence without a space before it
		return path
	}
	return true
}

// before are the characters before a place, as many as a few words have.
func (p plainText) before(at int) string { return p.text[max(0, at-40):at] }

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
