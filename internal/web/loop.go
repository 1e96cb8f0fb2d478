package web

import (
	"net/http"
	"strings"
	"time"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
	"kith/internal/words"
)

// signOf is the glyph before a referral's sentence: whose turn it is, or how it
// ended.
func signOf(r query.Referral) parts.Sign {
	switch turn := r.Says(r.Party).Turn; {
	case turn == kith.Candidate:
		return parts.CandidateActs
	case turn == kith.Client:
		return parts.ClientActs
	case r.State == kith.Sending || r.State == kith.AwaitingOutsider:
		return parts.ReferrerActs
	case r.State == kith.AwaitingCandidate:
		return parts.HandOn // by an address: whether anybody is asked isn't told
	case r.State == kith.Introduced && (r.Later == "" || r.Later == kith.LaterHired):
		return parts.Introduced
	}
	return parts.Ended
}

// invitationSign is the glyph before an invitation's sentence.
func invitationSign(i query.Invitation) parts.Sign {
	switch {
	case i.State == kith.Pending:
		return parts.Invited
	case i.State == kith.Accepted:
		return parts.TakeIt
	case i.Party == kith.Freelancer && i.MayRefer == nil:
		return parts.CanHandOn
	}
	return parts.Decline
}

// referralWord is a sentence with the names and times of a referral.
func (v *visit) referralWord(key string, r query.Referral, more ...any) string {
	return v.t(key, append(words.ReferralArgs(v.voice, r.Referral), more...)...)
}

// invitationWord is a sentence with the names and times of an invitation.
func (v *visit) invitationWord(key string, i kith.Invitation, more ...any) string {
	return v.t(key, append(words.InvitationArgs(v.voice, i), more...)...)
}

// referralTitle names a referral from where the reader stands.
func (v *visit) referralTitle(r query.Referral) string {
	key := "referral.title." + string(r.Party)
	if r.Party == kith.Referrer && aLink(r) {
		return v.referralWord("outside.title", r)
	}
	if r.Party == kith.Client && !r.Candidate.Known() {
		key += "_unnamed"
	}
	return v.referralWord(key, r)
}

// other is whom a referral is about for its reader.
func other(r query.Referral) kith.Someone {
	if r.Party == kith.Candidate {
		return r.Referrer
	}
	return r.Candidate
}

// face is how somebody is drawn whom the reader may not know: an empty ring.
func face(s kith.Someone) (id, name string) {
	if !s.Known() {
		return "", "?"
	}
	return s.ID, s.Name
}

// invitationSays is the sentence of an invitation's state.
func (v *visit) invitationSays(i query.Invitation) string {
	key := "invitation.says." + string(i.Party) + "." + string(i.State)
	switch {
	case i.State == kith.Declined && i.Reason == "": // brought along by an import
		key += "." + string(kith.OtherReason)
	case i.State == kith.Declined:
		key += "." + string(i.Reason)
	case i.State == kith.Withdrawn && !i.Job.Open():
		key += "_job"
	case i.State == kith.Pending && i.Stand.Stands():
		key += "_stands"
	}
	return v.invitationWord(key, i.Invitation)
}

// firstName is how the pages call somebody.
func firstName(s kith.Someone) string { return kith.FirstName(s.Name) }

func profileLink(s kith.Someone) string { return "/people/" + s.ID }

// zoneName is what people call a time zone: "Lisbon time".
func (v *visit) zoneName(zone *time.Location) string {
	name := zone.String()
	return v.t("loop.zone", "zone", strings.ReplaceAll(name[strings.LastIndex(name, "/")+1:], "_", " "))
}

// theirZone says by which time somebody lives, where it isn't the reader's. Key
// is the sentence: of a page the times are the reader's, of a letter theirs.
func (v *visit) theirZone(key string, s kith.Someone) string {
	zone := kith.Zone(s.TimeZone, v.site.Zone)
	if !s.Known() || s.ID == v.me.ID || v.now.In(zone).Format("-0700") == v.now.In(v.voice.Zone).Format("-0700") {
		return ""
	}
	return v.t(key, "name", firstName(s), "zone", v.zoneName(zone), "mine", v.zoneName(v.voice.Zone))
}

// status is that of a page with a form in it: 422 where the form was refused.
func (s *sheet) status() int {
	if len(s.wrong) > 0 || s.refused != "" {
		return http.StatusUnprocessableEntity
	}
	return http.StatusOK
}

// list is a few words in a row.
func list(all []string) string { return strings.Join(all, ", ") }

// currencyOf is the currency in which one offers to do a job.
func (v *visit) currencyOf(j kith.Job) string {
	if j.Budget.Currency != "" {
		return j.Budget.Currency
	}
	return v.site.Currency
}
