package web

import (
	"kith/internal/kith"
	"kith/internal/letters"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// shown is a letter as its reader will get it.
type shown struct {
	letters.Letter
	To       kith.Someone
	Referral kith.Referral
}

// outgoing are the three letters that follow from sending a referral: to the
// client and the candidate as it leaves, to the client at a yes.
type outgoing struct{ Client, Candidate, Yes shown }

// outgoing writes them with the code that will send them (R4).
func (v *visit) outgoing(p query.Preview) (o outgoing, err error) {
	if p.Left.Outside {
		p.Left.Candidate.Name, p.Yes.Candidate.Name = v.t("outside.name_in_letters"), v.t("outside.name_in_letters")
	}
	if o.Client, err = v.write(kith.LetterHasAsked, kith.Client, p.Left); err != nil {
		return o, err
	}
	if o.Candidate, err = v.write(kith.LetterAsked, kith.Candidate, p.Left); err != nil {
		return o, err
	}
	atYes := kith.LetterIntroduction
	if p.Yes.State == kith.AwaitingClient {
		atYes = kith.LetterApproval
	}
	o.Yes, err = v.write(atYes, kith.Client, p.Yes)
	return o, err
}

// write writes a letter without sending it, with times as its reader has them.
// Links in it lead nowhere yet.
func (v *visit) write(kind kith.LetterKind, party kith.Party, r kith.Referral) (shown, error) {
	to := r.Who(party)
	facts := letters.Facts{
		Voice: v.site.Book.Speak("en", kith.Zone(to.TimeZone, v.site.Zone), v.now), Base: v.site.Base, Site: v.site.Name,
		To: to, Party: party, Referral: r,
	}
	if party == kith.Candidate {
		facts.AnswerLink = "/answer/…"
	}
	l, err := letters.Write(kind, facts)
	return shown{l, to, r}, err
}

var blockKinds = map[letters.Kind]parts.LetterBlockKind{
	letters.Para: parts.LetterPara, letters.Lead: parts.LetterLead, letters.Quote: parts.LetterQuote, letters.Button: parts.LetterButton,
}

// letter draws it word for word.
func (v *visit) letter(l shown, label string) parts.LetterProps {
	p := parts.LetterProps{
		Label: label, ToLabel: v.t("letter_page.to"), To: l.To.Name, SubjectLabel: v.t("letter_page.subject"), Subject: l.Subject, Foot: l.Foot,
	}
	for _, b := range l.Body {
		p.Blocks = append(p.Blocks, parts.LetterBlock{Kind: blockKinds[b.Kind], Text: b.Text})
	}
	return p
}

// toName is how a letter's reader is called: by first name, or by the address.
func (l shown) toName() string { return kith.FirstName(l.To.Name) }

// face is whose avatar stands beside a letter; of an address there is none.
func (l shown) face() string {
	if (l.Referral.ByAddress() || l.Referral.Outside) && l.To.ID != l.Referral.Client.ID {
		return ""
	}
	return l.To.ID
}
