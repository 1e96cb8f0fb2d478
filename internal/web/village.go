package web

import (
	"time"

	"kith/internal/kith"
	"kith/internal/query"
	"kith/internal/web/parts"
)

// villageView is the page from which a visitor of the demo sets out.
type villageView struct {
	v        *visit
	Roles    []neighbour
	Operator []neighbour
	Others   []neighbour
	Letters  int
}

// neighbour is somebody whom the visitor can be.
type neighbour struct {
	Villager
	Headline string
	Waiting  int
}

// village lists who one can be.
func village(v *visit) error {
	view := villageView{v: v}
	for _, p := range v.site.Village.People() {
		me, waiting, err := v.site.Desk.Me(v.r.Context(), query.Reader{Person: p.Person, Now: v.now})
		if err != nil {
			return err
		}
		n := neighbour{p, me.Headline, len(waiting)}
		switch p.Role {
		case "":
			view.Others = append(view.Others, n)
		case "operator":
			view.Operator = append(view.Operator, n)
		default:
			view.Roles = append(view.Roles, n)
		}
	}
	letters, err := v.site.Village.Letters()
	if err != nil {
		return err
	}
	view.Letters = len(letters)
	return v.show(villagePage(view))
}

// beSomebody signs the visitor in as a villager.
func beSomebody(v *visit) error {
	for _, p := range v.site.Village.People() {
		if p.Person != v.path("person") {
			continue
		}
		home := "/"
		if p.Role == "operator" {
			home = "/operator"
		}
		return v.letInAs(p.Person, home, v.t("village.you_are", "name", p.Name))
	}
	return kith.Refuse(kith.NotFound)
}

// passings are the times that a visitor can let pass.
var passings = []string{"10m", "24h", "72h"}

// passTime lets time pass.
func passTime(v *visit) error {
	for _, amount := range passings {
		if amount != v.form("amount") {
			continue
		}
		d, err := time.ParseDuration(amount)
		if err != nil {
			return err
		}
		if err := v.site.Village.Pass(d); err != nil {
			return err
		}
		return v.goTo("/village", v.t("village.passed", "now", v.voice.When(v.site.Clock.Now())))
	}
	return kith.Problems{{Field: "amount", Key: "choice_missing"}}
}

func (w villageView) passing(amount string) parts.PostProps {
	return parts.PostProps{
		Action: "/village/time", Hidden: []parts.Hidden{{Name: "amount", Value: amount}}, Label: w.v.t("village.pass." + amount), Kind: parts.Outlined,
	}
}

func (w villageView) be(n neighbour, kind parts.Kind) parts.PostProps {
	return parts.PostProps{
		Action: "/village/be/" + n.Person, Label: w.v.t("village.be", "name", kith.FirstName(n.Name)), Kind: kind, Small: n.Role == "",
	}
}

var roleSigns = map[string]parts.Sign{"referrer": parts.CanHandOn, "candidate": parts.CandidateActs, "client": parts.ClientActs}

// row is somebody else who lives here.
func (w villageView) row(n neighbour) parts.RowProps {
	r := parts.RowProps{ID: n.Person, Name: n.Name, Title: n.Name, Line: n.Headline}
	if n.Role != "" {
		r.Line = w.v.t("village.role." + n.Role)
	}
	return r
}

// card is somebody with a role, and what there is to see for them.
func (w villageView) card(n neighbour) parts.CardProps {
	return parts.CardProps{Sign: roleSigns[n.Role], Title: n.Name, Text: w.v.t("village.role." + n.Role), Level: 3, Choice: true}
}

func (w villageView) waiting(n neighbour) string {
	if n.Waiting == 0 {
		return ""
	}
	return w.v.t("village.waiting", "count", n.Waiting)
}

func (w villageView) isMe(n neighbour) bool { return n.Person == w.v.me.ID }
