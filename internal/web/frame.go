package web

import (
	"strings"

	"kith/internal/web/assets"
	"kith/internal/web/parts"
)

// frame is what stands around every page: navigation, who is signed in, what
// just happened, the foot.
func (v *visit) frame(title string) parts.PageProps {
	p := parts.PageProps{
		Lang: v.voice.Lang, Title: title, Site: v.site.Name, Home: "/",
		Style: assets.URL("kith.css"), Script: assets.URL("kith.js"), Icon: assets.URL("mark.svg"),
		Skip: v.t("frame.skip"), NavLabel: v.t("frame.nav"), SignedIn: v.me.ID != "",
		SignIn: parts.Link{Label: v.t("frame.sign_in"), Href: "/sign-in"}, Join: parts.Link{Label: v.t("frame.join"), Href: "/sign-in"},
		FootNote: v.t("frame.note"), NoIndex: true,
		Foot: []parts.Link{{Label: v.t("frame.how"), Href: "/how"}, {Label: v.t("frame.ranking"), Href: "/ranking"}, {Label: v.t("frame.parts"), Href: "/parts"}},
	}
	if flash := v.popFlash(); flash != "" {
		p.Flash = parts.TellProps{Tone: parts.Good, Text: flash}
	}
	if v.sheet != nil && v.sheet.again {
		p.Flash = parts.TellProps{Tone: parts.Turn, Text: v.t("signed_out.again")}
	}
	if v.site.Village != nil {
		p.Banner = parts.BannerProps{Text: v.t("village.banner"), Link: parts.Link{Label: v.t("village.switch"), Href: "/village"}}
	}
	if p.SignedIn {
		v.signedInFrame(&p)
	}
	return p
}

func (v *visit) signedInFrame(p *parts.PageProps) {
	here := v.r.URL.Path
	item := func(label, href string, prefixes ...string) parts.NavItem {
		n := parts.NavItem{Label: v.t(label), Href: href}
		for _, prefix := range append(prefixes, href) {
			n.Current = n.Current || here == prefix || prefix != "/" && strings.HasPrefix(here, prefix+"/")
		}
		return n
	}
	turn := item("nav.turn", "/turn")
	turn.Count, turn.CountWords = len(v.turns), v.t("nav.waiting")
	p.Nav = []parts.NavItem{
		turn,
		item("nav.proposals", "/proposals", "/referrals", "/invitations"),
		item("nav.jobs", "/jobs", "/my-jobs"),
		item("nav.messages", "/messages"),
	}
	if v.isOperator() {
		p.Nav = append(p.Nav, item("nav.operator", "/operator"))
	}
	p.Me = parts.Me{ID: v.me.ID, Name: v.me.Name, Href: "/profile", Label: v.t("frame.me")}
	p.SignOut = parts.PostProps{Action: "/sign-out", Label: v.t("frame.sign_out"), Kind: parts.Bare}
}
