package web

import (
	"net/http"
	"strings"

	"kith/internal/act"
	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
	"kith/internal/words"
)

// outsiderView is the page behind the link that a referrer passes on to somebody
// without an account. It shows who thought of them, the job's title and the note
// to the client.
type outsiderView struct {
	v     *visit
	s     *sheet
	Token string
	kith.Referral
}

// outsiderLink shows it. Opening it changes nothing and uses nothing up.
func outsiderLink(v *visit) error { return v.outsiderPage(v.fresh(nil)) }

func (v *visit) outsiderPage(s *sheet) error {
	token := v.path("token")
	r, mine, err := v.site.Desk.BehindLink(v.r.Context(), v.reader(), token)
	switch {
	case isCode(err, kith.LinkOver):
		return v.showAs(http.StatusGone, linkOverPage(v))
	case err != nil:
		return err
	case mine != "":
		return v.goTo("/referrals/"+mine, "")
	}
	return v.showAs(s.status(), outsiderPage(outsiderView{v, s, token, r}))
}

// takeOutsiderLink is somebody with an account taking the link.
func takeOutsiderLink(v *visit) error {
	s := v.typed()
	id, err := v.site.House.TakeLink(v.r.Context(), v.by(), v.path("token"))
	switch {
	case s.took(err):
		return v.outsiderPage(s)
	case err != nil:
		return err
	}
	return v.goTo("/referrals/"+id, v.t("outside.taken"))
}

// joinThrough starts the referral for somebody who has just joined to take its
// link. Where that isn't possible they have joined all the same, and the link's
// page says how it stands.
func (v *visit) joinThrough(person, token string) error {
	id, err := v.site.House.TakeLink(v.r.Context(), act.By{Person: person, Now: v.now}, token)
	if s := v.fresh(nil); s.took(err) {
		return v.letInAs(person, "/link/"+token, s.refused)
	}
	if err != nil {
		return err
	}
	return v.letInAs(person, "/referrals/"+id, v.t("outside.taken"))
}

// linkIn is the token in the path of an outsider's link.
func linkIn(path string) (token string, is bool) {
	token, is = strings.CutPrefix(path, "/link/")
	return token, is && token != "" && !strings.ContainsAny(token, "/?#")
}

func (o outsiderView) say(key string) string {
	return o.v.t(key, words.ReferralArgs(o.v.voice, o.Referral)...)
}

// join leads through the door and back to this page.
func (o outsiderView) join() parts.LinkButtonProps {
	return parts.LinkButtonProps{Label: o.v.t("outside.join"), Href: signInLink("/link/" + o.Token)}
}

func (o outsiderView) take() parts.PostProps {
	return parts.PostProps{Action: "/link/" + o.Token, Key: o.s.Key, Label: o.v.t("outside.take")}
}

// passOn is the link in a field, for the referrer to copy.
func (r referralView) passOn() parts.CopyLinkProps {
	return parts.CopyLinkProps{
		ID: "pass-on", Label: r.v.t("outside.link"), Hint: r.say("outside.link_hint"), URL: r.v.site.Base + "/link/" + r.Link,
		Copy: r.v.t("loop.copy"), Copied: r.v.t("loop.copied"),
	}
}

// fillLink asks for the link; where it was used meanwhile there is none.
func (r *referralView) fillLink() error {
	token, err := r.v.site.Desk.LinkToPassOn(r.v.r.Context(), r.v.reader(), r.ID)
	if isCode(err, kith.NotFound) {
		return nil
	}
	r.Link = token
	return err
}

// aLink says whether the referral is a link that nobody has taken.
func aLink(r query.Referral) bool {
	return r.State == kith.AwaitingOutsider || r.Outside && !r.Candidate.Known()
}
