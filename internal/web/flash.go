package web

import (
	"encoding/base64"
	"net/http"

	"kith/internal/auth"
)

// A flash is the line about what just happened, shown once on the next page. It
// travels in a cookie of its own: keeping it in the session would cost a write
// to the database at each form and at each page after one.

func (v *visit) flashCookie(value string, seconds int) *http.Cookie {
	return &http.Cookie{
		Name: auth.CookieName("kith-flash", v.site.Secure), Value: value, Path: "/", MaxAge: seconds,
		Secure: v.site.Secure, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	}
}

func (v *visit) putFlash(text string) {
	http.SetCookie(v.w, v.flashCookie(base64.RawURLEncoding.EncodeToString([]byte(text)), 60))
}

func (v *visit) popFlash() string {
	c, err := v.r.Cookie(v.flashCookie("", 0).Name)
	if err != nil {
		return ""
	}
	http.SetCookie(v.w, v.flashCookie("", -1))
	text, err := base64.RawURLEncoding.DecodeString(c.Value)
	if err != nil {
		return ""
	}
	return string(text)
}
