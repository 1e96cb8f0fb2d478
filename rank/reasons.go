package rank

import (
	"cmp"
	"slices"
)

// Match is a skill that the job asks for, how far the person has it, and what
// that costs; the points of all sum to the line "skills", exactly.
type Match struct {
	Skill  string
	Nice   bool   // it would be nice, not a must
	By     string // the skill of theirs that makes up for it best; "" = none
	M      int    // 1000 has it, up to 700 for a related skill, 0 nothing near it
	Points Points // 0 or below
}

// Reason is a line of a score that says something, for words and for numbers.
// The points of all reasons of a row sum to its S, exactly.
type Reason struct {
	Part   Part
	Key    string // of the line, see All; for words
	Skill  string // with Key "skills": which of those asked for
	By     string // with Key "skills": the related skill that makes up for a part
	Points Points
}

// Reasons are the lines of a row that are not 0, those that say most first. A
// line of the skills is told skill by skill.
func (r Row) Reasons() []Reason {
	var out []Reason
	for _, m := range r.Skills {
		if m.Points != 0 {
			out = append(out, Reason{'F', All[lSkills].Key, m.Skill, m.By, m.Points})
		}
	}
	for i, l := range All {
		if i != lSkills && r.Lines[i] != 0 {
			out = append(out, Reason{Part: l.Part, Key: l.Key, Points: r.Lines[i]})
		}
	}
	slices.SortStableFunc(out, func(a, b Reason) int { return cmp.Compare(size(b.Points), size(a.Points)) })
	return out
}

func size(p Points) Points { return max(p, -p) }

// Record is what is known of how somebody's work turned out, in thousandths of
// "would work with them again", with the limits between which it lies in 9 of 10
// cases.
type Record struct{ Mean, Low, High, Outcomes int }

// Record gives somebody's record on a day; with no outcomes it is the prior's.
func (m *Market) Record(id string, day int) Record {
	i, known := m.at[id]
	if !known {
		return Record{}
	}
	mean, sd := m.Posterior(m.people[i].good, day)
	off := sd * 1645 / 1000
	return Record{
		Mean: thousandths(mean), Low: thousandths(max(mean-off, 0)), High: thousandths(min(mean+off, 1_000_000)),
		Outcomes: len(m.people[i].good),
	}
}

func thousandths(millionths int64) int { return int((millionths + 500) / 1000) }
