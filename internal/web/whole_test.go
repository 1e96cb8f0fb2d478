package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kith/internal/web"
)

// TestOperatorOpensAReferral reads the whole story by its number, says why, and
// is the only one who can.
func TestOperatorOpensAReferral(t *testing.T) {
	s := newSiteOn(t, "sqlite:"+filepath.Join(t.TempDir(), "kith.db"), func(s *web.Site) {
		s.Operators = map[string]bool{"olga@kith.test": true, "rune@kith.test": true}
	})
	l := newLoop(s, nil)
	olga, rune := l.signIn("Olga Berg"), l.signIn("Rune Dal")
	path := l.leaves()
	ref := l.ana.get(path).Text("main .ref")
	form := olga.get("/operator/referrals")
	form.submit("main form", url.Values{"ref": {ref}}).Has(".errs", "Say why you open it")
	form.submit("main form", url.Values{"ref": {"tea"}, "reason": {"x"}}).Has(".errs", "Type a reference number like")
	typed := strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(ref, "K-"), "-", " "))
	whole := form.submit("main form", url.Values{"ref": {typed}, "reason": {"Otis asks where it is"}})
	whole.Is(http.StatusOK)
	for _, said := range []string{"Waiting for Bo", "Your turn, until", "has asked a colleague", "Sent to bo@kith.test", aNote, "Olga Berg", "Otis asks where it is"} {
		whole.Has("main", said)
	}
	if strings.Contains(whole.Body, aHandOver) {
		t.Error("the hand-over note stands there unasked")
	}
	rune.get(whole.Path).Is(http.StatusNotFound)
	l.otis.get(whole.Path).Is(http.StatusNotFound)
	l.otis.post("/operator/openings", url.Values{"ref": {ref}, "reason": {"x"}}).Is(http.StatusNotFound)
	again := olga.get("/operator/referrals")
	again.submit("main form", url.Values{"ref": {ref}, "reason": {"The note"}, "hand_over": {"yes"}}).Has("main", aHandOver)
	l.Pass(time.Hour)
	olga.get(whole.Path).Is(http.StatusNotFound)
}
