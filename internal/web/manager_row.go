package web

import (
	"time"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// touched is when something happened last to a row.
func touched(row query.Row) time.Time {
	switch {
	case row.Proposal != nil:
		return later(row.Proposal.MadeAt, row.Proposal.DecidedAt)
	case row.Referral != nil:
		return later(row.Referral.AskedAt, row.Referral.EndedAt)
	}
	return later(row.Invitation.InvitedAt, row.Invitation.EndedAt)
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// letterShort is how long a letter may be to stand in a row as it is; longer
// ones are folded behind their first words.
const letterShort = 110

// offer is somebody with a proposal.
func (m managerView) offer(row query.Row) parts.OfferProps {
	p := row.Proposal
	o := parts.OfferProps{ID: p.Freelancer.ID, Name: p.Freelancer.Name, Href: profileLink(p.Freelancer), Line: p.Headline, Tags: m.tags(row)}
	if p.Rate.Stated() {
		o.Line = joined(p.Headline, m.v.voice.Money(p.Rate))
	}
	if r := row.Referral; r != nil {
		o.How = m.v.vouchSays(*r)
		o.Quote = r.Note
	}
	o.Acts = offerActs(m, *p)
	return o
}

// joined puts two particulars into one line.
func joined(a, b string) string {
	switch "" {
	case a:
		return b
	case b:
		return a
	}
	return a + "\u00a0· " + b
}

// tags say how somebody came to the job, and how far they have come.
func (m managerView) tags(row query.Row) []parts.TagItem {
	tags := []parts.TagItem{m.sourceTag(row)}
	switch row.Proposal.Status {
	case kith.Hired:
		tags = append(tags, parts.TagItem{Tone: parts.Good, Words: m.v.t("manager.hired")})
	case kith.Shortlisted:
		tags = append(tags, parts.TagItem{Tone: parts.Turn, Words: m.v.t("manager.shortlisted")})
	}
	return tags
}

func (m managerView) sourceTag(row query.Row) parts.TagItem {
	if row.Source == kith.Referred && row.Referral != nil {
		return parts.TagItem{Tone: parts.Kin, Words: m.v.referralWord("manager.referred_by", *row.Referral)}
	}
	return parts.TagItem{Words: m.v.t("manager.tag." + string(row.Source))}
}

// folded says whether a letter is too long to stand in a row as it is.
func folded(p kith.Proposal) bool { return kith.Length(p.Letter) > letterShort }

// unfold is what a folded letter shows of itself.
func (m managerView) unfold(p kith.Proposal) parts.DetailsProps {
	return parts.DetailsProps{Summary: "“" + firstWords(p.Letter, letterShort) + "”", More: m.v.proposalWord("manager.letter_of", p)}
}

// brief is somebody in one line: nothing is asked about them.
func (m managerView) brief(row query.Row) parts.BriefProps {
	tag := m.shortTag(row)
	b := parts.BriefProps{Tone: tag.Tone, Tag: tag.Words}
	switch {
	case row.Proposal != nil:
		p := *row.Proposal
		b.Name, b.Href, b.Text = p.Freelancer.Name, profileLink(p.Freelancer), m.v.proposalSays(p)
		b.Link = parts.Link{Label: m.v.t("manager.see_proposal"), More: m.v.proposalWord("manager.of", p), Href: "/proposals/" + p.ID}
	case row.Referral != nil:
		r := *row.Referral
		b.Name, b.Href = m.v.referralWord("manager.colleague_of", r), ""
		if r.Candidate.Known() {
			b.Name, b.Href = r.Candidate.Name, profileLink(r.Candidate)
		}
		b.Text, _ = m.v.voice.Says(r.Referral, r.Party)
		b.Link = parts.Link{Label: m.v.t("manager.see_referral"), More: m.v.t("manager.ref", "ref", r.Ref), Href: "/referrals/" + r.ID}
	default:
		i := query.Invitation{Invitation: *row.Invitation, Party: kith.Client}
		b.Name, b.Href, b.Text = i.Freelancer.Name, profileLink(i.Freelancer), m.v.invitationSays(i)
		b.Link = parts.Link{Label: m.v.t("manager.see_invitation"), More: m.v.invitationWord("manager.to", i.Invitation), Href: "/invitations/" + i.ID}
	}
	return b
}

// shortTag is sourceTag without the name that stands beside it.
func (m managerView) shortTag(row query.Row) parts.TagItem {
	if row.Source == kith.Referred {
		return parts.TagItem{Tone: parts.Kin, Words: m.v.t("manager.referred")}
	}
	return parts.TagItem{Words: m.v.t("manager." + string(row.Source))}
}

// jobLine are the particulars of a job in one line.
func (v *visit) jobLine(j kith.Job) string {
	line := joined(v.t("manager.status."+string(j.Status)), v.t("manager.openings", "count", j.Openings))
	if j.Budget.Stated() {
		line = joined(line, v.voice.Range(j.Budget))
	}
	if j.WantedBy != "" {
		line = joined(line, v.t("loop.by", "date", v.voice.Date(j.WantedBy)))
	}
	return joined(line, v.t("manager.visibility."+string(j.Visibility)))
}
