package rank

import (
	"fmt"
	"testing"
)

func TestWhatGoesWithWhat(t *testing.T) {
	m := New(Defaults())
	for i := range 5 {
		m.PutPerson(Person{ID: fmt.Sprint("tea", i), Skills: []string{"tea", "kettles", "leaves"}})
		m.PutPerson(Person{ID: fmt.Sprint("poet", i), Skills: []string{"poems", "letters"}})
		m.PutJob(Job{ID: fmt.Sprint("job", i), Title: "Kettles for a tea house", Must: []string{"kettles"}, Nice: []string{"tea"}})
		m.PutJob(Job{ID: fmt.Sprint("secret", i), Title: "Kettles in secret", Must: []string{"kettles", "secrets"}, Private: true})
	}
	if got := m.GoesWith([]string{"Tea"}, 2); len(got) != 2 || got[0].Skill != "kettles" || got[1].Skill != "leaves" {
		t.Errorf("with tea goes %v", got)
	}
	if got := m.GoesWith([]string{"nothing"}, 2); len(got) != 0 {
		t.Errorf("with nothing goes %v", got)
	}
	got := m.SkillsOf("New kettles and some letters", 3)
	if len(got) < 2 || got[0].Skill != "kettles" {
		t.Errorf("the title asks for %v", got)
	}
	for _, g := range got {
		if g.Skill == "secrets" {
			t.Error("a private job was learned from")
		}
	}
}
