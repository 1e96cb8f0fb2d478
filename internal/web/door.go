package web

import (
	"errors"
	"net/url"

	"kith/internal/auth"
	"kith/internal/kith"
	"kith/internal/web/parts"
)

// signInLink leads to signing in and then on to a page.
func signInLink(to string) string {
	if to = auth.SafePath(to); to == "/" {
		return "/sign-in"
	}
	return "/sign-in?to=" + url.QueryEscape(to)
}

// door is where the link in a letter leads. It never opens by itself: mail
// programs follow links, people press buttons (R16).
func door(v *visit) error {
	opened, err := v.site.Doorman.Peek(v.r.Context(), v.path("token"), v.browser(), v.now)
	if err != nil {
		return v.shut(err)
	}
	return v.show(doorPage(v, opened.Email))
}

// openDoor uses the link up.
func openDoor(v *visit) error {
	opened, err := v.site.Doorman.ByLink(v.r.Context(), v.path("token"), v.browser(), v.now)
	if err != nil {
		return v.shut(err)
	}
	return v.letIn(opened)
}

// shut shows why a door stays shut, and the way to another one.
func (v *visit) shut(err error) error {
	var refused kith.Refusal
	if !errors.As(err, &refused) {
		return err
	}
	return v.showAs(statusOf(refused.Code), shutPage(v, v.voice.Refused(refused), v.shutWay(refused.Code)))
}

// shutWay is what to do at a shut door: type the code where it was asked for, or
// ask anew.
func (v *visit) shutWay(code kith.Code) parts.LinkButtonProps {
	if code == kith.LinkUsed && v.me.ID != "" {
		return parts.LinkButtonProps{Label: v.t("door.go_on"), Href: "/"}
	}
	return parts.LinkButtonProps{Label: v.t("door.ask"), Href: "/sign-in"}
}

// letIn signs somebody in whose address has an account; anybody else is asked
// what they are called first.
func (v *visit) letIn(o auth.Opened) error {
	if o.Person == "" {
		if err := auth.Welcome(v.r.Context(), v.site.Sessions, o.Email); err != nil {
			return err
		}
		return v.goTo("/join?to="+url.QueryEscape(o.GoTo), "")
	}
	return v.letInAs(o.Person, auth.SafePath(o.GoTo), "")
}

// signOut ends the session, here and on every node.
func signOut(v *visit) error {
	if err := v.site.Sessions.Destroy(v.r.Context()); err != nil {
		return err
	}
	return v.goTo("/", v.t("door.signed_out"))
}
